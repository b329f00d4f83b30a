// The real module in the page: a request is edited, and the answer is drawn by the widgets.
import { FIELDS } from "../../client/fields.mjs";
import { shell } from "../../lib/shell.mjs";

const input = ({ id, label, kind, options, placeholder }) => {
  if (kind === "flag") return `<label class="flag"><input type="checkbox" id="${id}"> ${label}</label>`;
  const field = options
    ? `<select id="${id}">${options.map(([value, name]) => `<option value="${value}">${name}</option>`).join("")}</select>`
    : `<input id="${id}" autocomplete="off" spellcheck="false"${placeholder ? ` placeholder="${placeholder}"` : ""}${kind === "day" ? ' inputmode="numeric"' : ""}>`;
  return `<div class="field"><label for="${id}">${label}</label>${field}</div>`;
};

const MAIN = `<div class="play">
<header><h1>Playground</h1>
<p>The module of the package runs in this page. Change the request and see the decision. Nothing is sent: a shared link holds the request behind its <code>#</code>.</p></header>
<section class="request" aria-labelledby="request-title">
<div class="row"><h2 id="request-title">Request</h2><button type="button" id="share">Copy link</button></div>
<div class="field"><label for="situation">Start from</label><select id="situation"></select></div>
<div class="fields">${FIELDS.map(input).join("\n")}</div>
<div class="field"><label for="request">As JSON, for <code>decide</code></label><textarea id="request" rows="24" spellcheck="false" autocomplete="off"></textarea></div>
</section>
<section class="answer" aria-labelledby="answer-title">
<div class="row"><h2 id="answer-title">Decision</h2><p id="rules" class="quiet-text"></p></div>
<p class="note" id="before">Loading the module …</p>
<div id="refused" class="refused" role="alert" hidden></div>
<div id="shown" hidden>
<div class="card line"><p><strong id="line-code"></strong> <span id="line-modifiers"></span></p><kx-chip id="chip" line="1" without-why></kx-chip></div>
<div class="thresholds"><kx-threshold id="pt" slim readonly></kx-threshold><kx-threshold id="ot" slim readonly></kx-threshold></div>
<h3>Reasons</h3><p id="tooltip"></p>
<ul id="conditions" class="conditions"></ul>
<h3 id="notices-title">Notices</h3><ul id="notices" class="notices"></ul>
<h3 id="json-title">Answer as JSON</h3><div class="code"><pre tabindex="0" role="region" aria-labelledby="json-title"><code id="answer"></code></pre></div>
</div>
<p class="visually-hidden" role="status" id="said"></p>
</section>
</div>`;

export const render = (data) => shell(data, MAIN, { scripts: ["playground.js"], kind: "wide" });
