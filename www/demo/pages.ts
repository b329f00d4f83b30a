// The pages of a made-up EHR around the widgets. Which there are, and which is shown.
import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { versions } from "kx-modifier";
import type { Desk } from "kx-modifier/desk";
import { appointment, toSearch } from "./appointment.js";
import { buckets, choice, facts, languageChoice, patientChoice, printHead, themeChoice, type Looks } from "./parts.js";
import { preferences } from "./preferences.js";
import { word, type WordId, written } from "./words.js";

type Page = readonly [name: WordId, body: (desk: Desk, looks: Looks) => unknown];

/** An address that is none of ours shows the first page. */
const pageAt = (hash: string) => PAGES.find(([name]) => `#${name}` === hash) ?? PAGES[0];
export const titleAt = (hash: string): string => `${word(pageAt(hash)[0])}: ${word("title")}`;

/** Past the links that are on every page; the address stays, since it says which page this is. */
const skip = (event: Event, toWork: boolean): void => {
  event.preventDefault();
  if (toWork) toSearch();
  else document.querySelector<HTMLElement>("h1")?.focus();
};

export function page(desk: Desk, hash: string, looks: Looks) {
  const [here, body] = pageAt(hash);
  const { package: version, revision, rules } = versions();
  const isVisit = here === "appointment";
  return html`
    <header>
      <a class="skip" href="#${here}" @click=${(event: Event) => skip(event, isVisit)}>${word(isVisit ? "skip.search" : "skip")}</a>
      <p class="brand">${word("title")} <span>${word("about")}</span></p>
      <nav aria-label=${word("pages")}>${PAGES.map(([name]) => html`<a href="#${name}" aria-current=${name === here ? "page" : "false"}>${word(name)}</a>`)}</nav>
      <div class="looks">${languageChoice("language", looks)} ${themeChoice("theme", looks)}</div>
    </header>
    <main>
      ${isVisit ? nothing : html`<h1 tabindex="-1">${word(here)}</h1>`}
      ${printHead(desk, isVisit || here === "account")}
      ${body(desk, looks)}
    </main>
    <footer><p>${word("advice")} <span data-stored=${desk.stored}>${word(desk.stored === "no" ? "stored.no" : "stored.yes")}</span></p> <p>kx-modifier ${version} (${revision}), ${word("rules", { rules })}</p></footer>
  `;
}

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

const PAGES: readonly [Page, ...Page[]] = [
  ["appointment", appointment],
  ["calendar", calendar],
  ["account", account],
  ["worklist", () => html`<kx-worklist></kx-worklist>`],
  ["comparative-billing", () => html`<kx-comparative-billing></kx-comparative-billing>`],
  ["templates", templates],
  ["preferences", preferences],
];
