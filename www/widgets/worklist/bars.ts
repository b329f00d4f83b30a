// What stands above the list: the filters, and what can be done with what is selected.
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { CivilDate } from "kx-modifier";
import type { Voice } from "../shared/explanation.js";
import { KINDS, ORDERS, STATUSES, type Kind, type Order, type Status, type WorklistView } from "./model.js";

interface Filtering {
  look: (change: Partial<WorklistView>) => void;
  toggle: (kind: Kind) => void;
  clear: () => void;
  save: () => void;
}

const typed = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

export function filters(
  { kinds, sought, status, order, found, exported }: WorklistView & { found: boolean; exported: string },
  counts: ReadonlyMap<Kind, number>,
  inStatus: { readonly [S in Status]: number },
  { text }: Voice,
  { look, toggle, clear, save }: Filtering,
) {
  const present = KINDS.filter((kind) => counts.has(kind) || kinds.includes(kind));
  return html`
    <div class="filters" part="filters" role="group" aria-label=${text("ui.worklist.filters")}>
      <div class="fields">
        <span class="field seek"><label for="name">${text("ui.worklist.search")}</label>
          <input id="name" class="reads" type="search" autocomplete="off" .value=${live(sought)} @input=${(event: Event) => look({ sought: typed(event) })} /></span>
        <span class="field"><label for="status">${text("ui.worklist.status")}</label>
          <select id="status" class="reads" .value=${live(status)} @change=${(event: Event) => look({ status: typed(event) as Status, selected: [] })}>
            ${STATUSES.map((one) => html`<option value=${one} ?selected=${one === status}>${text(`ui.worklist.status.${one}`)} (${inStatus[one]})</option>`)}
          </select></span>
        <span class="field"><label for="order">${text("ui.worklist.order")}</label>
          <select id="order" class="reads" .value=${live(order)} @change=${(event: Event) => look({ order: typed(event) as Order, backwards: false })}>
            ${ORDERS.map((one) => html`<option value=${one} ?selected=${one === order}>${text(`ui.worklist.order.${one}`)}</option>`)}
          </select></span>
        ${!found || (kinds.length === 0 && sought === "") ? nothing : html`<button type="button" part="button" class="plain reads clear" @click=${clear}>${text("ui.worklist.clear")}</button>`}
        <button type="button" part="button" class="reads export" ?disabled=${!found} @click=${save}>${exported}</button>
      </div>
      <div class="kinds">
        ${present.map(
          (kind) => html`
          <button type="button" part="button" class="reads kind" data-kind=${kind} aria-pressed=${kinds.includes(kind) ? "true" : "false"} @click=${() => toggle(kind)}>
            ${text(`ui.worklist.kind.${kind}`)} <b>${counts.get(kind) ?? 0}</b>
          </button>
        `,
        )}
      </div>
    </div>
  `;
}

interface Acts {
  act: (to: Status, until: CivilDate) => void;
  assign: (to: string | null) => void;
  clear: () => void;
  /** Back to the list. */
  leave: () => void;
}

/** No name that anybody has. */
const NOBODY = "-";
const DAY = 86_400_000;
const later = (day: CivilDate, days: number): CivilDate => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

export function bulkBar(
  count: number,
  status: Status,
  assignees: readonly string[],
  day: CivilDate | null,
  { text }: Voice,
  { act, assign, clear, leave }: Acts,
) {
  const near = (event: Event, selector: string) => (event.currentTarget as HTMLElement).parentElement?.querySelector<HTMLInputElement>(selector);
  const snooze = (event: Event): void => {
    const field = near(event, "input");
    // Nothing is put off to no day, or to one that is over.
    if (field?.reportValidity()) act("snoozed", field.value);
  };
  const choose = (event: Event): void => {
    const field = near(event, "select");
    if (field?.value) assign(field.value === NOBODY ? null : field.value);
    else field?.focus();
  };
  const back = (event: KeyboardEvent): void => {
    if (event.key === "Escape") leave();
  };
  const button = (label: string, pressed: (event: Event) => void, look = "") =>
    html`<button type="button" part="button" class=${look} @click=${pressed}>${text(label)}</button>`;
  return html`
    <div class="selection" part="selection" role="group" aria-label=${text("ui.worklist.selected", { count })} @keydown=${back}>
      <b class="how-many" role="status">${text("ui.worklist.selected", { count })}</b>
      ${status === "done" ? nothing : button("ui.worklist.done", () => act("done", ""), "primary")}
      ${status === "open" ? nothing : button("ui.worklist.reopen", () => act("open", ""))}
      ${
        assignees.length === 0
          ? nothing
          : html`
        <span class="pair"><label class="unseen" for="assignee">${text("ui.worklist.assign-to")}</label>
          <select id="assignee"><option value="">${text("ui.worklist.assign-to")} …</option>${assignees.map((name) => html`<option value=${name}>${name}</option>`)}<option value=${NOBODY}>${text("ui.worklist.nobody")}</option></select>
          ${button("ui.worklist.assign", choose)}</span>
      `
      }
      ${
        status === "done"
          ? nothing
          : html`
        <span class="pair"><label for="until">${text("ui.worklist.snooze-until")}</label>
          <input id="until" type="date" required min=${day ? later(day, 1) : nothing} value=${day ? later(day, 7) : ""} />
          ${button("ui.worklist.snooze", snooze)}</span>
      `
      }
      ${button("ui.worklist.clear-selection", clear, "plain")}
    </div>
  `;
}
