import { html } from "lit";
import { property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { send } from "../shared/events.js";
import { LineTable } from "../shared/line-table.js";
import { lineTable } from "../shared/line-table-style.js";
import type { ShownLine } from "../shared/model.js";
import { controls, tokens } from "../shared/tokens.js";
import { style } from "./style.js";

/** The Flowsheet section: interventions whose codes count once they are marked as done. */
export class KxFlowsheet extends LineTable {
  static override styles = [tokens, controls, lineTable, style];

  @property({ attribute: false }) interventions: readonly { name: string; codes: readonly string[] }[] = [];

  override render() {
    return html`
      <h2 id="heading">Flowsheet</h2>
      <kx-combobox
        .label=${"Search for an intervention"}
        .placeholder=${"Thrust manipulation or gait"}
        .options=${this.interventions.map(({ name, codes }) => ({ value: name, detail: codes.join(", ") }))}
        @pick=${(event: CustomEvent<{ value: string }>) => send(this, "kx-intervention-added", { name: event.detail.value })}
      ></kx-combobox>
      ${this.lines.length === 0 ? html`<p class="empty">No interventions yet.</p>` : this.table()}
    `;
  }

  private table() {
    return html`
      <table role="table" aria-labelledby="heading">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">Intervention</th>
            <th role="columnheader">Done</th>
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
            <span class="code">${line.intervention?.name}</span>
            ${this.choice(line)}
          </td>
          <td role="cell" class="done-cell">${this.done(line)}</td>
          <td role="cell" class="narrow">${line.code ? this.modifiersCell(line) : ""}</td>
          <td role="cell" class="units-cell">${line.code ? this.unitsCell(line) : ""}</td>
          <td role="cell" class="amount-cell">${line.code ? this.allowedCell(line) : ""}</td>
          <td role="cell" class="wide kx-cell">${this.kxCell(line)}</td>
          <td role="cell" class="actions-cell">${this.actionsCell(line)}</td>
        </tr>
        ${this.below(line, 7)}
      </tbody>
    `;
  }

  private choice({ id, code, intervention }: ShownLine) {
    const choose = (event: Event) => send(this, "kx-line-changed", { id, change: { code: (event.target as HTMLSelectElement).value } });
    return html`
      <select aria-label="Code for ${intervention?.name}" @change=${choose}>
        <option value="" ?selected=${code === ""} ?disabled=${code !== ""}>Choose a code</option>
        ${intervention?.choices.map((choice) => html`
          <option value=${choice.code} ?selected=${choice.code === code}>${choice.code} ${choice.description}</option>
        `)}
      </select>
    `;
  }

  private done({ id, done, intervention }: ShownLine) {
    return html`
      <label class="done">
        <input
          type="checkbox"
          .checked=${done ?? false}
          @change=${(event: Event) => send(this, "kx-line-changed", { id, change: { done: (event.target as HTMLInputElement).checked } })}
        />
        <span class="word">Done</span><span class="unseen"> ${intervention?.name}</span>
      </label>
    `;
  }
}
