// What the tables of both sections have in common.
import { nothing } from "lit";
import type { Notice } from "kx-modifier";
import { property, state } from "lit/decorators.js";
import { html, unsafeStatic } from "lit/static-html.js";
import { KxChip } from "../chip/element.js";
import { KxCombobox } from "../combobox/element.js";
import { send, type KxEvent, type KxEventName, type LineChange } from "../shared/events.js";
import { explanation, noticeList } from "../shared/explanation.js";
import { FieldElement, type Field } from "../shared/field.js";
import { contentOf, linesFrom, type LineContent } from "./content.js";
import type { ShownLine } from "../shared/model.js";
import { tagOf } from "../shared/register.js";
import { always } from "../shared/typing.js";
import { isByHand } from "../shared/ways.js";

/** These tell of the visit: where all lines have them they need not be read again with each. */
const OF_THE_VISIT: readonly Notice["code"][] = ["other-year-usage", "usage-unknown", "stale-usage", "home-health-episode", "hospice", "medicare-secondary"];
const EXPECTED: { [B in NonNullable<ShownLine["expectedBasis"]>]: string } = {
  "fee-schedule": "ui.line.expected",
  mppr: "ui.line.expected-mppr",
  charge: "ui.line.expected-charge",
};

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
  /** Where the expected amounts come from. */
  @property({ attribute: false }) feesSource = "";

  @state() private explained: ReadonlySet<string> = new Set();

  protected override get content(): readonly LineContent[] {
    return contentOf(this.lines);
  }

  protected override restore(content: unknown): void {
    this.lines = linesFrom(content, this.lines);
  }

  override forget(): void {
    this.explained = new Set();
    super.forget();
  }

  /** Puts the focus on what there is to decide about a line, or else on its modifiers. Says whether the line is here. */
  async reveal(id: string): Promise<boolean> {
    await this.updateComplete;
    const chip = [...this.renderRoot.querySelectorAll<KxChip>("[part~=chip]")].find(({ line }) => line === id);
    await chip?.updateComplete;
    const target = chip?.renderRoot.querySelector<HTMLElement>("button") ?? this.renderRoot.querySelector<HTMLElement>(`#modifiers-${CSS.escape(id)}`);
    target?.focus();
    target?.scrollIntoView({ block: "center" });
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
  private fields({ id, code, modifiers, units, allowed, expected, refused }: ShownLine): { [name in "modifiers" | "units" | "allowed"]: Field } {
    const name = this.text("ui.line.of", { code });
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
        placeholder: this.text("ui.line.optional"),
        otherwise: expected === "no fee" ? "" : (expected ?? ""),
      },
    };
  }

  /** Beside the line, since its chip does not say it where something else holds the claim. */
  protected heldMark({ held = false }: ShownLine) {
    return held ? html`<span class="held"><span aria-hidden="true">!</span> <span class="word">${this.text("ui.line.held")}</span></span>` : nothing;
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
    const words = expected === "no fee" ? this.text("ui.line.no-fee") : html`${this.text(EXPECTED[expectedBasis])} <b>${this.money(expected)}</b>`;
    return html`<p class="hint expected">${words}</p>`;
  }

  protected kxCell({ id, code, decision, kxDeclined }: ShownLine) {
    const chip = unsafeStatic(tagOf(KxChip));
    return decision
      ? html`<${chip} part="chip" exportparts="chip: kx-chip, tooltip, dialog" .line=${id} .code=${code} .decision=${decision} .declined=${kxDeclined} .wording=${this.wording} @kx-way-out=${this.toModifiers} without-why></${chip}>`
      : nothing;
  }

  protected actionsCell({ id, code, intervention, decision }: ShownLine) {
    const open = this.explained.has(id);
    return html`
      ${
        decision
          ? html`
        <button type="button" class="plain why" part="button" aria-expanded=${open ? "true" : "false"} aria-controls="why-${id}" @click=${() => this.explain(id)}>
          ${this.text("ui.why.button")}<span class="unseen"> ${code}</span>
        </button>
      `
          : nothing
      }
      <button type="button" class="plain remove" part="button" title=${this.text("ui.line.remove")} @click=${() => this.removeLine(id)}><span aria-hidden="true">✕</span><span class="unseen"> ${this.text("ui.line.remove")} ${this.text("ui.line.remove-which", { name: intervention?.name ?? code })}</span></button>
    `;
  }

  protected feesNote() {
    return this.lines.some(({ expected }) => expected !== null)
      ? html`<p class="hint fees">${this.text("ui.line.fees", { source: this.feesSource })}</p>`
      : nothing;
  }

  /** What is to be known of every line alike, and of the visit more than of any of them. */
  private get shared(): ReadonlySet<string> {
    const [first, second, ...others] = this.lines.flatMap(({ decision }) => (decision ? [decision.notices] : []));
    if (!first || !second) return new Set();
    const isCommon = ({ code, message }: Notice) =>
      OF_THE_VISIT.includes(code) && [second, ...others].every((notices) => notices.some((one) => one.message === message));
    return new Set(first.filter(isCommon).map(({ message }) => message));
  }

  /** Said once above the lines. */
  protected common() {
    const { shared } = this;
    const notices = this.lines.find(({ decision }) => decision)?.decision?.notices ?? [];
    return shared.size === 0
      ? nothing
      : html`<div class="common">${noticeList(
          notices.filter(({ message }) => shared.has(message)),
          this.voice,
        )}</div>`;
  }

  /** What stands below a line: what is refused and grave notices always, the rest on demand. */
  protected below(line: ShownLine, columns: number) {
    const { id, code, decision } = line;
    const refused = code ? Object.values(this.fields(line)).filter((field) => this.refusalOf(field)) : [];
    const { shared } = this;
    // That a line is billed without KX on purpose, or is no therapy, is seen at once too.
    const isGrave = ({ code: notice, severity, message }: Notice) =>
      !shared.has(message) && (severity !== "info" || ["billed-as-not-necessary", "not-therapy"].includes(notice));
    const grave = decision?.notices.filter(isGrave) ?? [];
    const open = this.explained.has(id);
    return html`
      <tr role="row" class="below" ?hidden=${refused.length === 0 && grave.length === 0 && !(open && decision)}>
        <td role="cell" colspan=${columns}>
          ${refused.map((field) => html`${this.refused(field, field.label)}${this.still(field)}`)}
          ${noticeList(grave, this.voice)}
          ${decision ? html`<div class="explanation" part="explanation" id="why-${id}" ?hidden=${!open}>${explanation(decision, this.voice)}</div>` : nothing}
        </td>
      </tr>
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
        @kx-picked=${(event: CustomEvent<{ value: string }>) => {
          event.stopPropagation();
          if (!picked(event.detail.value)) event.preventDefault();
        }}
      ></${combobox}>
    `;
  }

  /** What a person does by hand is done in the field of the modifiers, unless the host says no. Amounts used are none of a line's. */
  private async toModifiers(event: KxEvent<"kx-way-out">): Promise<void> {
    const { id, action } = event.detail;
    if (!isByHand(action) || action === "refresh-usage") return;
    await this.updateComplete;
    if (!event.defaultPrevented) this.renderRoot.querySelector<HTMLInputElement>(`#modifiers-${CSS.escape(id)}`)?.focus();
  }

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
