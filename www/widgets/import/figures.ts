// A 271: Medicare's figures for each bucket and benefit period, and what of them is other providers'.
import { html, nothing } from "lit";
import type { CivilDate, EligibilityAmount, ServiceType } from "kx-modifier";
import type { Voice } from "../shared/explanation.js";
import { splitSums } from "../shared/split.js";
import type { ReadFile } from "./model.js";

const KIND: { [K in EligibilityAmount["kind"]]: string } = { used: "ui.eligibility.used", remaining: "ui.eligibility.remaining" };

const isZero = (amount: string): boolean => /^0*(\.0*)?$/.test(amount);

export function figures({ figures: read, checks: splits }: ReadFile, voice: Voice) {
  const { text, date, money } = voice;
  // Of a threshold that nobody has used there is nothing to read, unless the file says nothing else.
  const isUsed = (bucket: ServiceType) => read.some(({ serviceType, kind, amount }) => serviceType === bucket && !(kind === "used" && isZero(amount)));
  const some = read.filter(({ serviceType }) => isUsed(serviceType));
  const list = some.length > 0 ? some : read;
  const checks = splits.filter(({ serviceType }) => list.some((figure) => figure.serviceType === serviceType));
  return list.length === 0
    ? nothing
    : html`
    <div>
      <h4>${text("ui.import.figures")}</h4>
      <table role="table" class="read">
        <thead role="rowgroup"><tr role="row">${["threshold", "period"].map((name) => html`<th role="columnheader">${text(`ui.import.${name}`)}</th>`)}<th role="columnheader">${text("ui.import.figure")}</th><th role="columnheader" class="amount">${text("ui.import.amount")}</th></tr></thead>
        <tbody role="rowgroup">
          ${list.map(
            ({ serviceType, kind, amount, from, to, segment }) => html`
            <tr role="row" title=${segment}>
              <th role="rowheader" scope="row">${serviceType}</th>
              <td role="cell" data-label=${text("ui.import.period")}>${period(from, to, voice)}</td>
              <td role="cell" data-label=${text("ui.import.figure")}>${text(KIND[kind])}</td>
              <td role="cell" class="amount" data-label=${text("ui.import.amount")}>${money(amount)}</td>
            </tr>
          `,
          )}
        </tbody>
      </table>
    </div>
    ${checks.map(
      (split) => html`
      <div class="split" data-bucket=${split.serviceType}>
        <h4>${text("ui.import.whose-on", { bucket: split.serviceType, date: date(split.asOf) })}</h4>
        <details><summary>${text("ui.import.how")}</summary>${splitSums(split, voice)}</details>
      </div>
    `,
    )}
  `;
}

function period(from: CivilDate | null, to: CivilDate | null, { text, date }: Voice): string {
  if (from === null) return text("ui.import.period-unnamed");
  return to === null ? text("ui.import.period-from", { from: date(from) }) : text("ui.import.period-from-to", { from: date(from), to: date(to) });
}
