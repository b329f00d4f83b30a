import { html, LitElement, nothing } from "lit";
import { property, query } from "lit/decorators.js";
import type { compareBilling } from "kx-modifier";
import { send } from "../shared/events.js";
import { controls, tokens } from "../shared/tokens.js";
import { Width } from "../shared/width.js";
import { bars, share, type Row } from "./bars.js";
import { style } from "./style.js";

type Comparison = ReturnType<typeof compareBilling>["rows"][number]["peers"][number]["comparison"];

const SIGN: { [C in Comparison]: string } = { "Significantly Higher": "▲", Higher: "△", "Does Not Exceed": "○", "N/A": "–" };

/** What was wrong with a file, and where in it. */
export interface FileRefusal {
  file: string;
  message: string;
  path: string | null;
  help: string;
}

/** The share of lines with KX beside the peers' share, for each code. */
export class KxComparativeBilling extends LitElement {
  static override styles = [tokens, controls, style];

  @property({ attribute: false }) rows: readonly Row[] = [];
  /** The name of the file with the peers' figures. */
  @property({ attribute: false }) source: string | null = null;
  /** Where a sample of such a file is. */
  @property({ attribute: false }) sample = "";
  @property({ attribute: false }) refusal: FileRefusal | null = null;

  @query("#file") private file!: HTMLInputElement;

  private readonly width = new Width(this);

  override render() {
    return html`
      <section class="choose" aria-labelledby="peers">
        <h2 id="peers">Peers</h2>
        <p>Nobody publishes the peers' figures: they come from a file of yours, which stays in this browser. <a href=${this.sample} target="_blank" rel="noopener">What it looks like</a></p>
        <div class="row">
          <label for="file">Peer file (JSON)</label>
          <input id="file" type="file" accept=".json,application/json" aria-invalid=${this.refusal ? "true" : "false"} aria-describedby=${this.refusal ? "refusal" : nothing} @change=${this.choose} />
          <button type="button" @click=${() => send(this, "kx-sample-peers-asked", {})}>Load the sample peers</button>
          <button type="button" @click=${() => window.print()}>Print</button>
        </div>
        ${this.refused()}
        <p class="source" role="status">${this.source === null ? "No peers yet." : `Peers from ${this.source}`}</p>
      </section>
      <section aria-labelledby="table">
        <h2 id="table">Lines with KX</h2>
        ${this.table()}
      </section>
      <section aria-labelledby="bars">
        <h2 id="bars">Share of lines with KX</h2>
        ${bars(this.rows, Math.max(240, this.width.value - (this.width.value < 480 ? 34 : 50)))}
      </section>
    `;
  }

  private refused() {
    const { refusal } = this;
    return refusal === null ? nothing : html`
      <p class="refusal" id="refusal" role="alert"><b><span aria-hidden="true">✕ </span>${refusal.file}: ${refusal.message}</b>; ${refusal.help}${refusal.path ? html` <code>${refusal.path}</code>` : nothing}</p>
    `;
  }

  private table() {
    const peers = this.rows[0]?.peers ?? [];
    return html`
      <table role="table" aria-labelledby="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">Code</th>
            ${["Lines", "With KX", "Own share", ...peers.map(({ label }) => label)].map((name) => html`<th role="columnheader" class="amount">${name}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${this.rows.map((row) => html`
            <tr role="row" data-code=${row.code}>
              <th role="rowheader" scope="row">${row.code} <span class="description">${row.description}</span></th>
              <td role="cell" class="amount" data-label="Lines">${row.lines}</td>
              <td role="cell" class="amount" data-label="With KX">${row.kxLines}</td>
              <td role="cell" class="amount" data-label="Own share"><b>${share(row.proportion)}</b></td>
              ${row.peers.map(({ label, proportion, comparison }) => html`
                <td role="cell" class="amount" data-label=${label}>
                  ${share(proportion)}
                  <span class="comparison" data-comparison=${comparison}><span aria-hidden="true">${SIGN[comparison]}</span> ${comparison}</span>
                </td>
              `)}
            </tr>
          `)}
        </tbody>
      </table>
    `;
  }

  private choose(): void {
    const file = this.file.files?.[0];
    if (file) send(this, "kx-peer-file-chosen", { file });
    // The same file may be chosen again once it has been put right.
    this.file.value = "";
  }
}
