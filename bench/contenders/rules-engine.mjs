// json-rules-engine: the conditions are data. It says which of them hold; the sentences are made of that.
import { Engine, Rule } from "json-rules-engine";
import { CODES_OT, CODES_PT_SLP } from "../cases/tables.mjs";
import { build } from "./answer.mjs";
import { factsOf, texts } from "./facts.mjs";

export function create() {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addRule(
    new Rule({
      name: "kx",
      event: { type: "applyKx" },
      conditions: {
        all: [
          { fact: "benefits", operator: "equal", value: true },
          { fact: "autoApplyKx", operator: "equal", value: true },
          { fact: "bucket", operator: "in", value: [0, 1] },
          { fact: "cpt", operator: "in", value: { fact: "codes" } },
          { fact: "threshold", operator: "greaterThan", value: 0 },
          { fact: "remaining", operator: "lessThanInclusive", value: 0 },
          { fact: "modifiers", operator: "doesNotContain", value: "KX" },
        ],
      },
    }),
  );
  return async function decide(c) {
    const { year, named, threshold, bucket, left, supplied } = factsOf(c);
    const { results, failureResults } = await engine.run({
      benefits: c.coverage.payer === "medicare" && c.coverage.outpatientTherapy,
      autoApplyKx: c.preference.autoApplyKx,
      bucket,
      cpt: c.line.cpt,
      codes: bucket < 0 ? [] : bucket === 1 ? CODES_OT : CODES_PT_SLP,
      threshold: threshold ?? 0,
      remaining: bucket < 0 || left[bucket] === null ? Number.NaN : left[bucket],
      modifiers: c.line.modifiers,
    });
    const conditions = (results[0] ?? failureResults[0]).conditions.all;
    let bits = 0;
    for (let i = 0; i < 7; i++) if (conditions[i].result) bits |= 1 << i;
    return build(c, bits, bucket, year, named, texts(left), supplied);
  };
}
