import { html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { CivilDate, Money, ThresholdDisplay } from "kx-modifier";
import { amountIn, isMoreThanTwice, isSame } from "../shared/amounts.js";
import { DOUBT, doubt } from "../shared/doubt.js";
import { send } from "../shared/events.js";
import { FieldElement } from "../shared/field.js";
import type { Refusal } from "../shared/model.js";
import { controls, tokens } from "../shared/tokens.js";
import { always } from "../shared/typing.js";
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
 * @fires {CustomEvent<{ serviceType: ServiceType; amount: Money }>} kx-usage-changed - *Other Medicare Threshold Used* was typed, as an exact amount; more than twice the threshold is asked about first
 * @csspart card - The whole panel
 * @csspart amount - What is left
 * @csspart status - How the bucket stands, in words
 * @csspart bar - The bar
 * @csspart fill - What is used of it
 * @csspart facts - The amounts beneath
 * @csspart label - The label of the field
 * @csspart field - The field
 * @csspart projection - What the booked visits do
 * @csspart refusal - What to type in place of what was refused
 * @csspart question - Whether an unlikely amount is meant
 * @csspart button - The buttons of the question
 */
export class KxThreshold extends FieldElement {
  static override readonly widget = "threshold";
  static override styles = [tokens, controls, style];

  /** The bucket, from `thresholds` or a decision. */
  @property({ attribute: false }) display: ThresholdDisplay | null = null;
  /** The day of the amounts. */
  @property({ attribute: false }) asOf: CivilDate | null = null;
  /** *Other Medicare Threshold Used*, an exact amount. Setting it again takes back what was typed since. */
  @property({ attribute: false, hasChanged: always }) otherUsed = "";
  /** What the booked visits do to it, as `describeProjection` says it; empty where none are booked. */
  @property() projection = "";
  /** Why the amount that was typed is refused. */
  @property({ attribute: false }) refusal: Refusal | undefined = undefined;

  /** Unlikely, and not counted before somebody says that it is meant. */
  @state() private doubted: Money | null = null;

  @query("#other") private other!: HTMLInputElement | null;
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
          ${shown.medicalReview ? this.fact("ui.threshold.review-left", this.money(shown.medicalReview.remaining)) : nothing}
          ${this.asOf ? this.fact("ui.threshold.as-of", this.date(this.asOf)) : nothing}
        </dl>
        <p class="visits ${this.projection ? "" : "hint"}" part="projection">${this.projection || this.text("ui.threshold.no-visits")}</p>
        <div class="other">
          ${this.field({
            id: "other",
            kind: "amount",
            label: this.text("ui.threshold.other"),
            name: `(${shown.serviceType})`,
            value: this.doubted ?? this.otherUsed,
            refusal: this.refusal,
            placeholder: amountIn(this.locale, "0.00"),
            described: this.doubted === null ? undefined : DOUBT,
            typed: (amount) => this.offer(amount, shown),
          })}
          ${
            this.doubted === null
              ? nothing
              : doubt(
                  this.doubted,
                  shown.threshold,
                  this.voice,
                  this.locale,
                  () => void this.answer(shown, true),
                  () => void this.answer(shown, false),
                )
          }
        </div>
        <slot></slot>
      </section>
    `;
  }

  /** Puts away what was typed and refused or asked about, for a host that shows another patient in the same element. */
  override forget(): void {
    this.doubted = null;
    super.forget();
  }

  private offer(amount: Money, { serviceType, threshold }: ThresholdDisplay): boolean {
    this.doubted = amount !== "" && isMoreThanTwice(amount, threshold) && !isSame(amount, this.otherUsed) ? amount : null;
    return this.doubted !== null || send(this, "kx-usage-changed", { serviceType, amount });
  }

  private async answer({ serviceType }: ThresholdDisplay, isMeant: boolean): Promise<void> {
    const amount = this.doubted ?? "";
    this.doubted = null;
    if (isMeant) send(this, "kx-usage-changed", { serviceType, amount });
    await this.updateComplete;
    // The pressed button is gone.
    this.other?.focus();
    if (!isMeant) this.other?.select();
  }

  private fact(term: string, value: string) {
    return html`<div><dt>${this.text(term)}</dt><dd>${value}</dd></div>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("otherUsed") && changed.get("otherUsed") !== this.otherUsed) this.doubted = null;
  }

  protected override updated(): void {
    // Through the CSSOM: a style attribute would be refused by a strict Content-Security-Policy.
    this.fill?.style.setProperty("--fraction", String(Math.min(1, this.display?.fraction ?? 0)));
  }
}
