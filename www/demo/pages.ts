// The pages of a made-up EHR around the widgets. Which there are, and which is shown.
import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { versions } from "kx-modifier";
import type { Desk } from "kx-modifier/desk";
import { appointment } from "./appointment.js";
import { buckets } from "./buckets.js";
import { calendar, toToday } from "./calendar.js";
import { foot } from "./foot.js";
import { visitOnPaper } from "./paper.js";
import { choice, facts, languageChoice, letter, patientChoice, themeChoice, type Looks } from "./parts.js";
import { preferences } from "./preferences.js";
import { printButton, printHead } from "./printing.js";
import { toSearch } from "./reveal.js";
import { word, type WordId } from "./words.js";

/** `beside`: what stands beside its heading, before what prints it. */
type Page = readonly [name: WordId, body: (desk: Desk, looks: Looks) => unknown, beside?: (desk: Desk) => unknown];

/** What a page is called elsewhere too. */
const ALSO: { readonly [hash: string]: string } = { "#review-packet": "#review" };

/** The address of the page that is shown: one that is none of ours shows the first page, and says so. */
export const addressOf = (hash: string): string => `#${pageAt(ALSO[hash] ?? hash)[0]}`;
const pageAt = (hash: string) => PAGES.find(([name]) => `#${name}` === hash) ?? PAGES[0];
export const titleAt = (hash: string): string => `${word(pageAt(hash)[0])}: ${word("title")}`;

/** Past the links that are on every page; the address stays, since it says which page this is. */
const skip = (event: Event, toWork: boolean): void => {
  event.preventDefault();
  if (toWork) toSearch();
  else document.querySelector<HTMLElement>("h1")?.focus();
};

/** A menu only where the links have no room side by side. */
const close = ({ currentTarget }: Event): void => {
  const pages = currentTarget as HTMLElement;
  if (pages.matches(":popover-open")) pages.hidePopover();
};

export function page(desk: Desk, hash: string, looks: Looks) {
  const [here, body, beside] = pageAt(hash);
  const { package: version, revision, rules } = versions();
  const isVisit = here === "appointment";
  const isOfPatient = isVisit || here === "account" || here === "review";
  const letterhead = isOfPatient ? desk.letterhead : desk.practiceLetterhead;
  // Its sheets have heads of their own, which say what their reader looks for.
  const isPacket = here === "review" && desk.packet() !== null;
  foot(desk, here, letterhead, isOfPatient, isPacket);
  return html`
    <header>
      <a class="skip" href="#${here}" @click=${(event: Event) => skip(event, isVisit)}>${word(isVisit ? "skip.search" : "skip")}</a>
      <p class="brand">${word("title")} <span>${word("about")}</span></p>
      <nav aria-label=${word("pages")}>
        <button type="button" class="menu" popovertarget="pages">${word(here)} <span aria-hidden="true">▾</span><span class="unseen">: ${word("pages")}</span></button>
        <div id="pages" class="pages" popover @click=${close}>${PAGES.map(([name]) => html`<a href="#${name}" aria-current=${name === here ? "page" : "false"}>${word(name)}</a>`)}</div>
      </nav>
      <div class="looks">${languageChoice("language", looks)} ${themeChoice("theme", looks)}</div>
    </header>
    <main>
      ${isVisit ? nothing : html`<div class="page-head"><h1 tabindex="-1">${word(here)}</h1><div class="beside">${beside?.(desk)} ${printButton()}</div></div>`}
      <div class="paper-head ${isPacket ? "is-packet" : ""}"><p class="letterhead">${letterhead}</p><b>${word(here)}</b> ${printHead(desk, isOfPatient)}${isVisit ? visitOnPaper(desk) : nothing}</div>
      ${body(desk, looks)}
    </main>
    <footer><p>${word("advice")} <span data-stored=${desk.stored}>${word(desk.stored === "no" ? "stored.no" : "stored.yes")}</span></p> <p>kx-modifier ${version} (${revision}), ${word("rules", { rules })}</p></footer>
  `;
}

/** What the calendar's drawer shows of the visit. */
const drawer = (desk: Desk) => html`
  <details open class="visits">
    <summary>${word("visits")}</summary>
    ${facts(desk.chart)}
    ${keyed(desk.chart.id, html`<details open class="remaining"><summary>${word("remaining")}</summary>${buckets(desk)}</details>`)}
  </details>
`;

const account = (desk: Desk) => html`
  <section class="visit" aria-label=${word("account")}>${patientChoice(desk)}</section>
  ${letter(desk)}
  ${desk.visit.lines.length === 0 ? "" : html`<p class="account-scope">${word("account.scope")}</p>`}
  <kx-account></kx-account>
  <kx-history></kx-history>
`;

const review = (desk: Desk) => html`
  <section class="visit" aria-label=${word("review")}>${patientChoice(desk)}</section>
  ${keyed(desk.chart.id, html`<kx-review-packet></kx-review-packet>`)}
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
  ["calendar", (desk) => calendar(desk, drawer(desk)), toToday],
  ["account", account],
  ["review", review],
  ["worklist", () => html`<kx-worklist></kx-worklist>`],
  ["claims", () => html`<kx-claims></kx-claims>`],
  ["comparative-billing", () => html`<kx-comparative-billing></kx-comparative-billing>`],
  ["templates", templates],
  ["preferences", preferences],
];
