// A patient's year of lines through the core's audit, joined with the lines as they were billed.
import type { AuditLine, CivilDate, Policy, UsageEntry } from "kx-modifier";
import type { AccountLine, AccountTotal } from "../widgets/account/model.js";
import type { Chart } from "./chart.js";
import type { Functions } from "./functions.js";
import { given, usageOf } from "./usage.js";
import type { Visit } from "./visit.js";

export interface Account {
  lines: AccountLine[];
  totals: AccountTotal[];
  /** The day of the visit. */
  day: CivilDate;
}

/** The account's lines with those of accepted remittances among them. */
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

/** Empty where nothing audits. */
export function auditOf(kx: Functions, chart: Chart, visit: Visit, policy: Policy, describe: (code: string) => string): Account {
  if (!kx.audit) return { lines: [], totals: [], day: chart.date };
  const billed = billedOf(kx, chart, visit);
  const lineOf = new Map(billed.map((line) => [line.id, line]));
  const usage = usageOf(kx, chart, visit);
  const denied = new Map(usage.entries?.flatMap(({ id, denied, reasons }) => (denied && id !== undefined ? [[id, reasons ?? []] as const] : [])));
  // Totals are of the year of their own day.
  const year = (usage.asOf ?? chart.date).slice(0, 4);
  const otherUsed = given(usage.otherUsed ?? {});
  const { lines, findings, totals } = kx.audit({ lines: billed, otherUsed: { [year]: otherUsed }, policy: { reversals: "pair", ...policy } });
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
          ...(denied.has(line.id) ? { denied: true, reasons: denied.get(line.id) ?? [] } : {}),
          description: describe(code),
          findings: findings.filter(({ id }) => id === audited.id),
        },
      ];
    }),
    totals: totals.map((total) => ({
      ...total,
      medicalReview: kx.thresholds({ date: `${total.year}-12-31` })[total.serviceType].medicalReview?.threshold ?? null,
      otherUsed: String(total.year) === year ? (otherUsed[total.serviceType] ?? null) : null,
      otherUsedAsOf: String(total.year) === year ? (usage.asOf ?? null) : null,
    })),
    day: chart.date,
  };
}
