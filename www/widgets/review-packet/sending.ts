// The proof that a packet was sent: the day, the way, by whom, and what the contractor said back. What is incomplete is said before it is sent.
import { html, nothing } from "lit";
import type { CivilDate } from "kx-modifier";
import type { Voice } from "../shared/explanation.js";
import { HOW, type Sent } from "./model.js";

/** What was not entered, by the id of its field. */
export type Lacks = "on" | "who";

interface Sending {
  day: CivilDate;
  by: string;
  lacks: Lacks | null;
  /** What is missing or incomplete, once a person has asked to mark the packet as sent. */
  warned: readonly string[];
  /** Gets an empty day or name where none was entered. */
  answer: (sent: Sent) => void;
  back: () => void;
}

export function sending({ day, by, lacks, warned, answer, back }: Sending, { text }: Voice) {
  const submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const typed = (name: string): string => String(form.get(name) ?? "").trim();
    const confirmation = typed("confirmation");
    answer({ on: typed("on"), how: typed("how") as Sent["how"], by: typed("who"), ...(confirmation ? { confirmation } : {}) });
  };
  const isBad = (field: Lacks) => (lacks === field ? "true" : "false");
  const refusal = (field: Lacks, words: string) =>
    lacks === field ? html`<p class="refusal" id="no-${field}" role="alert"><span aria-hidden="true">✕ </span>${text(words)}</p>` : nothing;
  return html`
    <form class="sending" novalidate @submit=${submitted}>
      <span><label for="on">${text("ui.review.sent-on")}</label>
        <input id="on" name="on" type="date" part="field" value=${day} aria-invalid=${isBad("on")} aria-describedby=${lacks === "on" ? "no-on" : nothing} />${refusal("on", "ui.review.undated")}</span>
      <span><label for="how">${text("ui.review.how")}</label>
        <select id="how" name="how" part="field">${HOW.map((how) => html`<option value=${how}>${text(`ui.review.how.${how}`)}</option>`)}</select></span>
      <span><label for="who">${text("ui.review.sent-by")}</label><input id="who" name="who" type="text" part="field" autocomplete="off" value=${by} aria-invalid=${isBad("who")} aria-describedby=${lacks === "who" ? "no-who" : nothing} />${refusal("who", "ui.review.unnamed")}</span>
      <span><label for="confirmation">${text("ui.review.confirmation")}</label><input id="confirmation" name="confirmation" type="text" part="field" autocomplete="off" /></span>
      ${
        warned.length === 0
          ? nothing
          : html`
      <div class="missing" role="group" aria-labelledby="warned">
        <p id="warned" tabindex="-1"><b><span aria-hidden="true">! </span>${text("ui.review.send-without", { count: warned.length })}</b></p>
        <ul>${warned.map((sentence) => html`<li>${sentence}</li>`)}</ul>
      </div>`
      }
      <div class="buttons">
        ${warned.length === 0 ? nothing : html`<button type="button" part="button" @click=${back}>${text("ui.review.send-back")}</button>`}
        <button type="submit" class="primary" part="button">${text(warned.length === 0 ? "ui.review.send" : "ui.review.send-incomplete")}</button>
      </div>
    </form>
  `;
}
