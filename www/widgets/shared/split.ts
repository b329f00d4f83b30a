// Medicare's own figure taken apart, and what is left by it: every figure that is added or taken away.
import { html } from "lit";
import type { CivilDate, Money } from "kx-modifier";
import type { Voice } from "./explanation.js";
import { sum, type Step } from "./sum.js";

/** What `otherUsedFromEligibility` says of one bucket. */
export interface Split {
  year: number;
  /** What all providers used by Medicare's figure, and what of it is ours; the day of the figure. */
  used: Money;
  processed: Money;
  asOf: CivilDate;
  /** What Medicare says is left, where that was its figure. */
  stated: Money | null;
  /** What is left for other providers. */
  elsewhere: Money;
  threshold: Money | null;
  /** All of ours in the year, and the part of it that is under way; the day of our books, null where they are of another year. */
  usedHere: Money;
  pending: Money;
  ours: CivilDate | null;
  remaining: Money | null;
}

/** From Medicare's figure to what other providers used. */
function whose({ year, used, processed, asOf, stated, elsewhere, threshold }: Split): Step[] {
  const from: Step[] =
    stated === null || threshold === null
      ? []
      : [
          { label: "ui.sum.threshold", args: { year: String(year) }, amount: threshold, sign: "" },
          { label: "ui.sum.stated", amount: stated, sign: "−", on: asOf },
        ];
  return [
    ...from,
    { label: "ui.sum.medicare", amount: used, sign: from.length > 0 ? "=" : "", on: asOf },
    { label: "ui.sum.processed", amount: processed, sign: "−", on: asOf },
    { label: "ui.sum.elsewhere", amount: elsewhere, sign: "=", on: asOf },
  ];
}

/** From there to what is left; nothing where no threshold is known. `includes`: how much of ours is under way, in words. */
function left({ year, asOf, elsewhere, threshold, usedHere, pending, ours, remaining }: Split, includes: (pending: Money) => string, none: string): Step[] {
  if (threshold === null || remaining === null) return [];
  return [
    { label: "ui.sum.threshold", args: { year: String(year) }, amount: threshold, sign: "" },
    { label: "ui.sum.here", amount: usedHere, sign: "−", ...(ours === null ? { note: none } : { on: ours, note: includes(pending) }) },
    { label: "ui.sum.elsewhere", amount: elsewhere, sign: "−", on: asOf },
    { label: "ui.sum.remaining", amount: remaining, sign: "=" },
  ];
}

export function splitSums(split: Split, voice: Voice) {
  const { text, money } = voice;
  const rest = left(split, (pending) => text("ui.sum.includes-pending", { amount: money(pending) }), text("ui.sum.none-of-year", { year: String(split.year) }));
  return html`
    <div class="sums">
      <div><p class="name">${text("ui.sum.whose")}</p>${sum(whose(split), voice)}</div>
      ${rest.length === 0 ? "" : html`<div><p class="name">${text("ui.sum.left")}</p>${sum(rest, voice)}</div>`}
    </div>
  `;
}
