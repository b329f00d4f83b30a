// How the visits of a practice stand before anybody opens one: what a calendar marks.
import type { ServiceType, ThresholdDisplay } from "kx-modifier";
import type { Chart, Practice } from "./chart.js";
import type { Functions } from "./functions.js";
import type { Kept } from "./kept.js";
import { askAbout, type Settings } from "./questions.js";
import { Appointment } from "./session.js";
import { broughtBack } from "./visit.js";

export interface Scheduled {
  chart: Chart;
  /** Lines of the visit that hold its claim. */
  held: number;
  /** The thresholds that are near, reached or beyond, with today's lines. */
  tight: ThresholdDisplay[];
  /** Why no threshold is known of the patient, in the core's words; empty where they are. */
  notKnown: string;
}

const BOTH: readonly ServiceType[] = ["PT/SLP", "OT"];
const begins = ({ date, time = "" }: Chart): string => `${date} ${time}`;

/** In the order in which the visits take place. */
export function scheduleOf(kx: Functions, practice: Practice, kept: Kept, settings: Settings): Scheduled[] {
  const open = new Appointment(kx);
  const scheduled = practice.charts.map((chart): Scheduled => {
    const { held, benefits, thresholds } = askAbout(kx, open, practice, chart, broughtBack(kept.visits[chart.id] ?? {}, chart), settings);
    const cards = thresholds === null || !benefits?.met ? [] : BOTH.map((bucket) => thresholds[bucket]);
    const fault = cards.flatMap(({ notices }) => notices).find(({ severity }) => severity === "error");
    return {
      chart,
      held: held.length,
      tight: fault ? [] : cards.filter(({ status }) => status !== "below"),
      notKnown: benefits && !benefits.met ? benefits.explanation : (fault?.message ?? ""),
    };
  });
  open.close();
  return scheduled.sort((one, other) => (begins(one.chart) < begins(other.chart) ? -1 : 1));
}
