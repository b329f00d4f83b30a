// What a patient has used: the account, what was typed, and the files that were accepted, one behind the other. Undoing a file is leaving
// it out.
import type { CivilDate, ImportedUsage, Money, PerServiceType, Usage } from "kx-modifier";
import type { Chart } from "./chart.js";
import { readsFiles, type FileFunctions, type Functions } from "./functions.js";
import type { Visit } from "./visit.js";

/** Left out they would be missing from what is used, and a threshold would look further away than it is. */
export const UNCOUNTED = "imported files count only with the functions that read them: give the desk the functions of kx-modifier";

export const given = (amounts: PerServiceType<Money>): PerServiceType<Money> =>
  Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== ""));

export function usageOf(kx: Functions, chart: Chart, visit: Visit): Usage {
  const typed: Usage = {
    ...(chart.used ? { used: chart.used } : { entries: [...(chart.entries ?? [])] }),
    otherUsed: given(visit.otherUsed),
    asOf: chart.asOf,
  };
  if (visit.imports.length === 0) return typed;
  if (!readsFiles(kx)) throw new Error(UNCOUNTED);
  const paid = visit.imports.reduce((usage, { entries }) => (entries ? accepted(kx, chart, usage, { entries }) : usage), typed);
  // Medicare's figure holds our processed claims: it is taken apart behind all payments, in whichever order they were accepted.
  return visit.imports.reduce((usage, { figures }) => {
    if (!figures) return usage;
    const { otherUsed, asOf } = kx.otherUsedFromEligibility({ date: chart.date, ...figures, entries: paid.entries ?? [] });
    return accepted(kx, chart, usage, { otherUsed, asOf });
  }, paid);
}

/** Without benefits nothing is asked of the year's amount, which may not be known: only the usage is wanted. */
const accepted = (kx: FileFunctions, { date }: Chart, usage: Usage, read: ImportedUsage): Usage =>
  kx.previewImport({ lines: [], appointment: { date }, coverage: { program: "other" }, usage, read }).usage;

/** What other providers used, where the next visit's is another than this one's. */
export function figuresOf(kx: Functions, chart: Chart, visit: Visit, next: Visit): { otherUsed?: PerServiceType<Money>; asOf?: CivilDate } {
  const [now, then] = [usageOf(kx, chart, visit), usageOf(kx, chart, next)];
  const isFigure = next.imports.at(-1)?.figures !== undefined;
  if (!isFigure && JSON.stringify([now.otherUsed, now.asOf]) === JSON.stringify([then.otherUsed, then.asOf])) return {};
  return { ...(then.otherUsed ? { otherUsed: then.otherUsed } : {}), ...(then.asOf ? { asOf: then.asOf } : {}) };
}
