// What several pages are made of.
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { Chart, Desk } from "kx-modifier/desk";
import { samples } from "./samples.js";
import { isLanguage, LANGUAGES, language, type Language, word, written } from "./words.js";

/** What the page lets a person choose of itself. */
export interface Looks {
  theme: Theme;
  speak: (language: Language) => void;
  wear: (theme: Theme) => void;
}
const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export const isTheme = (name: unknown): name is Theme => THEMES.some((theme) => theme === name);

export const typed = (event: Event): string => (event.target as HTMLInputElement).value;

export const choice = (
  id: string,
  label: string,
  chosen: string,
  options: readonly (readonly [value: string, words: string])[],
  choose: (value: string) => void,
) => html`
  <label for=${id}>${label}</label>
  <select id=${id} .value=${live(chosen)} @change=${(event: Event) => choose(typed(event))}>
    ${options.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}
  </select>
`;

export const languageChoice = (id: string, { speak }: Looks) =>
  choice(id, word("language"), language(), Object.entries(LANGUAGES), (name) => isLanguage(name) && speak(name));

export const themeChoice = (id: string, { theme, wear }: Looks) =>
  choice(
    id,
    word("theme"),
    theme,
    THEMES.map((name) => [name, word(`theme.${name}`)] as const),
    (name) => isTheme(name) && wear(name),
  );

/** In the choice a patient has no more than their name, so that it is never cut; who that is, and what for, is said beside it. */
export function patientChoice(desk: Desk) {
  const { id: open, patient, memberId } = desk.chart;
  const known = samples.map(({ id, patient }) => [id, patient] as const);
  const sample = samples.find(({ id }) => id === open);
  return html`<div class="patient">${choice("patient", word("patient"), open, [...known, ...(sample ? [] : [[open, patient] as const])], (id) => desk.openChart(id))}
    <p class="whose"><span class="member">${memberId ?? word("member.none")}</span>${sample && desk.visit.lines.length + desk.visit.imports.length === 0 ? html` <span class="situation">${word(`situation.${sample.id}`)}</span>` : nothing}</p></div>`;
}

export const list = (facts: readonly (readonly [term: string, value: unknown])[], name = "") => html`
  <dl class=${name}>
    ${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}
  </dl>
`;

const ofVisit = ({ coverage, date, provider, appointmentType }: Chart) =>
  [
    [word("coverage"), coverage.name],
    [word("date"), written(date)],
    [word("provider"), `${provider.name}, ${provider.discipline}`],
    [word("type"), appointmentType],
  ] as const;

export const facts = (chart: Chart) => list(ofVisit(chart));

/** In one row, with what the preference says: it is set elsewhere, and what happens to a line depends on it. */
export const factsInShort = (desk: Desk) =>
  html`${list(
    [
      ...ofVisit(desk.chart),
      [word("member"), desk.chart.memberId ?? word("member.none")],
      [word("auto-apply.fact"), html`<a href="#preferences">${word(desk.settings.autoApplyKx ? "auto-apply.on" : "auto-apply.off")}</a>`],
    ],
    areMore ? "facts open" : "facts",
  )} <button type="button" class="plain more" aria-expanded=${areMore ? "true" : "false"} @click=${() => {
    areMore = !areMore;
    desk.refresh();
  }}>${word(areMore ? "less" : "more")}</button>`;

/** Whether a narrow screen shows all facts. */
let areMore = false;

/** A reviewer's letter that waits, on the way to its packet. */
export function letter(desk: Desk) {
  const due = desk.dates.find(({ kind, status }) => kind === "review" && status !== "done");
  return due ? html`<p class="letter"><a href="#review">${due.title}</a> <span>${due.message}</span></p>` : nothing;
}

const RECORD = ["warn", "require", "ignore"] as const;
export const documentationSetting = (desk: Desk) =>
  choice(
    "documentation",
    word("record"),
    desk.settings.documentation,
    RECORD.map((name) => [name, word(`record.${name}`)] as const),
    (value) => void desk.set({ documentation: value as "warn" }),
  );
