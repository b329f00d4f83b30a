// What a patient has used: the account, what was typed, and the files that were accepted, one behind the other. Undoing a file is leaving
// it out.
import type { CivilDate, ImportedUsage, Money, PerServiceType, Policy, ServiceType, Usage } from "kx-modifier";
import type { Chart } from "./chart.js";
import { readsFiles, type FileFunctions, type Functions } from "./functions.js";
import type { Visit } from "./visit.js";

/** Left out they would be missing from what is used, and a threshold would look further away than it is. */
export const UNCOUNTED = "imported files count only with the functions that read them: give the desk the functions of kx-modifier";

export const given = (amounts: PerServiceType<Money>): PerServiceType<Money> =>
  Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== ""));

const yearOf = (day: CivilDate): string => day.slice(0, 4);

/** The bucket of who treats. */
export const ownOf = ({ provider }: Chart): ServiceType => (provider.discipline.startsWith("OT") ? "OT" : "PT/SLP");

/** The day of Medicare's figure of the visit's year for a bucket, checked or imported; null without one. */
export function figureOf({ date }: Chart, { checked, imports }: Visit, bucket: ServiceType): CivilDate | null {
  const imported = imports.flatMap(({ figures }) => (figures?.amounts.some(({ serviceType }) => serviceType === bucket) ? [figures.asOf] : []));
  const day = checked[bucket]?.asOf ?? imported.at(-1);
  return day !== undefined && yearOf(day) === yearOf(date) ? day : null;
}

/** The same for the visit's own threshold, where our totals are of another year. They count nothing in this one, and the figure holds all
 *  that was processed in it. A figure of the other threshold alone would make the visit's own look known. */
const startOfTheYear = (chart: Chart, visit: Visit): CivilDate | null =>
  yearOf(chart.asOf) === yearOf(chart.date) ? null : figureOf(chart, visit, ownOf(chart));

/** The other threshold, where only the visit's own has a figure of the year: what was used of it is as unknown as before. */
export function stillUnknown(chart: Chart, visit: Visit): ServiceType | null {
  const other = ownOf(chart) === "OT" ? "PT/SLP" : "OT";
  return startOfTheYear(chart, visit) !== null && figureOf(chart, visit, other) === null ? other : null;
}

export function usageOf(kx: Functions, chart: Chart, visit: Visit, policy?: Policy): Usage {
  const usage = withImports(kx, chart, visit, policy);
  // A figure of elsewhere may be older than the account, which is no older for that: its own day stands beside it.
  const isOfYear = yearOf(chart.asOf) === yearOf(chart.date);
  return isOfYear && usage.asOf !== undefined && usage.asOf < chart.asOf ? { ...usage, asOf: chart.asOf } : usage;
}

function withImports(kx: Functions, chart: Chart, visit: Visit, policy?: Policy): Usage {
  const start = startOfTheYear(chart, visit);
  const typed: Usage = {
    ...(!chart.used ? { entries: [...(chart.entries ?? [])] } : start === null ? { used: chart.used } : {}),
    otherUsed: given(visit.otherUsed),
    asOf: start ?? chart.asOf,
  };
  if (visit.imports.length === 0) return typed;
  if (!readsFiles(kx)) throw new Error(UNCOUNTED);
  const paid = visit.imports.reduce((usage, { entries }) => (entries ? accepted(kx, chart, usage, { entries }) : usage), typed);
  // Medicare's figure holds our processed claims: it is taken apart behind all payments, in whichever order they were accepted.
  const figured = visit.imports.reduce((usage, { figures }) => {
    if (!figures) return usage;
    const { otherUsed, asOf } = kx.otherUsedFromEligibility({ date: chart.date, ...figures, entries: paid.entries ?? [], ...(policy ? { policy } : {}) });
    return accepted(kx, chart, usage, { otherUsed, asOf });
  }, paid);
  const feeds = visit.imports.filter(({ lines }) => lines !== undefined);
  if (feeds.length === 0) return figured;
  const { otherUsed, elsewhere } = elsewhereOf(kx, chart, visit);
  const byLines = Object.fromEntries(elsewhere.flatMap(({ serviceType, counted }) => (counted === "lines" ? [[serviceType, otherUsed[serviceType]]] : [])));
  const day = feeds.at(-1)?.day ?? chart.asOf;
  // A feed may be newer than the year that its lines are of.
  return accepted(kx, chart, figured, { otherUsed: byLines, asOf: day.slice(0, 4) === chart.date.slice(0, 4) ? day : chart.asOf });
}

/** What other providers' lines come to, and which of them and Medicare's own figure counts: one that was imported, or checked and entered. */
export function elsewhereOf(kx: FileFunctions, { date }: Chart, { imports, checked }: Visit): ReturnType<FileFunctions["otherUsedFromEligibility"]> {
  const figures = imports.flatMap(({ figures }) => figures?.amounts ?? []);
  const entered = (Object.keys(checked) as ServiceType[]).map((serviceType) => ({ serviceType, from: null, to: null, segment: "checked" }));
  return kx.otherUsedFromEligibility({
    date,
    asOf: date,
    // How much it is does not matter here, only that there is one of the year.
    amounts: [...figures, ...entered].map((amount) => ({ ...amount, kind: "used" as const, amount: "0.00" })),
    entries: [],
    elsewhere: imports.flatMap(({ lines }) => lines ?? []),
  });
}

/** Without benefits nothing is asked of the year's amount, which may not be known: only the usage is wanted. */
const accepted = (kx: FileFunctions, { date }: Chart, usage: Usage, read: ImportedUsage): Usage =>
  kx.previewImport({ lines: [], appointment: { date }, coverage: { program: "other" }, usage, read }).usage;

/** What other providers used, where the next visit's is another than this one's. */
export function figuresOf(kx: Functions, chart: Chart, visit: Visit, next: Visit): { otherUsed?: PerServiceType<Money>; asOf?: CivilDate } {
  const [now, then] = [usageOf(kx, chart, visit), usageOf(kx, chart, next)];
  const last = next.imports.at(-1);
  const isFigure = last?.figures !== undefined || last?.lines !== undefined;
  if (!isFigure && JSON.stringify([now.otherUsed, now.asOf]) === JSON.stringify([then.otherUsed, then.asOf])) return {};
  return { ...(then.otherUsed ? { otherUsed: then.otherUsed } : {}), ...(then.asOf ? { asOf: then.asOf } : {}) };
}
