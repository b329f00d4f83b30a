import { html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { CivilDate, Money, Notice, ServiceType, ThresholdCard, ThresholdDisplay } from "kx-modifier";
import { amountIn, dollarsIn, isMoreThanTwice, isSame } from "../shared/amounts.js";
import { DOUBT, doubt, doubtText } from "../shared/doubt.js";
import { send, type KxEventName } from "../shared/events.js";
import { noticeList } from "../shared/explanation.js";
import { explanationStyle } from "../shared/explanation-style.js";
import { FieldElement, type Field } from "../shared/field.js";
import type { Fault } from "../shared/form.js";
import type { Refusal } from "../shared/model.js";
import { STANDING } from "../shared/standing.js";
import { controls, tokens } from "../shared/tokens.js";
import { always } from "../shared/typing.js";
import { style } from "./style.js";

/**
 * One bucket: what is left now, after the visit's lines where some count, what has used it, and the one amount that a person types.
 *
 * @element kx-threshold
 * @slot - Beneath the amount that is typed, for `kx-eligibility` say
 * @fires {CustomEvent<{ serviceType: ServiceType; amount: Money }>} kx-usage-changed - *Other Medicare Threshold Used* was typed, as an exact amount; more than twice the threshold is asked about first
 * @fires {CustomEvent<{ value: unknown; because: "reset" | "restored" }>} kx-form-restored - A form was reset or restored: the host takes `value` as its own
 * @csspart card - The whole panel
 * @csspart amount - What is left, after today's lines where some count
 * @csspart before - What was left before the visit, where lines count
 * @csspart notices - What is to be known of the figures
 * @csspart status - How the bucket stands, in words
 * @csspart bar - The bar
 * @csspart fill - What was used of it before the visit
 * @csspart today - What today's lines use of it
 * @csspart tick - The threshold, and the medical review threshold
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
  static override styles = [tokens, controls, explanationStyle, style];
  protected static override readonly changes: readonly KxEventName[] = ["kx-usage-changed"];

  /** The bucket, from `thresholds`, an open appointment or a decision. */
  @property({ attribute: false }) display: (ThresholdDisplay & Partial<Pick<ThresholdCard, "before" | "notices">>) | null = null;
  /** Only the balance as it is now, in two short rows: for the strip at the top of a screen. */
  @property({ type: Boolean, reflect: true }) slim = false;
  /** Set where there is no amount for the bucket's year: the card then says so, in the place of the figures. */
  @property({ attribute: false }) missing: { serviceType: ServiceType; year: number } | null = null;
  /** The day of the amounts. */
  @property({ attribute: false }) asOf: CivilDate | null = null;
  /** *Other Medicare Threshold Used*, an exact amount. Setting it again takes back what was typed since. */
  @property({ attribute: false, hasChanged: always }) otherUsed = "";
  /** What the booked visits do to it, as `describeProjection` says it; empty where none are booked. Null says nothing of them. */
  @property() projection: string | null = null;
  /** How many of the visit's lines count although KX was left off them: nobody knows yet whether Medicare takes them. */
  @property({ type: Number, attribute: "kx-off" }) kxOff = 0;
  /** Why the amount that was typed is refused. */
  @property({ attribute: false }) refusal: Refusal | null | undefined = undefined;

  /** Unlikely, and not counted before somebody says that it is meant. */
  @state() private doubted: Money | null = null;

  @query("#other") private other!: HTMLInputElement | null;
  @query(".bar") private bar!: HTMLElement | null;

  protected override render() {
    const shown = this.display;
    const notices = shown?.notices ?? [];
    if (!shown)
      return this.missing ? (this.slim ? this.unknown(this.missing.serviceType, this.yearMissing(this.missing.year)) : this.without(this.missing)) : nothing;
    if (this.slim) return this.short(shown, notices);
    // Figures of another year are none of this bucket.
    const unknown = notices.some(({ severity }) => severity === "error");
    const other: Field = {
      id: "other",
      kind: "amount",
      label: this.text("ui.threshold.other"),
      name: `(${shown.serviceType})`,
      value: this.otherUsed,
      asked: this.doubted,
      otherwise: shown.otherUsed,
      refusal: this.refusal,
      placeholder: amountIn(this.locale, "0.00"),
      described: this.doubted === null ? undefined : DOUBT,
      typed: (amount) => this.offer(amount, shown),
      replaced: () => (this.doubted = null),
    };
    return html`
      <section part="card" class=${unknown ? "unknown" : shown.status} aria-labelledby="label">
        ${unknown ? html`<h3 id="label">${this.text("ui.threshold.not-known", { bucket: shown.serviceType })}</h3>` : this.balance(shown)}
        ${noticeList(notices, this.voice)}
        ${unknown ? nothing : this.facts(shown)}
        ${unknown || this.kxOff === 0 ? nothing : html`<p class="hint kx-off">${this.text("ui.threshold.kx-off", { count: this.kxOff })}</p>`}
        ${unknown || this.projection === null ? nothing : html`<p class="visits ${this.projection ? "" : "hint"}" part="projection">${this.projection || this.text("ui.threshold.no-visits")}</p>`}
        ${this.lockNote()}
        <div class="other">
          ${this.field(other)}
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
                  { counts: this.text("ui.doubt.elsewhere") },
                )
          }
          ${this.doubted !== null || this.refusalOf(other) ? this.still(other) : nothing}
        </div>
        <slot></slot>
      </section>
    `;
  }

  /** Puts the focus into the field of what was used elsewhere, for a host that asks for it. */
  enter(): void {
    this.other?.focus({ preventScroll: true });
    this.other?.select();
    this.other?.scrollIntoView?.({ block: "center" });
  }

  /** Puts away what was typed and refused or asked about, for a host that shows another patient in the same element. */
  override forget(): void {
    this.doubted = null;
    super.forget();
  }

  protected override get content(): { serviceType: ServiceType; otherUsed: Money } | null {
    return this.display && { serviceType: this.display.serviceType, otherUsed: this.otherUsed };
  }

  protected override restore(content: unknown): void {
    const { otherUsed } = (content ?? {}) as { otherUsed?: unknown };
    if (typeof otherUsed === "string") this.otherUsed = otherUsed;
  }

  protected override findFault(): Fault | null {
    const refused = super.findFault();
    if (refused || this.doubted === null || !this.display) return refused;
    return { message: doubtText(this.doubted, this.display.threshold, this.voice, this.locale), anchor: this.other };
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

  private balance(shown: NonNullable<KxThreshold["display"]>) {
    const status = STANDING[shown.status];
    const [amount, ...words] = shown.label.split(" ");
    const { before = null } = shown;
    return html`
      <div class="top">
        <h3 id="label"><span class="amount" part="amount"><bdi dir="ltr">${amount}</bdi></span> <span class="words">${words.join(" ")}</span></h3>
        <p class="moment">${this.text(before ? "ui.threshold.after-lines" : "ui.threshold.before-visit")}</p>
        <p class="status" part="status"><span aria-hidden="true">${status.sign}</span> ${this.text(status.words)}</p>
      </div>
      ${before ? html`<p class="before" part="before"><span>${this.text("ui.threshold.before-visit")}:</span> <b>${this.remains(before.remaining)}</b></p>` : nothing}
      <div class="bar" part="bar" aria-hidden="true">
        <div class="track">${before ? html`<div class="today" part="today"></div>` : nothing}<div class="fill" part="fill"></div></div>
        ${[shown.threshold, shown.medicalReview?.threshold].map((amount, place) => (amount ? html`<div class="tick ${place === 0 ? "" : "review"}" part="tick"><span>${dollarsIn(this.locale, amount, (whole) => this.money(whole))}</span></div>` : nothing))}
      </div>
    `;
  }

  private without({ serviceType, year }: { serviceType: ServiceType; year: number }) {
    return html`
      <section part="card" class="unknown" aria-labelledby="label">
        <h3 id="label">${this.text("ui.threshold.not-known", { bucket: serviceType })}</h3>
        ${noticeList([{ severity: "error", message: this.text("ui.threshold.missing-year", { bucket: serviceType, year: String(year) }) }], this.voice)}
        <slot></slot>
      </section>
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
        ${shown.medicalReview ? this.review(shown.medicalReview.remaining) : nothing}
        ${this.asOf ? this.fact("ui.threshold.as-of", this.date(this.asOf)) : nothing}
      </dl>
    `;
  }

  /** Beyond the amount it says "over", and the amount has no minus sign. */
  private review(remaining: Money) {
    return remaining.startsWith("-")
      ? this.fact("ui.threshold.review-over", this.money(remaining.slice(1)))
      : this.fact("ui.threshold.review-left", this.money(remaining));
  }

  private short({ serviceType, year, remaining, status, before = null }: NonNullable<KxThreshold["display"]>, notices: readonly Notice[]) {
    const fault = notices.find(({ severity }) => severity === "error");
    if (fault)
      return this.unknown(
        serviceType,
        fault.code === "other-year-usage" && this.asOf ? this.text("ui.threshold.check-year", { last: this.asOf.slice(0, 4), year: String(year) }) : "",
      );
    const over = remaining.startsWith("-");
    return html`
      <p part="card" class="slim ${status}">
        <span class="bucket">${this.text(over ? "ui.threshold.over-by" : "ui.threshold.left", { bucket: serviceType })}</span>
        <span class="balance" part="status">
          <span class="tone" aria-hidden="true">${STANDING[status].sign}</span>
          <b part="amount">${this.money(over ? remaining.slice(1) : remaining)}</b>
          <span class="unseen">, ${this.text(STANDING[status].words)},</span> <span class="hint moment">${this.text(before ? "ui.threshold.after-visit" : "ui.threshold.before")}</span>
        </span>
      </p>
    `;
  }

  private yearMissing(year: number): string {
    return this.text("ui.threshold.year-missing", { year: String(year) });
  }

  /** In short: what is not known, and why. */
  private unknown(bucket: ServiceType, why: string) {
    return html`
      <p part="card" class="slim near unsure">
        <span class="bucket">${why ? this.text("ui.threshold.why-unknown", { bucket, why }) : bucket}</span>
        <span class="balance" part="status"><span class="tone" aria-hidden="true">${STANDING.unknown.sign}</span> <b part="amount">${this.text(STANDING.unknown.words)}</b></span>
      </p>
    `;
  }

  private fact(term: string, value: string) {
    return html`<div><dt>${this.text(term)}</dt><dd>${value}</dd></div>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("otherUsed") && changed.get("otherUsed") !== this.otherUsed) this.doubted = null;
  }

  protected override updated(): void {
    // Through the CSSOM: a style attribute would be refused by a strict Content-Security-Policy.
    if (!this.bar || !this.display) return;
    const { fraction, before, threshold, medicalReview } = this.display;
    const review = medicalReview ? Number(medicalReview.threshold) / Number(threshold) : 1;
    // One scale for all patients, as long as no more than that is used: over the threshold looks as far over as it is.
    const whole = Math.max(1, review * 1.05, fraction);
    for (const [name, share] of [
      ["--fraction", before?.fraction ?? fraction],
      ["--now", fraction],
      ["--threshold", 1],
      ["--review", review],
    ] as const)
      this.bar.style.setProperty(name, String(Math.min(1, share / whole)));
  }
}
