// A person's word for claims that go out as they are: what follows, who, and why, asked where the claims stand.
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { Voice } from "../shared/explanation.js";
import { refusalText } from "../shared/refusal.js";
import type { Consequences } from "./model.js";

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

interface Asked {
  /** The patient's, where it is about one claim. */
  name: string;
  /** Null where nothing adds up amounts. */
  follows: Consequences | null;
  /** Claims that are released. */
  count: number;
  /** Claims with errors, which are released each by itself. */
  excluded: number;
}

function consequences({ follows, excluded }: Asked, { text, money }: Voice) {
  const said = [];
  if (follows) {
    const { go, denied, noted, codes, stay } = follows;
    const reasons = codes.map(({ code, count }) => text("ui.release.reason", { code: text(`ui.claims.code.${code}`), number: count })).join("; ");
    if (go.count > 0) said.push(text("ui.release.go", { count: go.count, amount: money(go.amount) }));
    if (denied.count > 0)
      said.push(
        denied.amount === null
          ? text("ui.release.denied-unknown", { count: denied.count })
          : text("ui.release.denied", { count: denied.count, amount: money(denied.amount) }),
      );
    if (noted > 0) said.push(text("ui.release.noted", { count: noted }));
    if (reasons) said.push(text("ui.release.reasons", { reasons }));
    if (stay > 0) said.push(text("ui.release.stay", { count: stay }));
  }
  if (excluded > 0) said.push(text("ui.release.left", { count: excluded }));
  return said.length === 0 ? nothing : html`<ul class="then" id="then">${said.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}

export function wordFor(asked: Asked, { by, reason, tried }: Word, voice: Voice, { say, release, cancel }: Acts) {
  const { name, count } = asked;
  const { text } = voice;
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
  const many = text("ui.claims.release-many", { count });
  const label = name ? text("ui.claims.release-one", { name }) : many;
  return html`
    <div class="word" part="word" role="group" aria-label=${label} @keydown=${key}>
      <b class="about">${label}</b>
      ${consequences(asked, voice)}
      ${count === 0 ? nothing : [field("by", by, "name"), field("reason", reason, "off")]}
      <div class="acts">
        ${count === 0 ? nothing : html`<button type="button" part="button" class="primary" aria-describedby="then" @click=${release}>${many}</button>`}
        <button type="button" part="button" class="plain" @click=${cancel}>${text("ui.cancel")}</button>
      </div>
      ${count === 0 ? nothing : html`<p class="hint" id="word-hint">${text("ui.claims.release-hint")}</p>`}
    </div>
  `;
}
