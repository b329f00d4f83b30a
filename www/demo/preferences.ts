// What is set once, found by a word of what stands there.
import { html, nothing } from "lit";
import type { Desk } from "kx-modifier/desk";
import { documentationSetting, languageChoice, themeChoice, typed, type Looks } from "./parts.js";
import { attestationSetting, codeListSetting, crossingSetting } from "./policy.js";
import { word, type WordId } from "./words.js";

type Setting = (desk: Desk, looks: Looks) => unknown;

/** Rule packs and what the decision support rests on bring their own headings. */
const SECTIONS: readonly (readonly [heading: WordId | null, settings: readonly (readonly [WordId, Setting])[]])[] = [
  [
    "section.auto-apply",
    [
      ["auto-apply", () => html`<kx-auto-apply></kx-auto-apply><p class="hint">${word("auto-apply.hint")}</p>`],
      ["code-list", codeListSetting],
      ["crossing-line", crossingSetting],
    ],
  ],
  [
    "section.documentation",
    [
      ["record", documentationSetting],
      ["attestation", attestationSetting],
    ],
  ],
  [null, [["rule-packs", () => html`<kx-rules></kx-rules>`]]],
  [
    "section.display",
    [
      ["language", (_, looks) => languageChoice("language-setting", looks)],
      ["theme", (_, looks) => themeChoice("theme-setting", looks)],
    ],
  ],
  [null, [["about-support", () => html`<kx-about></kx-about>`]]],
];

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** All that a person reads there, inside widgets too. */
const textOf = (node: Node): string => {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLStyleElement) return "";
  const inside = node instanceof Element && node.shadowRoot ? textOf(node.shadowRoot) : "";
  return inside + [...node.childNodes].map(textOf).join(" ");
};

/** Hides what does not have the words. Nothing is kept of it: whoever comes back sees everything. */
function seek(event: Event): void {
  const sought = typed(event).trim();
  const page = (event.target as Element).closest(".preferences");
  let found = 0;
  for (const setting of page?.querySelectorAll<HTMLElement>(".preference") ?? []) {
    setting.hidden = !plain(`${setting.dataset.setting} ${textOf(setting)}`).includes(plain(sought));
    found += setting.hidden ? 0 : 1;
  }
  const said = page?.querySelector("[role=status]");
  if (said) said.textContent = found === 0 ? word("no-setting", { sought }) : "";
}

export const preferences = (desk: Desk, looks: Looks) => html`
  <div class="preferences" role="group" aria-label=${word("preferences")}>
    <div class="seek"><label for="search">${word("search")}</label> <input id="search" type="search" autocomplete="off" @input=${seek} /></div>
    <p role="status"></p>
    ${SECTIONS.map(
      ([heading, settings]) => html`
      <section>
        ${heading ? html`<h2>${word(heading)}</h2>` : nothing}
        ${settings.map(([name, body]) => html`<div class="preference" data-setting=${word(name)}>${body(desk, looks)}</div>`)}
      </section>
    `,
    )}
  </div>
`;
