import { html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { CivilDate, HoldReason, Release, totalAtStake } from "kx-modifier";
import { release, stake } from "#made/ui-labels.js";
import { download } from "../shared/csv.js";
import { send, type ClaimsAction } from "../shared/events.js";
import { InputElement } from "../shared/input.js";
import { barsStyle } from "../shared/queue-bars.js";
import { pager, pageOf } from "../shared/queue-pager.js";
import { belowBar, lastDone, picked, Printing, today, toggled, toolsButton } from "../shared/queue.js";
import { stakes, stakeStyle, type Stake } from "../shared/stake.js";
import { controls, tokens } from "../shared/tokens.js";
import { bulkBar, filters, isFiltered } from "./bars.js";
import { csvOf } from "./csv.js";
import {
  arranged,
  consequencesOf,
  counted,
  hasError,
  hasHidden,
  inStatus,
  keyOf,
  noteRead,
  releasing,
  type ClaimOrder,
  type ClaimRow,
  type ClaimsView,
  type HoldCode,
  type ShownClaim,
} from "./model.js";
import { narrowStyle } from "./narrow-style.js";
import { style } from "./style.js";
import { table } from "./table.js";
import { isWhole, wordFor, type Word } from "./word.js";

export type { ClaimRow, ClaimsView } from "./model.js";

const START: ClaimsView = { codes: [], who: "", sought: "", status: "hold", order: "urgency", backwards: false, page: 1, selected: [] };

type Kept = readonly { id: string; claim: string; released: readonly Release[] }[];
type Opened = { id: string; claim: string; reason: Pick<HoldReason, "line" | "code"> | null };

/**
 * Claims that wait before they go out: why, who can answer, since when; released one by one or together by a person's word.
 *
 * @element kx-claims
 * @fires {CustomEvent<{ id: string; claim: string; reason: { line: string | null; code: string } | null }>} kx-claim-opened - A claim was chosen, or one of its reasons
 * @fires {CustomEvent<{ action: ClaimsAction; claims: { id: string; claim: string; released: Release[] }[] }>} kx-claims-changed - Claims were released, or are to wait again; the host keeps it, asks `holdClaims` with it and gives it back in the rows
 * @fires {CustomEvent<{ view: ClaimsView }>} kx-claims-viewed - The claims are looked at in another way: filters, order, selection
 * @fires {CustomEvent<{ name: string; csv: string }>} kx-claims-exported - A file was asked for; cancelled, nothing is downloaded
 * @csspart card - The section
 * @csspart heading - Its heading
 * @csspart filters - The filters above the claims
 * @csspart selection - What can be done with the selected claims
 * @csspart stake - What is at stake
 * @csspart table - The claims
 * @csspart pager - What turns its pages
 * @csspart row - One claim
 * @csspart word - Who releases, and why
 * @csspart input - The fields of that
 * @csspart button - The buttons
 */
export class KxClaims extends InputElement {
  static override readonly widget = "claims";
  static override styles = [tokens, controls, style, barsStyle, narrowStyle, stakeStyle];
  protected static override readonly labels = { ...release, ...stake };

  /** What `holdClaims` answers for each claim, with what the host knows of it. A claim without a reason is not shown. */
  @property({ attribute: false }) rows: readonly ClaimRow[] = [];
  /** While patients are still being looked at: how many of how many. */
  @property({ attribute: false }) progress: { done: number; total: number } | null = null;
  /** What `totalAtStake` adds up of all claims; null says nothing of it. */
  @property({ attribute: false }) stake: Stake | null = null;
  /** Today, by the host's clock: in the name of the file. */
  @property() day: CivilDate | null = null;
  /** `totalAtStake`: what is released adds up as the totals do. Without it no consequences are told. */
  @property({ attribute: false }) add: typeof totalAtStake | null = null;
  /** Who works here: offered as the one who releases. */
  @property() by = "";
  /** How the claims are looked at. What is left out is as at the beginning. */
  @property({ attribute: false }) view: Partial<ClaimsView> = {};

  /** The claims that a word is asked for; `one`: in the row of that claim. */
  @state() private asking: { keys: readonly string[]; one: string | null } | null = null;
  @state() private word: Word = { by: "", reason: "", tried: false };
  /** The form over a selection, while a claim of its own is asked about. */
  private aside: { asking: { keys: readonly string[]; one: null }; word: Word } | null = null;
  /** Claims whose next steps are shown. */
  @state() private unfolded: ReadonlySet<string> = new Set();
  /** In one hand: whether the filters are shown. */
  @state() private tools = false;
  /** What was done last, and what was there before. */
  @state() private last: { said: string; before: Kept } | null = null;

  @query("#undo") private undoButton!: HTMLButtonElement | null;
  @query("#title") private heading!: HTMLElement | null;

  private readonly printing = new Printing(this, () => this.performUpdate());
  private shown: readonly ShownClaim[] = [];
  private opened: Opened | null = null;
  /** Where a range begins that is selected with the Shift key. */
  private picked: string | null = null;

  /** Puts the focus on what was opened last, for a host that comes back to the claims. Says whether it is there. */
  restoreFocus(opened = this.opened): boolean {
    if (!opened) return false;
    const row = this.rowOf(JSON.stringify([opened.id, opened.claim]));
    const { reason } = opened;
    const buttons = [...(row?.querySelectorAll<HTMLElement>("[data-reason]") ?? [])];
    const button = reason && buttons.find(({ dataset }) => dataset.reason === JSON.stringify([reason.line, reason.code]));
    const found = button ?? row?.querySelector<HTMLElement>(".open");
    found?.focus();
    return found != null;
  }

  /** Puts away what was typed for a release. */
  forget(): void {
    this.asking = null;
    this.aside = null;
    this.word = { by: "", reason: "", tried: false };
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.shown = arranged(this.rows, this.at, this.locale);
    // What has gone out meanwhile is not released.
    const keys = this.asking?.keys.filter((key) => this.shown.some((one) => one.key === key));
    if (keys?.length === 0) this.asking = null;
  }

  protected override render() {
    const { at, shown, voice, asking } = this;
    const counts = counted(this.rows, at.status);
    // Paper has them all.
    const here = pageOf(shown.length, this.printing.on ? null : at.page);
    const selected = this.selected();
    const standing = {
      at,
      shown: shown.length,
      selected: selected.length,
      asked: asking?.one ?? null,
      word: () => this.form(),
      locked: this.locked,
      unfolded: this.unfolded,
      by: this.by,
      onPaper: this.paperLine(),
    };
    return html`
      <section part="card" aria-labelledby="title">
        <div class="top">
          <h2 id="title" part="heading" tabindex="-1">${this.text(at.status === "hold" ? "ui.claims.title" : "ui.claims.title-released")}</h2>
          <button type="button" part="button" class="export reads" ?disabled=${shown.length === 0} @click=${() => this.export()}>${this.text("ui.claims.export", { count: (selected.length ? selected : shown).length })}</button>
        </div>
        ${shown.length > 0 ? nothing : html`<p class="paper">${this.paperLine()}</p>`}
        ${this.lockNote()}
        ${toolsButton(this.tools, at.codes.length + Number(at.who !== "") + Number(at.sought !== "") + Number(at.status !== "hold"), voice, () => {
          this.tools = !this.tools;
        })}
        <div id="tools" class=${this.tools ? "shown" : ""}>
        ${stakes(this.stake, "claims", voice, this.progress !== null && this.rows.every(({ claim }) => claim?.atStake))}
        ${filters(at, counts, inStatus(this.rows), voice, { look: (change) => this.look({ page: 1, ...change }), clear: () => this.clear() })}
        </div>
        ${lastDone(this.last?.said ?? null, this.last?.before.length ? () => this.undo() : null, voice)}
        <div class="bar">
          <p role="status" class="hint count">${this.status(counts)}</p>
          ${selected.length === 0 || asking?.one ? nothing : asking ? this.form() : bulkBar(selected.length, at.status, voice, { act: () => this.act(selected, null), clear: () => this.look({ selected: [] }), leave: () => this.backToRow() })}
        </div>
        ${shown.length > 0 ? table(shown.slice(here.from, here.to), standing, { ...voice, locale: this.locale }, this.acts) : this.nothing(counts.size > 0)}
        ${pager(here, shown.length, "ui.claims.shown-range", voice, (page) => this.turn(page))}
      </section>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    belowBar(this.renderRoot);
  }

  private readonly acts = {
    open: (row: ClaimRow, reason: HoldReason | null) => {
      if (!row.claim) return;
      const opened: Opened = { id: row.id, claim: row.claim.id, reason: reason && { line: reason.line, code: reason.code } };
      if (send(this, "kx-claim-opened", opened)) this.opened = opened;
    },
    sort: (order: ClaimOrder, backwards: boolean) => this.look({ order, backwards, page: 1 }),
    pick: (key: string, on: boolean, range: boolean) => {
      const keys = this.shown.filter(({ row }) => row.claim).map((one) => one.key);
      const selected = picked(keys, this.at.selected, this.picked, key, on, range);
      this.picked = key;
      // The question about one claim and a selection of others are not asked together.
      if (this.asking?.one) this.asking = null;
      this.look({ selected });
    },
    pickAll: (on: boolean) => this.look({ selected: on ? this.shown.filter(({ row }) => row.claim).map(({ key }) => key) : [] }),
    act: (one: ShownClaim) => this.act([one], one.key),
    note: (row: ClaimRow, line: string, has: boolean) => {
      const { id, claim } = row;
      if (!claim || this.locked) return;
      const said = this.text(`ui.claims.note.${has ? "in" : "not-in"}-said`);
      void this.change("released", [{ id, claim: claim.id, released: noteRead(row, line, this.by, said, has) }], said);
    },
    toBar: () => this.focusOn(".selection button"),
    unfold: (key: string) => {
      this.unfolded = toggled(this.unfolded, key);
    },
  };

  private get at(): ClaimsView {
    return { ...START, ...this.view };
  }

  private selected(): ShownClaim[] {
    const keys = new Set(this.at.selected);
    return keys.size === 0 ? [] : this.shown.filter(({ key }) => keys.has(key));
  }

  private status(counts: ReadonlyMap<HoldCode, number>): string {
    if (this.progress) return this.text("ui.worklist.progress", this.progress);
    const { status } = this.at;
    const all = inStatus(this.rows)[status];
    if (counts.size === 0) return "";
    return this.text(`ui.claims.count.${status}`, { shown: this.shown.length, count: all });
  }

  /** What a printed list is: of which claims, in which order, and of which day. */
  private paperLine(): string {
    const { status, order, codes, who, sought } = this.at;
    return [
      `${this.text(`ui.claims.status.${status}`)}, ${this.text(`ui.claims.order.${order}`)}`,
      ...codes.map((code) => this.text(`ui.claims.code.${code}`)),
      ...(who ? [this.text(`ui.claims.who.${who}`)] : []),
      ...(sought.trim() ? [sought.trim()] : []),
      this.progress
        ? this.text("ui.worklist.progress", this.progress)
        : this.text(`ui.claims.count.${status}`, { shown: this.shown.length, count: inStatus(this.rows)[status] }),
      this.date(this.day ?? today()),
    ].join(" · ");
  }

  /** What to do next where nothing is shown. */
  private nothing(hidden: boolean) {
    const { status } = this.at;
    if (this.progress && !hidden) return nothing;
    const filtered = hidden && isFiltered(this.at);
    return html`
      <div class="none">
        <p>${this.text(filtered ? "ui.claims.no-match" : `ui.claims.none.${status}`)}</p>
        ${filtered || status !== "hold" ? html`<button type="button" part="button" class="reads" @click=${() => this.clear()}>${this.text(filtered ? "ui.worklist.clear" : "ui.claims.show-held")}</button>` : nothing}
      </div>
    `;
  }

  private form() {
    const { asking } = this;
    if (!asking) return nothing;
    const claims = this.released();
    const name = asking.one === null ? "" : (claims[0]?.row.name ?? "");
    const excluded = this.shown.filter(({ key }) => asking.keys.includes(key)).length - claims.length;
    return wordFor({ name, count: claims.length, excluded, follows: this.add ? consequencesOf(claims, this.add) : null }, this.word, this.voice, {
      say: (change) => {
        this.word = { ...this.word, ...change };
      },
      release: () => this.release(),
      cancel: () => void this.cancel(),
    });
  }

  private look(change: Partial<ClaimsView>): void {
    const before = this.view;
    this.view = { ...this.at, ...change };
    // What is locked can be looked at in any way.
    if (!this.locked && !send(this, "kx-claims-viewed", { view: this.at })) this.view = before;
  }

  private async clear(): Promise<void> {
    // Without a filter it is the status that shows nothing.
    this.look({ codes: [], who: "", sought: "", page: 1, ...(isFiltered(this.at) ? {} : { status: "hold" }) });
    await this.updateComplete;
    // The pressed button is gone; in one hand the field may be away too.
    this.focusOn("#name");
    if (!this.renderRoot.querySelector("#name:focus")) this.focusOn(".show-tools");
  }

  private async turn(page: number | null): Promise<void> {
    this.asking = null;
    this.look({ page });
    await this.updateComplete;
    this.focusOn("tbody .open");
  }

  private rowOf(key: string): Element | null {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("tbody[data-claim]")].find(({ dataset }) => dataset.claim === key) ?? null;
  }

  private focusOn(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  private backToRow(): void {
    this.rowOf(this.picked ?? "")
      ?.querySelector<HTMLElement>(".pick input")
      ?.focus();
  }

  /** What waits is released by a word that is asked for; what was released waits again at once. */
  private act(claims: readonly ShownClaim[], one: string | null): void {
    if (this.locked) return;
    if (this.at.status === "hold") {
      if (one !== null && this.asking?.one === one) return void this.cancel();
      return void this.ask(claims, one);
    }
    const next = claims.flatMap(({ row }) => (row.claim ? [{ id: row.id, claim: row.claim.id, released: [] }] : []));
    void this.change("held", next, this.text("ui.claims.said.held", { count: next.length }));
  }

  private async ask(claims: readonly ShownClaim[], one: string | null): Promise<void> {
    const { asking } = this;
    if (one !== null && asking?.one === null) this.aside = { asking: { keys: asking.keys, one: null }, word: this.word };
    this.asking = { keys: claims.map(({ key }) => key), one };
    this.word = { by: this.word.by || this.by, reason: "", tried: false };
    await this.updateComplete;
    this.focusOn(this.released().length === 0 ? ".acts button" : this.word.by === "" ? "#by" : "#reason");
  }

  private async cancel(): Promise<void> {
    const one = this.asking?.one ?? null;
    this.resume();
    await this.updateComplete;
    if (one === null) this.focusOn(".selection button");
    else this.rowOf(one)?.querySelector<HTMLElement>(".do button")?.focus();
  }

  /** What the word is about: of a selection none with an error. */
  private released(): ShownClaim[] {
    const { keys, one } = this.asking ?? { keys: [], one: null };
    return this.shown.filter((claim) => keys.includes(claim.key) && (one !== null || !hasError(claim)));
  }

  /** Back to the form over the selection, as it was typed. */
  private resume(): void {
    this.asking = this.aside?.asking ?? null;
    this.word = this.aside?.word ?? { ...this.word, reason: "", tried: false };
    this.aside = null;
  }

  private release(): void {
    const { word, asking } = this;
    if (!asking) return;
    if (!isWhole(word)) {
      this.word = { ...word, tried: true };
      this.focusOn(word.by.trim() === "" ? "#by" : "#reason");
      return;
    }
    const claims = this.released();
    const next = claims.flatMap((one) => {
      const { id, claim } = one.row;
      return claim ? [{ id, claim: claim.id, released: releasing(one, word.by.trim(), word.reason.trim()) }] : [];
    });
    const waiting = claims.filter(hasHidden).length;
    const said = waiting > 0 ? this.text("ui.claims.said.released-part", { count: waiting }) : this.text("ui.claims.said.released", { count: next.length });
    void this.change("released", next, said, () => this.resume());
  }

  private async change(action: ClaimsAction, claims: Kept, said: string, then?: () => void): Promise<void> {
    const before = claims.flatMap(({ id, claim }) =>
      this.rows.filter((row) => keyOf(row) === JSON.stringify([id, claim])).map(({ released = [] }) => ({ id, claim, released })),
    );
    if (claims.length === 0 || !send(this, "kx-claims-changed", { action, claims })) return;
    // What is left of a selection stays selected, with what was typed for it.
    const gone = new Set(claims.map(({ id, claim }) => JSON.stringify([id, claim])));
    then?.();
    this.last = { said, before: action === "undone" ? [] : before };
    if (action !== "undone") this.look({ selected: this.at.selected.filter((key) => !gone.has(key)) });
    await this.updateComplete;
    (this.undoButton ?? this.heading)?.focus();
  }

  private undo(): void {
    if (this.last) void this.change("undone", this.last.before, this.text("ui.worklist.said.undone"));
  }

  private export(): void {
    const selected = this.selected();
    const csv = csvOf(selected.length ? selected : this.shown, this.voice.text);
    const name = `kx-claims${this.day ? `-${this.day}` : ""}.csv`;
    // A locked list can be copied too.
    if (this.locked || send(this, "kx-claims-exported", { name, csv })) download(name, csv);
  }
}
