// What brings a page onto paper, and what heads it there.
import { html } from "lit";
import type { Desk } from "kx-modifier/desk";
import { list } from "./parts.js";
import { word, written } from "./words.js";

/** Of every page, last beside its heading: nobody looks for it in another corner. */
export const printButton = () => html`<button type="button" class="plain" @click=${() => window.print()}>${word("print")}</button>`;

/** Paper is read without the screen around it. Its day is the practice's. */
export const printHead = ({ chart: { patient, memberId, date }, practice: { today = date } }: Desk, isOfPatient: boolean) =>
  list(
    [
      ...(isOfPatient
        ? ([
            [word("patient"), patient],
            [word("member"), memberId ?? word("member.none")],
          ] as const)
        : []),
      [word("printed"), written(today)],
    ],
    "print-head",
  );
