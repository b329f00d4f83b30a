// The pages of a made-up EHR around the widgets. Which there are, and which is shown.
import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { live } from "lit/directives/live.js";
import { versions } from "kx-modifier";
import type { Chart, Desk } from "kx-modifier/desk";
import { samples } from "./samples.js";

type Page = readonly [address: string, name: string, body: (desk: Desk) => unknown];

/** An address that is none of ours shows the first page. */
const pageAt = (hash: string) => PAGES.find(([address]) => address === hash) ?? PAGES[0];
export const titleAt = (hash: string): string => `${pageAt(hash)[1]}: KX modifier`;
const day = (date: string): string => new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(date));
const typed = (event: Event): string => (event.target as HTMLInputElement).value;

export function page(desk: Desk, hash: string) {
  const [here, title, body] = pageAt(hash);
  const { package: version, revision, rules } = versions();
  const where = desk.stored === "no" ? "This browser cannot save your entries. Reloading the page clears them." : "Your entries are saved in this browser.";
  return html`
    <header>
      <h1 tabindex="-1">${title}</h1>
      <p>KX modifier demo, sample data</p>
      <nav aria-label="Pages">${PAGES.map(([address, name]) => html`<a href=${address} aria-current=${address === here ? "page" : "false"}>${name}</a>`)}</nav>
    </header>
    <main>${body(desk)}</main>
    <footer><p>This is not legal or billing advice. Nothing leaves this browser. <span data-stored=${desk.stored}>${where}</span></p> <p>kx-modifier ${version} (${revision}), rules ${rules}</p></footer>
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
  const known = samples.map(({ id, patient, situation }) => [id, `${patient}: ${situation}`] as const);
  const open = known.some(([id]) => id === desk.chart.id) ? [] : [[desk.chart.id, desk.chart.patient] as const];
  return html`<div class="patient">${choice("patient", "Patient", desk.chart.id, [...known, ...open], (id) => desk.openChart(id))} ${beside}</div>`;
}

const facts = ({ coverage, date, provider, appointmentType }: Chart) => html`
  <dl>
    ${[
      ["Coverage", coverage.name],
      ["Date of visit", day(date)],
      ["Rendering provider", `${provider.name}, ${provider.discipline}`],
      ["Appointment type", appointmentType],
    ].map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}
  </dl>
`;

const buckets = ({ answer }: Desk) => html`
  <p class="benefits">${answer.benefits?.explanation}</p>
  ${
    answer.benefits?.met && answer.thresholds
      ? html`
    <div class="buckets">${["PT/SLP", "OT"].map((bucket) => html`<kx-threshold data-bucket=${bucket}><kx-eligibility></kx-eligibility></kx-threshold>`)}</div>
  `
      : nothing
  }
`;

function appointment(desk: Desk) {
  const {
    chart,
    answer: { unresolved },
  } = desk;
  // By patient: what is half typed about one of them is nothing about the next.
  return html`
    <section class="visit" aria-label="Visit">${patientChoice(desk, html`<button type="button" @click=${() => desk.startOver()}>Start over</button>`)} ${facts(chart)}</section>
    <section class="thresholds" aria-labelledby="thresholds"><h2 id="thresholds">Medicare thresholds</h2>${keyed(chart.id, buckets(desk))}</section>
    <kx-import></kx-import>
    <section class="preference" aria-label="Preference"><kx-auto-apply></kx-auto-apply>${documentationSetting(desk)}</section>
    ${keyed(chart.id, html`<kx-documentation></kx-documentation>`)}
    <kx-treatment></kx-treatment>
    <kx-flowsheet></kx-flowsheet>
    <kx-traits data-evaluation></kx-traits>
    ${unresolved === 0 ? nothing : html`<p class="unresolved"><span aria-hidden="true">?</span> Claim on hold: ${unresolved === 1 ? "1 line needs" : `${unresolved} lines need`} a KX decision</p>`}
  `;
}

const RECORD = [
  ["warn", "Warn if incomplete"],
  ["require", "Require complete"],
  ["ignore", "Do not check"],
] as const;
const documentationSetting = (desk: Desk) =>
  html`<div class="setting">${choice("documentation", "Documentation check", desk.settings.documentation, RECORD, (value) => void desk.set({ documentation: value as "warn" }))}</div>`;

/** A cell opens the appointment's drawer. */
function calendar(desk: Desk) {
  const open = (id: string) => {
    desk.openChart(id);
    document.querySelector<HTMLDialogElement>(".drawer")?.showModal();
  };
  const { chart, practice } = desk;
  const days = [...new Set(practice.charts.map(({ date }) => date))].sort();
  return html`
    <section class="calendar-page" aria-label="Calendar">
      <table class="calendar">
        <thead><tr>${days.map((date) => html`<th scope="col">${day(date)}</th>`)}</tr></thead>
        <tbody><tr>${days.map(
          (date) => html`<td data-label=${day(date)}>
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
      <form method="dialog"><h2 id="drawer">Appointment Details</h2><button aria-label="Close">✕</button></form>
      <p class="name">${chart.patient}</p>
      <details open class="visits">
        <summary>Visits</summary>
        ${facts(chart)}
        ${keyed(chart.id, html`<details class="remaining"><summary>Medicare Threshold Remaining</summary>${buckets(desk)}</details>`)}
      </details>
      <button type="button" @click=${() => {
        location.hash = "#appointment";
      }}>Open appointment</button>
    </dialog>
  `;
}

const account = (desk: Desk) => html`
  <section class="visit" aria-label="Account">${patientChoice(desk, html`<button type="button" @click=${() => window.print()}>Print</button>`)}</section>
  <kx-account></kx-account>
`;

const templates = (desk: Desk) => html`
  <section class="visit" aria-label="Templates">
    <div class="patient">${choice(
      "template",
      "Template",
      desk.template,
      desk.templates.map(({ id, name }) => [id, name] as const),
      (id) => desk.openTemplate(id),
    )}
      <button type="button" @click=${() => void desk.addTemplate("New template")}>Create template</button></div>
  </section>
  ${keyed(desk.template, html`<kx-traits></kx-traits>`)}
`;

let sought = "";
const SETTINGS = [
  ["Auto-Apply KX Modifier", () => html`<kx-auto-apply></kx-auto-apply>`],
  ["Documentation check", documentationSetting],
] as const;

function preferences(desk: Desk) {
  const found = SETTINGS.filter(([name]) => name.toLowerCase().includes(sought.trim().toLowerCase()));
  return html`
    <section class="preferences" aria-labelledby="general">
      <h2 id="general">General</h2> <label for="search">Search</label>
      <input id="search" type="search" autocomplete="off" .value=${sought} @input=${(event: Event) => {
        sought = typed(event);
        desk.refresh();
      }} />
      <p role="status">${found.length === 0 ? `No setting matches “${sought}”.` : nothing}</p>
      ${found.map(([name, body]) => html`<div class="preference" data-setting=${name}>${body(desk)}</div>`)}
    </section>
  `;
}

const PAGES: readonly [Page, ...Page[]] = [
  ["#appointment", "Appointment", appointment],
  ["#calendar", "Calendar", calendar],
  ["#account", "Account", account],
  ["#worklist", "Worklist", () => html`<kx-worklist></kx-worklist>`],
  ["#comparative-billing", "Comparative billing", () => html`<kx-comparative-billing></kx-comparative-billing>`],
  ["#templates", "Templates", templates],
  ["#preferences", "Preferences", preferences],
];
