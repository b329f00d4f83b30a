import { html, nothing } from "lit";
import { property, query } from "lit/decorators.js";
import type { CivilDate, Money, ThresholdDisplay } from "kx-modifier";
import { KxElement } from "../shared/element.js";
import { send } from "../shared/events.js";
import { field } from "../shared/field.js";
import type { Refusal } from "../shared/model.js";
import { controls, tokens } from "../shared/tokens.js";
import { style } from "./style.js";

const STATUS: { [S in ThresholdDisplay["status"]]: { sign: string; words: string } } = {
  below: { sign: "○", words: "ui.threshold.below" },
  near: { sign: "◔", words: "ui.threshold.near" },
  reached: { sign: "●", words: "ui.threshold.reached" },
  "medical-review": { sign: "▲", words: "ui.threshold.medical-review" },
};

/**
 * One bucket: what is left, what has used it, and the one amount that a person types.
 *
 * @element kx-threshold
 * @slot - Beneath the amount that is typed, for `kx-eligibility` say
 * @fires {CustomEvent<{ serviceType: ServiceType; amount: Money }>} kx-usage-changed - *Other Medicare Threshold Used* was typed
 * @csspart card - The whole panel
 * @csspart amount - What is left
 * @csspart status - How the bucket stands, in words
 * @csspart bar - The bar
 * @csspart fill - What is used of it
 * @csspart facts - The amounts beneath
 * @csspart label - The label of the field
 * @csspart field - The field
 * @csspart projection - What the booked visits do
 * @csspart refusal - What the core said about what was typed
 */
export class KxThreshold extends KxElement {
  static override readonly widget = "threshold";
  static override styles = [tokens, controls, style];

  /** The bucket, from `thresholds` or a decision. */
  @property({ attribute: false }) display: ThresholdDisplay | null = null;
  /** The day of the amounts. */
  @property({ attribute: false }) asOf: CivilDate | null = null;
  /** *Other Medicare Threshold Used* as typed. */
  @property({ attribute: false }) otherUsed = "";
  /** What the booked visits do to it, as `describeProjection` says it; empty where none are booked. */
  @property() projection = "";
  /** What the core said about the amount that was typed. */
  @property({ attribute: false }) refusal: Refusal | undefined = undefined;

  @query(".fill") private fill!: HTMLElement | null;

  protected override render() {
    const shown = this.display;
    if (!shown) return nothing;
    const status = STATUS[shown.status];
    const [amount, ...words] = shown.label.split(" ");
    return html`
      <section part="card" class=${shown.status} aria-labelledby="label">
        <div class="top">
          <h3 id="label"><span class="amount" part="amount">${amount}</span> <span class="words">${words.join(" ")}</span></h3>
          <p class="status" part="status"><span aria-hidden="true">${status.sign}</span> ${this.text(status.words)}</p>
        </div>
        <div class="bar" part="bar" aria-hidden="true"><div class="fill" part="fill"></div></div>
        <dl part="facts">
          ${this.fact("ui.threshold.threshold", this.money(shown.threshold))}
          ${this.fact("ui.threshold.used", this.money(shown.used))}
          ${this.fact("ui.threshold.pending", this.money(shown.pending))}
          ${this.fact("ui.threshold.other-used", this.money(shown.otherUsed))}
          ${shown.medicalReview ? this.review(shown.medicalReview.remaining) : nothing}
          ${this.asOf ? this.fact("ui.threshold.as-of", this.date(this.asOf)) : nothing}
        </dl>
        <p class="visits ${this.projection ? "" : "hint"}" part="projection">${this.projection || this.text("ui.threshold.no-visits")}</p>
        <div class="other">
          ${field({
            id: "other",
            label: this.text("ui.threshold.other"),
            name: `(${shown.serviceType})`,
            value: this.otherUsed,
            refusal: this.refusal,
            money: true,
            placeholder: "0.00",
            typed: (text) => send(this, "kx-usage-changed", { serviceType: shown.serviceType, amount: text.trim() }),
          })}
        </div>
        <slot></slot>
      </section>
    `;
  }

  /** Beyond the amount it says "over", and the amount has no minus sign. */
  private review(remaining: Money) {
    return remaining.startsWith("-")
      ? this.fact("ui.threshold.review-over", this.money(remaining.slice(1)))
      : this.fact("ui.threshold.review-left", this.money(remaining));
  }

  private fact(term: string, value: string) {
    return html`<div><dt>${this.text(term)}</dt><dd>${value}</dd></div>`;
  }

  protected override updated(): void {
    // Through the CSSOM: a style attribute would be refused by a strict Content-Security-Policy.
    this.fill?.style.setProperty("--fraction", String(Math.min(1, this.display?.fraction ?? 0)));
  }
}
