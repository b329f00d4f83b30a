import { html } from "lit";
import { property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { send } from "../shared/events.js";
import { LineTable } from "../line-table/table.js";
import { lineTable } from "../line-table/style.js";
import type { ShownLine } from "../shared/model.js";
import { controls, tokens } from "../shared/tokens.js";
import { controlled } from "../shared/typing.js";
import { style } from "./style.js";

/**
 * The Flowsheet section: interventions whose codes count once they are marked as done.
 *
 * @element kx-flowsheet
 * @fires {CustomEvent<{ name: string }>} kx-intervention-added - An intervention was chosen
 * @fires {CustomEvent<{ id: string; change: LineChange }>} kx-line-changed - Something about a line was typed, chosen or ticked
 * @fires {CustomEvent<{ id: string }>} kx-line-removed - A line was taken away
 * @fires {CustomEvent<{ id: string }>} kx-applied - A suggestion was accepted
 * @fires {CustomEvent<{ id: string; by: string; covers: AttestationCover; lines?: string[] }>} kx-attested - A clinician attested to KX, where a line has `attestation`; `lines`: those that the question was about, where they are several
 * @fires {CustomEvent<{ id: string; modifiers: string[]; reason: string; because: DeclineReason | null }>} kx-removed - KX was taken off or left off a line
 * @fires {CustomEvent<{ id: string; modifiers: string[]; undone: "removed" | "applied" }>} kx-restored - That was taken back
 * @fires {CustomEvent<{ id: string; action: WayOutAction; modifiers: string[] }>} kx-way-out - A way out of what blocks KX was taken
 * @fires {CustomEvent<{ value: unknown; because: "reset" | "restored" }>} kx-form-restored - A form was reset or restored: the host takes `value` as its own
 * @slot bar - Beside the button that adds KX to all lines that wait, where there are two or more
 * @csspart heading - The heading of the section
 * @csspart bar - What is done with all lines that wait
 * @csspart search - The search field
 * @csspart table - The lines
 * @csspart chip - The chip of a line
 * @csspart kx-chip - The chip itself, inside its widget
 * @csspart tooltip - Why KX is there or suggested
 * @csspart dialog - The list of reasons
 * @csspart claim-modifiers - The modifiers that go on the claim
 * @csspart explanation - The conditions below a line
 * @csspart conclusion - What the conditions come to
 * @csspart conditions - The conditions themselves
 * @csspart notices - What is not in order about a line
 * @csspart label - The labels of the fields
 * @csspart field - The fields
 * @csspart refusal - What to type in place of what was refused
 * @csspart button - The buttons
 */
export class KxFlowsheet extends LineTable {
  static override readonly widget = "flowsheet";
  static override styles = [tokens, controls, lineTable, style];

  /** What the search field offers. It finds an intervention by its `terms` too, the names of its codes for example. */
  @property({ attribute: false }) interventions: readonly { name: string; codes: readonly string[]; terms?: string }[] = [];

  protected override render() {
    return html`
      <div class="head">
      <h2 id="heading" part="heading">${this.text("ui.flowsheet.heading")}</h2>
      ${this.lockNote()}
      ${this.search(
        {
          label: this.text("ui.flowsheet.search"),
          placeholder: this.text("ui.flowsheet.placeholder"),
          options: this.interventions.map(({ name, codes, terms = "" }) => ({ value: name, detail: codes.join(", "), terms })),
        },
        (name) => send(this, "kx-intervention-added", { name }),
      )}
      </div>
      ${this.lines.length === 0 ? html`<p class="empty">${this.text("ui.flowsheet.empty")}</p>` : this.table()}
    `;
  }

  private table() {
    return html`
      ${this.common()} ${this.together()}
      <table role="table" part="table" aria-labelledby="heading">
        ${this.heads(["ui.line.intervention", "ui.line.done", "ui.line.modifiers", "ui.line.units", "ui.line.allowed", "ui.line.kx"])}
        ${repeat(
          this.lines,
          ({ id }) => id,
          (line) => this.line(line),
        )}
      </table>
      ${this.feesNote()}
    `;
  }

  private line(line: ShownLine) {
    return html`
      <tbody role="rowgroup" data-line=${line.id} data-code=${line.code} class=${line.held ? "waits" : ""}>
        <tr role="row">
          <td role="cell" class="service">
            <span class="name"><span title=${line.intervention?.name ?? ""}>${line.intervention?.name}</span> ${this.heldMark(line)}</span>
            ${this.choice(line)}
          </td>
          <td role="cell" class="done-cell">${this.done(line)}</td>
          <td role="cell" class="modifiers-cell">${line.code ? this.modifiersCell(line) : ""}</td>
          <td role="cell" class="units-cell">${line.code ? this.unitsCell(line) : ""}</td>
          <td role="cell" class="allowed-cell">${line.code ? this.allowedCell(line) : ""}</td>
          <td role="cell" class="kx-cell">${this.kxCell(line)}</td>
          <td role="cell" class="actions-cell">${this.actionsCell(line)}</td>
        </tr>
        ${this.below(line, 7)}
      </tbody>
    `;
  }

  private choice({ id, code, intervention }: ShownLine) {
    const choose = (event: Event): void => {
      const select = event.target as HTMLSelectElement;
      if (!this.change(id, { code: select.value })) select.value = code;
    };
    return html`
      <select part="field" aria-label=${this.text("ui.flowsheet.code-for", { name: intervention?.name ?? "" })} .value=${controlled(code)} @change=${choose}>
        <option value="" ?selected=${code === ""} ?disabled=${code !== ""}>${this.text("ui.flowsheet.choose")}</option>
        ${intervention?.choices.map(
          (choice) => html`
          <option value=${choice.code} ?selected=${choice.code === code}>${choice.code} ${choice.description}</option>
        `,
        )}
      </select>
    `;
  }

  private done({ id, done = false, intervention }: ShownLine) {
    const tick = (event: Event): void => {
      const box = event.target as HTMLInputElement;
      if (!this.change(id, { done: box.checked })) box.checked = done;
    };
    return html`
      <label class="done">
        <input type="checkbox" .checked=${controlled(done)} @change=${tick} />
        <span class="word">${this.text("ui.line.done")}</span><span class="unseen"> ${intervention?.name}</span>
      </label>
    `;
  }
}
