// Cedar, compiled to WebAssembly. An answer names the policies that spoke, so each condition is one that forbids where it is not met.
import { createRequire } from "node:module";
import { CODES_OT, CODES_PT_SLP } from "../cases/tables.mjs";
import { ALL, build } from "./answer.mjs";
import { factsOf, texts } from "./facts.mjs";

const set = (list) => `[${list.map((item) => `"${item}"`).join(",")}]`;
const PT_SLP = set(["PT", "PTA", "SLP"]),
  OT = set(["OT", "OTA"]);
const POLICIES = {
  allow: "permit(principal, action, resource);",
  b0: 'forbid(principal, action, resource) unless { context.payer == "medicare" && context.outpatientTherapy };',
  b1: "forbid(principal, action, resource) unless { context.autoApplyKx };",
  b2: 'forbid(principal, action, resource) unless { ["PT","PTA","SLP","OT","OTA"].contains(context.discipline) };',
  b3: `forbid(principal, action, resource) unless { (${PT_SLP}.contains(context.discipline) && ${set(CODES_PT_SLP)}.contains(context.cpt)) || (${OT}.contains(context.discipline) && ${set(CODES_OT)}.contains(context.cpt)) };`,
  b4: "forbid(principal, action, resource) unless { context.threshold > 0 };",
  b5: "forbid(principal, action, resource) unless { context has remaining && context.remaining <= 0 };",
  b6: 'forbid(principal, action, resource) when { context.modifiers.contains("KX") };',
};

export function create() {
  const cedar = createRequire(import.meta.url)("@cedar-policy/cedar-wasm/nodejs");
  // Read once and kept inside the module, as its makers advise.
  const read = cedar.preparsePolicySet("kx", { staticPolicies: POLICIES });
  if (read.type !== "success") throw new Error(JSON.stringify(read));
  const principal = { type: "Provider", id: "x" },
    action = { type: "Action", id: "applyKx" },
    resource = { type: "Line", id: "l" };
  return function decide(c) {
    const { year, named, threshold, bucket, left, supplied } = factsOf(c);
    const context = {
      payer: c.coverage.payer,
      outpatientTherapy: c.coverage.outpatientTherapy,
      autoApplyKx: c.preference.autoApplyKx,
      discipline: c.discipline,
      cpt: c.line.cpt,
      threshold: threshold ?? 0,
      modifiers: c.line.modifiers,
    };
    if (bucket >= 0 && left[bucket] !== null) context.remaining = left[bucket];
    const answer = cedar.statefulIsAuthorized({ principal, action, resource, context, preparsedPolicySetId: "kx", entities: [] });
    if (answer.type !== "success") throw new Error(JSON.stringify(answer));
    let bits = ALL;
    for (const policy of answer.response.diagnostics.reason) if (policy[0] === "b") bits &= ~(1 << +policy[1]);
    return build(c, bits, bucket, year, named, texts(left), supplied);
  };
}
