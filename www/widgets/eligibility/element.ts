import { html, LitElement, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { CivilDate, Money, ServiceType } from "kx-modifier";
import { send } from "../shared/events.js";
import { field, refusalText } from "../shared/field.js";
import { day, dollars } from "../shared/format.js";
import { SEVERITY } from "../shared/severity.js";
import { controls, tokens } from "../shared/tokens.js";
import type { Check } from "./model.js";
import { style } from "./style.js";

/** Medicare's figure holds this practice's claims too: here it is taken apart before any of it counts as other used. */
export class KxEligibility extends LitElement {
  static override styles = [tokens, controls, style];

  @property({ attribute: false }) serviceType: ServiceType = "PT/SLP";
  /** The day that is offered for the figure. */
  @property({ attribute: false }) day: CivilDate = "";
  @property({ attribute: false }) check: Check | null = null;
  /** The day of the check that other used comes from. */
  @property({ attribute: false }) accepted: CivilDate | null = null;

  @state() private open = false;
  @state() private kind: "used" | "remaining" = "used";
  @state() private amount: Money = "";
  @state() private asOf: CivilDate | null = null;

  @query(".toggle") private toggle!: HTMLButtonElement | null;
  @query(".undo") private undoButton!: HTMLButtonElement | null;

  override render() {
    return html`
      <div class="top">
        <button type="button" class="plain toggle" aria-expanded=${this.open ? "true" : "false"} aria-controls="body" @click=${() => (this.open = !this.open)}>
          From an eligibility check …<span class="unseen"> (${this.serviceType})</span>
        </button>
        ${this.accepted === null ? nothing : html`
          <span class="hint">Checked ${day(this.accepted)}</span>
          <button type="button" class="plain undo" @click=${this.undo}>Undo<span class="unseen"> the eligibility check (${this.serviceType})</span></button>
        `}
      </div>
      <div id="body" ?hidden=${!this.open}>${this.open ? this.body() : nothing}</div>
    `;
  }

  private body() {
    const { amount: wrongAmount, asOf: wrongDay } = this.check?.refusals ?? {};
    return html`
      <div class="figure">
        <div>
          <label for="kind" class="label">Medicare says</label>
          <select id="kind" @change=${(event: Event) => this.ask({ kind: (event.target as HTMLSelectElement).value as "used" | "remaining" })}>
            <option value="used" ?selected=${this.kind === "used"}>Used</option>
            <option value="remaining" ?selected=${this.kind === "remaining"}>Remaining</option>
          </select>
        </div>
        <div>${field({ id: "amount", label: "Amount", name: "of the eligibility check", value: this.amount, refusal: wrongAmount, money: true, typed: (text) => this.ask({ amount: text.trim() }) })}</div>
        <div>
          <label for="as-of" class="label">On</label>
          <input
            id="as-of"
            type="date"
            .value=${wrongDay?.text ?? this.asOf ?? this.day}
            aria-invalid=${wrongDay ? "true" : "false"}
            aria-describedby=${wrongDay ? "as-of-refusal" : nothing}
            @change=${(event: Event) => this.ask({ asOf: (event.target as HTMLInputElement).value })}
          />
          ${refusalText(wrongDay, "as-of-refusal")}
        </div>
      </div>
      ${this.check?.notices.length ? html`
        <ul class="notices">
          ${this.check.notices.map(({ severity, message }) => html`
            <li class=${severity}><span class="badge"><span aria-hidden="true">${SEVERITY[severity].sign}</span> ${SEVERITY[severity].word}</span> <span>${message}</span></li>
          `)}
        </ul>
      ` : nothing}
      ${this.check?.split ? this.split(this.check.split) : nothing}
    `;
  }

  private split({ processed, pending, ours, elsewhere, asOf }: NonNullable<Check["split"]>) {
    const part = (name: string, amount: Money, on: CivilDate) => html`<div><dt>${name}</dt><dd>${dollars(amount)} <span class="hint">${day(on)}</span></dd></div>`;
    return html`
      <dl>
        ${part("Ours, processed", processed, ours)} ${part("Ours, pending", pending, ours)} ${part("Elsewhere", elsewhere, asOf)}
      </dl>
      ${this.check?.notices.some(({ severity }) => severity === "error") ? nothing : html`
        <button type="button" class="accept" @click=${this.accept}>Enter ${dollars(elsewhere)} as other used</button>
      `}
    `;
  }

  private ask(change: { kind?: "used" | "remaining"; amount?: Money; asOf?: CivilDate }): void {
    this.kind = change.kind ?? this.kind;
    this.amount = change.amount ?? this.amount;
    this.asOf = change.asOf ?? this.asOf;
    if (this.amount === "") return;
    send(this, "kx-eligibility-asked", { serviceType: this.serviceType, kind: this.kind, amount: this.amount, asOf: this.asOf ?? this.day });
  }

  private async accept(): Promise<void> {
    send(this, "kx-eligibility-accepted", { serviceType: this.serviceType });
    this.open = false;
    await this.updateComplete;
    this.undoButton?.focus();
  }

  private undo(): void {
    send(this, "kx-eligibility-undone", { serviceType: this.serviceType });
    this.toggle?.focus();
  }
}
