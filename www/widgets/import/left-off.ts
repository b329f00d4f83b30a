// Why KX is left off a denied line: one of the usual reasons, or a person's own.
import { html } from "lit";
import type { Voice } from "../shared/explanation.js";
import { handlersOf, REASONS } from "../shared/reasons.js";

export function leftOff(key: string, code: string, { text }: Voice, answer: (reason: string) => void, close: () => void) {
  const { leave, other } = handlersOf(answer, close, text("ui.claims.reason-missing"));
  return html`
    <div class="leaving" role="group" aria-labelledby="why-${key}" @keydown=${leave}>
      <p id="why-${key}">${text("ui.reason.question", { code })}</p>
      <p class="acts">${REASONS.map((because) => {
        const reason = text(`ui.reason.${because}`);
        return html`<button type="button" part="button" @click=${() => answer(reason)}>${reason}</button>`;
      })}</p>
      <form class="attesting" novalidate @submit=${other}>
        <label for="other-${key}">${text("ui.reason.other")}</label>
        <input id="other-${key}" type="text" autocomplete="off" maxlength="200" />
        <button type="submit" part="button">${text("ui.reason.give")}</button>
        <button type="button" class="plain" part="button" @click=${close}>${text("ui.cancel")}</button>
      </form>
    </div>
  `;
}
