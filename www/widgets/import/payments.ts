// An 835: the open patient's payments, by claim, each with what accepting does to it.
import { html, nothing } from "lit";
import { day, dollars } from "../shared/format.js";
import type { ReadEntry, ReadFile } from "./model.js";
import { MOST, more } from "./parts.js";

const CHANGE: { [C in ReadEntry["change"]]: { sign: string; words: string } } = {
  added: { sign: "+", words: "Added" },
  "takes-back": { sign: "−", words: "Taken back" },
  replaces: { sign: "↻", words: "Replaces" },
  settles: { sign: "✓", words: "Settles pending" },
  unchanged: { sign: "=", words: "There already" },
};

export function payments({ entries }: ReadFile) {
  if (entries.length === 0) return nothing;
  const claims = new Set(entries.map(({ claim }) => claim)).size;
  const denied = entries.filter((entry) => entry.denied).length;
  const counts = (Object.keys(CHANGE) as ReadEntry["change"][]).flatMap((change) => {
    const of = entries.filter((entry) => entry.change === change).length;
    return of === 0 ? [] : [{ ...CHANGE[change], of }];
  });
  return html`
    <div>
      <h4>What was paid</h4>
      <p class="counts">
        <span>${claims === 1 ? "1 claim" : `${claims} claims`}</span>
        ${counts.map(({ sign, words, of }) => html`<span><span aria-hidden="true">${sign}</span> ${words}: <b>${of}</b></span>`)}
        ${denied === 0 ? nothing : html`<span class="denied"><span aria-hidden="true">✕</span> Denied: <b>${denied}</b></span>`}
      </p>
      <details ?open=${entries.length <= 6}>
        <summary>${entries.length === 1 ? "1 line" : `${entries.length} lines`}</summary>
        <table role="table" class="read">
          <thead role="rowgroup">
            <tr role="row">${["Date of service", "Code", "Claim"].map((name) => html`<th role="columnheader">${name}</th>`)}<th role="columnheader" class="amount">Allowed</th><th role="columnheader">What it does</th></tr>
          </thead>
          <tbody role="rowgroup">${entries.slice(0, MOST).map(row)}</tbody>
        </table>
        ${more(entries.length)}
      </details>
    </div>
  `;
}

const row = ({ date, code, modifiers, claim, allowed, denied, change, message }: ReadEntry) => html`
  <tr role="row" data-change=${change}>
    <td role="cell" data-label="Date of service">${day(date)}</td>
    <th role="rowheader" scope="row">${code} <span class="hint">${modifiers.join(" ")}</span></th>
    <td role="cell" class="claim" data-label="Claim">${claim}</td>
    <td role="cell" class="amount" data-label="Allowed">${dollars(allowed)}</td>
    <td role="cell" data-label="What it does">
      <b><span aria-hidden="true">${CHANGE[change].sign}</span> ${CHANGE[change].words}</b>${denied ? html` <b class="denied"><span aria-hidden="true">✕</span> Denied</b>` : nothing}
      <span class="hint message">${message}</span>
    </td>
  </tr>
`;
