// A patient's year of lines through the core's audit, joined with the lines as they were billed.
import { audit, thresholds } from "kx-modifier";
import type { AccountLine, AccountTotal } from "../widgets/account/model.js";
import { accountOf } from "./accounts.js";
import { given } from "./appointment.js";
import type { Sample } from "./samples.js";
import type { Visit } from "./visit.js";

export interface Account {
  lines: AccountLine[];
  totals: AccountTotal[];
}

export function auditOf(sample: Sample, visit: Visit, describe: (code: string) => string): Account {
  const billed = accountOf(sample.id);
  const lineOf = new Map(billed.map((line) => [line.id, line]));
  const year = sample.date.slice(0, 4);
  const otherUsed = given(visit.otherUsed);
  const { lines, findings, totals } = audit({ lines: billed, otherUsed: { [year]: otherUsed } });
  return {
    lines: lines.flatMap((audited) => {
      const line = lineOf.get(audited.id);
      if (!line) return [];
      const { date, code, allowed, modifiers = [], posted, status } = line;
      return [{
        ...audited,
        date,
        code,
        allowed,
        modifiers,
        ...(posted ? { posted } : {}),
        ...(status ? { status } : {}),
        description: describe(code),
        findings: findings.filter(({ id }) => id === audited.id),
      }];
    }),
    totals: totals.map((total) => ({
      ...total,
      medicalReview: thresholds({ date: `${total.year}-12-31` })[total.serviceType].medicalReview?.threshold ?? null,
      otherUsed: String(total.year) === year ? (otherUsed[total.serviceType] ?? null) : null,
    })),
  };
}
