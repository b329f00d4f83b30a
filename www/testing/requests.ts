// Situations of one line, by name. Their decisions are recorded: `node scripts/fixtures.mjs`.
import type { DecisionRequest } from "kx-modifier";

/** A physical therapist's 97110 of $31.40 on Jul 1, 2026, auto-apply on, with $10.00 more used than the threshold. */
const over: DecisionRequest = {
  line: { code: "97110", modifiers: ["GP"], units: 1, allowed: "31.40" },
  appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
  coverage: { program: "medicare-part-b" },
  preferences: { autoApplyKx: true },
  usage: { used: { "PT/SLP": "2100.00" }, otherUsed: { "PT/SLP": "390.00" }, asOf: "2026-06-30" },
};
const using = (used: string): DecisionRequest => ({ ...over, usage: { ...over.usage, used: { "PT/SLP": used } } });
const withLine = (line: Partial<DecisionRequest["line"]>, request = over): DecisionRequest => ({ ...request, line: { ...request.line, ...line } });

export const requests = {
  /** The threshold is reached: KX is added. */
  overThreshold: over,
  /** The same with auto-apply off: KX is suggested. */
  autoApplyOff: { ...over, preferences: { autoApplyKx: false } },
  /** Much of the threshold remains: no KX. */
  belowThreshold: using("1000.00"),
  /** $12.00 remain before the line, which takes the threshold over: KX is suggested. */
  crossingLine: using("2078.00"),
  /** KX and GA are both on the line. */
  blockedByGa: withLine({ modifiers: ["GP", "KX", "GA"] }),
  /** The threshold is reached, and the line has no GP, GO or GN. */
  withoutPlanOfCareModifier: withLine({ modifiers: [] }),
  /** KX is on a line below the threshold. */
  kxTooEarly: withLine({ modifiers: ["GP", "KX"] }, using("1000.00")),
  /** A plan that does not follow the threshold. */
  medicareAdvantage: { ...over, coverage: { program: "medicare-advantage", followsKxThreshold: false } },
  /** Nobody has given any amounts used. */
  unknownUsage: { line: over.line, appointment: over.appointment, coverage: over.coverage, preferences: { autoApplyKx: true } },
  /** A person left KX off, and said why. */
  declined: withLine({ kxDeclined: "Medicare is not primary", kxDeclinedBecause: "not-primary" }),
} satisfies { readonly [name: string]: DecisionRequest };
