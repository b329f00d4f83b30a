// What is due for a patient, and by when: of the record, of denied lines and of reviewers' letters.
import type { CivilDate, DueDate } from "kx-modifier";
import type { Chart } from "./chart.js";
import { remittedOf, reworked } from "./denials.js";
import type { Functions } from "./functions.js";
import type { Kept } from "./kept.js";
import type { Settings } from "./questions.js";
import { lettersOf } from "./reviews.js";
import type { Visit } from "./visit.js";

/** Days are counted from today, on every screen. Empty where nothing tells, and where there is nothing to be told of. */
export function datesOf(kx: Functions, chart: Chart, visit: Visit, kept: Kept, settings: Settings, today: CivilDate): readonly DueDate[] {
  const { dueDates } = kx;
  if (!dueDates) return [];
  const { documentation } = visit;
  const { planDays, booked } = chart;
  const remitted = remittedOf(kx, chart, visit);
  const reviews = lettersOf(kept, chart);
  const hasRecord = Object.keys(documentation).length > 0;
  if (!hasRecord && remitted.length + reviews.length === 0) return [];
  return dueDates({
    date: today,
    ...(hasRecord && { documentation }),
    visits: booked.map(({ date }) => date),
    ...(planDays !== undefined && { planDays }),
    denials: reworked(kx, chart, visit, settings, remitted, today).map(({ denial }) => denial),
    reviews,
  }).dates;
}
