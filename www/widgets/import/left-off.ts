// Why KX is left off a denied line: one of the usual reasons, or a person's own.
import { html } from "lit";
import type { Voice } from "../shared/explanation.js";
import { REASONS } from "../shared/reasons.js";

export function leftOff(key: string, code: string, { text }: Voice, answer: (reason: string) => void, close: () => void) {
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
  const other = (event: SubmitEvent): void => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget as HTMLFormElement).get("other")).trim();
    if (reason) answer(reason);
  };
  return html`
    <div class="leaving" role="group" aria-labelledby="why-${key}" @keydown=${leave}>
      <p id="why-${key}">${text("ui.reason.question", { code })}</p>
      <p class="acts">${REASONS.map((because) => {
        const reason = text(`ui.reason.${because}`);
        return html`<button type="button" part="button" @click=${() => answer(reason)}>${reason}</button>`;
      })}</p>
      <form class="attesting" novalidate @submit=${other}>
        <label for="other-${key}">${text("ui.reason.other")}</label>
        <input id="other-${key}" name="other" type="text" autocomplete="off" maxlength="200" />
        <button type="submit" part="button">${text("ui.reason.give")}</button>
        <button type="button" class="plain" part="button" @click=${close}>${text("ui.cancel")}</button>
      </form>
    </div>
  `;
}
