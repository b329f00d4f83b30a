import { html } from "lit";
import { decide, thresholds, type DecisionRequest } from "kx-modifier";
import { elements, words } from "../host/manifest.ts";

export default { title: "Overview" };

const decision = (modifiers: string[], used = "2512.30", auto = false, kxDeclined: string | null = null) =>
  decide({
    line: { id: "1", code: "97110", modifiers, allowed: "31.40", ...(kxDeclined === null ? {} : { kxDeclined }) },
    appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
    coverage: { program: "medicare-part-b" },
    preferences: { autoApplyKx: auto },
    usage: { used: { "PT/SLP": used } },
  } satisfies DecisionRequest);

export const Elements = {
  render: () => {
    const states = [
      ["Added", decision(["GP"], "2512.30", true)],
      ["To check", decision(["GP"])],
      ["Blocked", decision(["GO"])],
      ["Declined", decision(["GP"], "2512.30", false, "Documentation is incomplete")],
      ["Not needed", decision(["GP"], "900.00")],
    ] as const;
    return html`
      <article class="overview">
        <h1>kx-modifier: elements for an EHR's screens</h1>
        <p>They show whether Medicare's KX modifier belongs on an outpatient therapy line, and why. Properties go in, events come out; the rules stay in the core.</p>
        <p>The toolbar changes colors, density, direction and language. Each element has a story with live controls, its API, its states, and its code for plain pages, React, Angular and Vue.</p>
        <h2>A line's KX, in five states</h2>
        <table class="states"><tbody>${states.map(([name, answer]) => html`<tr><th scope="row">${name}</th><td><kx-chip code="97110" without-why .decision=${answer} .declined=${answer.state === "declined" ? "" : null}></kx-chip></td></tr>`)}</tbody></table>
        <h2>The balance</h2>
        <kx-threshold .display=${thresholds({ date: "2026-07-01", usage: { used: { "PT/SLP": "2275.10" } } })["PT/SLP"]} .asOf=${"2026-07-01"}></kx-threshold>
        <h2>All elements</h2>
        <dl>${elements.map(({ tagName, description }) => html`<div><dt><a href="./?path=/story/${tagName}--live" target="_top"><code>${tagName}</code></a></dt><dd>${words(description)}</dd></div>`)}</dl>
        <p><a href="./?path=/story/tokens--all" target="_top">Tokens</a>: colors, sizes, space, corners, focus and shadow.</p>
      </article>
    `;
  },
};
