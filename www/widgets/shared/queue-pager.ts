// The pages of a queue.
import { html, nothing } from "lit";
import type { Voice } from "./explanation.js";

/** So many are on a page; more are slow to read and to draw. */
const SHOWN = 50;

interface Page {
  /** From 1; null where all are shown. */
  page: number | null;
  pages: number;
  /** The place of the first on it, and the one behind the last's. */
  from: number;
  to: number;
}

/** A page that has gone is the last there is. */
export function pageOf(count: number, page: number | null): Page {
  const pages = Math.max(1, Math.ceil(count / SHOWN));
  if (page === null) return { page, pages, from: 0, to: count };
  const here = Math.min(Math.max(1, page), pages);
  return { page: here, pages, from: (here - 1) * SHOWN, to: Math.min(count, here * SHOWN) };
}

/** `range`: the words for which of how many are shown. */
export function pager({ page, pages, from, to }: Page, count: number, range: string, { text }: Voice, turn: (page: number | null) => void) {
  if (pages === 1) return nothing;
  const button = (label: string, where: number | null, off = false) =>
    html`<button type="button" part="button" class="reads" ?disabled=${off} @click=${() => turn(where)}>${label}</button>`;
  return html`
    <nav class="pager" part="pager" aria-label=${text("ui.worklist.pages")}>
      ${page === null ? nothing : html`${button(text("ui.worklist.previous"), page - 1, page === 1)}${button(text("ui.worklist.next"), page + 1, page === pages)}`}
      <span class="hint">${text(range, { from: from + 1, to, number: count })}</span>
      ${page === null ? button(text("ui.worklist.by-page", { number: SHOWN }), 1) : button(text("ui.worklist.all", { number: count }), null)}
    </nav>
  `;
}
