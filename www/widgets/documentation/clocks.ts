// The clocks of the record: what is due, by when, how many days are left, and where their number is from.
import { html, nothing } from "lit";
import type { DueDate } from "kx-modifier";
import { DUE, dueDay } from "../shared/due.js";
import type { Voice } from "../shared/explanation.js";

/** What is over or near, for a panel that is folded. */
export const inShort = (dates: readonly DueDate[], voice: Voice) =>
  dates.length === 0
    ? nothing
    : html`<ul class="urgent" aria-label=${voice.text("ui.due.heading")}>${dates.map((one) => html`<li class=${DUE[one.status].tone}><span aria-hidden="true">${DUE[one.status].sign}</span> ${one.title}: ${dueDay(one, voice)}</li>`)}</ul>`;

/** `save`: gives them as a calendar file; null where nothing writes one. */
export function clocks(dates: readonly DueDate[], voice: Voice, save: (() => void) | null) {
  const { text } = voice;
  if (dates.length === 0) return nothing;
  return html`
    <section class="clocks" part="dates" aria-labelledby="clocks">
      <h3 id="clocks">${text("ui.due.heading")}</h3>
      <ul>
        ${dates.map((one) => {
          const { kind, status, title, message, nextStep, source } = one;
          const { sign, tone } = DUE[status];
          return html`
          <li data-due=${kind}>
            <p class="status ${tone}"><span aria-hidden="true">${sign}</span> ${text(`ui.due.status.${status}`)}</p>
            <div class="text"><p><b>${title}</b></p><p>${message}</p>${status === "later" || status === "done" ? nothing : html`<p>${nextStep}</p>`}<p class="hint">${text("ui.due.source", { source })}</p></div>
            <p class="when">${dueDay(one, voice)}</p>
          </li>
        `;
        })}
      </ul>
      ${save ? html`<button type="button" part="button" class="reads" @click=${save}>${text("ui.due.calendar")}</button>` : nothing}
    </section>
  `;
}
