import { html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { OF } from "../import/kinds.js";
import { KxElement } from "../shared/element.js";
import { noticeList } from "../shared/explanation.js";
import { explanationStyle } from "../shared/explanation-style.js";
import { momentOf } from "../shared/moment.js";
import { controls, tokens } from "../shared/tokens.js";
import type { Chain, HistoryEntry, HistoryKind } from "./model.js";
import { style } from "./style.js";

export type { Chain, HistoryEntry, HistoryKind } from "./model.js";

const KINDS: readonly HistoryKind[] = [
  "imported",
  "import-undone",
  "other-used",
  "kx-added",
  "kx-auto",
  "kx-removed",
  "kx-left-off",
  "kx-restored",
  "attested",
  "left-off",
  "record-attested",
  "record-changed",
  "record-withdrawn",
  "asked",
  "released",
  "held",
  "visit-cleared",
  "visit-restored",
];
const COLUMNS = ["when", "what", "which", "who"] as const;

/**
 * Who did what: changes of *Other Medicare Threshold Used*, KX added and left off, attestations and releases, the newest first, with the state
 * of the record of attestations. It shows what its host kept, and changes nothing.
 *
 * @element kx-history
 * @csspart card - The whole panel
 * @csspart heading - The heading
 * @csspart chain - The state of the record
 * @csspart filter - The list of kinds
 * @csspart table - The entries
 * @csspart notices - What is wrong with the record
 */
export class KxHistory extends KxElement {
  static override readonly widget = "history";
  static override styles = [tokens, controls, explanationStyle, style];

  /** What was done, in any order. */
  @property({ attribute: false }) entries: readonly HistoryEntry[] = [];
  /** How the record of attestations stands; null: nobody was asked yet. */
  @property({ attribute: false }) chain: Chain | null = null;
  /** The host keeps no history: then an empty one says that, and not that nothing was changed. */
  @property({ type: Boolean }) unkept = false;
  /** Whose history it is, as screens and paper name them. */
  @property() patient = "";

  @state() private kind: HistoryKind | "all" = "all";

  protected override render() {
    const kinds = KINDS.filter((kind) => this.entries.some((entry) => entry.kind === kind));
    const chosen = this.kind !== "all" && kinds.includes(this.kind) ? this.kind : "all";
    // Of one moment what was done last comes first.
    const shown = [...this.entries].reverse().filter(({ kind }) => chosen === "all" || kind === chosen);
    shown.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
    return html`
      <section part="card" aria-labelledby="title">
        <div class="top">
          <h2 id="title" part="heading">${this.text("ui.history.heading")}${this.patient ? html` <span class="whose">${this.patient}</span>` : nothing}</h2>
          ${this.unkept && this.chain === null ? nothing : this.chainState()}
        </div>
        ${this.faults()}
        ${this.entries.length === 0 ? html`<p class="empty">${this.text(this.unkept ? "ui.history.unkept" : "ui.history.empty")}</p>` : html`${this.filter(kinds, chosen, shown.length)}${this.table(shown)}`}
      </section>
    `;
  }

  /** In a word that stands without its color. */
  private chainState() {
    const { chain } = this;
    const ends = chain?.findings.filter(({ severity }) => severity === "error").every(({ code }) => code === "truncated");
    const [sign, name] = chain === null ? ["–", "none"] : chain.whole ? ["✓", "whole"] : ends ? ["✕", "truncated"] : ["✕", "broken"];
    return html`
      <p class="chain ${name}" part="chain">
        <span class="hint">${this.text("ui.history.chain")}</span>
        <b><span aria-hidden="true">${sign}</span> ${this.text(`ui.history.chain.${name}`)}</b>
      </p>
    `;
  }

  private faults() {
    const found = this.chain?.findings.filter(({ severity }) => severity !== "info") ?? [];
    return found.length === 0 ? nothing : noticeList(found, this.voice);
  }

  private filter(kinds: readonly HistoryKind[], chosen: HistoryKind | "all", count: number) {
    const choose = (event: Event): void => {
      this.kind = (event.target as HTMLSelectElement).value as HistoryKind | "all";
    };
    return html`
      <div class="filter">
        <label for="kind">${this.text("ui.history.what")}</label>
        <select id="kind" part="filter" @change=${choose}>
          <option value="all" ?selected=${chosen === "all"}>${this.text("ui.history.all")}</option>
          ${kinds.map((kind) => html`<option value=${kind} ?selected=${chosen === kind}>${this.text(`ui.history.kind.${kind}`)}</option>`)}
        </select>
        <p class="hint" role="status">${this.text("ui.history.shown", { count })}</p>
      </div>
    `;
  }

  private table(shown: readonly HistoryEntry[]) {
    return html`
      <table role="table" part="table" aria-labelledby="title">
        <thead role="rowgroup">
          <tr role="row">${COLUMNS.map((name) => html`<th role="columnheader" scope="col">${this.text(`ui.history.${name}`)}</th>`)}</tr>
        </thead>
        <tbody role="rowgroup">
          ${shown.map(
            (entry) => html`
            <tr role="row" data-kind=${entry.kind}>
              <td role="cell" class="when">${momentOf(entry.at, this.voice, (time) => this.time(time))}</td>
              <th role="rowheader" scope="row">${this.text(`ui.history.kind.${entry.kind}`)}</th>
              <td role="cell">${this.details(entry)}</td>
              <td role="cell">${entry.by}${entry.enteredBy ? html` <span class="hint">${this.text("ui.history.entered-by", { name: entry.enteredBy })}</span>` : nothing}</td>
            </tr>
          `,
          )}
        </tbody>
      </table>
    `;
  }

  private details({ claim, code, serviceType, from, to, reason, covers, day, visit, documented, incomplete, file, fileKind }: HistoryEntry) {
    const amount = (value: string | undefined): string => (value ? this.money(value) : this.text("ui.history.nothing"));
    const covered =
      covers && this.text(covers === "plan" && day ? "ui.history.covers.plan-until" : `ui.history.covers.${covers}`, day ? { date: this.date(day) } : {});
    const parts = [
      file,
      fileKind && this.text(OF[fileKind], { date: day ? this.date(day) : this.text("ui.import.unknown-day") }),
      claim && this.text("ui.claims.claim-id", { id: claim }),
      [code, covered].filter(Boolean).join(" "),
      serviceType && this.text("ui.history.amount", { bucket: serviceType, from: amount(from), to: amount(to) }),
      reason,
      documented,
      incomplete && this.text("ui.claims.code.documentation-incomplete"),
      // An answer for a visit names it already.
      visit && covers !== "visit" && this.text("ui.history.visit", { date: this.date(visit) }),
    ];
    return parts.filter(Boolean).map((part) => html`<p>${part}</p>`);
  }
}
