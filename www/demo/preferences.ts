// What is set once, found by a word of its name.
import { html, nothing } from "lit";
import type { Desk } from "kx-modifier/desk";
import { documentationSetting, languageChoice, themeChoice, typed, type Looks } from "./parts.js";
import { codeListSetting, crossingSetting } from "./policy.js";
import { word } from "./words.js";

const SETTINGS = [
  ["auto-apply", () => html`<kx-auto-apply></kx-auto-apply>`],
  ["record", documentationSetting],
  ["code-list", codeListSetting],
  ["crossing-line", crossingSetting],
  ["rule-packs", () => html`<kx-rules></kx-rules>`],
  ["language", (_: Desk, looks: Looks) => languageChoice("language-setting", looks)],
  ["theme", (_: Desk, looks: Looks) => themeChoice("theme-setting", looks)],
] as const;

let sought = "";

export function preferences(desk: Desk, looks: Looks) {
  const found = SETTINGS.filter(([name]) => word(name).toLowerCase().includes(sought.trim().toLowerCase()));
  return html`
    <section class="preferences" aria-labelledby="general">
      <h2 id="general">${word("general")}</h2>
      <div class="seek"><label for="search">${word("search")}</label>
      <input id="search" type="search" autocomplete="off" .value=${sought} @input=${(event: Event) => {
        sought = typed(event);
        desk.refresh();
      }} /></div>
      <p role="status">${found.length === 0 ? word("no-setting", { sought }) : nothing}</p>
      ${found.map(([name, body]) => html`<div class="preference" data-setting=${word(name)}>${body(desk, looks)}</div>`)}
    </section>
  `;
}
