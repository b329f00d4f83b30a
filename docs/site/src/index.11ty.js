// The first minute: what it is, a line that can be tried, how it is installed, and what stands behind it.
import { section } from "../lib/sections.mjs";
import { text } from "../lib/files.mjs";
import { markdown } from "../lib/markdown.mjs";
import { shell } from "../lib/shell.mjs";

export const data = { permalink: "index.html", title: "kx-modifier", page_: { url: "" } };

const readme = () => text("README.md");
const fenced = (language) => new RegExp(`^\`\`\`${language}\n[\\s\\S]*?^\`\`\`$`, "m").exec(readme())[0];

/** The counts of README's table, as figures. */
function counts() {
  const rows = [...section(readme(), "Where the rules come from").matchAll(/^\| ([^|]+) \| ([\d,]+(?: of \d+)?)(?: \(([^)]+)\))? \|$/gm)];
  return rows
    .slice(0, 6)
    .map(([, what, count, more]) => `<li><strong>${count}</strong> ${what.replace(/ \(`[^`]+`\)/, "")}${more ? `, ${more}` : ""}</li>`)
    .join("");
}

const CARDS = [
  ["guide/", "Guide of ten minutes", "Install, decide, widgets, desk, server, policy, tests, wording, errors, a new year, holds."],
  ["playground/", "Playground", "The real module in the page. Edit a request, see the decision with its reasons, share it."],
  ["frameworks/", "React, Vue, Angular", "A whole Treatment section with your own state."],
  ["elements/", "Elements", "Every widget with its properties, events, parts and tokens."],
  ["api/", "API", "Every function and type, with examples that a test runs."],
  ["sources/", "Where the rules come from", "Each rule with its source, and what is unconfirmed."],
];

export function render(data) {
  const md = markdown((href) => href);
  const [, says] = /^# .+\n\n(.+)$/m.exec(readme());
  const main = `<div class="home">
<section class="hero">
<div><h1>Does KX belong on this therapy line, and why?</h1>
<p class="lead">${md.renderInline(says)}</p>
${md.render(fenced("sh"))}
<p class="actions"><a class="button" href="guide/">Start in ten minutes</a> <a class="button plain" href="playground/">Open the playground</a></p></div>
<div class="live" id="live"><img src="pictures/appointment.png" alt="The appointment screen: 97110 with KX, and the PT/SLP threshold with its balance" width="1312" height="900"></div>
</section>
<section class="pair"><div><h2>Twelve lines that run</h2><p>Exact cents, no guesses. Every decision says its eight conditions, the balance it rests on and the rules in force.</p></div>${md.render(fenced("js"))}</section>
<section><h2>What stands behind the rules</h2><ul class="counts">${counts()}</ul><p><a href="sources/">Sources, and what is unconfirmed</a></p></section>
<section><h2>Read on</h2><ul class="cards">${CARDS.map(([url, title, what]) => `<li><a href="${url}"><strong>${title}</strong><span>${what}</span></a></li>`).join("")}</ul></section>
</div>`;
  return shell(data, main, { scripts: ["live.js"], kind: "front" });
}
