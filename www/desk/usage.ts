// What a patient has used: the account, what was typed, and the files that were accepted, one behind the other. Undoing a file is leaving
// it out.
import { otherUsedFromEligibility, previewImport, type CivilDate, type ImportedUsage, type Money, type PerServiceType, type Usage } from "kx-modifier";
import type { Chart } from "./chart.js";
import type { Visit } from "./visit.js";

export const given = (amounts: PerServiceType<Money>): PerServiceType<Money> => Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== ""));

export function usageOf(chart: Chart, visit: Visit): Usage {
  const typed: Usage = {
    ...(chart.used ? { used: chart.used } : { entries: [...(chart.entries ?? [])] }),
    otherUsed: given(visit.otherUsed),
    asOf: chart.asOf,
  };
  const paid = visit.imports.reduce((usage, { entries }) => (entries ? accepted(chart, usage, { entries }) : usage), typed);
  // Medicare's figure holds our processed claims: it is taken apart behind all payments, in whichever order they were accepted.
  return visit.imports.reduce((usage, { figures }) => {
    if (!figures) return usage;
    const { otherUsed, asOf } = otherUsedFromEligibility({ date: chart.date, ...figures, entries: paid.entries ?? [] });
    return accepted(chart, usage, { otherUsed, asOf });
  }, paid);
}

const accepted = ({ date, coverage: { name: _, ...coverage } }: Chart, usage: Usage, read: ImportedUsage): Usage =>
  previewImport({ lines: [], appointment: { date }, coverage, usage, read }).usage;

/** What other providers used, where the next visit's is another than this one's. */
export function figuresOf(chart: Chart, visit: Visit, next: Visit): { otherUsed?: PerServiceType<Money>; asOf?: CivilDate } {
  const [now, then] = [usageOf(chart, visit), usageOf(chart, next)];
  const isFigure = next.imports.at(-1)?.figures !== undefined;
  if (!isFigure && JSON.stringify([now.otherUsed, now.asOf]) === JSON.stringify([then.otherUsed, then.asOf])) return {};
  return { ...(then.otherUsed ? { otherUsed: then.otherUsed } : {}), ...(then.asOf ? { asOf: then.asOf } : {}) };
}
