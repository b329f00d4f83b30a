// What the tables of both sections have in common.
import { nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { html, unsafeStatic } from "lit/static-html.js";
import { KxChip } from "../chip/element.js";
import { KxCombobox } from "../combobox/element.js";
import { KxElement } from "../shared/element.js";
import { send, type KxEvent, type LineChange } from "../shared/events.js";
import { explanation, noticeList } from "../shared/explanation.js";
import { field } from "../shared/field.js";
import type { ShownLine } from "../shared/model.js";
import { tagOf } from "../shared/register.js";

export abstract class LineTable extends KxElement {
  static override readonly holds = [KxChip, KxCombobox];

  /** The lines in their order, each with its decision. */
  @property({ attribute: false }) lines: readonly ShownLine[] = [];
  /** Where the expected amounts come from. */
  @property({ attribute: false }) feesSource = "";

  @state() private explained: ReadonlySet<string> = new Set();

  protected change(id: string, change: LineChange): boolean {
    return send(this, "kx-line-changed", { id, change });
  }

  protected heads(ids: readonly string[]) {
    return html`
      <thead role="rowgroup">
        <tr role="row">
          ${ids.map((id) => html`<th role="columnheader">${this.text(id)}</th>`)}
          <th role="columnheader"><span class="unseen">${this.text("ui.line.actions")}</span></th>
        </tr>
      </thead>
    `;
  }

  protected modifiersCell(line: ShownLine) {
    const { id, code, decision } = line;
    return html`
      ${field({
        id: `modifiers-${id}`,
        label: this.text("ui.line.modifiers"),
        name: this.text("ui.line.of", { code }),
        value: line.modifiers,
        refusal: line.refused.modifiers,
        typed: (modifiers) => this.change(id, { modifiers }),
      })}
      ${decision ? html`<p class="hint">${this.text("ui.line.claim")} <b class="claim" part="claim-modifiers">${decision.modifiers.join(" ") || this.text("ui.line.none")}</b></p>` : nothing}
    `;
  }

  protected unitsCell(line: ShownLine) {
    const { id, code } = line;
    return field({
      id: `units-${id}`,
      label: this.text("ui.line.units"),
      name: this.text("ui.line.of", { code }),
      value: line.units,
      refusal: line.refused.units,
      whole: true,
      typed: (units) => this.change(id, { units: units.trim() }),
    });
  }

  protected allowedCell(line: ShownLine) {
    const { id, code, expected } = line;
    return html`${field({
      id: `allowed-${id}`,
      label: this.text("ui.line.allowed"),
      name: this.text("ui.line.of", { code }),
      value: line.allowed,
      refusal: line.refused.allowed,
      money: true,
      placeholder: this.text("ui.line.optional"),
      typed: (allowed) => this.change(id, { allowed: allowed.trim() }),
    })}${expected === null ? nothing : html`<p class="hint expected">${expected === "no fee" ? this.text("ui.line.no-fee") : html`${this.text("ui.line.expected")} <b>${this.money(expected)}</b>`}</p>`}`;
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
      <button type="button" class="plain remove" part="button" @click=${() => this.removeLine(id)}>${this.text("ui.line.remove")}<span class="unseen"> ${this.text("ui.line.remove-which", { name: intervention?.name ?? code })}</span></button>
    `;
  }

  protected feesNote() {
    return this.lines.some(({ expected }) => expected !== null)
      ? html`<p class="hint fees">${this.text("ui.line.fees", { source: this.feesSource })}</p>`
      : nothing;
  }

  /** What stands below a line: grave notices always, the rest on demand. */
  protected below({ id, decision }: ShownLine, columns: number) {
    if (!decision) return nothing;
    const grave = decision.notices.filter(({ severity }) => severity !== "info");
    const open = this.explained.has(id);
    return html`
      <tr role="row" class="below" ?hidden=${grave.length === 0 && !open}>
        <td role="cell" colspan=${columns}>
          ${noticeList(grave, this.voice)}
          <div class="explanation" part="explanation" id="why-${id}" ?hidden=${!open}>${explanation(decision, this.voice)}</div>
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

  /** What a person does by hand is done in the field of the modifiers, unless the host says no. */
  private async toModifiers(event: KxEvent<"kx-way-out">): Promise<void> {
    const { id, action } = event.detail;
    if (action !== "move-modifier" && action !== "check-note") return;
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
