import { html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { CivilDate, Money, ServiceType } from "kx-modifier";
import { KxElement } from "../shared/element.js";
import { send } from "../shared/events.js";
import { noticeList } from "../shared/explanation.js";
import { explanationStyle } from "../shared/explanation-style.js";
import { field, refusalText } from "../shared/field.js";
import { splitSums, type Split } from "../shared/split.js";
import { sumStyle } from "../shared/sum.js";
import { controls, tokens } from "../shared/tokens.js";
import type { Check } from "./model.js";
import { style } from "./style.js";

export type { Check } from "./model.js";

/**
 * Medicare's figure holds this practice's claims too: here it is taken apart before any of it counts as other used.
 *
 * @element kx-eligibility
 * @fires {CustomEvent<{ serviceType: ServiceType; kind: "used" | "remaining"; amount: Money; asOf: CivilDate }>} kx-eligibility-asked - A figure was typed; the host sets `check`
 * @fires {CustomEvent<{ serviceType: ServiceType }>} kx-eligibility-accepted - What is left for others is to count
 * @fires {CustomEvent<{ serviceType: ServiceType }>} kx-eligibility-undone - It is not to count after all
 * @csspart button - The buttons
 * @csspart label - The labels of the fields
 * @csspart field - The fields
 * @csspart split - The figure, taken apart
 * @csspart refusal - What the core said about what was typed
 * @csspart notices - What is not in order
 */
export class KxEligibility extends KxElement {
  static override readonly widget = "eligibility";
  static override styles = [tokens, controls, explanationStyle, sumStyle, style];

  /** The bucket that the figure is of. */
  @property({ attribute: false }) serviceType: ServiceType = "PT/SLP";
  /** The day that is offered for the figure. */
  @property({ attribute: false }) day: CivilDate = "";
  /** What the figure comes to. */
  @property({ attribute: false }) check: Check | null = null;
  /** The day of the check that other used comes from. */
  @property({ attribute: false }) accepted: CivilDate | null = null;

  @state() private open = false;
  @state() private kind: "used" | "remaining" = "used";
  @state() private amount: Money = "";
  @state() private asOf: CivilDate | null = null;

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
      <div id="body" ?hidden=${!this.open}>${this.open ? this.body() : nothing}</div>
    `;
  }

  private body() {
    const { amount: wrongAmount, asOf: wrongDay } = this.check?.refusals ?? {};
    return html`
      <div class="figure">
        <div>
          <label for="kind" class="label" part="label">${this.text("ui.eligibility.says")}</label>
          <select id="kind" part="field" @change=${this.chooseKind}>
            <option value="used" ?selected=${this.kind === "used"}>${this.text("ui.eligibility.used")}</option>
            <option value="remaining" ?selected=${this.kind === "remaining"}>${this.text("ui.eligibility.remaining")}</option>
          </select>
        </div>
        <div>${field({ id: "amount", label: this.text("ui.eligibility.amount"), name: this.text("ui.eligibility.of-check"), value: this.amount, refusal: wrongAmount, money: true, typed: (text) => this.ask({ amount: text.trim() }) })}</div>
        <div>
          <label for="as-of" class="label" part="label">${this.text("ui.eligibility.on")}</label>
          <input
            id="as-of"
            part="field"
            type="date"
            .value=${wrongDay?.text ?? this.asOf ?? this.day}
            aria-invalid=${wrongDay ? "true" : "false"}
            aria-describedby=${wrongDay ? "as-of-refusal" : nothing}
            @change=${this.chooseDay}
          />
          ${refusalText(wrongDay, "as-of-refusal")}
        </div>
      </div>
      ${noticeList(this.check?.notices ?? [], this.voice)}
      ${this.check?.split ? this.split(this.check.split) : nothing}
    `;
  }

  private split(split: Split) {
    return html`
      ${splitSums(split, this.voice)}
      ${
        this.check?.notices.some(({ severity }) => severity === "error")
          ? nothing
          : html`
        <button type="button" class="accept" part="button" @click=${this.accept}>${this.text("ui.eligibility.enter", { amount: this.money(split.elsewhere) })}</button>
      `
      }
    `;
  }

  private chooseKind(event: Event): void {
    const select = event.target as HTMLSelectElement;
    if (!this.ask({ kind: select.value as "used" | "remaining" })) select.value = this.kind;
  }

  private chooseDay(event: Event): void {
    const input = event.target as HTMLInputElement;
    if (!this.ask({ asOf: input.value })) input.value = this.asOf ?? this.day;
  }

  private ask(change: { kind?: "used" | "remaining"; amount?: Money; asOf?: CivilDate }): boolean {
    const { kind, amount, asOf } = { kind: this.kind, amount: this.amount, asOf: this.asOf, ...change };
    if (amount !== "" && !send(this, "kx-eligibility-asked", { serviceType: this.serviceType, kind, amount, asOf: asOf ?? this.day })) return false;
    Object.assign(this, { kind, amount, asOf });
    return true;
  }

  private async accept(): Promise<void> {
    if (!send(this, "kx-eligibility-accepted", { serviceType: this.serviceType })) return;
    this.open = false;
    await this.updateComplete;
    this.undoButton?.focus();
  }

  private undo(): void {
    if (send(this, "kx-eligibility-undone", { serviceType: this.serviceType })) this.toggle?.focus();
  }
}
