import { html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Checklist, CivilDate, Documentation, DueDate } from "kx-modifier";
import { due } from "#made/ui-labels.js";
import { download } from "../shared/csv.js";
import { isUrgent } from "../shared/due.js";
import { send, type DocumentationField, type KxEventName } from "../shared/events.js";
import { FieldElement } from "../shared/field.js";
import type { Fault } from "../shared/form.js";
import type { Refusal } from "../shared/model.js";
import { askAllTheSame, isUsual, STATUS, type Item } from "../shared/record.js";
import { refusalText, refusedWords } from "../shared/refusal.js";
import { controls, tokens } from "../shared/tokens.js";
import { always, controlled } from "../shared/typing.js";
import { clocks, inShort } from "./clocks.js";
import { kindOf, moreExtensive, questions, type Question } from "./questions.js";
import { style } from "./style.js";

/** What keeps a record from being in order, the gravest first. */
const WORST: readonly Item["status"][] = ["missing", "unknown", "due"];

/**
 * The record behind the attestation: what is asked, how it stands, and who attested.
 *
 * @element kx-documentation
 * @fires {CustomEvent<{ field: DocumentationField; value: string | boolean | null }>} kx-documentation-changed - Something about the record was typed or chosen
 * @fires {CustomEvent<{ by: string | null }>} kx-attestation-changed - Somebody attested, or took it back (null)
 * @fires {CustomEvent<{ value: unknown; because: "reset" | "restored" }>} kx-form-restored - A form was reset or restored: the host takes `value` as its own
 * @fires {CustomEvent<{ name: string; text: string }>} kx-calendar-exported - The due dates were asked for as a calendar file; cancelled, nothing is downloaded
 * @csspart heading - The heading
 * @csspart summary - How many items are documented, or why none is asked for
 * @csspart unattested - That KX is on lines and nobody has attested
 * @csspart item - An item of the checklist
 * @csspart dates - The due dates
 * @csspart label - The labels of the fields
 * @csspart field - The fields
 * @csspart dialog - What is open, before somebody attests all the same
 * @csspart button - The buttons
 * @csspart refusal - What to type in place of what was refused
 */
export class KxDocumentation extends FieldElement {
  static override readonly widget = "documentation";
  static override styles = [tokens, controls, style];
  protected static override readonly labels = due;
  protected static override readonly changes: readonly KxEventName[] = ["kx-documentation-changed", "kx-attestation-changed"];

  /** How the record stands, from `documentationChecklist`. */
  @property({ attribute: false }) checklist: Checklist | null = null;
  /** The record as it was entered. Setting it again takes back what was typed since. */
  @property({ attribute: false, hasChanged: always }) record: Documentation = {};
  /** What is due and by when, as `dueDates` answers it. */
  @property({ attribute: false }) dates: readonly DueDate[] = [];
  /** Writes the dates as an iCalendar text (`toCalendar`); without it no file is offered. */
  @property({ attribute: false }) calendar: (() => string) | null = null;
  /** The day of the visit. */
  @property() day: CivilDate = "";
  /** The day on which someone attests; without it that of the visit. */
  @property() today: CivilDate = "";
  /** Why no record is asked for, in the core's words: empty where it is. */
  @property({ attribute: false }) notAsked = "";
  /** How many lines carry KX: with a complete record that nobody has attested to, this is warned about. */
  @property({ attribute: false }) kxLines = 0;
  /** Each KX of the visit has a clinician's answer at its line: nobody attests to the record besides. */
  @property({ type: Boolean, attribute: "at-lines" }) atLines = false;
  /** Why what was typed is refused. */
  @property({ attribute: false }) refusals: { readonly [field in DocumentationField | "attestation"]?: Refusal | null | undefined } = {};

  @state() private open = false;
  @state() private sourced: ReadonlySet<string> = new Set();
  @state() private signing = "";
  /** Somebody is about to attest although something is open. */
  @state() private asking = false;

  /** Somebody attested without a name. */
  @state() private nameless = false;

  @query("#by") private signature!: HTMLInputElement | null;
  @query(".toggle") private toggle!: HTMLButtonElement | null;
  @query(".attest > button") private attestButton!: HTMLButtonElement | null;
  @query(".dialog button") private firstAnswer!: HTMLButtonElement | null;

  constructor() {
    super();
    // Where a form is not sent because of it.
    this.addEventListener("invalid", () => {
      this.open = true;
    });
  }

  /** Opens the record and puts the focus on it. */
  async reveal(): Promise<void> {
    this.open = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".toggle")?.focus();
    this.scrollIntoView?.({ block: "start" });
  }

  protected override render() {
    const { checklist } = this;
    if (!checklist) return nothing;
    if (this.notAsked)
      return html`<div class="top"><h2 part="heading">${this.text("ui.documentation.heading")}</h2><p part="summary" class="summary none">${this.notAsked}</p></div>`;
    const worst = WORST.find((one) => checklist.items.some((item) => item.status === one && !isUsual(item))) ?? "met";
    const isUnattested = checklist.ready && !checklist.attestation && this.kxLines > 0;
    return html`
      <div class="top">
        <h2 part="heading">${this.text("ui.documentation.heading")}</h2>
        <p part="summary" class="summary ${checklist.ready ? worst : "open"}"><span aria-hidden="true">${checklist.ready ? STATUS[worst].sign : "!"}</span> ${checklist.summary}</p>
        ${isUnattested ? html`<p part="unattested" class="unattested"><span aria-hidden="true">!</span> ${this.text("ui.documentation.unattested", { count: this.kxLines })}</p>` : nothing}
        <button type="button" class="plain toggle" part="button" aria-expanded=${this.open ? "true" : "false"} aria-controls="body" @click=${() => (this.open = !this.open)}>
          ${this.text(this.open ? "ui.documentation.hide" : "ui.documentation.show")}<span class="unseen"> ${this.text("ui.documentation.hide-what")}</span>
        </button>
      </div>
      ${this.lockNote()}
      ${this.facts()}
      ${inShort(this.dates.filter(isUrgent), this.voice)}
      <div id="body" ?hidden=${!this.open}>
        ${
          this.open
            ? html`
          <ul>
            ${checklist.items.filter((item) => !isUsual(item)).map((item) => this.item(item))}
            <li class="extra"><p class="text">${this.text(moreExtensive.label)}</p><div class="answers">${this.ask(moreExtensive, "")}</div></li>
            ${checklist.items.filter((item) => isUsual(item)).map((item) => this.item(item))}
          </ul>
          ${clocks(this.dates, this.voice, this.calendar && (() => this.export()))}
          ${this.attestation(checklist)}
        `
            : nothing
        }
      </div>
    `;
  }

  protected override get content(): Documentation {
    return this.record;
  }

  protected override restore(record: unknown): void {
    if (record !== null && typeof record === "object") this.record = record;
  }

  /** What is refused may be out of sight: it is shown where a form asks for it. */
  protected override findFault(): Fault | null {
    const found = super.findFault();
    const [name, refusal] = Object.entries(this.refusals).find(([, refusal]) => refusal) ?? [];
    if (found || !name || !refusal) return found;
    return { message: refusedWords(kindOf(name), refusal, this.voice.text, this.locale), anchor: this.signature ?? this.toggle };
  }

  /** What was typed, and what the core says is next. */
  private facts() {
    const { treatmentDaysSinceProgressReport: days, lastReevaluation, attestation } = this.record;
    // What is usual stands beside the item; here is what follows from the record.
    const isOfRecord = (item: Item): boolean => !isUsual(item) || lastReevaluation != null;
    const facts = [
      ...(this.checklist?.items.filter(isOfRecord).map(({ next }) => next ?? "") ?? []),
      days === undefined ? "" : this.text("ui.documentation.days-since", { count: days }),
      attestation === undefined
        ? this.text(this.atLines ? "ui.documentation.at-lines" : "ui.documentation.not-attested")
        : this.text("ui.documentation.attested", { name: attestation.by, date: this.date(attestation.on) }),
    ].filter(Boolean);
    return facts.length === 0
      ? nothing
      : html`<ul class="facts" aria-label=${this.text("ui.documentation.on-record")}>${facts.map((fact) => html`<li>${fact}</li>`)}</ul>`;
  }

  private item({ id, status: known, text, source, next }: Item) {
    const shown = this.sourced.has(id);
    const usual = isUsual({ id });
    // Nobody can say that it is due, where nobody knows the last one.
    const status = usual && !this.record.lastReevaluation ? "unknown" : known;
    return html`
      <li part="item" data-item=${id}>
        <p class="status ${status}"><span aria-hidden="true">${STATUS[status].sign}</span> ${this.text(STATUS[status].word)}</p>
        <div class="text">
          <p>${text}</p>
          <button type="button" class="plain" part="button" aria-expanded=${shown ? "true" : "false"} aria-controls="source-${id}" @click=${() => this.cite(id)}>
            ${this.text("ui.documentation.source")}<span class="unseen"> ${this.text("ui.documentation.source-of", { item: text })}</span>
          </button>
          <p class="hint" id="source-${id}" ?hidden=${!shown}>${source}</p>
          ${usual ? html`<p class="hint">${this.text("ui.documentation.usual")}</p>` : nothing}
          ${known === "due" && next ? html`<p class="hint">${next}</p>` : nothing}
        </div>
        <div class="answers">${questions[id]?.map((question) => this.ask(question, text))}</div>
      </li>
    `;
  }

  private ask(question: Question, item: string) {
    const name = question.field;
    const refusal = this.refusals[name];
    if (question.kind === "yes-no") return this.yesNo(question, item);
    const value = String((question.kind === "days" ? this.record.treatmentDaysSinceProgressReport : this.record[name]) ?? "");
    const typed = (text: string): boolean => this.change(name, text);
    return html`<div class="typed">${this.field({ id: name, kind: question.kind, label: this.text(question.label), value, refusal, latest: question.isPast && this.day, typed })}</div>`;
  }

  private yesNo({ field: name, label }: Question, item: string) {
    const choose = (value: boolean | null): void => {
      // Cancelled: the radio that was pressed is let go of again.
      if (this.change(name, value)) return;
      const radios = this.renderRoot.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`);
      for (const [place, radio] of radios.entries()) radio.checked = [true, false, null][place] === (this.record[name] ?? null);
    };
    const choice = (answer: "yes" | "no" | "unknown", value: boolean | null) => html`
      <label class=${answer}><input type="radio" name=${name} .checked=${controlled((this.record[name] ?? null) === value)} @change=${() => choose(value)} /><span>${this.text(`ui.documentation.${answer}`)}</span></label>
    `;
    const { orderOnFileAndPlanSent, firstTreatment } = this.record;
    const isUndated = name === "orderOnFileAndPlanSent" && orderOnFileAndPlanSent === true && !firstTreatment;
    return html`
      <fieldset>
        <legend class=${label === "ui.question.in-the-record" || name === moreExtensive.field ? "unseen" : "label"}>${this.text(label)}<span class="unseen">${item ? `: ${item}` : ""}</span></legend>
        <div class="choices">${choice("yes", true)} ${choice("no", false)} ${choice("unknown", null)}</div>
        ${isUndated ? html`<p class="note">${this.text("ui.documentation.order-note")}</p>` : nothing}
      </fieldset>
    `;
  }

  private attestation(checklist: Checklist) {
    const { attestation } = checklist;
    const refusal = this.nameless ? { code: "missing-field", text: "", message: "", help: "" } : this.refusals.attestation;
    if (this.locked && !attestation) return nothing;
    return html`
      <div class="attest">
        ${
          attestation
            ? html`
          <p><span aria-hidden="true">✓</span> ${this.text("ui.documentation.attested", { name: attestation.by, date: this.date(attestation.on) })}</p>
          <button type="button" part="button" @click=${() => this.sign(null)}>${this.text("ui.documentation.take-back")}<span class="unseen"> ${this.text("ui.documentation.take-back-what")}</span></button>
        `
            : html`
          <p class="statement" id="statement">${this.text("ui.documentation.statement")}</p>
          <label for="by" part="label">${this.text("ui.documentation.attested-by")}</label>
          <span class="by"><input id="by" part="field" type="text" autocomplete="off" .value=${controlled(refusal?.text ?? this.signing)} aria-invalid=${refusal ? "true" : "false"} aria-describedby=${refusal ? "by-refusal" : nothing} @input=${this.typedName} /></span>
          <button type="button" part="button" aria-describedby="statement" aria-haspopup=${checklist.ready ? nothing : "dialog"} @click=${() => this.attest(checklist)}>${this.text("ui.documentation.attest")}</button>
          <span class="hint">${this.date(this.today || this.day)}</span>
          ${this.asking && !checklist.ready ? this.question(checklist) : nothing}
          ${refusalText(refusal ? refusedWords("name", refusal, this.voice.text, this.locale) : null, "by-refusal")}
        `
        }
      </div>
    `;
  }

  /** Attesting to a record that is not complete is asked about once more, with what is open. */
  private question(checklist: Checklist) {
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.goBack();
    };
    return html`
      <div class="dialog" part="dialog" role="alertdialog" aria-labelledby="ask" aria-describedby="open" @keydown=${leave}>
        ${askAllTheSame(checklist, this.voice.text)}
        <button type="button" part="button" @click=${() => this.goBack()}>${this.text("ui.documentation.go-back")}</button>
        <button type="button" class="plain" part="button" @click=${() => this.sign(this.signing.trim())}>${this.text("ui.documentation.attest-anyway")}</button>
      </div>
    `;
  }

  private export(): void {
    const text = this.calendar?.() ?? "";
    const name = "kx-dates.ics";
    // A locked record's dates can be copied too.
    if (this.locked || send(this, "kx-calendar-exported", { name, text })) download(name, text);
  }

  private typedName(): void {
    this.signing = this.signature?.value ?? "";
    if (this.signing.trim()) this.nameless = false;
  }

  private async attest(checklist: Checklist): Promise<void> {
    if (this.signing.trim() === "") {
      this.nameless = true;
      this.signature?.focus();
      return;
    }
    if (checklist.ready) return this.sign(this.signing.trim());
    this.asking = true;
    await this.updateComplete;
    this.firstAnswer?.focus();
  }

  private goBack(): void {
    this.asking = false;
    this.attestButton?.focus();
  }

  private change(name: DocumentationField, value: string | boolean | null): boolean {
    return send(this, "kx-documentation-changed", { field: name, value });
  }

  private async sign(by: string | null): Promise<void> {
    if (!send(this, "kx-attestation-changed", { by })) return;
    this.signing = "";
    this.asking = false;
    await this.updateComplete;
    // The pressed button is gone, and the one that undoes it stands in its place.
    (by === null ? this.signature : this.attestButton)?.focus();
  }

  private cite(id: string): void {
    const sourced = new Set(this.sourced);
    if (!sourced.delete(id)) sourced.add(id);
    this.sourced = sourced;
  }
}
