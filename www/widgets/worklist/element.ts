import { html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { CivilDate } from "kx-modifier";
import { due, stake } from "#made/ui-labels.js";
import { download } from "../shared/csv.js";
import { leftStyle } from "../shared/due.js";
import { send, type WorklistAction } from "../shared/events.js";
import { InputElement } from "../shared/input.js";
import { barsStyle } from "../shared/queue-bars.js";
import { pager, pageOf } from "../shared/queue-pager.js";
import { belowBar, lastDone, picked, Printing, today, toggled, toolsButton } from "../shared/queue.js";
import { stakes, stakeStyle, type Stake } from "../shared/stake.js";
import { controls, tokens } from "../shared/tokens.js";
import { Width } from "../shared/width.js";
import { bulkBar, filters } from "./bars.js";
import { csvOf } from "./csv.js";
import {
  arranged,
  counted,
  countOf,
  handled,
  inStatus,
  NOTHING_DONE,
  refOf,
  type Handling,
  type ItemRef,
  type Kind,
  type Order,
  type ShownRow,
  type Status,
  type WorklistRow,
  type WorklistView,
} from "./model.js";
import { narrowStyle } from "./narrow-style.js";
import { style } from "./style.js";
import { table } from "./table.js";

export type { Handling, ItemRef, WorklistRow, WorklistView } from "./model.js";

const START: WorklistView = { kinds: [], sought: "", status: "open", order: "urgency", backwards: false, page: 1, selected: [] };

type Handled = readonly { id: string; handling: Handling }[];

/**
 * What waits to be done for each patient, the most urgent first, each item with its next step and the day it is due.
 *
 * @element kx-worklist
 * @fires {CustomEvent<{ id: string; item: ItemRef | null }>} kx-patient-opened - A patient was chosen, or one of their items
 * @fires {CustomEvent<{ action: WorklistAction; patients: { id: string; handling: Handling }[] }>} kx-worklist-changed - Items were marked done, snoozed, assigned or reopened; the host keeps it and gives it back in the rows
 * @fires {CustomEvent<{ view: WorklistView }>} kx-worklist-viewed - The list is looked at in another way: filters, order, selection
 * @fires {CustomEvent<{ name: string; csv: string }>} kx-worklist-exported - A file was asked for; cancelled, nothing is downloaded
 * @csspart card - The section
 * @csspart heading - Its heading
 * @csspart filters - The filters above the list
 * @csspart selection - What can be done with the selected patients
 * @csspart stake - What is at stake
 * @csspart table - The list
 * @csspart pager - What turns its pages
 * @csspart row - One patient
 * @csspart button - The buttons
 */
export class KxWorklist extends InputElement {
  static override readonly widget = "worklist";
  static override styles = [tokens, controls, style, barsStyle, narrowStyle, stakeStyle, leftStyle];
  protected static override readonly labels = { ...due, ...stake };

  /** What `worklist` answers for each patient, with what the host knows of them. */
  @property({ attribute: false }) rows: readonly WorklistRow[] = [];
  /** While patients are still being looked at: how many of how many. */
  @property({ attribute: false }) progress: { done: number; total: number } | null = null;
  /** What `totalAtStake` adds up of all rows; null says nothing of it. */
  @property({ attribute: false }) stake: Stake | null = null;
  /** Today, by the host's clock: snoozed items come back on their day. Without it they stay until they are reopened. */
  @property() day: CivilDate | null = null;
  /** Whom items can be assigned to; nobody, and nothing is assigned here. */
  @property({ attribute: false }) assignees: readonly string[] = [];
  /** How the list is looked at. What is left out is as at the beginning. */
  @property({ attribute: false }) view: Partial<WorklistView> = {};

  /** Items whose whole text is shown. */
  @state() private unfolded: ReadonlySet<string> = new Set();
  /** In one hand: whether the filters are shown. */
  @state() private tools = false;
  /** What was done last, and what was there before. */
  @state() private last: { said: string; before: Handled } | null = null;

  @query("#undo") private undoButton!: HTMLButtonElement | null;
  @query("#title") private heading!: HTMLElement | null;

  // Where its width changes the bar may take another line.
  protected readonly width = new Width(this);
  private readonly printing = new Printing(this, () => this.performUpdate());
  private shown: readonly ShownRow[] = [];
  private opened: { id: string; item: ItemRef | null } | null = null;
  /** Where a range begins that is selected with the Shift key. */
  private picked: string | null = null;

  /** Puts the focus on what was opened last, for a host that comes back to the list. Says whether it is there. */
  restoreFocus(opened = this.opened): boolean {
    if (!opened) return false;
    const row = this.byData("patient", opened.id);
    const { item } = opened;
    const buttons = [...(row?.querySelectorAll<HTMLElement>("[data-item]") ?? [])];
    const button = item && buttons.find(({ dataset }) => dataset.item === JSON.stringify(refOf(item)));
    const found = button ?? row?.querySelector<HTMLElement>(".open");
    found?.focus();
    return found != null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.shown = arranged(this.rows, this.at, this.day, this.locale);
  }

  protected override render() {
    const { at, shown, day, voice } = this;
    const counts = counted(this.rows, at.status, day);
    // Paper has them all.
    const here = pageOf(shown.length, this.printing.on ? null : at.page);
    const selected = this.locked ? [] : this.selected();
    return html`
      <section part="card" aria-labelledby="title">
        <h2 id="title" part="heading" tabindex="-1">${this.text("ui.worklist.title")}</h2>
        ${shown.length > 0 ? nothing : html`<p class="paper">${this.paperLine()}</p>`}
        ${this.lockNote()}
        ${toolsButton(this.tools, at.kinds.length + Number(at.sought !== "") + Number(at.status !== "open"), voice, () => {
          this.tools = !this.tools;
        })}
        <div id="tools" class=${this.tools ? "shown" : ""}>
        ${stakes(this.stake, "lines", voice, this.progress !== null && this.rows.every(({ atStake }) => atStake))}
        ${filters({ ...at, found: shown.length > 0, exported: this.exported(selected) }, counts, inStatus(this.rows, day), voice, {
          look: (change) => this.look({ page: 1, ...change }),
          toggle: (kind) => this.toggle(kind),
          clear: () => this.clear(),
          save: () => this.export(),
        })}
        <p class="hint note">${this.text("ui.worklist.due-note")}</p>
        </div>
        ${lastDone(this.last?.said ?? null, this.last?.before.length ? () => this.undo() : null, voice)}
        <div class="bar">
          <p role="status" class="hint count">${this.status(counts)}</p>
          ${selected.length === 0 ? nothing : bulkBar(selected.length, at.status, this.assignees, day, voice, { act: (to, until) => this.act(selected, to, until), assign: (to) => this.assign(selected, to), clear: () => this.look({ selected: [] }), leave: () => this.toPicked() })}
        </div>
        ${shown.length > 0 ? table(shown.slice(here.from, here.to), { at, shown: shown.length, selected: selected.length, unfolded: this.unfolded, day, onPaper: this.paperLine() }, { ...voice, time: (time) => this.time(time), locale: this.locale }, this.acts) : this.nothing(counts.size > 0)}
        ${pager(here, shown.length, "ui.worklist.range", voice, (page) => this.turn(page))}
      </section>
    `;
  }

  private readonly acts = {
    open: (id: string, item: ItemRef | null) => {
      this.opened = { id, item };
      send(this, "kx-patient-opened", { id, item }, false);
    },
    sort: (order: Order, backwards: boolean) => this.look({ order, backwards, page: 1 }),
    pick: (id: string, on: boolean, range: boolean) => this.pick(id, on, range),
    pickAll: (on: boolean) => this.look({ selected: on ? this.shown.map(({ row }) => row.id) : [] }),
    act: (one: ShownRow, to: Status) => this.act([one], to, ""),
    toBar: () => this.focusOn(".selection button"),
    unfold: (key: string) => {
      this.unfolded = toggled(this.unfolded, key);
    },
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // The heads stay below the bar.
    belowBar(this.renderRoot);
  }

  private get at(): WorklistView {
    return { ...START, ...this.view };
  }

  private selected(): ShownRow[] {
    const ids = new Set(this.at.selected);
    return ids.size === 0 ? [] : this.shown.filter(({ row }) => ids.has(row.id));
  }

  /** What a file has: of whom, where some are selected. */
  private exported(selected: readonly ShownRow[]): string {
    const items = this.text("ui.worklist.items", { count: countOf(selected.length ? selected : this.shown) });
    const what = selected.length
      ? this.text("ui.worklist.of-patients", { patients: this.text("ui.worklist.patients", { count: selected.length }), items })
      : items;
    return this.text("ui.worklist.export", { what });
  }

  private status(counts: ReadonlyMap<Kind, number>): string {
    if (this.progress) return this.text("ui.worklist.progress", this.progress);
    if (this.rows.length > 0 && counts.size === 0 && this.at.status === "open") return this.text("ui.worklist.nothing", { count: this.rows.length });
    const patients = this.text("ui.worklist.count", { shown: this.shown.length, count: this.rows.length });
    return `${patients} · ${this.text("ui.worklist.items", { count: countOf(this.shown) })}`;
  }

  /** What a printed list is: of which items, in which order, and of which day. */
  private paperLine(): string {
    const { status, order, kinds, sought } = this.at;
    return [
      this.text("ui.worklist.title"),
      `${this.text(`ui.worklist.status.${status}`)}, ${this.text(`ui.worklist.order.${order}`)}`,
      ...kinds.map((kind) => this.text(`ui.worklist.kind.${kind}`)),
      ...(sought.trim() ? [sought.trim()] : []),
      // A sheet that was printed too early must not pass for the whole list.
      this.progress ? this.text("ui.worklist.progress", this.progress) : this.text("ui.worklist.items", { count: countOf(this.shown) }),
      this.date(this.day ?? today()),
    ].join(" · ");
  }

  /** What to do next where nothing is shown. */
  private nothing(hidden: boolean) {
    const { status, kinds, sought } = this.at;
    const isFiltered = hidden && (kinds.length > 0 || sought !== "");
    if (!isFiltered && status === "open") return nothing;
    return html`
      <div class="none">
        <p>${this.text(isFiltered ? `ui.worklist.no-match.${status}` : `ui.worklist.none.${status}`)}</p>
        ${
          isFiltered
            ? html`<button type="button" part="button" class="reads" @click=${() => this.clear()}>${this.text("ui.worklist.clear")}</button>`
            : html`<button type="button" part="button" class="reads" @click=${() => this.clear()}>${this.text("ui.worklist.show-open")}</button>`
        }
      </div>
    `;
  }

  private look(change: Partial<WorklistView>): void {
    const before = this.view;
    this.view = { ...this.at, ...change };
    if (!send(this, "kx-worklist-viewed", { view: this.at }, false)) this.view = before;
  }

  private toggle(kind: Kind): void {
    const { kinds } = this.at;
    this.look({ kinds: kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind], page: 1 });
  }

  private async clear(): Promise<void> {
    const { status, kinds, sought } = this.at;
    // Without a filter it is the status that shows nothing.
    this.look({ kinds: [], sought: "", page: 1, ...(kinds.length > 0 || sought !== "" ? { status } : { status: "open" }) });
    await this.updateComplete;
    // The pressed button is gone; in one hand the field may be away too.
    this.focusOn("#name");
    if (!this.renderRoot.querySelector("#name:focus")) this.focusOn(".show-tools");
  }

  private async turn(page: number | null): Promise<void> {
    this.look({ page });
    await this.updateComplete;
    this.focusOn("tbody .open");
  }

  private focusOn(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  private toPicked(): void {
    const row = this.byData("patient", this.picked ?? "");
    row?.querySelector<HTMLElement>(".pick input")?.focus();
  }

  private pick(id: string, on: boolean, range: boolean): void {
    const ids = this.shown.map(({ row }) => row.id);
    const selected = picked(ids, this.at.selected, this.picked, id, on, range);
    this.picked = id;
    this.look({ selected });
  }

  private act(rows: readonly ShownRow[], to: Status, until: CivilDate): void {
    const count = rows.flatMap(({ items }) => items).length;
    const date = until === "" ? "" : this.date(until);
    const said = { done: "ui.worklist.said.done", snoozed: "ui.worklist.said.snoozed", open: "ui.worklist.said.reopened" }[to];
    const action = { done: "done", snoozed: "snoozed", open: "reopened" } as const;
    const next = rows.filter(({ items }) => items.length > 0).map(({ row, items }) => ({ id: row.id, handling: handled(row, items, to, until) }));
    void this.change(action[to], next, this.text(said, { count, date }));
  }

  private assign(rows: readonly ShownRow[], to: string | null): void {
    const next = rows.map(({ row: { id, handling = NOTHING_DONE } }) => ({ id, handling: { ...handling, assignedTo: to } }));
    void this.change("assigned", next, this.text(to ? "ui.worklist.said.assigned" : "ui.worklist.said.unassigned", { count: rows.length, name: to ?? "" }));
  }

  private async change(action: WorklistAction, patients: Handled, said: string): Promise<void> {
    const before = patients.flatMap(({ id }) => this.rows.filter((row) => row.id === id).map(({ handling = NOTHING_DONE }) => ({ id, handling })));
    if (patients.length === 0 || !send(this, "kx-worklist-changed", { action, patients })) return;
    this.last = { said, before: action === "undone" ? [] : before };
    if (action !== "undone") this.look({ selected: [] });
    await this.updateComplete;
    (this.undoButton ?? this.heading)?.focus();
  }

  private undo(): void {
    if (this.last) void this.change("undone", this.last.before, this.text("ui.worklist.said.undone"));
  }

  private export(): void {
    const selected = this.selected();
    const csv = csvOf(selected.length ? selected : this.shown, this.voice.text, this.locale, this.day);
    const name = `kx-worklist${this.day ? `-${this.day}` : ""}.csv`;
    if (send(this, "kx-worklist-exported", { name, csv }, false)) download(name, csv);
  }
}
