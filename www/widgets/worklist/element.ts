import { html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { WorklistItem } from "kx-modifier";
import { KxElement } from "../shared/element.js";
import { send } from "../shared/events.js";
import { SEVERITY } from "../shared/severity.js";
import { refusedWords } from "../shared/refusal.js";
import { controls, tokens } from "../shared/tokens.js";
import { arranged, counted, KINDS, tight, type Kind, type Order, type WorklistRow } from "./model.js";
import { style } from "./style.js";

export type { WorklistRow } from "./model.js";

/** So many patients stand on the page at once until more are asked for; a printed page has them all. */
const STEP = 100;

/**
 * What waits to be done for each patient, the most urgent first, each with its next step.
 *
 * @element kx-worklist
 * @fires {CustomEvent} kx-patient-opened - A patient was chosen
 * @csspart card - The section
 * @csspart heading - Its heading
 * @csspart filters - The filters above the list
 * @csspart table - The list
 * @csspart row - One patient
 */
export class KxWorklist extends KxElement {
  static override readonly widget = "worklist";
  static override styles = [tokens, controls, style];

  /** What `worklist` answers for each patient, with their names. */
  @property({ attribute: false }) rows: readonly WorklistRow[] = [];
  /** While patients are still being looked at: how many of how many. */
  @property({ attribute: false }) progress: { done: number; total: number } | null = null;

  @state() private kinds: ReadonlySet<Kind> = new Set();
  @state() private name = "";
  @state() private order: Order = "urgency";
  @state() private backwards = false;
  @state() private room = STEP;

  private shown: WorklistRow[] = [];
  private counts = new Map<Kind, number>();

  private readonly beforePrint = (): void => {
    this.room = Infinity;
    // The browser prints what stands there when the event ends.
    this.performUpdate();
  };
  private readonly afterPrint = (): void => {
    this.room = STEP;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("beforeprint", this.beforePrint);
    window.addEventListener("afterprint", this.afterPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("beforeprint", this.beforePrint);
    window.removeEventListener("afterprint", this.afterPrint);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("rows")) this.counts = counted(this.rows);
    const { kinds, name, order, backwards } = this;
    this.shown = arranged(this.rows, { kinds, name, order, backwards, locale: this.locale });
  }

  override render() {
    return html`
      <section part="card" aria-labelledby="title">
        <h2 id="title" part="heading">${this.text("ui.worklist.title")}</h2>
        ${this.filters()}
        <p role="status" class="hint count">${this.status()}</p>
        ${this.shown.length === 0 ? nothing : this.table()}
        ${
          this.shown.length <= this.room
            ? nothing
            : html`
          <p class="more">
            <button type="button" @click=${() => (this.room += STEP)}>${this.text("ui.worklist.more", { count: Math.min(STEP, this.shown.length - this.room) })}</button>
            <button type="button" class="plain" @click=${() => (this.room = Infinity)}>${this.text("ui.worklist.all", { number: this.shown.length })}</button>
          </p>
        `
        }
      </section>
    `;
  }

  private status(): string {
    if (this.progress) return this.text("ui.worklist.progress", this.progress);
    if (this.rows.length > 0 && this.counts.size === 0) return this.text("ui.worklist.nothing", { count: this.rows.length });
    return this.text("ui.worklist.count", { shown: this.shown.length, count: this.rows.length });
  }

  private filters() {
    const present = KINDS.filter((kind) => this.counts.has(kind) || this.kinds.has(kind));
    return html`
      <div class="filters" part="filters" role="group" aria-label=${this.text("ui.worklist.filters")}>
        ${present.map(
          (kind) => html`
          <button type="button" class="kind" data-kind=${kind} aria-pressed=${this.kinds.has(kind) ? "true" : "false"} @click=${() => this.toggle(kind)}>
            ${this.text(`ui.worklist.kind.${kind}`)} <b>${this.counts.get(kind) ?? 0}</b>
          </button>
        `,
        )}
        <span class="fields">
          <label for="name">${this.text("ui.worklist.patient")}</label>
          <input id="name" type="search" autocomplete="off" .value=${this.name} @input=${(event: Event) => this.search((event.target as HTMLInputElement).value)} />
          <label for="order">${this.text("ui.worklist.order")}</label>
          <select id="order" @change=${(event: Event) => this.sort((event.target as HTMLSelectElement).value as Order, false)}>
            ${(["urgency", "used", "name"] as const).map((order) => html`<option value=${order} ?selected=${order === this.order}>${this.text(`ui.worklist.order.${order}`)}</option>`)}
          </select>
        </span>
      </div>
    `;
  }

  private table() {
    return html`
      <table role="table" part="table" aria-labelledby="title">
        <thead role="rowgroup">
          <tr role="row">${this.heading("name", "ui.worklist.patient")}${this.heading("used", "ui.worklist.left")}${this.heading("urgency", "ui.worklist.waits")}</tr>
        </thead>
        <tbody role="rowgroup">${repeat(
          this.shown.slice(0, this.room),
          ({ id }) => id,
          (row) => this.row(row),
        )}</tbody>
      </table>
    `;
  }

  private heading(order: Order, label: string) {
    const here = order === this.order;
    const sorted = !here ? "none" : this.backwards ? "descending" : "ascending";
    return html`
      <th role="columnheader" scope="col" aria-sort=${sorted} class=${order}>
        <button type="button" class="plain" @click=${() => this.sort(order, here && !this.backwards)}>
          ${this.text(label)} <span aria-hidden="true" class="sign">${here ? (this.backwards ? "▼" : "▲") : ""}</span>
        </button>
      </th>
    `;
  }

  private row(row: WorklistRow) {
    const { id, name, items, error } = row;
    return html`
      <tr role="row" part="row" data-patient=${id}>
        <th role="rowheader" scope="row"><button type="button" class="plain open" @click=${() => send(this, "kx-patient-opened", { id })}>${name}</button></th>
        <td role="cell" class="left" data-label=${this.text("ui.worklist.left")}>
          ${tight(row).map(({ serviceType, remaining, status }) => html`<span class=${status}><b>${this.remains(remaining)}</b> ${serviceType}</span>`)}
        </td>
        <td role="cell" class="steps" data-label=${this.text("ui.worklist.waits")}>
          <ul>
            ${error ? html`<li class="error">${this.badge("error", "unread")}<span><b>${refusedWords("patient", error, this.voice.text, this.locale)}</b></span></li>` : nothing}
            ${items.map(({ severity, kind, message, nextStep }) => html`<li class=${severity}>${this.badge(severity, kind)}<span>${message}<span class="next">${nextStep}</span></span></li>`)}
          </ul>
        </td>
      </tr>
    `;
  }

  private badge(severity: WorklistItem["severity"], kind: Kind) {
    return html`
      <span class="badge">
        <span aria-hidden="true">${SEVERITY[severity].sign}</span> ${this.text(`ui.worklist.kind.${kind}`)}<span class="unseen"> (${this.text(SEVERITY[severity].word)})</span>
      </span>
    `;
  }

  private toggle(kind: Kind): void {
    const kinds = new Set(this.kinds);
    if (!kinds.delete(kind)) kinds.add(kind);
    this.kinds = kinds;
    this.room = STEP;
  }

  private search(name: string): void {
    this.name = name;
    this.room = STEP;
  }

  private sort(order: Order, backwards: boolean): void {
    this.order = order;
    this.backwards = backwards;
  }
}
