import { html, nothing } from "lit";
import { property, query } from "lit/decorators.js";
import { send } from "../shared/events.js";
import { InputElement } from "../shared/input.js";
import type { Refusal } from "../shared/model.js";
import { refusalText, refusedWords } from "../shared/refusal.js";
import { controls, tokens } from "../shared/tokens.js";
import { Width } from "../shared/width.js";
import { bars, legend, type Row } from "./bars.js";
import { style } from "./style.js";
import { COMPARED } from "./verdict.js";

/** Why a file is refused: by `code`, that of the `KxError`, or without one in the host's own words. */
export interface FileRefusal extends Omit<Refusal, "text"> {
  file: string;
}

/**
 * The share of lines with KX beside the peers' share, for each code.
 *
 * @element kx-comparative-billing
 * @fires {CustomEvent<{ file: File }>} kx-peer-file-chosen - A file with the peers' figures was chosen
 * @fires {CustomEvent<{}>} kx-sample-peers-asked - The sample is wanted
 * @csspart card - Each section
 * @csspart heading - The headings
 * @csspart table - The table
 * @csspart chart - The picture
 * @csspart button - The buttons
 */
export class KxComparativeBilling extends InputElement {
  static override readonly widget = "comparative-billing";
  static override styles = [tokens, controls, style];

  /** The comparison, from `compareBilling`. */
  @property({ attribute: false }) rows: readonly Row[] = [];
  /** The name of the file with the peers' figures. */
  @property() source: string | null = null;
  /** The address of a sample of such a file; empty where there is none. */
  @property() sample = "";
  /** Why the file is refused. */
  @property({ attribute: false }) refusal: FileRefusal | null | undefined = null;

  @query("#file") private file!: HTMLInputElement;

  private readonly width = new Width(this);

  protected override render() {
    const words = { text: this.voice.text, share: (proportion: number | null) => this.share(proportion), percent: (share: number) => this.percent(share, 0) };
    return html`
      <section class="choose" part="card" aria-labelledby="peers">
        <h2 id="peers" part="heading">${this.text("ui.peers.heading")}</h2>
        ${this.lockNote()}
        <p>${this.text("ui.peers.hint")} ${this.sample ? html`<a href=${this.sample} target="_blank" rel="noopener">${this.text("ui.peers.sample")}</a>` : nothing}</p>
        <div class="row">
          <label for="file">${this.text("ui.peers.file")}</label>
          <input id="file" type="file" accept=".json,application/json" aria-invalid=${this.refusal ? "true" : "false"} aria-describedby=${this.refusal ? "refusal" : nothing} @change=${this.choose} />
          ${this.sample ? html`<button type="button" part="button" @click=${() => send(this, "kx-sample-peers-asked", {})}>${this.text("ui.peers.load-sample")}</button>` : nothing}
          <button type="button" class="reads" part="button" @click=${() => window.print()}>${this.text("ui.peers.print")}</button>
        </div>
        ${this.refused()}
        <p class="source" role="status">${this.source === null ? this.text("ui.peers.none") : this.text("ui.peers.from", { file: this.source })}</p>
      </section>
      <section part="card" aria-labelledby="table">
        <h2 id="table" part="heading">${this.text("ui.peers.table")}</h2>
        ${this.table()}
      </section>
      <section part="card" aria-labelledby="bars">
        <h2 id="bars" part="heading">${this.text("ui.peers.bars")}</h2>
        <p class="hint">${this.text("ui.peers.test")}</p>
        ${legend(this.rows, words)}
        ${bars(this.rows, Math.max(240, this.width.value - (this.width.value < 480 ? 34 : 50)), words)}
      </section>
    `;
  }

  private refused() {
    const { refusal } = this;
    return !refusal ? nothing : refusalText(refusedWords("peers", refusal, this.voice.text, this.locale), "refusal", { name: refusal.file, aloud: true });
  }

  private table() {
    const peers = this.rows[0]?.peers ?? [];
    return html`
      <table role="table" part="table" aria-labelledby="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">${this.text("ui.peers.code")}</th>
            ${[this.text("ui.peers.lines"), this.text("ui.peers.with-kx"), this.text("ui.peers.own-share"), ...peers.map(({ label }) => label)].map((name) => html`<th role="columnheader" class="amount">${name}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${this.rows.map(
            (row) => html`
            <tr role="row" data-code=${row.code}>
              <th role="rowheader" scope="row">${row.code} <span class="description">${row.description}</span></th>
              <td role="cell" class="amount" data-label=${this.text("ui.peers.lines")}>${row.lines}</td>
              <td role="cell" class="amount" data-label=${this.text("ui.peers.with-kx")}>${row.kxLines}</td>
              <td role="cell" class="amount" data-label=${this.text("ui.peers.own-share")}><b>${this.share(row.proportion)}</b></td>
              ${row.peers.map(
                ({ label, proportion, comparison }) => html`
                <td role="cell" class="amount" data-label=${label}>
                  ${this.share(proportion)}
                  <span class="comparison" data-comparison=${comparison}><span aria-hidden="true">${COMPARED[comparison].sign}</span> ${this.text(COMPARED[comparison].words)}</span>
                </td>
              `,
              )}
            </tr>
          `,
          )}
        </tbody>
      </table>
    `;
  }

  private share(proportion: number | null): string {
    return proportion === null ? "–" : this.percent(proportion);
  }

  private choose(): void {
    const file = this.file.files?.[0];
    if (file) send(this, "kx-peer-file-chosen", { file });
    // The same file may be chosen again once it has been put right.
    this.file.value = "";
  }
}
