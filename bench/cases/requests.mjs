// A case as the package is asked: the same facts in the words of its contract.
import { BUCKET } from "./tables.mjs";

export function requestOf(one) {
  const { ptSlp, ot } = one.precomputed;
  return {
    line: { code: one.line.cpt, modifiers: one.line.modifiers, allowed: one.line.allowed },
    appointment: { date: one.date, renderingProvider: { discipline: BUCKET[one.discipline] ? one.discipline : null } },
    coverage: { program: one.coverage.payer === "medicare" ? "medicare-part-b" : "other", partAStay: !one.coverage.outpatientTherapy },
    preferences: { autoApplyKx: one.preference.autoApplyKx },
    usage: {
      entries: one.ledger.filter((row) => BUCKET[row.discipline]).map((row) => ({ date: row.date, serviceType: BUCKET[row.discipline], allowed: row.allowed })),
      otherUsed: { "PT/SLP": one.otherUsed.ptSlp, OT: one.otherUsed.ot },
      ...(ptSlp !== null || ot !== null
        ? { precomputedRemaining: { ...(ptSlp !== null ? { "PT/SLP": ptSlp } : {}), ...(ot !== null ? { OT: ot } : {}) } }
        : {}),
    },
  };
}

export const contextOf = ({ line, ...context }) => context;

const encoder = new TextEncoder();

/** One value a line, as bytes. */
export const linesOf = (values) => encoder.encode(values.map((value) => `${JSON.stringify(value)}\n`).join(""));
