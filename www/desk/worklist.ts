// What waits for each patient of a practice.
import type { DeniedEntry, ServiceType, WorklistPatient } from "kx-modifier";
import type { ClaimRow } from "../widgets/claims/model.js";
import { withDates, type Item, type WorklistRow } from "../widgets/worklist/model.js";
import { billedOf, usedBefore } from "./account.js";
import type { Chart, Practice } from "./chart.js";
import { claimRowsOf } from "./claims.js";
import { datesOf } from "./dates.js";
import { answeredIn, remittedOf } from "./denials.js";
import type { Functions } from "./functions.js";
import type { Kept } from "./kept.js";
import { inPortions } from "./portions.js";
import { expectedAtHand, previewRequest, type Settings } from "./questions.js";
import { ownOf } from "./usage.js";
import { broughtBack } from "./visit.js";

const SHOWN: readonly ServiceType[] = ["PT/SLP", "OT"];

/** What was expected of each: of its line as it was billed, which a remittance stands in for, or else by what is usual of the code. */
function withExpected({ fees }: Practice, { billed, expectedAllowed }: Chart, entries: readonly DeniedEntry[]): NonNullable<WorklistPatient["denied"]> {
  const free = new Set(billed);
  return entries.map((entry) => {
    const { id, claim, date, code, denied } = entry;
    // A line that was billed here says it itself.
    if (!denied || billed.some((line) => line.id === id)) return entry;
    const own = [...free].find((line) => line.claim === claim && line.date === date && line.code === code);
    if (own) free.delete(own);
    const expected = own?.allowed ?? expectedAllowed?.[code] ?? fees[code]?.full;
    return expected === undefined ? entry : { ...entry, expected };
  });
}

function asked(kx: Functions, practice: Practice, chart: Chart, kept: Kept, settings: Settings): WorklistPatient {
  const visit = broughtBack(kept.visits[chart.id] ?? {}, chart);
  const { lines, documentation = {}, ...rest } = previewRequest(kx, practice, chart, visit, settings);
  // A list of all patients asks for the records that somebody has begun, and of whom lines are open.
  const known = Object.keys(documentation).length === 0 && lines.length === 0 ? rest : { ...rest, documentation };
  // What was booked for a day that is over is no next visit.
  const later = chart.booked.filter(({ date }) => date >= (practice.today ?? "")).map(({ date, serviceType, allowed }) => ({ date, serviceType, allowed }));
  // Lines that are open are decided on, whatever the day.
  const booked = isAhead(practice, chart) || lines.length > 0 ? [...visitAtHand(chart), ...later] : later;
  const denied = withExpected(practice, chart, remittedOf(kx, chart, visit));
  const clinic = chart.clinic ?? practice.location;
  // A denied line runs behind what is known as a total alone.
  const { used, ...usage } = known.usage ?? {};
  const isTotal = used && chart.billed.length === 0 && denied.length > 0;
  const context = isTotal ? { ...known, usage: { ...usage, otherUsed: usedBefore(kx, chart, { used, ...usage }, known.policy) } } : known;
  return {
    id: chart.id,
    context,
    lines,
    billed: billedOf(kx, chart, visit),
    booked,
    // Without a function that says what is at stake nothing asks for these.
    ...(kx.totalAtStake && {
      therapist: chart.provider.name,
      ...(clinic !== undefined && { clinic }),
      ...(denied.length > 0 && { denied, ...answeredIn(kx, chart, visit, denied), ...(chart.claimType && { claimType: chart.claimType }) }),
    }),
  };
}

/** Whether the practice has the chart's own visit open, and its day is not over. */
const isAhead = ({ charts, today }: Practice, chart: Chart): boolean => today !== undefined && charts.includes(chart) && chart.date >= today;

/** The visit at hand as the first of those that are booked: a balance before its lines has it still to come. None where nobody expects an amount. */
function visitAtHand(chart: Chart): NonNullable<WorklistPatient["booked"]> {
  const serviceType = ownOf(chart);
  const allowed = expectedAtHand(chart, serviceType);
  return allowed === undefined ? [] : [{ date: chart.date, serviceType, allowed }];
}

/** The visit at hand, where the practice has it open and it is not over; else the first that is booked after it. None is before today. */
function nextVisit(practice: Practice, chart: Chart): NonNullable<WorklistRow["nextVisit"]> | null {
  const later = chart.booked.filter(({ date }) => date > chart.date && date >= (practice.today ?? ""));
  const [first] = (isAhead(practice, chart) ? [chart, ...later] : [...later]).sort((one, other) =>
    `${one.date} ${one.time}` < `${other.date} ${other.time}` ? -1 : 1,
  );
  return first ? { date: first.date, ...(first.time && { time: first.time }) } : null;
}

/** Why there is no balance to show, in the core's words; empty where there is one. */
function notKnown(kx: Functions, { context }: WorklistPatient): string {
  const session = kx.openAppointment(context);
  try {
    // Asked about a line that is not kept: an appointment without lines has no conditions.
    const benefits = session.decide({ code: "97110" }).conditions.find(({ id }) => id === "medicare-benefits");
    if (benefits && !benefits.met) return benefits.explanation;
    const cards = session.thresholds();
    return SHOWN.flatMap((bucket) => cards?.[bucket].notices ?? []).find(({ severity }) => severity === "error")?.message ?? "";
  } finally {
    session.close();
  }
}

/** What a person has let go out may be billed any day: an item says where every reason of its line is released. */
function withReleases(items: readonly Item[], rows: readonly ClaimRow[]): readonly Item[] {
  const reasons = rows.flatMap(({ claim }) => claim?.reasons ?? []);
  const isReleased = (line: string): boolean => {
    const own = reasons.filter((reason) => reason.line === line);
    return own.length > 0 && own.every(({ released }) => released !== null);
  };
  return items.map((item) => (item.code != null && item.line !== null && isReleased(item.line) ? { ...item, isReleased: true } : item));
}

/** What there is to do for each of them. Without a function that looks there is nothing to show. */
export function worklistRowsOf(kx: Functions, practice: Practice, charts: readonly Chart[], kept: Kept, settings: Settings): WorklistRow[] {
  const patients = charts.map((chart) => asked(kx, practice, chart, kept, settings));
  return (kx.worklist?.(patients) ?? []).flatMap(({ thresholds, items: asked, error, atStake, clinic }, place) => {
    const [chart, patient] = [charts[place], patients[place]];
    if (!chart || !patient) return [];
    const { id, patient: name, memberId, provider } = chart;
    const handling = kept.handled?.[id];
    const visit = broughtBack(kept.visits[id] ?? {}, chart);
    const today = practice.today ?? chart.date;
    const next = nextVisit(practice, chart);
    const marked = kept.released?.[id] ? withReleases(asked, claimRowsOf(kx, practice, chart, kept, settings)) : asked;
    const items = error ? asked : withDates(marked, datesOf(kx, chart, visit, kept, settings, today), today, next);
    // Of a patient without anything to do nothing is shown.
    const unknown = items.length > 0 ? notKnown(kx, patient) : "";
    // The year that may lack its amounts is that of the day that is looked at.
    const refused = error && { ...error, year: Number(chart.date.slice(0, 4)) };
    const known = { id, name, memberId, therapist: provider.name, nextVisit: next, thresholds, items, error: refused, atStake, clinic };
    return [{ ...known, ...(unknown && { notKnown: unknown }), ...(handling && { handling }) }];
  });
}

export async function lookThrough(
  kx: Functions,
  practice: Practice,
  kept: Kept,
  settings: Settings,
  shown: (rows: WorklistRow[], done: number, total: number) => boolean,
): Promise<void> {
  if (kx.worklist) await inPortions(practice, (charts) => worklistRowsOf(kx, practice, charts, kept, settings), shown);
}
