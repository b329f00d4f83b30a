// The list itself: a patient's own cells stand beside all of their items.
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { CivilDate } from "kx-modifier";
import { leftUntil } from "../shared/due.js";
import type { Voice } from "../shared/explanation.js";
import { unreadWords } from "../shared/refusal.js";
import { badge, paperHead, selectAll, sorting, toneOf, unfolding, unlabelled } from "../shared/queue.js";
import { STANDING, type Standing as KnownStanding } from "../shared/standing.js";
import { bucketsOf, CORRECTED, labelOf, refOf, untilOf, type Item, type ItemRef, type Order, type ShownRow, type Status, type WorklistView } from "./model.js";

type Words = Voice & { time: (time: string) => string; locale: string };

interface Acts {
  open: (id: string, item: ItemRef | null) => void;
  sort: (order: Order, backwards: boolean) => void;
  pick: (id: string, on: boolean, range: boolean) => void;
  pickAll: (on: boolean) => void;
  act: (one: ShownRow, to: Status) => void;
  /** To what can be done with the selection. */
  toBar: () => void;
  /** Shows or hides the whole text of an item. */
  unfold: (key: string) => void;
}

/** What stands on the paper beside what is grave and what is not. */
const MARKS = ["check", "below", "near", "reached", "medical-review"] as const;

/** Without those to select by and to press. */
const SHEET_COLUMNS = 6;

interface Standing {
  /** What the printed list is. */
  onPaper: string;
  at: WorklistView;
  /** Patients that fit, drawn or not. */
  shown: number;
  /** Of those. */
  selected: number;
  unfolded: ReadonlySet<string>;
  /** Today. */
  day: CivilDate | null;
}

const COLUMNS: readonly (readonly [order: Order, label: string])[] = [
  ["name", "ui.worklist.patient"],
  ["used", "ui.worklist.left"],
  ["visit", "ui.worklist.visit"],
  ["therapist", "ui.worklist.therapist"],
  ["urgency", "ui.worklist.waits"],
  ["due", "ui.worklist.due"],
];

export function table(rows: readonly ShownRow[], standing: Standing, words: Words, acts: Acts) {
  const { at, shown, selected } = standing;
  const { text } = words;
  return html`
    <table role="table" part="table" class=${at.status === "open" ? "todo" : ""} aria-labelledby="title">
      <thead role="rowgroup">
        ${paperHead(standing.onPaper, SHEET_COLUMNS, at.status === "open", MARKS, words)}
        <tr role="row">
          ${selectAll("ui.worklist.select-all", selected, shown, words, acts.pickAll)}
          ${COLUMNS.map(([order, label]) => sorting(order, text(label), at, acts.sort))}
          <th role="columnheader" class="do"><span class="unseen">${text("ui.line.actions")}</span></th>
        </tr>
      </thead>
      ${repeat(
        rows,
        ({ row }) => row.id,
        (one) => patient(one, standing, words, acts),
      )}
    </table>
  `;
}

function patient(one: ShownRow, standing: Standing, words: Words, acts: Acts) {
  const { at } = standing;
  const { row, items } = one;
  const { id, name, memberId, therapist, nextVisit, handling, error } = row;
  const { text, date, time } = words;
  // Without a balance the reason stands below the items: there is room for a sentence.
  const isSaid = items.some(({ message }) => message === row.notKnown);
  const why =
    !error && row.notKnown && !isSaid
      ? html`<td role="cell" class="why hint" colspan="3">${text("ui.worklist.why-not-known", { reason: row.notKnown })}</td>`
      : null;
  const span = Math.max(1, items.length) + (why ? 1 : 0);
  const selected = at.selected.includes(id);
  // A press with the Shift key takes those between along; a key press brings a click too.
  const pick = (event: MouseEvent) => acts.pick(id, (event.target as HTMLInputElement).checked, event.shiftKey);
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    // Else the button that gets the focus would be pressed by the same key.
    event.preventDefault();
    acts.toBar();
  };
  const visit = nextVisit
    ? html`${date(nextVisit.date)}${nextVisit.time ? html` <span class="hint time">${time(nextVisit.time)}</span>` : nothing}`
    : html`<span class="hint">${text("ui.worklist.no-visit")}</span>`;
  const own = html`
    <td role="cell" class="pick" rowspan=${span}><label class="box"><input type="checkbox" aria-label=${text("ui.worklist.select", { name })} aria-keyshortcuts="Enter" .checked=${live(selected)} @click=${pick} @keydown=${enter} /></label></td>
    <th role="rowheader" scope="rowgroup" class="who" rowspan=${span}>
      <button type="button" part="button" class="plain reads open" @click=${() => acts.open(id, null)}>${name}</button>
      ${memberId ? html`<span class="hint">${memberId}</span>` : nothing}
      ${handling?.assignedTo ? html`<span class="hint assigned">${text("ui.worklist.assigned")}: ${handling.assignedTo}</span>` : nothing}
    </th>
    <td role="cell" class="left" rowspan=${span} data-label=${text("ui.worklist.left")}>${balances(one, standing.day, words)}</td>
    <td role="cell" class="visit ${nextVisit ? "" : "free"}" rowspan=${span} data-label=${text("ui.worklist.visit")}>${visit}</td>
    <td role="cell" class="therapist" rowspan=${span} data-label=${text("ui.worklist.therapist")}>${therapist || "–"}</td>
  `;
  const rows = error
    ? [
        html`<td role="cell" class="step error unfolded" colspan="3">${badge("error", "unknown", text("ui.worklist.kind.unread"), words)} <span class="message">${unreadWords(error, text, words.locale)}</span></td>`,
      ]
    : [...items.map((item) => step(one, item, standing, words, acts)), ...(why ? [why] : [])];
  return html`
    <tbody role="rowgroup" part="row" class=${selected ? "selected" : ""} data-patient=${id}>
      ${rows.map((cells, place) => html`<tr role="row">${place === 0 ? own : nothing}${cells}</tr>`)}
    </tbody>
  `;
}

/** Where there is no balance, why. Of another year than today's the year is named. */
function balances(one: ShownRow, day: CivilDate | null, { text, remains }: Words) {
  const { thresholds, notKnown, error } = one.row;
  if (error || notKnown || thresholds === null) return text("ui.worklist.not-known");
  return bucketsOf(one).map(
    ({ serviceType, year, remaining, status }) =>
      html`<span class="balance ${status}"><span class="bucket">${serviceType}${day && !day.startsWith(`${year}`) ? ` ${year}` : ""}</span> <span aria-hidden="true">${STANDING[status].sign}</span> <b>${remains(remaining)}</b></span>`,
  );
}

/** What says how a threshold or a claim stands looks as it does everywhere. */
const STANDINGS: { readonly [kind: string]: KnownStanding } = { near: "near", reached: "reached", "medical-review": "medical-review" };

/** Of these the days that are left are told too; of all what is over. */
const DATED: readonly Item["kind"][] = ["denied", "due"];

function left({ due, kind, isUsual }: Item, day: CivilDate | null, status: Status, text: Voice["text"]) {
  const until = due === null || status === "done" ? null : leftUntil(due, day, text);
  // What is usual, and no rule, is never late.
  if (until === null || (until.isOver ? isUsual : !DATED.includes(kind))) return null;
  // Nothing hurries it any more.
  return until.isOver && CORRECTED.includes(kind) ? { isOver: false, words: text("ui.worklist.past-a-year") } : until;
}

/** The column beside it says how many days are left. */
const undated = (message: string, days: string | undefined): string => (days ? message.replace(` ${days}.`, "") : message);

function step(one: ShownRow, item: Item, { at: { status }, day, unfolded }: Standing, words: Words, acts: Acts) {
  const { id, name } = one.row;
  const ref = JSON.stringify(refOf(item));
  const key = `${id} ${ref}`;
  const open = unfolded.has(key);
  const { severity, kind, code, message, nextStep, due, isReleased = false } = item;
  const { text, date } = words;
  const label = labelOf(item, text);
  const standing = code === "suggestion" ? "check" : STANDINGS[kind];
  const until = status === "snoozed" ? untilOf(one.row, item) : null;
  const days = left(item, day, status, text);
  return html`
    <td role="cell" class="step ${toneOf(severity, standing)} ${open ? "unfolded" : ""}" data-label=${text("ui.worklist.waits")}>
      ${unfolding(open, text("ui.worklist.details", { item: label, name }), () => acts.unfold(key))}
      <button type="button" part="button" class="plain reads item" data-item=${ref} @click=${() => acts.open(id, refOf(item))}>${badge(severity, standing, label, words)}<span class="unseen"> ${name}</span></button>
      <span class="message">${undated(unlabelled(message, label), days?.words)}</span> <span class="next">${nextStep}</span>
      ${until ? html`<span class="hint">${text("ui.worklist.snoozed-until", { date: date(until) })}</span>` : nothing}
    </td>
    <td role="cell" class="due" data-label=${due ? text("ui.worklist.due") : nothing}>${isReleased ? text("ui.worklist.released") : due ? html`${date(due)}${days ? html` <span class=${days.isOver ? "late" : "hint left-days"}>${days.words}</span>` : nothing}` : CORRECTED.includes(kind) ? text("ui.worklist.before-billing") : html`<span aria-hidden="true">–</span><span class="unseen">${text("ui.worklist.no-due")}</span>`}</td>
    <td role="cell" class="do">
      <button type="button" part="button" class="plain" @click=${() => acts.act({ row: one.row, items: [item] }, status === "open" ? "done" : "open")}>${text(status === "open" ? "ui.worklist.done-item" : "ui.worklist.reopen")}<span class="unseen"> ${label}, ${name}</span></button>
    </td>
  `;
}
