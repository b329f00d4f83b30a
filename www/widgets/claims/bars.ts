// What stands above the claims: the filters, and what can be done with those that are selected.
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { Voice } from "../shared/explanation.js";
import { CODES, ORDERS, STATUSES, WHO, type ClaimOrder, type ClaimStatus, type ClaimsView, type HoldCode } from "./model.js";

interface Filtering {
  look: (change: Partial<ClaimsView>) => void;
  clear: () => void;
}

const typed = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

export const isFiltered = ({ codes, who, sought }: ClaimsView): boolean => codes.length > 0 || who !== "" || sought !== "";

export function filters(
  at: ClaimsView,
  counts: ReadonlyMap<HoldCode, number>,
  inStatus: { readonly [S in ClaimStatus]: number },
  { text }: Voice,
  { look, clear }: Filtering,
) {
  const { codes, who, sought, status, order } = at;
  const present = CODES.filter((code) => counts.has(code) || codes.includes(code));
  const toggle = (code: HoldCode) => look({ codes: codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code] });
  const option = (value: string, chosen: string, label: string) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`;
  return html`
    <div class="filters" part="filters" role="group" aria-label=${text("ui.worklist.filters")}>
      <div class="fields">
        <span class="field seek"><label for="name">${text("ui.claims.search")}</label>
          <input id="name" type="search" autocomplete="off" class="reads" .value=${live(sought)} @input=${(event: Event) => look({ sought: typed(event) })} /></span>
        <span class="field"><label for="status">${text("ui.worklist.status")}</label>
          <select id="status" class="reads" .value=${live(status)} @change=${(event: Event) => look({ status: typed(event) as ClaimStatus, selected: [] })}>
            ${STATUSES.map((one) => option(one, status, `${text(`ui.claims.status.${one}`)} (${inStatus[one]})`))}
          </select></span>
        <span class="field"><label for="who">${text("ui.claims.who")}</label>
          <select id="who" class="reads" .value=${live(who)} @change=${(event: Event) => look({ who: typed(event) as ClaimsView["who"] })}>
            ${option("", who, text("ui.claims.who.anybody"))}${WHO.map((one) => option(one, who, text(`ui.claims.who.${one}`)))}
          </select></span>
        <span class="field"><label for="order">${text("ui.worklist.order")}</label>
          <select id="order" class="reads" .value=${live(order)} @change=${(event: Event) => look({ order: typed(event) as ClaimOrder, backwards: false })}>
            ${ORDERS.map((one) => option(one, order, text(`ui.claims.order.${one}`)))}
          </select></span>
        ${isFiltered(at) ? html`<button type="button" part="button" class="plain clear reads" @click=${clear}>${text("ui.worklist.clear")}</button>` : nothing}
      </div>
      <div class="kinds">
        ${present.map(
          (code) => html`
          <button type="button" part="button" class="kind reads" data-code=${code} aria-pressed=${codes.includes(code) ? "true" : "false"} @click=${() => toggle(code)}>
            ${text(`ui.claims.code.${code}`)} <b>${counts.get(code) ?? 0}</b>
          </button>
        `,
        )}
      </div>
    </div>
  `;
}

interface Acts {
  /** Asks who releases the claims and why, or takes the words back. */
  act: () => void;
  clear: () => void;
  /** Back to the list. */
  leave: () => void;
}

export function bulkBar(count: number, status: ClaimStatus, { text }: Voice, { act, clear, leave }: Acts) {
  const back = (event: KeyboardEvent): void => {
    if (event.key === "Escape") leave();
  };
  return html`
    <div class="selection" part="selection" role="group" aria-label=${text("ui.claims.selected", { count })} @keydown=${back}>
      <b class="how-many" role="status">${text("ui.claims.selected", { count })}</b>
      <button type="button" part="button" class="primary act" @click=${act}>${text(status === "hold" ? "ui.claims.release" : "ui.claims.hold-again")}</button>
      <button type="button" part="button" class="plain" @click=${clear}>${text("ui.worklist.clear-selection")}</button>
    </div>
  `;
}
