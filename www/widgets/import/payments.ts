// An 835: the open patient's payments, by claim, each with what accepting does to it.
import { html, nothing } from "lit";
import { reasonsHint } from "../shared/denial.js";
import type { Voice } from "../shared/explanation.js";
import type { ReadEntry, ReadFile } from "./model.js";
import { MOST, more } from "./parts.js";

const CHANGE: { [C in ReadEntry["change"]]: { sign: string; words: string } } = {
  added: { sign: "+", words: "ui.import.added" },
  "takes-back": { sign: "−", words: "ui.import.taken-back" },
  replaces: { sign: "↻", words: "ui.import.replaces" },
  settles: { sign: "✓", words: "ui.import.settles" },
  unchanged: { sign: "=", words: "ui.import.unchanged" },
};

export function payments({ entries }: ReadFile, voice: Voice) {
  const { text } = voice;
  if (entries.length === 0) return nothing;
  const claims = new Set(entries.map(({ claim }) => claim)).size;
  const denied = entries.filter((entry) => entry.denied).length;
  const counts = (Object.keys(CHANGE) as ReadEntry["change"][]).flatMap((change) => {
    const of = entries.filter((entry) => entry.change === change && !isNothing(entry)).length;
    return of === 0 ? [] : [{ ...CHANGE[change], of }];
  });
  return html`
    <div>
      <h4>${text("ui.import.paid")}</h4>
      <p class="counts">
        <span>${text("ui.import.claims", { count: claims })}</span>
        ${counts.map(({ sign, words, of }) => html`<span><span aria-hidden="true">${sign}</span> ${text(words)}: <b>${of}</b></span>`)}
        ${denied === 0 ? nothing : html`<span class="denied"><span aria-hidden="true">✕</span> ${text("ui.import.denied")}: <b>${denied}</b></span>`}
      </p>
      <details ?open=${entries.length <= 6}>
        <summary>${text("ui.import.lines", { count: entries.length })}</summary>
        <table role="table" class="read">
          <thead role="rowgroup">
            <tr role="row">${["date", "code", "claim"].map((name) => html`<th role="columnheader">${text(`ui.import.${name}`)}</th>`)}<th role="columnheader" class="amount">${text("ui.import.allowed")}</th><th role="columnheader">${text("ui.import.does")}</th></tr>
          </thead>
          <tbody role="rowgroup">${entries.slice(0, MOST).map((entry) => row(entry, voice))}</tbody>
        </table>
        ${more(entries.length, voice)}
      </details>
    </div>
  `;
}

/** A denied line that is read for the first time adds nothing. */
const isNothing = ({ change, denied }: ReadEntry): boolean => change === "added" && denied === true;

const row = (entry: ReadEntry, voice: Voice) => {
  const { text, date, money } = voice;
  const { date: on, code, modifiers, claim, allowed, denied, reasons, change, message } = entry;
  return html`
  <tr role="row" data-change=${change}>
    <td role="cell" data-label=${text("ui.import.date")}>${date(on)}</td>
    <th role="rowheader" scope="row">${code} <span class="hint">${modifiers.join(" ")}</span></th>
    <td role="cell" class="claim" data-label=${text("ui.import.claim")}>${claim}</td>
    <td role="cell" class="amount" data-label=${text("ui.import.allowed")}>${money(allowed)}</td>
    <td role="cell" data-label=${text("ui.import.does")}>
      ${isNothing(entry) ? nothing : html`<b><span aria-hidden="true">${CHANGE[change].sign}</span> ${text(CHANGE[change].words)}</b>`}${denied ? html` <b class="denied"><span aria-hidden="true">✕</span> ${text("ui.import.denied")}</b>${reasonsHint(reasons, voice)}` : nothing}
      <span class="hint message">${message}</span>
    </td>
  </tr>
`;
};
