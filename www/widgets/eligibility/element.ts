import { html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { CivilDate, Money, ServiceType } from "kx-modifier";
import { isMoreThanTwice, isSame } from "../shared/amounts.js";
import { DOUBT, doubt } from "../shared/doubt.js";
import { send, type KxEventName } from "../shared/events.js";
import { noticeList } from "../shared/explanation.js";
import { explanationStyle } from "../shared/explanation-style.js";
import { FieldElement, type Field } from "../shared/field.js";
import { splitSums, type Split } from "../shared/split.js";
import { sumStyle } from "../shared/sum.js";
import { controls, tokens } from "../shared/tokens.js";
import { always, controlled } from "../shared/typing.js";
import type { Check } from "./model.js";
import { style } from "./style.js";

export type { Check } from "./model.js";

/**
 * Medicare's figure holds this practice's claims too: here it is taken apart before any of it counts as other used.
 *
 * @element kx-eligibility
 * @fires {CustomEvent<{ serviceType: ServiceType; kind: "used" | "remaining"; amount: Money; asOf: CivilDate }>} kx-eligibility-asked - A figure was typed, as an exact amount; the host sets `check`
 * @fires {CustomEvent<{ serviceType: ServiceType }>} kx-eligibility-accepted - What is left for others is to count
 * @fires {CustomEvent<{ serviceType: ServiceType }>} kx-eligibility-undone - It is not to count after all
 * @fires {CustomEvent<{ value: unknown; because: "reset" | "restored" }>} kx-form-restored - A form was reset or restored: the host takes `value` as its own
 * @csspart button - The buttons
 * @csspart label - The labels of the fields
 * @csspart field - The fields
 * @csspart split - The figure, taken apart
 * @csspart refusal - What to type in place of what was refused
 * @csspart question - Whether an unlikely amount is meant
 * @csspart notices - What is not in order
 */
export class KxEligibility extends FieldElement {
  static override readonly widget = "eligibility";
  static override styles = [tokens, controls, explanationStyle, sumStyle, style];
  protected static override readonly changes: readonly KxEventName[] = ["kx-eligibility-asked"];

  /** The bucket that the figure is of. */
  @property({ attribute: false }) serviceType: ServiceType = "PT/SLP";
  /** The day that is offered for the figure. */
  @property({ attribute: false }) day: CivilDate = "";
  /** The year's threshold: more than twice as much is asked about first. Null: nothing is. */
  @property({ attribute: false }) threshold: Money | null = null;
  /** What the figure comes to. */
  @property({ attribute: false, hasChanged: always }) check: Check | null = null;
  /** No check is of a later day than this: today, for a host that knows it. */
  @property({ attribute: false }) latest: CivilDate | null = null;
  /** The day of the check that other used comes from. */
  @property({ attribute: false }) accepted: CivilDate | null = null;

  @state() private open = false;
  @state() private kind: "used" | "remaining" = "used";
  @state() private amount: Money = "";
  @state() private asOf: CivilDate | null = null;
  /** Unlikely, and not looked at before somebody says that it is meant. */
  @state() private doubted: Money | null = null;

  /** The sum that stood on the button when it was pressed. */
  private pressed: Split | null = null;

  @query("#amount") private typed!: HTMLInputElement | null;
  @query(".toggle") private toggle!: HTMLButtonElement | null;
  @query(".undo") private undoButton!: HTMLButtonElement | null;

  protected override render() {
    return html`
      <div class="top">
        <button type="button" class="plain toggle" part="button" aria-expanded=${this.open ? "true" : "false"} aria-controls="body" @click=${() => (this.open = !this.open)}>
          ${this.text("ui.eligibility.open")}<span class="unseen"> (${this.serviceType})</span>
        </button>
        ${
          this.accepted === null
            ? nothing
            : html`
          <span class="hint">${this.text("ui.eligibility.checked", { date: this.date(this.accepted) })}</span>
          <button type="button" class="plain undo" part="button" @click=${this.undo}>${this.text("ui.eligibility.undo")}<span class="unseen"> ${this.text("ui.eligibility.undo-which", { bucket: this.serviceType })}</span></button>
        `
        }
      </div>
      ${this.lockNote()}
      <div id="body" ?hidden=${!this.open}>${this.open ? this.body() : nothing}</div>
    `;
  }

  /** Opens the panel and puts the focus on the amount. */
  async reveal(): Promise<void> {
    this.open = true;
    await this.updateComplete;
    this.typed?.focus();
    this.typed?.scrollIntoView?.({ block: "center" });
  }

  protected override get content(): object | null {
    const { serviceType, kind, amount, asOf, day } = this;
    return amount === "" ? null : { serviceType, kind, amount, asOf: asOf ?? day };
  }

  protected override restore(content: unknown): void {
    const { kind, amount, asOf } = (content ?? {}) as { [name: string]: unknown };
    this.kind = kind === "remaining" ? "remaining" : "used";
    this.amount = typeof amount === "string" ? amount : "";
    this.asOf = typeof asOf === "string" ? asOf : null;
  }

  /** Puts away what was typed and refused or asked about, for a host that shows another patient in the same element. */
  override forget(): void {
    this.doubted = null;
    super.forget();
  }

  private body() {
    const { amount: wrongAmount, asOf: wrongDay } = this.check?.refusals ?? {};
    const amount: Field = {
      id: "amount",
      kind: "amount",
      label: this.text("ui.eligibility.amount"),
      name: this.text("ui.eligibility.of-check"),
      value: this.amount,
      asked: this.doubted,
      refusal: wrongAmount,
      described: this.doubted === null ? undefined : DOUBT,
      typed: (text) => this.offer(text),
      replaced: () => (this.doubted = null),
    };
    const day: Field = {
      id: "as-of",
      kind: "date",
      label: this.text("ui.eligibility.on"),
      value: this.asOf ?? this.day,
      refusal: wrongDay,
      latest: this.latest ?? undefined,
      typed: (asOf) => this.ask({ asOf }),
    };
    return html`
      <div class="figure">
        <div>
          <label for="kind" class="label" part="label">${this.text("ui.eligibility.says")}</label>
          <select id="kind" part="field" .value=${controlled(this.kind)} @change=${this.chooseKind}>
            <option value="used" ?selected=${this.kind === "used"}>${this.text("ui.eligibility.used")}</option>
            <option value="remaining" ?selected=${this.kind === "remaining"}>${this.text("ui.eligibility.remaining")}</option>
          </select>
        </div>
        <div>${this.input(amount)}</div>
        <div>${this.input(day)}</div>
        <div class="refused">${this.refused(amount)}${this.refused(day)}</div>
      </div>
      ${
        this.doubted === null || this.threshold === null
          ? nothing
          : doubt(
              this.doubted,
              this.threshold,
              this.voice,
              this.locale,
              () => void this.answer(true),
              () => void this.answer(false),
            )
      }
      ${this.isOfWhatStands(amount, day) ? noticeList(this.check?.notices ?? [], this.voice) : nothing}
      ${this.check?.split && this.isSound(amount, day) ? this.split(this.check.split) : nothing}
    `;
  }

  /** What was said of an earlier figure is none about one that is refused or asked about. */
  private isOfWhatStands(...fields: readonly Field[]): boolean {
    return this.doubted === null && !fields.some((field) => this.refusalOf(field));
  }

  /** A sum of what is refused, asked about or of another year would be taken for the answer. */
  private isSound(...fields: readonly Field[]): boolean {
    return this.isOfWhatStands(...fields) && (this.check?.notices ?? []).every(({ severity }) => severity !== "error");
  }

  private split(split: Split) {
    return html`
      ${splitSums(split, this.voice)}
      <button type="button" class="accept" part="button" @pointerdown=${() => (this.pressed = split)} @click=${this.accept}>${this.text("ui.eligibility.enter", { amount: this.money(split.elsewhere) })}</button>
    `;
  }

  private chooseKind(event: Event): void {
    const select = event.target as HTMLSelectElement;
    this.doubted = null;
    if (!this.ask({ kind: select.value as "used" | "remaining" })) select.value = this.kind;
  }

  private offer(amount: Money): boolean {
    const { kind, threshold } = this;
    const isUnlikely = kind === "used" && amount !== "" && threshold !== null && isMoreThanTwice(amount, threshold) && !isSame(amount, this.amount);
    this.doubted = isUnlikely ? amount : null;
    return isUnlikely || this.ask({ amount });
  }

  private async answer(isMeant: boolean): Promise<void> {
    const amount = this.doubted ?? "";
    this.doubted = null;
    if (isMeant) this.ask({ amount });
    await this.updateComplete;
    // The pressed button is gone.
    this.typed?.focus();
    if (!isMeant) this.typed?.select();
  }

  private ask(change: { kind?: "used" | "remaining"; amount?: Money; asOf?: CivilDate }): boolean {
    const { kind, amount, asOf } = { kind: this.kind, amount: this.amount, asOf: this.asOf, ...change };
    if (amount !== "" && !send(this, "kx-eligibility-asked", { serviceType: this.serviceType, kind, amount, asOf: asOf ?? this.day })) return false;
    Object.assign(this, { kind, amount, asOf });
    return true;
  }

  private async accept(event: MouseEvent): Promise<void> {
    // A key presses what stands there; a press of the pointer may have been broken off before it.
    const pressed = event.detail === 0 ? null : this.pressed;
    this.pressed = null;
    // Leaving a field brought another sum under the pointer: that is read before it is entered.
    if (pressed && JSON.stringify(pressed) !== JSON.stringify(this.check?.split)) return;
    if (!send(this, "kx-eligibility-accepted", { serviceType: this.serviceType })) return;
    this.open = false;
    await this.updateComplete;
    this.undoButton?.focus();
  }

  private undo(): void {
    if (send(this, "kx-eligibility-undone", { serviceType: this.serviceType })) this.toggle?.focus();
  }
}
