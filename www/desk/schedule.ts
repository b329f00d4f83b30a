// How the visits of a practice stand before anybody opens one: what a calendar marks.
import type { CivilDate, ServiceType, ThresholdCards, ThresholdDisplay } from "kx-modifier";
import type { Chart, Practice } from "./chart.js";
import { wordsOf } from "./claims.js";
import type { Functions } from "./functions.js";
import type { Kept } from "./kept.js";
import { askAbout, type Answer, type Settings } from "./questions.js";
import { Appointment } from "./session.js";
import { ownOf } from "./usage.js";
import { broughtBack } from "./visit.js";

/** How the thresholds of a visit stand. Only where they are known can one be below. */
export type VisitStanding =
  /** `tight`: those that are near, reached or beyond, with today's lines. `notKnown`: the other threshold, where nothing is known of that alone. */
  | { thresholds: "known"; tight: readonly (ThresholdDisplay & { afterLines: boolean })[]; notKnown: ServiceType | null }
  /** In the core's words. */
  | { thresholds: "none"; reason: string }
  /** The year has no amount. */
  | { thresholds: "missing"; year: number }
  /** The totals are of another year: their day; else what is wrong with them, in the core's words. */
  | { thresholds: "unknown"; totalsFrom: CivilDate | null; reason: string };

export interface Scheduled {
  chart: Chart;
  date: CivilDate;
  /** "09:30"; empty where it is not known. */
  time: string;
  /** Of a visit that is booked after the chart's: the threshold that it counts toward. Null for the chart's own. */
  booked: ServiceType | null;
  /** Lines of the visit that hold its claim. */
  held: number;
  /** Null for a booked visit: what remains by then is told by the visits before it. */
  standing: VisitStanding | null;
  /** Of a booked visit: whether it is expected to go over the threshold, or to begin over it, by the visits before it. */
  expected: "crosses" | "over" | null;
}

const BOTH: readonly ServiceType[] = ["PT/SLP", "OT"];
function standingOf({ missingYear, benefits, thresholds }: Answer, chart: Chart): VisitStanding {
  if (missingYear !== null) return { thresholds: "missing", year: missingYear };
  if (benefits && !benefits.met) return { thresholds: "none", reason: benefits.explanation };
  if (thresholds === null) return { thresholds: "unknown", totalsFrom: null, reason: "" };
  const cards = BOTH.map((bucket) => thresholds[bucket]);
  const faultOf = ({ notices }: ThresholdCards[ServiceType]) => notices.find(({ severity }) => severity === "error");
  const fault = faultOf(thresholds[ownOf(chart)]);
  if (fault) return { thresholds: "unknown", totalsFrom: fault.code === "other-year-usage" ? chart.asOf : null, reason: fault.message };
  const known = cards.filter((card) => !faultOf(card));
  const tight = known.filter(({ status }) => status !== "below").map((card) => ({ ...card, afterLines: card.before !== null }));
  return { thresholds: "known", tight, notKnown: cards.find(faultOf)?.serviceType ?? null };
}

const begins = ({ date, time }: Scheduled): string => `${date} ${time}`;

const USED_UP: readonly ThresholdCards[ServiceType]["status"][] = ["reached", "medical-review"];

/** Nobody is booked for a day that is over. */
const bookedOf = (chart: Chart, { expectedOver, thresholds }: Answer, today: CivilDate): Scheduled[] =>
  chart.booked
    .filter(({ date }) => date >= today && date !== chart.date)
    .map(({ date, time = "", serviceType }) => {
      const over = expectedOver[serviceType];
      const isOfYear = over?.slice(0, 4) === date.slice(0, 4);
      // Once the lines at hand have used it up every later visit begins over it.
      const isUsedUp = USED_UP.includes(thresholds?.[serviceType].status ?? "below");
      const expected = !over || !isOfYear || date < over ? null : date === over && !isUsedUp ? "crosses" : "over";
      return { chart, date, time, booked: serviceType, held: 0, standing: null, expected };
    });

/** In the order in which the visits take place, those that are booked among them. */
export function scheduleOf(kx: Functions, practice: Practice, kept: Kept, settings: Settings): Scheduled[] {
  const open = new Appointment(kx);
  const scheduled = practice.charts.flatMap((chart): Scheduled[] => {
    const answer = askAbout(kx, open, practice, chart, broughtBack(kept.visits[chart.id] ?? {}, chart), settings, wordsOf(kept, chart.id));
    const { date, time = "" } = chart;
    const visit = { chart, date, time, booked: null, held: answer.held.length, standing: standingOf(answer, chart), expected: null };
    return [visit, ...bookedOf(chart, answer, practice.today ?? date)];
  });
  open.close();
  return scheduled.sort((one, other) => (begins(one) < begins(other) ? -1 : 1));
}
