// What stays in sight over an appointment.
import { html, nothing } from "lit";
import type { Desk } from "kx-modifier/desk";
import { isUrgent, STANDING } from "kx-modifier/widgets";
import { hasThreshold, inStrip } from "./buckets.js";
import { patientChoice } from "./parts.js";
import { goToLine, goToUsage, isUnattested, toDocumentation } from "./reveal.js";
import { counted, word } from "./words.js";

/** Holds nothing, and is no less to be seen than what does. */
const unattested = (desk: Desk) =>
  desk.unattested > 0
    ? html`<button type="button" class="hold" @click=${toDocumentation}><b><span aria-hidden="true">!</span> ${isUnattested(desk) ? desk.text("ui.documentation.not-attested") : desk.text("ui.claims.code.documentation-incomplete")}</b> <span>${counted("with-kx", desk.unattested)}</span></button>`
    : nothing;

/** Where the totals are of another year no line can be answered: which years these are. */
const totalsOfOtherYear = ({ answer, chart }: Desk): { last: string; year: string } | null =>
  answer.hold?.claims.some(({ reasons }) => reasons.some(({ code, released }) => code === "other-year-usage" && !released))
    ? { last: chart.asOf.slice(0, 4), year: chart.date.slice(0, 4) }
    : null;

/** What is over or due next, where that is near. */
const dueNext = (desk: Desk) => {
  const next = desk.dates.find(isUrgent);
  if (!next) return nothing;
  const { kind, title } = next;
  const open = () => {
    if (kind === "review") location.hash = "#review";
    else toDocumentation();
  };
  return html`<button type="button" class="due-next ${next.status}" @click=${open}><b>${title}</b> <span>${desk.left(next)}</span></button>`;
};

/** Stays in sight: whose lines these are, what is left now, and what the claim waits for. */
export const strip = (desk: Desk) => {
  const { held, missingYear } = desk.answer;
  const [first] = held;
  const otherYear = totalsOfOtherYear(desk);
  return html`
    <section class="strip" aria-label=${word("strip")}>
      ${patientChoice(desk)}
      ${
        hasThreshold(desk)
          ? inStrip(desk).map((bucket) => html`<kx-threshold slim data-bucket=${bucket}></kx-threshold>`)
          : html`<p class="no-threshold"><span>${word("no-threshold")}</span> <span aria-hidden="true">·</span> <b>${desk.chart.coverage.name}</b></p>`
      }
      ${
        first === undefined
          ? unattested(desk)
          : html`<button type="button" class="hold" @click=${() => (otherYear ? goToUsage(desk) : goToLine(first))}><b><span aria-hidden="true">${STANDING.held.sign}</span> ${word("hold")}</b> <span>${otherYear ? word("check-year", otherYear) : missingYear === null ? counted("waits", held.length) : desk.text("ui.threshold.year-missing", { year: String(missingYear) })}</span></button>`
      }
      ${dueNext(desk)}
    </section>
  `;
};
