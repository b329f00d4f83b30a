// How the items of a record stand, in a sign and a word; and what is open of one, before somebody attests to it all the same.
import { html } from "lit";
import type { Checklist } from "kx-modifier";
import type { Voice } from "./explanation.js";

export type Item = Checklist["items"][number];

export const STATUS: { [S in Item["status"]]: { sign: string; word: string } } = {
  met: { sign: "✓", word: "ui.documentation.met" },
  due: { sign: "◔", word: "ui.documentation.due" },
  missing: { sign: "✕", word: "ui.documentation.missing" },
  unknown: { sign: "?", word: "ui.documentation.unknown" },
};

/** What is usual, and no part of what KX attests to. */
export const isUsual = ({ id }: Pick<Item, "id">): boolean => id === "re-evaluation";

/** With the ids `ask` and `open`, for the dialog that asks. */
export function askAllTheSame({ items, summary }: Checklist, text: Voice["text"]) {
  const open = items.filter((item) => item.status !== "met" && !isUsual(item));
  return html`
    <p id="ask">${text("ui.documentation.ask", { summary })}</p>
    <ul id="open">
      ${open.map(({ status, text: item }) => html`<li><b><span aria-hidden="true">${STATUS[status].sign}</span> ${text(STATUS[status].word)}</b> <span>${item}</span></li>`)}
    </ul>
  `;
}
