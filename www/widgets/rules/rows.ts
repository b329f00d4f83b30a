// The rows of a pack, each with its source.
import { html } from "lit";
import type { Voice } from "../shared/explanation.js";
import type { ShownPack } from "./model.js";

export function rowsOf({ thresholds, codes }: ShownPack, { text, money }: Voice) {
  return html`
    <ul class="rows">
      ${thresholds.map(
        ({ year, ptSlp, ot, medicalReview, source }) => html`
        <li>
          <span>${text("ui.rules.year", { year: String(year), ptslp: money(ptSlp), ot: money(ot) })}${medicalReview ? `, ${text("ui.rules.review", { amount: money(medicalReview) })}` : ""}</span>
          <span class="hint">${text("ui.rules.source", { source })}</span>
        </li>
      `,
      )}
      ${codes.map(
        ({ code, description, source }) => html`
        <li><span>${code} ${description}</span> <span class="hint">${text("ui.rules.source", { source })}</span></li>
      `,
      )}
    </ul>
  `;
}
