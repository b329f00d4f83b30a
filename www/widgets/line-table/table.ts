// What the tables of both sections have in common.
import { nothing, type PropertyValues } from "lit";
import type { Decision, Money, Notice } from "kx-modifier";
import { property, state } from "lit/decorators.js";
import { html, unsafeStatic } from "lit/static-html.js";
import { KxChip } from "../chip/element.js";
import { isNotAsked } from "../chip/words.js";
import { KxCombobox } from "../combobox/element.js";
import { isMoreThanTwice, isSame } from "../shared/amounts.js";
import { DOUBT, doubt, doubtText } from "../shared/doubt.js";
import { send, type KxEvent, type KxEventName, type LineChange } from "../shared/events.js";
import { conclusion, explanation, noticeList } from "../shared/explanation.js";
import { FieldElement, type Field } from "../shared/field.js";
import type { Fault } from "../shared/form.js";
import { contentOf, linesFrom, type LineContent } from "./content.js";
import { graveOf, mayBeDenied, ofTheVisit, reasonOf, saysIt } from "./reason.js";
import type { ShownLine } from "../shared/model.js";
import { STANDING } from "../shared/standing.js";
import { tagOf } from "../shared/register.js";
import { always } from "../shared/typing.js";
import { isByHand } from "../shared/ways.js";

const BASIS: { [B in NonNullable<ShownLine["expectedBasis"]>]: string | null } = {
  "fee-schedule": null,
  mppr: "ui.line.expected-mppr",
  charge: "ui.line.expected-charge",
};

/** A bin: a cross would look like one that takes KX off. */
const BIN = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M6 1h4v1h4v2H2V2h4zM3 5h10l-1 10H4zm3 2v6h1V7zm3 0v6h1V7z" fill-rule="evenodd" /></svg>`;

/** An amount that was typed, and what counted then. */
interface Doubted {
  amount: Money;
  before: Money;
}

/** What an amount is compared with: both thresholds of a year are one amount. */
const thresholdOf = (line: ShownLine | undefined): Money => line?.decision?.thresholds?.["PT/SLP"].threshold ?? "0";

export abstract class LineTable extends FieldElement {
  static override readonly holds = [KxChip, KxCombobox];
  protected static override readonly changes: readonly KxEventName[] = [
    "kx-line-added",
    "kx-intervention-added",
    "kx-line-changed",
    "kx-line-removed",
    "kx-applied",
    "kx-removed",
    "kx-restored",
    "kx-way-out",
  ];

  /** The lines in their order, each with its decision. Setting them again takes back what was typed since. */
  @property({ attribute: false, hasChanged: always }) lines: readonly ShownLine[] = [];
  /** Where the expected amounts come from; empty where that is not said. */
  @property({ attribute: false }) feesSource = "";

  @state() private explained: ReadonlySet<string> = new Set();
  /** By line: unlikely, and not counted before somebody says that it is meant. */
  @state() private doubted: ReadonlyMap<string, Doubted> = new Map();
  /** A choice of the search that the host canceled: its line may come later. */
  private awaited: { value: string; before: ReadonlySet<string> } | null = null;

  /** An amount that is asked about does not count yet. */
  protected override findFault(): Fault | null {
    const refused = super.findFault();
    const [asked] = this.doubted;
    if (refused || !asked) return refused;
    const [line, { amount }] = asked;
    return { message: doubtText(amount, thresholdOf(this.lines.find(({ id }) => id === line)), this.voice, this.locale), anchor: this.byId(`allowed-${line}`) };
  }

  protected override get content(): readonly LineContent[] {
    return contentOf(this.lines);
  }

  protected override restore(content: unknown): void {
    this.lines = linesFrom(content, this.lines);
  }

  private get chips(): readonly KxChip[] {
    return [...this.renderRoot.querySelectorAll<KxChip>("[part~=chip]")];
  }

  override forget(): void {
    this.explained = new Set();
    this.doubted = new Map();
    this.awaited = null;
    this.searchField?.forget();
    for (const chip of this.chips) chip.forget();
    super.forget();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("lines")) return;
    // The host has said something else since, or the line is gone.
    const isOpen = ([id, { before }]: [string, Doubted]): boolean => this.lines.some((line) => line.id === id && line.allowed === before);
    if (![...this.doubted].every(isOpen)) this.doubted = new Map([...this.doubted].filter(isOpen));
    const { awaited } = this;
    if (!awaited) return;
    const isIt = (name = ""): boolean => name.toLowerCase() === awaited.value.toLowerCase();
    if (!this.lines.some(({ id, code, intervention }) => !awaited.before.has(id) && (isIt(code) || isIt(intervention?.name)))) return;
    this.awaited = null;
    this.searchField?.settle();
  }

  protected get searchField(): KxCombobox | null {
    return this.renderRoot?.querySelector<KxCombobox>(".search") ?? null;
  }

  /** Puts the focus on what there is to decide about a line, or else on its modifiers. Says whether the line is here. */
  async reveal(id: string): Promise<boolean> {
    await this.updateComplete;
    const chip = this.chips.find(({ line }) => line === id);
    await chip?.updateComplete;
    const target = chip?.renderRoot.querySelector<HTMLElement>("button") ?? this.byId(`modifiers-${id}`);
    target?.focus();
    target?.scrollIntoView?.({ block: "center" });
    return target != null;
  }

  protected change(id: string, change: LineChange): boolean {
    return send(this, "kx-line-changed", { id, change });
  }

  protected heads(ids: readonly string[]) {
    return html`
      <thead role="rowgroup">
        <tr role="row">
          ${ids.map((id) => html`<th role="columnheader" class=${`${id.slice(id.lastIndexOf(".") + 1)}-head`}>${this.text(id)}</th>`)}
          <th role="columnheader" class="actions-head"><span class="unseen">${this.text("ui.line.actions")}</span></th>
        </tr>
      </thead>
    `;
  }

  /** What is typed about a line. Why it is refused stands below the line: a cell is too narrow for it. */
  private fields(line: ShownLine): { [name in "modifiers" | "units" | "allowed"]: Field } {
    const { id, code, modifiers, units, allowed, expected, refused } = line;
    const name = this.text("ui.line.of", { code });
    const asked = this.doubted.get(id)?.amount ?? null;
    const own = (field: "modifiers" | "units" | "allowed", kind: Field["kind"], value: string, typed: (text: string) => LineChange): Field => ({
      id: `${field}-${id}`,
      kind,
      label: this.text(`ui.line.${field}`),
      name,
      value,
      refusal: refused?.[field],
      typed: (text) => this.change(id, typed(text)),
    });
    return {
      modifiers: own("modifiers", "modifiers", modifiers, (text) => ({ modifiers: text })),
      units: own("units", "units", units, (text) => ({ units: text })),
      allowed: {
        ...own("allowed", "amount", allowed, (text) => ({ allowed: text })),
        typed: (amount) => this.offer(line, amount),
        replaced: () => this.ask(id, null),
        asked,
        described: asked === null ? undefined : `${DOUBT}-${id}`,
        placeholder: this.text("ui.line.optional"),
        otherwise: expected === "no fee" ? "" : (expected ?? ""),
      },
    };
  }

  private offer({ id, allowed, decision }: ShownLine, amount: Money): boolean {
    const threshold = decision?.thresholds?.["PT/SLP"].threshold;
    const isUnlikely = threshold !== undefined && amount !== "" && isMoreThanTwice(amount, threshold) && !isSame(amount, allowed);
    this.ask(id, isUnlikely ? { amount, before: allowed } : null);
    return isUnlikely || this.change(id, { allowed: amount });
  }

  private ask(line: string, about: Doubted | null): void {
    if (!about && !this.doubted.has(line)) return;
    const doubted = new Map(this.doubted);
    if (about) doubted.set(line, about);
    else doubted.delete(line);
    this.doubted = doubted;
  }

  private async answer(line: string, amount: Money, isMeant: boolean): Promise<void> {
    this.ask(line, null);
    if (isMeant) this.change(line, { allowed: amount });
    await this.updateComplete;
    // The pressed button is gone.
    const field = this.byId(`allowed-${line}`);
    field?.focus();
    if (!isMeant && field instanceof HTMLInputElement) field.select();
  }

  private doubt(line: ShownLine, { amount }: Doubted) {
    const { id } = line;
    return doubt(
      amount,
      thresholdOf(line),
      this.voice,
      this.locale,
      () => void this.answer(id, amount, true),
      () => void this.answer(id, amount, false),
      { id: `${DOUBT}-${id}` },
    );
  }

  /** Beside the line, since its chip does not say it where something else holds the claim. */
  protected heldMark({ held = false, decision }: ShownLine) {
    const isSaid = decision?.state === "check" || decision?.state === "blocked";
    return held
      ? html`<span class=${isSaid ? "unseen" : "held"}><span aria-hidden="true">${STANDING.held.sign}</span> <span class="word">${this.text("ui.line.held")}</span></span>`
      : nothing;
  }

  protected modifiersCell(line: ShownLine) {
    const { decision } = line;
    return html`
      ${this.input(this.fields(line).modifiers)}
      ${decision ? html`<p class="hint">${this.text("ui.line.claim")} <b class="claim" part="claim-modifiers">${decision.modifiers.join(" ") || this.text("ui.line.none")}</b></p>` : nothing}
    `;
  }

  protected unitsCell(line: ShownLine) {
    return this.input(this.fields(line).units);
  }

  protected allowedCell(line: ShownLine) {
    return html`${this.input(this.fields(line).allowed)}${this.expected(line)}`;
  }

  private expected({ expected, expectedBasis = "fee-schedule" }: ShownLine) {
    if (expected === null) return nothing;
    if (expected === "no fee") return html`<p class="hint expected">${this.text("ui.line.no-fee")}</p>`;
    const basis = BASIS[expectedBasis];
    return html`<p class="hint expected"><span><span class="word">${this.text("ui.line.expected")}</span> <b>${this.money(expected)}</b></span>${basis ? html` <span class="basis">${this.text(basis)}</span>` : nothing}</p>`;
  }

  protected kxCell({ id, code, decision, kxDeclined, attestation, notChecked }: ShownLine) {
    const chip = unsafeStatic(tagOf(KxChip));
    if (notChecked) {
      const { message, link } = notChecked;
      return html`<p class="not-checked"><span aria-hidden="true">${STANDING.unknown.sign}</span> ${message}${link ? html` <a href=${link.href}>${link.words}</a>` : nothing}</p>`;
    }
    return decision
      ? html`<${chip} part="chip" class=${this.isUndocumented ? "quiet" : ""} exportparts="chip: kx-chip, tooltip, dialog" .line=${id} .code=${code} .decision=${decision} .declined=${kxDeclined} .attestation=${attestation ?? null} .wording=${this.wording} @kx-way-out=${this.toModifiers} without-why>${this.whyButton(id, code)}</${chip}>`
      : nothing;
  }

  private whyButton(id: string, code: string) {
    return html`
      <button type="button" class="plain why" part="button" aria-expanded=${this.explained.has(id) ? "true" : "false"} aria-controls="why-${id}" @click=${() => this.explain(id)}>
        ${this.text("ui.why.button")}<span class="unseen"> ${code}</span>
      </button>
    `;
  }

  protected actionsCell({ id, code, intervention }: ShownLine) {
    return html`
      <button type="button" class="plain remove" part="button" title=${this.text("ui.line.remove")} @click=${() => this.removeLine(id)}>${BIN}<span class="unseen"> ${this.text("ui.line.remove")} ${this.text("ui.line.remove-which", { name: intervention?.name ?? code })}</span></button>
    `;
  }

  protected feesNote() {
    return this.lines.some(({ expected }) => expected !== null)
      ? html`<p class="hint fees">${this.feesSource ? this.text("ui.line.fees", { source: this.feesSource }) : this.text("ui.line.fees-replaced")}</p>`
      : nothing;
  }

  /** Lines that KX can be added to at once: only the preference keeps it from being added by itself, and nothing is said against the code. Any
   *  other line is a question of its own. */
  private get waiting(): readonly ShownLine[] {
    const isClear = ({ conditions, notices }: Decision): boolean =>
      conditions.every(({ id, met }) => met || id === "auto-apply-on") && notices.every(({ severity }) => severity !== "error");
    return this.locked
      ? []
      : this.lines.filter(({ decision, hint }) => decision?.state === "check" && decision.action === "suggest" && isClear(decision) && !hint);
  }

  /** What two lines or more wait for, in one press. */
  protected together() {
    const { length } = this.waiting;
    const apart = this.lines.filter(({ decision }) => decision?.action === "suggest").length - length;
    const rest = apart === 0 ? nothing : html`<span class="hint">${this.text("ui.line.apart", { count: apart })}</span>`;
    return length < 2
      ? nothing
      : html`<div class="together" part="bar"><button type="button" class="add-all ${this.isUndocumented ? "quiet" : ""}" part="button" @click=${() => void this.addAll()}>${this.text("ui.line.add-all", { count: length })}</button>${rest}<slot name="bar"></slot></div>`;
  }

  /** With nothing behind KX yet no button urges anybody to add it. */
  private get isUndocumented(): boolean {
    return this.lines.some(({ decision }) => decision?.notices.some(({ code }) => code === "documentation-incomplete"));
  }

  /** Each as by its own button, so that each can be taken back. Where a clinician has to be asked, the first asks for all of them; what the
   *  answer does not cover is not added. */
  private async addAll(): Promise<void> {
    const { waiting } = this;
    const chips = this.chips.filter(({ line }) => waiting.some(({ id }) => id === line));
    const [first] = chips;
    const asked = waiting.flatMap(({ id, code, decision }) => (decision ? [{ id, code, decision }] : []));
    for (const chip of chips) if (!chip.accept(asked, () => void this.addRest())) return;
    await this.updateComplete;
    // The pressed button is gone.
    first?.focus();
  }

  /** Once the answer has come back with the lines. */
  private async addRest(): Promise<void> {
    await this.updateComplete;
    const covered = this.waiting.filter(({ attestation }) => attestation?.standing?.answer === "add-kx").map(({ id }) => id);
    for (const chip of this.chips) if (covered.includes(chip.line)) chip.accept();
  }

  private get above(): ReturnType<typeof ofTheVisit> {
    return ofTheVisit(this.lines.flatMap(({ decision }) => decision ?? []));
  }

  /** Said once above the lines. */
  protected common() {
    const { above } = this;
    const isOfOtherYear = this.lines.some(({ decision }) => decision?.notices.some(({ code }) => code === "other-year-usage"));
    if (above.length === 0 && !isOfOtherYear) return nothing;
    return html`
      <div class="common">
        ${noticeList(above, this.voice)}
        ${isOfOtherYear ? html`<button type="button" class="plain" part="button" @click=${this.toUsage}>${this.text("ui.line.check-usage")}</button>` : nothing}
      </div>
    `;
  }

  /** What stands below a line: why it is to be checked, what is refused and grave notices always, the rest on demand. */
  protected below(line: ShownLine, columns: number) {
    const { id, code, decision } = line;
    const refused = code ? Object.values(this.fields(line)).filter((field) => this.refusalOf(field)) : [];
    const { above } = this;
    const grave = decision ? graveOf(decision, above) : [];
    const note = decision ? this.note(decision, above, grave) : this.uncoded(line);
    const hint = decision && line.hint && !grave.some(({ code }) => code === "off-list-therapy-code") ? line.hint : "";
    // What nobody knows is no zero: the balance after it is short of that.
    const isUncounted = line.expected === "no fee" && line.allowed === "";
    const open = this.explained.has(id);
    const doubted = this.doubted.get(id) ?? null;
    return html`
      <tr role="row" class="below" ?hidden=${refused.length === 0 && doubted === null && grave.length === 0 && note === nothing && hint === "" && !isUncounted && !(open && decision)}>
        <td role="cell" colspan=${columns}>
          ${refused.map((field) => html`<div class="one-field">${this.refused(field, field.label)}${this.still(field)}</div>`)}
          ${doubted ? html`${this.doubt(line, doubted)}${this.still(this.fields(line).allowed)}` : nothing}
          ${note}
          ${noticeList(grave, this.voice)}
          ${isUncounted ? noticeList([{ severity: "warning", message: this.text("ui.line.no-amount") }], this.voice) : nothing}
          ${hint ? html`<div class="of-others">${noticeList([{ severity: "warning", message: hint }], this.voice)}</div>` : nothing}
          ${decision ? html`<div class="explanation" part="explanation" id="why-${id}" ?hidden=${!open}>${explanation(decision, this.voice, saysIt(decision, grave, reasonOf(decision, grave), conclusion(decision)))}</div>` : nothing}
        </td>
      </tr>
    `;
  }

  /** What is done and has no code is on no claim, and nobody would see it there. */
  private uncoded({ code, done }: ShownLine) {
    return done && !code
      ? html`<p class="note"><span class="missing"><span aria-hidden="true">!</span> ${this.text("ui.flowsheet.code-missing")}</span></p>`
      : nothing;
  }

  /** In one paragraph: how far the record behind a KX is, where that is a matter of the visit, and why the line is to be checked. */
  private note(decision: Decision, above: readonly Notice[], grave: readonly Notice[]) {
    const record = decision.notices.find(({ code }) => code === "documentation-incomplete");
    const isAbove = decision.state !== "blocked" && decision.modifiers.includes("KX") && above.some(({ message }) => message === record?.message);
    const reason = reasonOf(decision, grave);
    const words =
      reason ||
      (mayBeDenied(decision) ? this.text("ui.line.may-be-denied") : "") ||
      (isNotAsked(decision) ? `${decision.conditions.find(({ id }) => id === "threshold-reached")?.explanation} ${this.text("ui.line.not-asked")}` : "");
    if (!isAbove && !words) return nothing;
    return html`
      <p class="note">
        ${isAbove ? html`<span class="documented"><span aria-hidden="true">!</span> ${decision.documentation?.summary}</span>` : nothing}
        ${words ? html`<span class="reason">${words}</span>` : nothing}
      </p>
    `;
  }

  /** A search field whose choice leaves this widget as another event. */
  protected search(
    content: { label: string; placeholder: string; options: KxCombobox["options"]; refusal?: KxCombobox["refusal"]; free?: boolean },
    picked: (value: string) => boolean,
  ) {
    const combobox = unsafeStatic(tagOf(KxCombobox));
    return html`
      <${combobox}
        class="search"
        part="search"
        .label=${content.label}
        .placeholder=${content.placeholder}
        .options=${content.options}
        .refusal=${content.refusal ?? null}
        .wording=${this.wording}
        ?free=${content.free ?? false}
        @input=${() => content.refusal && this.requestUpdate()}
        @kx-picked=${(event: CustomEvent<{ value: string }>) => {
          event.stopPropagation();
          const { value } = event.detail;
          // Before the host hears of it: one that sets its lines at once has them by then.
          const before = new Set(this.lines.map(({ id }) => id));
          const isTaken = picked(value);
          this.awaited = isTaken ? null : { value, before };
          if (!isTaken) event.preventDefault();
        }}
      ></${combobox}>
    `;
  }

  /** What a person does by hand is done in the field of the modifiers, unless the host says no. Amounts used are none of a line's. */
  private async toModifiers(event: KxEvent<"kx-way-out">): Promise<void> {
    const { id, action } = event.detail;
    if (!isByHand(action) || action === "refresh-usage") return;
    await this.updateComplete;
    if (!event.defaultPrevented) this.byId(`modifiers-${id}`)?.focus();
  }

  /** No line is answered before that. */
  private readonly toUsage = (): void => {
    const [line] = this.lines.filter(({ decision }) => decision);
    if (line) send(this, "kx-way-out", { id: line.id, action: "refresh-usage", modifiers: [...(line.decision?.modifiers ?? [])] });
  };

  private explain(id: string): void {
    const explained = new Set(this.explained);
    if (!explained.delete(id)) explained.add(id);
    this.explained = explained;
  }

  private async removeLine(id: string): Promise<void> {
    const place = this.lines.findIndex((line) => line.id === id);
    if (!send(this, "kx-line-removed", { id })) return;
    await this.updateComplete;
    // The pressed button is gone; focus would fall back to the top of the page.
    const left = this.renderRoot.querySelectorAll<HTMLElement>(".remove");
    (left[place] ?? left[place - 1] ?? this.renderRoot.querySelector<HTMLElement>(".search"))?.focus();
  }
}
