import { html, LitElement, nothing } from "lit";
import { property, query } from "lit/decorators.js";
import type { CivilDate, ThresholdDisplay } from "kx-modifier";
import { send } from "../shared/events.js";
import { field } from "../shared/field.js";
import { day, dollars } from "../shared/format.js";
import type { Projection, Refusal } from "../shared/model.js";
import { controls, tokens } from "../shared/tokens.js";
import { style } from "./style.js";

const STATUS: { [S in ThresholdDisplay["status"]]: { sign: string; words: string } } = {
  below: { sign: "○", words: "Below threshold" },
  near: { sign: "◔", words: "Near threshold" },
  reached: { sign: "●", words: "Threshold reached" },
  "medical-review": { sign: "▲", words: "Medical review" },
};

/** One bucket: what is left, what has used it, and the one amount that a person types. */
export class KxThreshold extends LitElement {
  static override styles = [tokens, controls, style];

  @property({ attribute: false }) display: ThresholdDisplay | null = null;
  @property({ attribute: false }) asOf: CivilDate | null = null;
  /** *Other Medicare Threshold Used* as typed. */
  @property({ attribute: false }) otherUsed = "";
  @property({ attribute: false }) projection: Projection | undefined = undefined;
  @property({ attribute: false }) refusal: Refusal | undefined = undefined;

  @query(".fill") private fill!: HTMLElement | null;

  override render() {
    const shown = this.display;
    if (!shown) return nothing;
    const status = STATUS[shown.status];
    const [amount, ...words] = shown.label.split(" ");
    return html`
      <section class=${shown.status} aria-labelledby="label">
        <div class="top">
          <h3 id="label"><span class="amount">${amount}</span> <span class="words">${words.join(" ")}</span></h3>
          <p class="status"><span aria-hidden="true">${status.sign}</span> ${status.words}</p>
        </div>
        <div class="bar" aria-hidden="true"><div class="fill"></div></div>
        <dl>
          ${this.fact("Threshold", dollars(shown.threshold))}
          ${this.fact("Used", dollars(shown.used))}
          ${this.fact("Of it pending", dollars(shown.pending))}
          ${this.fact("Other used", dollars(shown.otherUsed))}
          ${shown.medicalReview ? this.fact("Medical review left", dollars(shown.medicalReview.remaining)) : nothing}
          ${this.asOf ? this.fact("As of", day(this.asOf)) : nothing}
        </dl>
        ${this.projection ? this.visits(this.projection) : html`<p class="visits hint">No visits booked</p>`}
        <div class="other">
          ${field({
            id: "other",
            label: "Other Medicare Threshold Used",
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

  private visits({ crossesOn, visitsBeforeCrossing: before, unknownYears }: Projection) {
    const visits = (count: number): string => (count === 1 ? "visit" : "visits");
    const [lead, rest] = crossesOn !== null
      ? [before === 0 ? "No visits left" : `About ${before} ${visits(before)} left`, `${day(crossesOn)} is over the threshold`]
      : ["", before === 0 ? "" : `The booked ${before === 1 ? "visit does" : `${before} visits do`} not use it up`];
    return html`
      <p class="visits">
        ${lead ? html`<b>${lead}</b>: ` : nothing}${rest}${unknownYears.length === 0 ? nothing : html`
          <span class="left-out">Visits in ${unknownYears.join(" and ")} are left out: no amount is known for ${unknownYears.length === 1 ? "that year" : "those years"}</span>
        `}
      </p>
    `;
  }

  private fact(term: string, value: string) {
    return html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
  }

  override updated(): void {
    // Through the CSSOM: a style attribute would be refused by a strict Content-Security-Policy.
    this.fill?.style.setProperty("--fraction", String(Math.min(1, this.display?.fraction ?? 0)));
  }
}
