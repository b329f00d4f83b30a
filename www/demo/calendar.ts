// The calendar: days with their visits in the order of the clock, each with what is to be known of it before it begins.
import { html, nothing } from "lit";
import type { Desk } from "kx-modifier/desk";
import { clock, dollars, weekday, word, written } from "./words.js";

type Scheduled = Desk["schedule"][number];

const STATUS = { near: "!", reached: "▲", "medical-review": "▲" } as const;

/** A sign and words: colour alone says nothing to many. */
function flags(desk: Desk, { held, tight, notKnown }: Scheduled) {
  const known = tight.map(({ serviceType: bucket, status, remaining, medicalReview }) => {
    if (status === "below") return nothing;
    // Beyond medical review the amount is of that threshold.
    const amount = (status === "medical-review" && medicalReview?.remaining) || remaining;
    const figure = amount.startsWith("-")
      ? word("flag.over", { bucket, amount: dollars(amount.slice(1)) })
      : word("flag.left", { bucket, amount: dollars(amount) });
    return html`<li class="flag ${status}"><span aria-hidden="true">${STATUS[status]}</span> ${desk.text(`ui.threshold.${status}`)} <span class="figure">${figure}</span></li>`;
  });
  return html`
    <ul class="flags">
      ${held > 0 ? html`<li class="flag held"><span aria-hidden="true">✕</span> ${word("on-hold")}</li>` : nothing}
      ${known}
      ${notKnown ? html`<li class="flag quiet"><span aria-hidden="true">–</span> ${notKnown}</li>` : nothing}
      ${held === 0 && tight.length === 0 && !notKnown ? html`<li class="flag quiet"><span aria-hidden="true">✓</span> ${desk.text("ui.threshold.below")}</li>` : nothing}
    </ul>
  `;
}

const cell = (desk: Desk, one: Scheduled, open: (id: string) => void) => html`
  <li>
    <button type="button" class="cell" data-chart=${one.chart.id} aria-haspopup="dialog" @click=${() => open(one.chart.id)}>
      <time datetime=${`${one.chart.date}T${one.chart.time}`}>${one.chart.time ? clock(one.chart.time) : ""}</time>
      <span class="whom"><b>${one.chart.patient}</b> <span>${one.chart.appointmentType}</span></span>
      <span class="by">${one.chart.provider.name}, ${one.chart.provider.discipline}</span>
      ${flags(desk, one)}
    </button>
  </li>
`;

/** A cell opens the appointment's drawer. `details`: what the drawer shows. */
export function calendar(desk: Desk, details: unknown) {
  const open = (id: string) => {
    desk.openChart(id);
    document.querySelector<HTMLDialogElement>(".drawer")?.showModal();
  };
  const days = new Map<string, Scheduled[]>();
  for (const one of desk.schedule) days.set(one.chart.date, [...(days.get(one.chart.date) ?? []), one]);
  return html`
    <section class="calendar-page" aria-label=${word("calendar")}>
      ${[...days].map(
        ([date, visits]) => html`
        <section class="day" aria-labelledby="day-${date}">
          <h2 id="day-${date}"><span>${weekday(date)}</span> ${written(date)}</h2>
          <ul class="cells">${visits.map((one) => cell(desk, one, open))}</ul>
        </section>
      `,
      )}
    </section>
    <dialog class="drawer" aria-labelledby="drawer">
      <form method="dialog"><h2 id="drawer">${word("details")}</h2><button aria-label=${word("close")}>✕</button></form>
      <p class="name">${desk.chart.patient}</p>
      ${details}
      <button type="button" @click=${() => {
        location.hash = "#appointment";
      }}>${word("open")}</button>
    </dialog>
  `;
}
