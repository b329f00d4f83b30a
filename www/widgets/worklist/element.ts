import { html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { CivilDate } from "kx-modifier";
import { KxElement } from "../shared/element.js";
import { send, type WorklistAction } from "../shared/events.js";
import { controls, tokens } from "../shared/tokens.js";
import { csvOf, download } from "./csv.js";
import { bulkBar, filters } from "./bars.js";
import {
  arranged,
  counted,
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
import { style } from "./style.js";
import { table } from "./table.js";

export type { Handling, ItemRef, WorklistRow, WorklistView } from "./model.js";

/** So many patients stand on the page at once until more are asked for; a printed page has them all. */
const STEP = 100;
const START: WorklistView = { kinds: [], sought: "", status: "open", order: "urgency", backwards: false, room: STEP, selected: [] };

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
 * @csspart table - The list
 * @csspart row - One patient
 * @csspart button - The buttons
 */
export class KxWorklist extends KxElement {
  static override readonly widget = "worklist";
  static override styles = [tokens, controls, style];

  /** What `worklist` answers for each patient, with what the host knows of them. */
  @property({ attribute: false }) rows: readonly WorklistRow[] = [];
  /** While patients are still being looked at: how many of how many. */
  @property({ attribute: false }) progress: { done: number; total: number } | null = null;
  /** Today, by the host's clock: snoozed items come back on their day. Without it they stay until they are reopened. */
  @property() day: CivilDate | null = null;
  /** Whom items can be assigned to; nobody, and nothing is assigned here. */
  @property({ attribute: false }) assignees: readonly string[] = [];
  /** How the list is looked at. What is left out is as at the beginning. */
  @property({ attribute: false }) view: Partial<WorklistView> = {};

  @state() private printing = false;
  /** What was done last, and what was there before. */
  @state() private last: { said: string; before: Handled } | null = null;

  @query("#undo") private undoButton!: HTMLButtonElement | null;
  @query("#title") private heading!: HTMLElement | null;

  private shown: readonly ShownRow[] = [];
  private opened: { id: string; item: ItemRef | null } | null = null;
  /** Where a range begins that is selected with the Shift key. */
  private picked: string | null = null;

  private readonly beforePrint = (): void => {
    this.printing = true;
    // The browser prints what stands there when the event ends.
    this.performUpdate();
  };
  private readonly afterPrint = (): void => {
    this.printing = false;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("beforeprint", this.beforePrint);
    window.addEventListener("afterprint", this.afterPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("beforeprint", this.beforePrint);
    window.removeEventListener("afterprint", this.afterPrint);
  }

  /** Puts the focus on what was opened last, for a host that comes back to the list. Says whether it is there. */
  restoreFocus(opened = this.opened): boolean {
    if (!opened) return false;
    const row = this.renderRoot.querySelector(`tbody[data-patient="${CSS.escape(opened.id)}"]`);
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
    const room = this.printing ? Infinity : at.room;
    const selected = this.selected();
    return html`
      <section part="card" aria-labelledby="title">
        <div class="top">
          <h2 id="title" part="heading" tabindex="-1">${this.text("ui.worklist.title")}</h2>
          <button type="button" part="button" class="export" ?disabled=${shown.length === 0} @click=${() => this.export()}>${this.text("ui.worklist.export", { count: itemsOf(selected.length ? selected : shown).length })}</button>
        </div>
        ${filters({ ...at, found: shown.length > 0 }, counts, inStatus(this.rows, day), voice, {
          look: (change) => this.look({ room: STEP, ...change }),
          toggle: (kind) => this.toggle(kind),
          clear: () => this.clear(),
        })}
        <p role="status" class="done" ?hidden=${!this.last}>${this.last ? html`<span>${this.last.said}</span> ${this.last.before.length ? html`<button type="button" part="button" class="plain" id="undo" @click=${() => this.undo()}>${this.text("ui.undo")}</button>` : nothing}` : nothing}</p>
        <div class="bar">
          <p role="status" class="hint count">${this.status(counts)}</p>
          ${selected.length === 0 ? nothing : bulkBar(selected.length, at.status, this.assignees, day, voice, { act: (to, until) => this.act(selected, to, until), assign: (to) => this.assign(selected, to), clear: () => this.look({ selected: [] }), leave: () => this.focusOn(`[data-patient="${CSS.escape(this.picked ?? "")}"] .pick input`) })}
        </div>
        ${shown.length > 0 ? table(shown.slice(0, room), { at, shown: shown.length, selected: selected.length, day }, { ...voice, time: (time) => this.time(time), locale: this.locale }, this.acts) : this.nothing(counts.size > 0)}
        ${
          shown.length <= room
            ? nothing
            : html`
          <p class="more">
            <button type="button" part="button" @click=${() => this.look({ room: at.room + STEP })}>${this.text("ui.worklist.more", { count: Math.min(STEP, shown.length - room) })}</button>
            <button type="button" part="button" class="plain" @click=${() => this.look({ room: shown.length })}>${this.text("ui.worklist.all", { number: shown.length })}</button>
          </p>
        `
        }
      </section>
    `;
  }

  private readonly acts = {
    open: (id: string, item: ItemRef | null) => {
      this.opened = { id, item };
      send(this, "kx-patient-opened", { id, item });
    },
    sort: (order: Order, backwards: boolean) => this.look({ order, backwards }),
    pick: (id: string, on: boolean, range: boolean) => this.pick(id, on, range),
    pickAll: (on: boolean) => this.look({ selected: on ? this.shown.map(({ row }) => row.id) : [] }),
    act: (one: ShownRow, to: Status) => this.act([one], to, ""),
    toBar: () => this.focusOn(".selection button"),
  };

  private get at(): WorklistView {
    return { ...START, ...this.view };
  }

  private selected(): ShownRow[] {
    const ids = new Set(this.at.selected);
    return ids.size === 0 ? [] : this.shown.filter(({ row }) => ids.has(row.id));
  }

  private status(counts: ReadonlyMap<Kind, number>): string {
    if (this.progress) return this.text("ui.worklist.progress", this.progress);
    if (this.rows.length > 0 && counts.size === 0 && this.at.status === "open") return this.text("ui.worklist.nothing", { count: this.rows.length });
    return this.text("ui.worklist.count", { shown: this.shown.length, count: this.rows.length });
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
            ? html`<button type="button" part="button" @click=${() => this.clear()}>${this.text("ui.worklist.clear")}</button>`
            : html`<button type="button" part="button" @click=${() => this.clear()}>${this.text("ui.worklist.show-open")}</button>`
        }
      </div>
    `;
  }

  private look(change: Partial<WorklistView>): void {
    const before = this.view;
    this.view = { ...this.at, ...change };
    if (!send(this, "kx-worklist-viewed", { view: this.at })) this.view = before;
  }

  private toggle(kind: Kind): void {
    const { kinds } = this.at;
    this.look({ kinds: kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind], room: STEP });
  }

  private async clear(): Promise<void> {
    const { status, kinds, sought } = this.at;
    // Without a filter it is the status that shows nothing.
    this.look({ kinds: [], sought: "", room: STEP, ...(kinds.length > 0 || sought !== "" ? { status } : { status: "open" }) });
    await this.updateComplete;
    // The pressed button is gone.
    this.focusOn("#name");
  }

  private focusOn(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  private pick(id: string, on: boolean, range: boolean): void {
    const ids = this.shown.map(({ row }) => row.id);
    const [from, to] = [ids.indexOf(this.picked ?? id), ids.indexOf(id)];
    const concerned = new Set(range && from >= 0 ? ids.slice(Math.min(from, to), Math.max(from, to) + 1) : [id]);
    this.picked = id;
    this.look({ selected: [...this.at.selected.filter((one) => !concerned.has(one)), ...(on ? concerned : [])] });
  }

  private act(rows: readonly ShownRow[], to: Status, until: CivilDate): void {
    const count = itemsOf(rows).length;
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
    const csv = csvOf(selected.length ? selected : this.shown, this.voice.text);
    const name = `kx-worklist${this.day ? `-${this.day}` : ""}.csv`;
    if (send(this, "kx-worklist-exported", { name, csv })) download(name, csv);
  }
}

const itemsOf = (rows: readonly ShownRow[]) => rows.flatMap(({ items }) => items);
