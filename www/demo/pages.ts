// The pages of a made-up EHR around the widgets. Which there are, and which is shown.
import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { live } from "lit/directives/live.js";
import { versions } from "kx-modifier";
import type { Chart, Desk } from "kx-modifier/desk";
import { buckets } from "./buckets.js";
import { codeListSetting, crossingSetting } from "./policy.js";
import { samples } from "./samples.js";
import { counted, isLanguage, LANGUAGES, language, type Language, word, type WordId, written } from "./words.js";

type Page = readonly [name: WordId, body: (desk: Desk) => unknown];

/** An address that is none of ours shows the first page. */
const pageAt = (hash: string) => PAGES.find(([name]) => `#${name}` === hash) ?? PAGES[0];
export const titleAt = (hash: string): string => `${word(pageAt(hash)[0])}: ${word("title")}`;
const typed = (event: Event): string => (event.target as HTMLInputElement).value;

/** What the page lets a person choose of itself. */
export interface Looks {
  theme: Theme;
  speak: (language: Language) => void;
  wear: (theme: Theme) => void;
}
const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export const isTheme = (name: unknown): name is Theme => THEMES.some((theme) => theme === name);

export function page(desk: Desk, hash: string, looks: Looks) {
  const [here, body] = pageAt(hash);
  const { package: version, revision, rules } = versions();
  return html`
    <header>
      <h1 tabindex="-1">${word(here)}</h1>
      <p>${word("about")}</p>
      <nav aria-label=${word("pages")}>${PAGES.map(([name]) => html`<a href="#${name}" aria-current=${name === here ? "page" : "false"}>${word(name)}</a>`)}</nav>
      <div class="looks">
        ${choice("language", word("language"), language(), Object.entries(LANGUAGES), (name) => isLanguage(name) && looks.speak(name))}
        ${choice(
          "theme",
          word("theme"),
          looks.theme,
          THEMES.map((name) => [name, word(`theme.${name}`)] as const),
          (name) => isTheme(name) && looks.wear(name),
        )}
      </div>
    </header>
    <main>${body(desk)}</main>
    <footer><p>${word("advice")} <span data-stored=${desk.stored}>${word(desk.stored === "no" ? "stored.no" : "stored.yes")}</span></p> <p>kx-modifier ${version} (${revision}), ${word("rules", { rules })}</p></footer>
  `;
}

const choice = (
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

function patientChoice(desk: Desk, beside: unknown) {
  const known = samples.map(({ id, patient }) => [id, `${patient}: ${word(`situation.${id}`)}`] as const);
  const open = known.some(([id]) => id === desk.chart.id) ? [] : [[desk.chart.id, desk.chart.patient] as const];
  return html`<div class="patient">${choice("patient", word("patient"), desk.chart.id, [...known, ...open], (id) => desk.openChart(id))} ${beside}</div>`;
}

const facts = ({ coverage, date, provider, appointmentType }: Chart) => html`
  <dl>
    ${[
      [word("coverage"), coverage.name],
      [word("date"), written(date)],
      [word("provider"), `${provider.name}, ${provider.discipline}`],
      [word("type"), appointmentType],
    ].map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}
  </dl>
`;

function appointment(desk: Desk) {
  const {
    chart,
    answer: { unresolved },
  } = desk;
  // By patient: what is half typed about one of them is nothing about the next.
  return html`
    <section class="visit" aria-label=${word("visit")}>${patientChoice(desk, html`<button type="button" @click=${() => desk.startOver()}>${word("start-over")}</button>`)} ${facts(chart)}</section>
    <section class="thresholds" aria-labelledby="thresholds"><h2 id="thresholds">${word("thresholds")}</h2>${keyed(chart.id, buckets(desk))}</section>
    <kx-import></kx-import>
    <section class="preference" aria-label=${word("preference")}><kx-auto-apply></kx-auto-apply>${documentationSetting(desk)}</section>
    ${keyed(chart.id, html`<kx-documentation></kx-documentation>`)}
    <kx-treatment></kx-treatment>
    <kx-flowsheet></kx-flowsheet>
    <kx-traits data-evaluation></kx-traits>
    ${unresolved === 0 ? nothing : html`<p class="unresolved"><span aria-hidden="true">?</span> ${counted("waits", unresolved)}</p>`}
  `;
}

const RECORD = ["warn", "require", "ignore"] as const;
const documentationSetting = (desk: Desk) =>
  html`<div class="setting">${choice(
    "documentation",
    word("record"),
    desk.settings.documentation,
    RECORD.map((name) => [name, word(`record.${name}`)] as const),
    (value) => void desk.set({ documentation: value as "warn" }),
  )}</div>`;

/** A cell opens the appointment's drawer. */
function calendar(desk: Desk) {
  const open = (id: string) => {
    desk.openChart(id);
    document.querySelector<HTMLDialogElement>(".drawer")?.showModal();
  };
  const { chart, practice } = desk;
  const days = [...new Set(practice.charts.map(({ date }) => date))].sort();
  return html`
    <section class="calendar-page" aria-label=${word("calendar")}>
      <table class="calendar">
        <thead><tr>${days.map((date) => html`<th scope="col">${written(date)}</th>`)}</tr></thead>
        <tbody><tr>${days.map(
          (date) => html`<td data-label=${written(date)}>
          ${practice.charts
            .filter((one) => one.date === date)
            .map(
              ({ id, patient, appointmentType }) => html`
            <button type="button" class="cell" data-chart=${id} aria-haspopup="dialog" @click=${() => open(id)}><b>${patient}</b> ${appointmentType}</button>
          `,
            )}
        </td>`,
        )}</tr></tbody>
      </table>
    </section>
    <dialog class="drawer" aria-labelledby="drawer">
      <form method="dialog"><h2 id="drawer">${word("details")}</h2><button aria-label=${word("close")}>✕</button></form>
      <p class="name">${chart.patient}</p>
      <details open class="visits">
        <summary>${word("visits")}</summary>
        ${facts(chart)}
        ${keyed(chart.id, html`<details class="remaining"><summary>${word("remaining")}</summary>${buckets(desk)}</details>`)}
      </details>
      <button type="button" @click=${() => {
        location.hash = "#appointment";
      }}>${word("open")}</button>
    </dialog>
  `;
}

const account = (desk: Desk) => html`
  <section class="visit" aria-label=${word("account")}>${patientChoice(desk, html`<button type="button" @click=${() => window.print()}>${word("print")}</button>`)}</section>
  <kx-account></kx-account>
`;

const templates = (desk: Desk) => html`
  <section class="visit" aria-label=${word("templates")}>
    <div class="patient">${choice(
      "template",
      word("template"),
      desk.template,
      desk.templates.map(({ id, name }) => [id, name] as const),
      (id) => desk.openTemplate(id),
    )}
      <button type="button" @click=${() => void desk.addTemplate(word("new-template"))}>${word("create-template")}</button></div>
  </section>
  ${keyed(desk.template, html`<kx-traits></kx-traits>`)}
`;

let sought = "";
const SETTINGS = [
  ["auto-apply", () => html`<kx-auto-apply></kx-auto-apply>`],
  ["record", documentationSetting],
  ["code-list", codeListSetting],
  ["crossing-line", crossingSetting],
  ["rule-packs", () => html`<kx-rules></kx-rules>`],
] as const;

function preferences(desk: Desk) {
  const found = SETTINGS.filter(([name]) => word(name).toLowerCase().includes(sought.trim().toLowerCase()));
  return html`
    <section class="preferences" aria-labelledby="general">
      <h2 id="general">${word("general")}</h2> <label for="search">${word("search")}</label>
      <input id="search" type="search" autocomplete="off" .value=${sought} @input=${(event: Event) => {
        sought = typed(event);
        desk.refresh();
      }} />
      <p role="status">${found.length === 0 ? word("no-setting", { sought }) : nothing}</p>
      ${found.map(([name, body]) => html`<div class="preference" data-setting=${word(name)}>${body(desk)}</div>`)}
    </section>
  `;
}

const PAGES: readonly [Page, ...Page[]] = [
  ["appointment", appointment],
  ["calendar", calendar],
  ["account", account],
  ["worklist", () => html`<kx-worklist></kx-worklist>`],
  ["comparative-billing", () => html`<kx-comparative-billing></kx-comparative-billing>`],
  ["templates", templates],
  ["preferences", preferences],
];
