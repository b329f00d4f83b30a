// The proof that a packet was sent: the day, the way, by whom, and what the contractor said back.
import { html, nothing } from "lit";
import type { CivilDate } from "kx-modifier";
import type { Voice } from "../shared/explanation.js";
import { HOW, type Sent } from "./model.js";

/** `answer` gets an empty day where none was entered. */
export function sending(day: CivilDate, by: string, undated: boolean, { text }: Voice, answer: (sent: Sent) => void) {
  const submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const typed = (name: string): string => String(form.get(name) ?? "").trim();
    const [who, confirmation] = [typed("who"), typed("confirmation")];
    answer({ on: typed("on"), how: typed("how") as Sent["how"], ...(who ? { by: who } : {}), ...(confirmation ? { confirmation } : {}) });
  };
  return html`
    <form class="sending" novalidate @submit=${submitted}>
      <span><label for="on">${text("ui.review.sent-on")}</label>
        <input id="on" name="on" type="date" part="field" value=${day} aria-invalid=${undated ? "true" : "false"} aria-describedby=${undated ? "undated" : nothing} /></span>
      <span><label for="how">${text("ui.review.how")}</label>
        <select id="how" name="how" part="field">${HOW.map((how) => html`<option value=${how}>${text(`ui.review.how.${how}`)}</option>`)}</select></span>
      <span><label for="who">${text("ui.review.sent-by")}</label><input id="who" name="who" type="text" part="field" autocomplete="off" value=${by} /></span>
      <span><label for="confirmation">${text("ui.review.confirmation")}</label><input id="confirmation" name="confirmation" type="text" part="field" autocomplete="off" /></span>
      <button type="submit" class="primary" part="button">${text("ui.review.send")}</button>
      ${undated ? html`<p class="refusal" id="undated" role="alert"><span aria-hidden="true">✕ </span>${text("ui.review.undated")}</p>` : nothing}
    </form>
  `;
}
