import { html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { send } from "../shared/events.js";
import { LineTable } from "../line-table/table.js";
import { lineTable } from "../line-table/style.js";
import type { Fault } from "../shared/form.js";
import type { CodeChoice, Refusal, ShownLine } from "../shared/model.js";
import { refusedWords } from "../shared/refusal.js";
import { controls, tokens } from "../shared/tokens.js";
import { always } from "../shared/typing.js";
import { style } from "./style.js";

const DISCIPLINES = 3;

/** Whose code it is stands beside it, where it is not everybody's. */
const optionOf = ({ code, description, disciplines = [] }: CodeChoice) => ({
  value: code,
  detail: disciplines.length > 0 && disciplines.length < DISCIPLINES ? `${description} · ${disciplines.join(", ")}` : description,
});

/**
 * The Treatment section: codes that are added as they are furnished.
 *
 * @element kx-treatment
 * @fires {CustomEvent<{ code: string }>} kx-line-added - A code was chosen or typed
 * @fires {CustomEvent<{ id: string; change: LineChange }>} kx-line-changed - Something about a line was typed
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
export class KxTreatment extends LineTable {
  static override readonly widget = "treatment";
  static override styles = [tokens, controls, lineTable, style];

  /** What the search field offers. */
  @property({ attribute: false }) codes: readonly CodeChoice[] = [];
  /** Why a code could not be added. */
  @property({ attribute: false, hasChanged: always }) refusal: Refusal | null | undefined = null;

  /** A code that was refused stands in the search field. */
  protected override findFault(): Fault | null {
    const { refusal } = this;
    const found = super.findFault();
    if (found || !refusal || this.searchField?.isRefused === false) return found;
    return {
      message: refusedWords("code", refusal, this.voice.text, this.locale),
      anchor: this.renderRoot.querySelector(".search")?.shadowRoot?.querySelector("input") ?? null,
    };
  }

  protected override render() {
    return html`
      <div class="head">
      <h2 id="heading" part="heading">${this.text("ui.treatment.heading")}</h2>
      ${this.lockNote()}
      ${this.search(
        {
          label: this.text("ui.treatment.search"),
          placeholder: this.text("ui.treatment.placeholder"),
          options: this.codes.map(optionOf),
          refusal: this.refusal,
          free: true,
        },
        (code) => send(this, "kx-line-added", { code }),
      )}
      </div>
      ${this.lines.length === 0 ? html`<p class="empty">${this.text("ui.treatment.empty")}</p>` : this.table()}
    `;
  }

  private table() {
    return html`
      ${this.common()} ${this.together()}
      <table role="table" part="table" aria-labelledby="heading">
        ${this.heads(["ui.line.service", "ui.line.modifiers", "ui.line.units", "ui.line.allowed", "ui.line.kx"])}
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
            <span class="code">${line.code} ${this.heldMark(line)}</span>
            ${line.description ? html`<span class="description" title=${line.description}>${line.description}</span>` : nothing}
          </td>
          <td role="cell" class="modifiers-cell">${this.modifiersCell(line)}</td>
          <td role="cell" class="units-cell">${this.unitsCell(line)}</td>
          <td role="cell" class="allowed-cell">${this.allowedCell(line)}</td>
          <td role="cell" class="kx-cell">${this.kxCell(line)}</td>
          <td role="cell" class="actions-cell">${this.actionsCell(line)}</td>
        </tr>
        ${this.below(line, 6)}
      </tbody>
    `;
  }
}
