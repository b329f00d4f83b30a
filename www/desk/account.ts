// A patient's year of lines through the core's audit, joined with the lines as they were billed.
import type { AuditLine, CivilDate, Money, PerServiceType, Policy, ServiceType, Usage, UsageEntry } from "kx-modifier";
import type { AccountLine, AccountTotal, OnFile } from "../widgets/account/model.js";
import type { Chart } from "./chart.js";
import { isRefusal, type Functions } from "./functions.js";
import { figureOf, given, usageOf } from "./usage.js";
import type { Visit } from "./visit.js";

export interface Account {
  lines: AccountLine[];
  totals: AccountTotal[];
  /** The day of the visit. */
  day: CivilDate;
  /** Of a patient whose used amounts are on file as totals alone. */
  onFile: OnFile | null;
}

/** The account's lines with those of accepted remittances among them, each with what was expected of it. */
export function billedOf(kx: Functions, chart: Chart, visit: Visit): AuditLine[] {
  const own = [...chart.billed];
  const { entries } = usageOf(kx, chart, visit);
  if (!entries) return own;
  const lineOf = new Map(own.map((line) => [line.id, line]));
  return entries.flatMap((entry) => lineOf.get(entry.id ?? "") ?? paid(entry));
}

/** What an audit does not ask for is left behind. */
function paid({ id, code, date, serviceType, allowed, modifiers, status, posted, claim }: UsageEntry): AuditLine[] {
  if (id === undefined || code === undefined) return [];
  return [
    {
      id,
      code,
      date,
      serviceType,
      allowed,
      ...(modifiers ? { modifiers } : {}),
      ...(status ? { status } : {}),
      ...(posted ? { posted } : {}),
      ...(claim ? { claim } : {}),
    },
  ];
}

/** Which day, and so which year, an amount used elsewhere is of: the check's; for one that was entered at the visit the visit's; else the totals'. */
function dayUsedElsewhere(chart: Chart, visit: Visit, usage: Usage, bucket: ServiceType): CivilDate {
  const { checked, otherUsed, imports } = visit;
  const isEntered = imports.length === 0 && (otherUsed[bucket] ?? "") !== (chart.otherUsed[bucket] ?? "");
  const asOf = usage.asOf ?? chart.date;
  // A figure's own day, whichever way it came in.
  return figureOf(chart, visit, bucket) ?? checked[bucket]?.asOf ?? (isEntered && asOf.slice(0, 4) !== chart.date.slice(0, 4) ? chart.date : asOf);
}

/** The same as they count: of a line that a remittance has denied what the remittance says. */
export function countedOf(kx: Functions, chart: Chart, visit: Visit): AuditLine[] {
  const denied = deniedIn(usageOf(kx, chart, visit));
  return billedOf(kx, chart, visit).map((line) => ({ ...line, allowed: denied.get(line.id)?.allowed ?? line.allowed }));
}

const deniedIn = ({ entries = [] }: Usage): ReadonlyMap<string, UsageEntry> =>
  new Map(entries.flatMap((entry) => (entry.denied && entry.id !== undefined ? [[entry.id, entry]] : [])));

/** Ours as a total alone. Where lines are on file too, they are what the total adds up. */
const totalOf = ({ billed }: Chart, { used }: Usage): Usage["used"] => (billed.length === 0 ? used : undefined);

/** What other providers used, and what is known of ours as a total alone: lines that are read later run behind both. */
export function usedBefore(kx: Functions, chart: Chart, usage: Usage, policy?: Policy): PerServiceType<Money> {
  const { otherUsed = {}, asOf = chart.date } = usage;
  const [others, used] = [given(otherUsed), totalOf(chart, usage)];
  if (!used) return others;
  const entries = (Object.entries(others) as [ServiceType, Money][]).map(([serviceType, allowed]) => ({ date: asOf, serviceType, allowed }));
  const both = bothOf(kx, { date: asOf, usage: { used: given(used), entries }, ...(policy && { policy }) });
  return both ? { "PT/SLP": both["PT/SLP"].used, OT: both.OT.used } : others;
}

/** The same in the year that each amount is of. */
export function otherUsedByYear(kx: Functions, chart: Chart, visit: Visit, policy?: Policy): { [year: string]: PerServiceType<Money> } {
  const usage = usageOf(kx, chart, visit);
  const byYear: { [year: string]: PerServiceType<Money> } = {};
  for (const [bucket, amount] of Object.entries(usedBefore(kx, chart, usage, policy)) as [ServiceType, Money][]) {
    const year = dayUsedElsewhere(chart, visit, usage, bucket).slice(0, 4);
    byYear[year] = { ...byYear[year], [bucket]: amount };
  }
  return byYear;
}

/** Empty where nothing audits. */
export function auditOf(kx: Functions, chart: Chart, visit: Visit, policy: Policy, describe: (code: string) => string): Account {
  if (!kx.audit) return { lines: [], totals: [], day: chart.date, onFile: null };
  const usage = usageOf(kx, chart, visit);
  const denied = deniedIn(usage);
  const billed = countedOf(kx, chart, visit);
  const lineOf = new Map(billed.map((line) => [line.id, line]));
  const dayOf = (bucket: ServiceType): CivilDate => dayUsedElsewhere(chart, visit, usage, bucket);
  const byYear = billed.length === 0 ? {} : otherUsedByYear(kx, chart, visit, policy);
  const { lines, findings, totals } = kx.audit({ lines: billed, otherUsed: byYear, policy: { reversals: "pair", ...policy } });
  return {
    lines: lines.flatMap((audited) => {
      const line = lineOf.get(audited.id);
      if (!line) return [];
      const { date, code, allowed, modifiers = [], posted, status } = line;
      return [
        {
          ...audited,
          date,
          code,
          allowed,
          modifiers,
          ...(posted ? { posted } : {}),
          ...(status ? { status } : {}),
          ...(denied.has(line.id) ? { denied: true, reasons: denied.get(line.id)?.reasons ?? [] } : {}),
          description: describe(code),
          findings: findings.filter(({ id }) => id === audited.id),
        },
      ];
    }),
    totals: totals.map((total) => ({
      ...total,
      medicalReview: kx.thresholds({ date: `${total.year}-12-31` })[total.serviceType].medicalReview?.threshold ?? null,
      otherUsed: byYear[total.year]?.[total.serviceType] ?? null,
      otherUsedAsOf: byYear[total.year]?.[total.serviceType] === undefined ? null : dayOf(total.serviceType),
    })),
    day: chart.date,
    onFile: onFileOf(kx, chart, usage, policy),
  };
}

/** Both thresholds of a year; null where it has no amount. */
function bothOf(kx: Functions, request: Parameters<Functions["thresholds"]>[0]): ReturnType<Functions["thresholds"]> | null {
  try {
    return kx.thresholds(request);
  } catch (error) {
    if (isRefusal(error) && error.code === "unknown-year") return null;
    throw error;
  }
}

/** Without lines an audit says nothing: then the totals do, of their own year. */
function onFileOf(kx: Functions, chart: Chart, usage: Usage, policy: Policy): OnFile | null {
  const { otherUsed = {}, asOf = chart.date } = usage;
  const used = totalOf(chart, usage);
  if (!used) return null;
  const both = bothOf(kx, { date: asOf, usage: { used, otherUsed: given(otherUsed) }, policy });
  const year = Number(asOf.slice(0, 4));
  const known = (["PT/SLP", "OT"] as const).map(
    (serviceType) =>
      both?.[serviceType] ?? { year, serviceType, threshold: null, remaining: null, used: used[serviceType] ?? "0", otherUsed: otherUsed[serviceType] ?? "0" },
  );
  return { asOf, thresholds: known.filter(({ used: ours, otherUsed: others }) => [ours, others].some((amount) => /[1-9]/.test(amount))) };
}
