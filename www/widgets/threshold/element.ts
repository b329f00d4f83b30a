import { html, nothing } from "lit";
import { property, query } from "lit/decorators.js";
import type { CivilDate, ThresholdCard, ThresholdDisplay } from "kx-modifier";
import { KxElement } from "../shared/element.js";
import { send } from "../shared/events.js";
import { noticeList } from "../shared/explanation.js";
import { explanationStyle } from "../shared/explanation-style.js";
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
 * One bucket: what was left before the visit and what is left after its lines, what has used it, and the one amount that a person types.
 *
 * @element kx-threshold
 * @slot - Beneath the amount that is typed, for `kx-eligibility` say
 * @fires {CustomEvent<{ serviceType: ServiceType; amount: Money }>} kx-usage-changed - *Other Medicare Threshold Used* was typed
 * @csspart card - The whole panel
 * @csspart amount - What was left before the visit
 * @csspart after - What is left after today's lines
 * @csspart notices - What is to be known of the figures
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
  static override styles = [tokens, controls, explanationStyle, style];

  /** The bucket, from `thresholds`, an open appointment or a decision. */
  @property({ attribute: false }) display: (ThresholdDisplay & Partial<Pick<ThresholdCard, "before" | "notices">>) | null = null;
  /** The day of the amounts. */
  @property({ attribute: false }) asOf: CivilDate | null = null;
  /** *Other Medicare Threshold Used* as typed. */
  @property({ attribute: false }) otherUsed = "";
  /** What the booked visits do to it, as `describeProjection` says it; empty where none are booked. */
  @property() projection = "";
  /** What the core said about the amount that was typed. */
  @property({ attribute: false }) refusal: Refusal | undefined = undefined;

  @query(".fill") private fill!: HTMLElement | null;

  /** The balance that the visit began with. */
  private get start(): ThresholdDisplay | null {
    return this.display?.before ?? this.display;
  }

  protected override render() {
    const shown = this.start;
    const notices = this.display?.notices ?? [];
    if (!shown) return nothing;
    // Figures of another year are none of this bucket.
    const unknown = notices.some(({ severity }) => severity === "error");
    return html`
      <section part="card" class=${unknown ? "unknown" : shown.status} aria-labelledby="label">
        ${unknown ? html`<h3 id="label">${this.text("ui.threshold.not-known", { bucket: shown.serviceType })}</h3>` : this.balance(shown)}
        ${noticeList(notices, this.voice)}
        ${unknown ? nothing : this.facts(shown)}
        ${unknown ? nothing : html`<p class="visits ${this.projection ? "" : "hint"}" part="projection">${this.projection || this.text("ui.threshold.no-visits")}</p>`}
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

  private balance(shown: ThresholdDisplay) {
    const status = STATUS[shown.status];
    const [amount, ...words] = shown.label.split(" ");
    const after = this.display?.before ? this.display : null;
    return html`
      <div class="top">
        <h3 id="label"><span class="amount" part="amount">${amount}</span> <span class="words">${words.join(" ")}</span></h3>
        <p class="moment">${this.text("ui.threshold.before-visit")}</p>
        <p class="status" part="status"><span aria-hidden="true">${status.sign}</span> ${this.text(status.words)}</p>
      </div>
      ${
        after
          ? html`
        <p class="after ${after.status}" part="after">
          <span>${this.text("ui.threshold.after-lines")}</span>
          <b>${this.money(after.remaining)}</b>
          <span class="tone"><span aria-hidden="true">${STATUS[after.status].sign}</span> ${this.text(STATUS[after.status].words)}</span>
        </p>
      `
          : nothing
      }
      <div class="bar" part="bar" aria-hidden="true"><div class="fill" part="fill"></div></div>
    `;
  }

  /** A supplied balance has no sum behind it: a notice says what it stands in for. */
  private facts(shown: ThresholdDisplay) {
    return html`
      <dl part="facts">
        ${this.fact("ui.threshold.threshold", this.money(shown.threshold))}
        ${
          shown.source === "precomputed"
            ? nothing
            : html`
          ${this.fact("ui.threshold.used", this.money(shown.used))}
          ${this.fact("ui.threshold.pending", this.money(shown.pending))}
          ${this.fact("ui.threshold.other-used", this.money(shown.otherUsed))}
        `
        }
        ${shown.medicalReview ? this.fact("ui.threshold.review-left", this.money(shown.medicalReview.remaining)) : nothing}
        ${this.asOf ? this.fact("ui.threshold.as-of", this.date(this.asOf)) : nothing}
      </dl>
    `;
  }

  private fact(term: string, value: string) {
    return html`<div><dt>${this.text(term)}</dt><dd>${value}</dd></div>`;
  }

  protected override updated(): void {
    // Through the CSSOM: a style attribute would be refused by a strict Content-Security-Policy.
    this.fill?.style.setProperty("--fraction", String(Math.min(1, this.start?.fraction ?? 0)));
  }
}
