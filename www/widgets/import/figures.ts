// A 271: Medicare's figures for each bucket and benefit period, and what of them is other providers'.
import { html, nothing } from "lit";
import type { CivilDate, EligibilityAmount, Money } from "kx-modifier";
import { day, dollars } from "../shared/format.js";
import type { ReadFile } from "./model.js";

const KIND: { [K in EligibilityAmount["kind"]]: string } = { used: "Used", remaining: "Remaining" };

export function figures({ figures: list, checks }: ReadFile) {
  return list.length === 0 ? nothing : html`
    <div>
      <h4>What Medicare says</h4>
      <table role="table" class="read">
        <thead role="rowgroup"><tr role="row">${["Threshold", "Benefit period"].map((name) => html`<th role="columnheader">${name}</th>`)}<th role="columnheader">Figure</th><th role="columnheader" class="amount">Amount</th></tr></thead>
        <tbody role="rowgroup">
          ${list.map(({ serviceType, kind, amount, from, to, segment }) => html`
            <tr role="row" title=${segment}>
              <th role="rowheader" scope="row">${serviceType}</th>
              <td role="cell" data-label="Benefit period">${period(from, to)}</td>
              <td role="cell" data-label="Figure">${KIND[kind]}</td>
              <td role="cell" class="amount" data-label="Amount">${dollars(amount)}</td>
            </tr>
          `)}
        </tbody>
      </table>
    </div>
    ${checks.map(({ serviceType, used, ours, elsewhere, asOf }) => html`
      <div>
        <h4>${serviceType}: whose it is on ${day(asOf)}</h4>
        <dl class="split" data-bucket=${serviceType}>${part("Used, by Medicare", used)} ${part("Ours, of it", ours)} ${part("Other used", elsewhere)}</dl>
      </div>
    `)}
  `;
}

const part = (name: string, amount: Money) => html`<div><dt>${name}</dt><dd>${dollars(amount)}</dd></div>`;

function period(from: CivilDate | null, to: CivilDate | null): string {
  if (from === null) return "Not named";
  return to === null ? `From ${day(from)}` : `${day(from)} to ${day(to)}`;
}
