// A person's word for claims that go out as they are: who, and why, asked where the claims stand.
import { html } from "lit";
import { live } from "lit/directives/live.js";
import type { Voice } from "../shared/explanation.js";
import { refusalText } from "../shared/refusal.js";

export interface Word {
  by: string;
  reason: string;
  /** It was tried to release without one of the two. */
  tried: boolean;
}

interface Acts {
  say: (change: Partial<Word>) => void;
  release: () => void;
  cancel: () => void;
}

export const isWhole = ({ by, reason }: Word): boolean => by.trim() !== "" && reason.trim() !== "";

/** `name`: the patient's, where it is about one claim. */
export function wordFor(count: number, name: string, { by, reason, tried }: Word, { text }: Voice, { say, release, cancel }: Acts) {
  const key = (event: KeyboardEvent): void => {
    if (event.key === "Escape") cancel();
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    release();
  };
  const field = (id: "by" | "reason", value: string, complete: string) => {
    const missing = tried && value.trim() === "";
    return html`
      <div class="said ${id}">
        <label for=${id}>${text(`ui.claims.${id}`)}</label>
        <input id=${id} part="input" autocomplete=${complete} required aria-invalid=${missing ? "true" : "false"} aria-describedby=${missing ? `${id}-refused` : "word-hint"} .value=${live(value)} @input=${(event: Event) => say({ [id]: (event.target as HTMLInputElement).value })} />
        ${refusalText(missing ? text(`ui.claims.${id}-missing`) : null, `${id}-refused`)}
      </div>
    `;
  };
  const label = name ? text("ui.claims.release-one", { name }) : text("ui.claims.release-many", { count });
  return html`
    <div class="word" part="word" role="group" aria-label=${label} @keydown=${key}>
      <b class="about">${label}</b>
      ${field("by", by, "name")} ${field("reason", reason, "off")}
      <div class="acts">
        <button type="button" part="button" class="primary" @click=${release}>${text("ui.claims.release")}</button>
        <button type="button" part="button" class="plain" @click=${cancel}>${text("ui.cancel")}</button>
      </div>
      <p class="hint" id="word-hint">${text("ui.claims.release-hint")}</p>
    </div>
  `;
}
