// The list itself: a patient's own cells stand beside all of their items.
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { CivilDate, WorklistItem } from "kx-modifier";
import type { Voice } from "../shared/explanation.js";
import { refusedWords } from "../shared/refusal.js";
import { SEVERITY } from "../shared/severity.js";
import { bucketsOf, refOf, untilOf, type ItemRef, type Order, type ShownRow, type Status, type WorklistView } from "./model.js";

type Words = Voice & { time: (time: string) => string; locale: string };

interface Acts {
  open: (id: string, item: ItemRef | null) => void;
  sort: (order: Order, backwards: boolean) => void;
  pick: (id: string, on: boolean, range: boolean) => void;
  pickAll: (on: boolean) => void;
  act: (one: ShownRow, to: Status) => void;
  /** To what can be done with the selection. */
  toBar: () => void;
}

interface Standing {
  at: WorklistView;
  /** Patients that fit, drawn or not. */
  shown: number;
  /** Of those. */
  selected: number;
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

export function table(rows: readonly ShownRow[], { at, shown, selected }: Standing, words: Words, acts: Acts) {
  const { text } = words;
  const all = (event: Event) => acts.pickAll((event.target as HTMLInputElement).checked);
  return html`
    <table role="table" part="table" aria-labelledby="title">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" class="pick"><label class="box"><span class="all">${text("ui.worklist.select-all")}</span><input type="checkbox" .checked=${live(selected > 0 && selected === shown)} .indeterminate=${live(selected > 0 && selected < shown)} @change=${all} /></label></th>
          ${COLUMNS.map(([order, label]) => heading(order, text(label), at, acts))}
          <th role="columnheader" class="do"><span class="unseen">${text("ui.line.actions")}</span></th>
        </tr>
      </thead>
      ${repeat(
        rows,
        ({ row }) => row.id,
        (one) => patient(one, at, words, acts),
      )}
    </table>
  `;
}

function heading(order: Order, label: string, at: WorklistView, { sort }: Acts) {
  const here = order === at.order;
  const sorted = !here ? "none" : at.backwards ? "descending" : "ascending";
  return html`
    <th role="columnheader" scope="col" aria-sort=${sorted} class=${order}>
      <button type="button" part="button" class="plain" @click=${() => sort(order, here && !at.backwards)}>
        ${label} <span aria-hidden="true" class="sign">${here ? (at.backwards ? "▼" : "▲") : ""}</span>
      </button>
    </th>
  `;
}

function patient(one: ShownRow, at: WorklistView, words: Words, acts: Acts) {
  const { row, items } = one;
  const { id, name, memberId, therapist, nextVisit, handling, error } = row;
  const { text, date, time } = words;
  // Without a balance the reason stands below the items: there is room for a sentence.
  const why =
    !error && row.notKnown ? html`<td role="cell" class="why hint" colspan="3">${text("ui.worklist.why-not-known", { reason: row.notKnown })}</td>` : null;
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
    ? html`${date(nextVisit.date)}${nextVisit.time ? html`<span class="hint">${time(nextVisit.time)}</span>` : nothing}`
    : html`<span class="hint">${text("ui.worklist.no-visit")}</span>`;
  const own = html`
    <td role="cell" class="pick" rowspan=${span}><label class="box"><input type="checkbox" aria-label=${text("ui.worklist.select", { name })} aria-keyshortcuts="Enter" .checked=${live(selected)} @click=${pick} @keydown=${enter} /></label></td>
    <th role="rowheader" scope="rowgroup" class="who" rowspan=${span}>
      <button type="button" part="button" class="plain open" @click=${() => acts.open(id, null)}>${name}</button>
      ${memberId ? html`<span class="hint">${memberId}</span>` : nothing}
      ${handling?.assignedTo ? html`<span class="hint assigned">${text("ui.worklist.assigned")}: ${handling.assignedTo}</span>` : nothing}
    </th>
    <td role="cell" class="left" rowspan=${span} data-label=${text("ui.worklist.left")}>${balances(one, words)}</td>
    <td role="cell" class="visit ${nextVisit ? "" : "free"}" rowspan=${span} data-label=${text("ui.worklist.visit")}>${visit}</td>
    <td role="cell" class="therapist" rowspan=${span} data-label=${text("ui.worklist.therapist")}>${therapist || "–"}</td>
  `;
  const rows = error
    ? [
        html`<td role="cell" class="step error" colspan="3">${badge("error", text("ui.worklist.kind.unread"), words)}<span class="message">${refusedWords("patient", error, text, words.locale)}</span></td>`,
      ]
    : [...items.map((item) => step(one, item, at.status, words, acts)), ...(why ? [why] : [])];
  return html`
    <tbody role="rowgroup" part="row" class=${selected ? "selected" : ""} data-patient=${id}>
      ${rows.map((cells, place) => html`<tr role="row">${place === 0 ? own : nothing}${cells}</tr>`)}
    </tbody>
  `;
}

/** Where there is no balance, why. */
function balances(one: ShownRow, { text, remains }: Words) {
  const { thresholds, notKnown, error } = one.row;
  if (error) return "–";
  if (notKnown || thresholds === null) return text("ui.worklist.not-known");
  return bucketsOf(one).map(
    ({ serviceType, remaining, status }) =>
      html`<span class="balance ${status}"><b>${remains(remaining)}</b> <span class="bucket">${serviceType}</span></span>`,
  );
}

const badge = (severity: WorklistItem["severity"], label: string, { text }: Words) =>
  html`<span class="badge"><span aria-hidden="true">${SEVERITY[severity].sign}</span> ${label}<span class="unseen"> (${text(SEVERITY[severity].word)})</span></span>`;

function step(one: ShownRow, item: WorklistItem, status: Status, words: Words, acts: Acts) {
  const { id, name } = one.row;
  const { severity, kind, message, nextStep, due } = item;
  const { text, date } = words;
  const label = text(`ui.worklist.kind.${kind}`);
  const until = status === "snoozed" ? untilOf(one.row, item) : null;
  return html`
    <td role="cell" class="step ${severity}" data-label=${text("ui.worklist.waits")}>
      <button type="button" part="button" class="plain item" data-item=${JSON.stringify(refOf(item))} @click=${() => acts.open(id, refOf(item))}>${badge(severity, label, words)}<span class="unseen"> ${name}</span></button>
      <span class="message">${message}</span> <span class="next">${nextStep}</span>
      ${until ? html`<span class="hint">${text("ui.worklist.snoozed-until", { date: date(until) })}</span>` : nothing}
    </td>
    <td role="cell" class="due" data-label=${text("ui.worklist.due")}>${due ? date(due) : html`<span aria-hidden="true">–</span><span class="unseen">${text("ui.worklist.no-due")}</span>`}</td>
    <td role="cell" class="do">
      <button type="button" part="button" class="plain" @click=${() => acts.act({ row: one.row, items: [item] }, status === "open" ? "done" : "open")}>${text(status === "open" ? "ui.worklist.done-item" : "ui.worklist.reopen")}<span class="unseen"> ${label}, ${name}</span></button>
    </td>
  `;
}
