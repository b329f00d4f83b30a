// What the tables of both sections have in common.
import { html, LitElement, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import type { Decision, Notice } from "kx-modifier";
import { send } from "./events.js";
import { field } from "./field.js";
import { day, dollars } from "./format.js";
import type { ShownLine } from "./model.js";
import { SEVERITY } from "./severity.js";

export abstract class LineTable extends LitElement {
  @property({ attribute: false }) lines: readonly ShownLine[] = [];
  /** Where the expected amounts come from. */
  @property({ attribute: false }) feesSource = "";

  @state() private explained: ReadonlySet<string> = new Set();

  protected modifiersCell(line: ShownLine) {
    const { id, code, decision } = line;
    return html`
      ${field({
        id: `modifiers-${id}`,
        label: "Modifiers",
        name: `of ${code}`,
        value: line.modifiers,
        refusal: line.refused.modifiers,
        typed: (modifiers) => send(this, "kx-line-changed", { id, change: { modifiers } }),
      })}
      ${decision ? html`<p class="hint">Claim: <b class="claim">${decision.modifiers.join(" ") || "none"}</b></p>` : nothing}
    `;
  }

  protected unitsCell(line: ShownLine) {
    const { id, code } = line;
    return field({
      id: `units-${id}`,
      label: "Units",
      name: `of ${code}`,
      value: line.units,
      refusal: line.refused.units,
      whole: true,
      typed: (units) => send(this, "kx-line-changed", { id, change: { units: units.trim() } }),
    });
  }

  protected allowedCell(line: ShownLine) {
    const { id, code, expected } = line;
    return html`${field({
      id: `allowed-${id}`,
      label: "Allowed amount",
      name: `of ${code}`,
      value: line.allowed,
      refusal: line.refused.allowed,
      money: true,
      placeholder: "optional",
      typed: (allowed) => send(this, "kx-line-changed", { id, change: { allowed: allowed.trim() } }),
    })}${expected === null ? nothing : html`<p class="hint expected">${expected === "no fee" ? "No fee" : html`Expected <b>${dollars(expected)}</b>`}</p>`}`;
  }

  protected kxCell({ id, code, decision, kxDeclined }: ShownLine) {
    return decision ? html`<kx-chip .line=${id} .code=${code} .decision=${decision} .declined=${kxDeclined}></kx-chip>` : nothing;
  }

  protected actionsCell({ id, code, intervention, decision }: ShownLine) {
    const open = this.explained.has(id);
    return html`
      ${decision ? html`
        <button type="button" class="plain why" aria-expanded=${open ? "true" : "false"} aria-controls="why-${id}" @click=${() => this.explain(id)}>
          Why?<span class="unseen"> ${code}</span>
        </button>
      ` : nothing}
      <button type="button" class="plain remove" @click=${() => this.removeLine(id)}>Remove<span class="unseen"> line ${intervention?.name ?? code}</span></button>
    `;
  }

  protected feesNote() {
    return this.lines.some(({ expected }) => expected !== null) ? html`<p class="hint fees">Expected amounts: ${this.feesSource}. An amount that you type goes first.</p>` : nothing;
  }

  /** What stands below a line: grave notices always, the rest on demand. */
  protected below({ id, decision }: ShownLine, columns: number) {
    if (!decision) return nothing;
    const grave = decision.notices.filter(({ severity }) => severity !== "info");
    const open = this.explained.has(id);
    return html`
      <tr role="row" class="below" ?hidden=${grave.length === 0 && !open}>
        <td role="cell" colspan=${columns}>
          ${this.notices(grave)}
          <div class="explanation" id="why-${id}" ?hidden=${!open}>${this.explanation(decision)}</div>
        </td>
      </tr>
    `;
  }

  private notices(notices: Notice[]) {
    return notices.length === 0 ? nothing : html`
      <ul class="notices">
        ${notices.map(({ severity, message }) => html`
          <li class=${severity}><span class="badge"><span aria-hidden="true">${SEVERITY[severity].sign}</span> ${SEVERITY[severity].word}</span> <span>${message}</span></li>
        `)}
      </ul>
    `;
  }

  private explanation({ conditions, notices, basis }: Decision) {
    return html`
      <ul class="conditions">
        ${conditions.map(({ met, explanation }) => html`
          <li class=${met ? "met" : "unmet"}><span class="mark"><span aria-hidden="true">${met ? "✓" : "✕"}</span> ${met ? "Met" : "Not met"}</span> <span>${explanation}</span></li>
        `)}
      </ul>
      ${this.notices(notices.filter(({ severity }) => severity === "info"))}
      <p class="hint">Rules ${basis.rules}, year ${basis.year}${basis.asOf ? html`, usage as of ${day(basis.asOf)}` : nothing}</p>
    `;
  }

  private explain(id: string): void {
    const explained = new Set(this.explained);
    if (!explained.delete(id)) explained.add(id);
    this.explained = explained;
  }

  private async removeLine(id: string): Promise<void> {
    const place = this.lines.findIndex((line) => line.id === id);
    send(this, "kx-line-removed", { id });
    await this.updateComplete;
    // The pressed button is gone; focus would fall back to the top of the page.
    const left = this.renderRoot.querySelectorAll<HTMLElement>(".remove");
    (left[place] ?? left[place - 1] ?? this.renderRoot.querySelector<HTMLElement>("kx-combobox"))?.focus();
  }
}
