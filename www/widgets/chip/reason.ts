// The question why KX is left off, after the ARIA pattern "dialog": not modal, since nothing hinges on the answer.
import { html } from "lit";
import type { DeclineReason } from "../shared/events.js";
import type { Voice } from "../shared/explanation.js";
import { floats } from "../shared/floating.js";
import { handlersOf, REASONS } from "../shared/reasons.js";

/** `answer` gets the words of the reason, in the reader's language, and which of the list it is. */
export function reasonDialog(code: string, { text }: Voice, answer: (reason: string, because: DeclineReason) => void, close: () => void) {
  const { leave, other } = handlersOf((reason) => answer(reason, "other"), close, text("ui.claims.reason-missing"));
  return html`
    <div class="dialog floating" popover=${floats()} part="dialog" role="dialog" aria-labelledby="question" @keydown=${leave}>
      <p id="question">${text("ui.reason.question", { code })}</p>
      <ul>
        ${REASONS.map((because) => {
          const reason = text(`ui.reason.${because}`);
          return html`<li><button type="button" part="button" @click=${() => answer(reason, because)}>${reason}</button></li>`;
        })}
      </ul>
      <form novalidate @submit=${other}>
        <label for="other">${text("ui.reason.other")}</label>
        <input id="other" type="text" part="field" autocomplete="off" maxlength="200" />
        <button type="submit" part="button">${text("ui.reason.give")}</button>
      </form>
      <button type="button" class="plain" part="button" @click=${close}>${text("ui.reason.skip")}</button>
    </div>
  `;
}
