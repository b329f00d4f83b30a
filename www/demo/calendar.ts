// The calendar: days with their visits in the order of the clock, each with what is to be known of it before it begins.
import { html, nothing } from "lit";
import type { Desk } from "kx-modifier/desk";
import { STANDING } from "kx-modifier/widgets";
import { clock, counted, dollars, language, LOCALES, month, overReview, weekday, word, written } from "./words.js";

type Scheduled = Desk["schedule"][number];
type Standing = NonNullable<Scheduled["standing"]>;
type Tight = Extract<Standing, { thresholds: "known" }>["tight"][number];

/** A sign and words: colour alone says nothing to many. */
const flag = (tone: string, sign: string, words: string, figure = "") =>
  html`<li class="flag ${tone}"><span aria-hidden="true">${sign}</span> ${words}${figure ? html` <span class="figure">${figure}</span>` : nothing}</li>`;

function tight(desk: Desk, { serviceType: bucket, status, remaining, medicalReview, afterLines }: Tight) {
  if (status === "below") return nothing;
  const moment = afterLines ? ` ${desk.text("ui.threshold.after-visit")}` : "";
  // The amount is of the threshold that its own sentence names.
  if (status === "medical-review" && medicalReview) {
    return flag(status, STANDING[status].sign, overReview(bucket, medicalReview), moment);
  }
  const amount = dollars(remaining.replace("-", ""));
  const figure = word(remaining.startsWith("-") ? "flag.over-by" : "flag.left", { bucket, amount });
  return flag(status, STANDING[status].sign, desk.text(`ui.threshold.${status}`), figure + moment);
}

/** What is not known is never said to be below. */
function thresholds(desk: Desk, held: number, standing: Standing) {
  switch (standing.thresholds) {
    case "known":
      if (standing.tight.length + Number(standing.notKnown !== null) === 0)
        return held > 0 ? nothing : flag("quiet", STANDING.below.sign, desk.text("ui.threshold.below"));
      return [
        standing.tight.map((one) => tight(desk, one)),
        standing.notKnown ? flag("near", STANDING.unknown.sign, desk.text("ui.threshold.not-known", { bucket: standing.notKnown })) : nothing,
      ];
    case "none":
      return flag("quiet", "–", standing.reason);
    case "missing":
      return flag("near", STANDING.unknown.sign, word("not-checked"), desk.text("ui.threshold.year-missing", { year: String(standing.year) }));
    case "unknown": {
      const { totalsFrom, reason } = standing;
      return flag("near", STANDING.unknown.sign, desk.text("ui.threshold.unknown"), totalsFrom ? word("totals-from", { date: written(totalsFrom) }) : reason);
    }
  }
}

const flags = (desk: Desk, one: Scheduled) => html`
  <ul class="flags">
    ${one.held > 0 ? flag("held", STANDING.held.sign, word("on-hold")) : nothing}
    ${one.standing === null ? flag("quiet", "–", word("booked"), `· ${one.booked}`) : thresholds(desk, one.held, one.standing)}
    ${one.expected ? flag("near", STANDING.near.sign, word(`flag.${one.expected}`)) : nothing}
  </ul>
`;

/** A patient may be booked with another discipline too, and then by somebody else. */
const isOfProvider = ({ booked, chart: { provider } }: Scheduled): boolean => booked === null || (booked === "OT") === provider.discipline.startsWith("OT");

const cell = (desk: Desk, one: Scheduled, open: (id: string) => void) => html`
  <li>
    <button type="button" class="cell ${one.booked === null ? "" : "booked"}" data-chart=${one.chart.id} aria-haspopup="dialog" @click=${() => open(one.chart.id)}>
      <time datetime=${one.time ? `${one.date}T${one.time}` : one.date}>${one.time ? clock(one.time) : ""}</time>
      <span class="whom"><b>${one.chart.patient}</b> ${isOfProvider(one) ? html`<span>${one.chart.appointmentType}</span>` : nothing}</span>
      <span class="by">${isOfProvider(one) ? `${one.chart.provider.name}, ${one.chart.provider.discipline}` : nothing}</span>
      ${flags(desk, one)}
    </button>
  </li>
`;

/** To today's visits, or else to the next that are booked. */
function showToday(): void {
  const day = document.querySelector(".day:not(.over) h3") as HTMLElement | null;
  day?.scrollIntoView({ block: "center" });
  day?.focus({ preventScroll: true });
}

export const toToday = ({ practice: { today } }: Desk) =>
  today === undefined ? nothing : html`<button type="button" class="plain" @click=${showToday}>${word("today")}</button>`;

/** Of paper, which repeats them below the month on each sheet. */
const COLUMNS = ["calendar.day", "calendar.time", "patient", "calendar.by", "calendar.standing"] as const;

const LEGEND = ["held", "near", "reached", "medical-review", "unknown"] as const;

/** What the signs mean that stand on the paper. */
function legend(scheduled: readonly Scheduled[]) {
  const signs = scheduled.flatMap(({ held, standing, expected }) => [
    held > 0 && "held",
    expected && "near",
    ...(standing?.thresholds === "known" ? standing.tight.map(({ status }) => status) : [standing && standing.thresholds !== "none" && "unknown"]),
  ]);
  const used = LEGEND.filter((name) => signs.includes(name));
  return html`<ul class="legend" aria-hidden="true">${used.map((name) => html`<li>${STANDING[name].sign} ${word(`legend.${name}`)}</li>`)}</ul>`;
}

/** By month and day. */
function months(desk: Desk, scheduled: readonly Scheduled[], open: (id: string) => void) {
  const months = new Map<string, Map<string, Scheduled[]>>();
  for (const one of scheduled) {
    const days = months.get(one.date.slice(0, 7)) ?? new Map<string, Scheduled[]>();
    months.set(one.date.slice(0, 7), days);
    days.set(one.date, [...(days.get(one.date) ?? []), one]);
  }
  const { today } = desk.practice;
  return [...months].map(([begin, days]) => {
    const isOver = today !== undefined && [...days.keys()].every((date) => date < today);
    const name = `month-${begin}${isOver ? "-earlier" : ""}`;
    return html`
      <section class="calendar-page" aria-labelledby=${isOver ? `earlier ${name}` : name}>
        <div class="month"><h2 id=${name}>${month(begin)}</h2><p class="columns" aria-hidden="true">${COLUMNS.map((name) => html`<span>${word(name)}</span>`)}</p></div>
        ${[...days].map(
          ([date, visits]) => html`
          <section class="day ${date === today ? "today" : ""} ${today !== undefined && date < today ? "over" : ""}" aria-labelledby="day-${date}" data-day=${date}>
            <h3 id="day-${date}" tabindex="-1" aria-current=${date === today ? "date" : nothing}><span>${weekday(date)}</span> ${written(date)}${date === today ? html` <b class="mark">${word("today")}</b>` : nothing}</h3>
            <ul class="cells">${visits.map((one) => cell(desk, one, open))}</ul>
          </section>
        `,
        )}
      </section>
    `;
  });
}

/** A cell opens the appointment's drawer. `details`: what the drawer shows. */
export function calendar(desk: Desk, details: unknown) {
  const open = (id: string) => {
    desk.openChart(id);
    document.querySelector<HTMLDialogElement>(".drawer")?.showModal();
  };
  const { today } = desk.practice;
  const all = desk.schedule;
  const [earlier, ahead] = [all.filter(({ date }) => today !== undefined && date < today), all.filter(({ date }) => today === undefined || date >= today)];
  const { charts, others = [] } = desk.practice;
  const count = (patients: readonly unknown[]): string => patients.length.toLocaleString(LOCALES[language()]);
  return html`
    ${others.length === 0 ? nothing : html`<p class="calendar-scope">${word("calendar.scope", { count: count(charts), others: count(others) })}</p>`}
    ${
      earlier.length === 0
        ? nothing
        : html`<details class="earlier"><summary id="earlier">${counted("earlier", earlier.length)}</summary>${months(desk, earlier, open)}</details><p class="left-out">${word("not-printed", { what: counted("earlier", earlier.length) })}</p>`
    }
    ${legend(ahead)} ${months(desk, ahead, open)}
    <dialog class="drawer" aria-labelledby="drawer">
      <form method="dialog"><h2 id="drawer">${word("details")}</h2><button aria-label=${word("close")}>✕</button></form>
      <p class="name">${desk.chart.patient}</p>
      ${details}
      <p class="foot"><button type="button" class="filled" @click=${() => {
        location.hash = "#appointment";
      }}>${word("open")}</button></p>
    </dialog>
  `;
}
