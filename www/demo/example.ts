// At first sight: what an answer looks like, before anybody has asked for one. The core decides it, as it decides every line.
import { html } from "lit";
import { decide } from "kx-modifier";
import type { Desk } from "kx-modifier/desk";
import { completeRecord, samples } from "./samples.js";
import { word } from "./words.js";

const LINES = [
  { code: "97110", plan: "GP", discipline: "PT", used: { "PT/SLP": "2511.40" } },
  { code: "97530", plan: "GO", discipline: "OT", used: { OT: "1240.00" } },
] as const;

function row(desk: Desk, { code, plan, discipline, used }: (typeof LINES)[number]) {
  const [sample] = samples;
  if (!sample) return "";
  const { date } = sample;
  const { action, modifiers, conditions } = decide({
    appointment: { date, renderingProvider: { discipline } },
    coverage: { program: "medicare-part-b" },
    preferences: { autoApplyKx: true },
    usage: { used },
    documentation: completeRecord({ date, provider: sample.provider }, date),
    line: { code, modifiers: [plan] },
  });
  const isOn = action === "apply";
  return html`
    <li>
      <b>${code}</b> <span class="claim">${modifiers.join(" ")}</span>
      <span class="answer ${isOn ? "on" : ""}">${isOn ? html`<span aria-hidden="true">✓</span> ${desk.text("ui.chip.added")}` : desk.text("ui.chip.not-needed")}</span>
      <span class="because">${conditions.find(({ id }) => id === "threshold-reached")?.explanation}</span>
    </li>
  `;
}

export const example = (desk: Desk) => html`
  <div class="example">
    <p id="example">${word("example")}</p>
    <ul aria-labelledby="example">${LINES.map((line) => row(desk, line))}</ul>
  </div>
`;
