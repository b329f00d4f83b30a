import { html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { CivilDate } from "kx-modifier";
import { fileChoice, fileStyle } from "../shared/file.js";
import { send } from "../shared/events.js";
import { InputElement } from "../shared/input.js";
import type { Refusal } from "../shared/model.js";
import { refusalText, refusedWords } from "../shared/refusal.js";
import { controls, tokens } from "../shared/tokens.js";
import { Width } from "../shared/width.js";
import { bars, barsOnPaper, countsOf, legend } from "./bars.js";
import { style } from "./style.js";
import { type Row, summary, verdictOf } from "./verdict.js";

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
 * @csspart print - The one that prints, for a page that has its own
 */
export class KxComparativeBilling extends InputElement {
  static override readonly widget = "comparative-billing";
  static override styles = [tokens, controls, fileStyle, style];

  /** The comparison, from `compareBilling`. */
  @property({ attribute: false }) rows: readonly Row[] = [];
  /** The first and the last date of service of the practice's own lines, where the host knows them. */
  @property({ attribute: false }) days: { from: CivilDate; to: CivilDate } | null = null;
  /** How many of the practice's own lines have a code that is not compared, and how many of those have KX. */
  @property({ attribute: false }) others: { lines: number; kxLines: number } | null = null;
  /** The name of the file with the peers' figures. */
  @property() source: string | null = null;
  /** The address of a sample of such a file; empty where there is none. */
  @property() sample = "";
  /** Why the file is refused. */
  @property({ attribute: false }) refusal: FileRefusal | null | undefined = null;

  @query("#file") private file!: HTMLInputElement;

  @state() private tabled = false;

  private readonly width = new Width(this);

  protected override render() {
    const words = { text: this.voice.text, share: (proportion: number | null) => this.share(proportion), percent: (share: number) => this.percent(share, 0) };
    return html`
      <section class="choose" part="card" aria-labelledby="peers">
        <h2 id="peers" part="heading">${this.text("ui.peers.heading")}</h2>
        ${this.lockNote()}
        <p>${this.text("ui.peers.hint")} ${this.sample ? html`<a href=${this.sample} target="_blank" rel="noopener">${this.text("ui.peers.sample")}</a>` : nothing}</p>
        <div class="row">
          ${fileChoice(this.text("ui.peers.file"), this.voice, () => this.choose(), this.refusal !== null && this.refusal !== undefined)}
          ${this.sample ? html`<button type="button" part="button" @click=${() => send(this, "kx-sample-peers-asked", {})}>${this.text("ui.peers.load-sample")}</button>` : nothing}
          <button type="button" class="reads" part="button print" @click=${() => window.print()}>${this.text("ui.peers.print")}</button>
        </div>
        ${this.refused()}
        <p class="source" role="status">${this.source === null ? this.text("ui.peers.none") : this.text("ui.peers.from", { file: this.source })}</p>
      </section>
      <section part="card" aria-labelledby="bars">
        <h2 id="bars" part="heading">${this.text("ui.peers.bars")}</h2>
        <p class="summary" role="status">${summary(this.rows, words.text, words.share)}</p>
        ${this.source === null ? nothing : html`<p class="hint">${this.text("ui.peers.test")} ${this.text("ui.peers.test-higher")}</p>`}
        ${this.span()}${this.left()}
        <p class="hint on-paper" data-text=${this.source === null ? this.text("ui.peers.none") : this.text("ui.peers.from", { file: this.source })}></p>
        ${legend(this.rows, words)}
        ${bars(this.rows, Math.max(240, this.width.value - (this.width.value < 480 ? 34 : 50)), words)}${barsOnPaper(this.rows, words)}
        <button type="button" part="button" class="reads" aria-expanded=${this.tabled ? "true" : "false"} aria-controls="table" @click=${() => {
          this.tabled = !this.tabled;
        }}>${this.text(this.tabled ? "ui.peers.hide-table" : "ui.peers.show-table")}</button>
        <div id="table" class=${this.tabled ? "" : "folded"}>${this.table()}</div>
      </section>
    `;
  }

  /** Which lines these are. */
  private span() {
    const count = this.rows.reduce((sum, { lines }) => sum + lines, 0);
    if (!this.days || count === 0) return nothing;
    return html`<p class="hint">${this.text("ui.peers.span", { count, from: this.date(this.days.from), to: this.date(this.days.to) })}</p>`;
  }

  /** What has KX and is in no bar. */
  private left() {
    const { lines = 0, kxLines: kx = 0 } = this.others ?? {};
    return lines === 0 || this.rows.length === 0 ? nothing : html`<p class="hint">${this.text("ui.peers.others", { count: lines, kx })}</p>`;
  }

  private refused() {
    const { refusal } = this;
    return !refusal ? nothing : refusalText(refusedWords("peers", refusal, this.voice.text, this.locale), "refusal", { name: refusal.file, aloud: true });
  }

  private table() {
    const peers = this.rows[0]?.peers ?? [];
    return html`
      <table role="table" part="table" aria-labelledby="bars">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">${this.text("ui.peers.code")}</th>
            ${[this.text("ui.peers.lines"), this.text("ui.peers.with-kx"), this.text("ui.peers.own-share"), ...peers.map(({ label }) => label)].map((name) => html`<th role="columnheader" class="amount">${name}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${this.rows.map((row) => {
            const verdict = verdictOf(row, this.voice.text);
            return html`
            <tr role="row" data-code=${row.code}>
              <th role="rowheader" scope="row">${row.code} <span class="description">${row.description}</span></th>
              <td role="cell" class="amount" data-label=${this.text("ui.peers.lines")}>${row.lines}</td>
              <td role="cell" class="amount" data-label=${this.text("ui.peers.with-kx")}>${row.kxLines}</td>
              <td role="cell" class="amount" data-label=${this.text("ui.peers.own-share")}><b>${this.share(row.proportion)}</b>
                ${verdict === null ? nothing : html`<span class="comparison" data-comparison=${verdict.comparison}><span aria-hidden="true">${verdict.sign}</span> ${verdict.words}</span>`}
              </td>
              ${row.peers.map((peer) => html`<td role="cell" class="amount" data-label=${peer.label}>${this.share(peer.proportion)} <div class="description">${countsOf(peer, this.voice.text)}</div></td>`)}
            </tr>
          `;
          })}
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
