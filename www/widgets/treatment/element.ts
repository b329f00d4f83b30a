import { html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { send } from "../shared/events.js";
import { LineTable } from "../shared/line-table.js";
import { lineTable } from "../shared/line-table-style.js";
import type { CodeChoice, Refusal, ShownLine } from "../shared/model.js";
import { controls, tokens } from "../shared/tokens.js";
import { style } from "./style.js";

/** The Treatment section: codes that are added as they are furnished. */
export class KxTreatment extends LineTable {
  static override styles = [tokens, controls, lineTable, style];

  @property({ attribute: false }) codes: readonly CodeChoice[] = [];
  /** What the core said about a code that could not be added. */
  @property({ attribute: false }) refusal: Refusal | null = null;

  override render() {
    return html`
      <h2 id="heading">Treatment</h2>
      <kx-combobox
        .label=${"Search for a code"}
        .placeholder=${"97110 or exercise"}
        .options=${this.codes.map(({ code, description }) => ({ value: code, detail: description }))}
        .refusal=${this.refusal}
        free
        @pick=${(event: CustomEvent<{ value: string }>) => send(this, "kx-line-added", { code: event.detail.value })}
      ></kx-combobox>
      ${this.lines.length === 0 ? html`<p class="empty">No codes yet.</p>` : this.table()}
    `;
  }

  private table() {
    return html`
      <table role="table" aria-labelledby="heading">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">Service</th>
            <th role="columnheader">Modifiers</th>
            <th role="columnheader">Units</th>
            <th role="columnheader">Allowed amount</th>
            <th role="columnheader">KX modifier</th>
            <th role="columnheader"><span class="unseen">Actions</span></th>
          </tr>
        </thead>
        ${repeat(this.lines, ({ id }) => id, (line) => this.line(line))}
      </table>
      ${this.feesNote()}
    `;
  }

  private line(line: ShownLine) {
    return html`
      <tbody role="rowgroup" data-code=${line.code}>
        <tr role="row">
          <td role="cell" class="service">
            <span class="code">${line.code}</span>
            ${line.description ? html`<span class="description">${line.description}</span>` : nothing}
          </td>
          <td role="cell" class="medium">${this.modifiersCell(line)}</td>
          <td role="cell" class="units-cell">${this.unitsCell(line)}</td>
          <td role="cell" class="narrow">${this.allowedCell(line)}</td>
          <td role="cell" class="wide kx-cell">${this.kxCell(line)}</td>
          <td role="cell" class="actions-cell">${this.actionsCell(line)}</td>
        </tr>
        ${this.below(line, 6)}
      </tbody>
    `;
  }
}
