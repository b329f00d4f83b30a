// GoRules ZEN, a native add-on: it can add up, so one expression node does the whole rule with the ledger.
import { ZenEngine } from "@gorules/zen-engine";
import { CODES_OT, CODES_PT_SLP, THRESHOLD } from "../cases/tables.mjs";
import { build } from "./answer.mjs";
import { dollars } from "./plain.mjs";

const list = (items) => `[${items.map((item) => `'${item}'`).join(",")}]`;
const PT_SLP = list(["PT", "PTA", "SLP"]),
  OT = list(["OT", "OTA"]);
const sum = (disciplines) => `sum(map(filter(ledger, #.discipline in ${disciplines} and startsWith(#.date, $.year)), number(#.allowed)))`;
const left = (name, usedName) =>
  `precomputed.${name} != null ? number(precomputed.${name}) : $.threshold == null ? null : $.threshold - $.${usedName} - number(otherUsed.${name})`;
const EXPRESSIONS = [
  ["year", "date[0:3]"],
  [
    "threshold",
    `${Object.entries(THRESHOLD)
      .map(([year, amount]) => `$.year == '${year}' ? ${amount} : `)
      .join("")}null`,
  ],
  ["bucket", `discipline in ${PT_SLP} ? 0 : discipline in ${OT} ? 1 : -1`],
  ["usedPtSlp", sum(PT_SLP)],
  ["usedOt", sum(OT)],
  ["leftPtSlp", left("ptSlp", "usedPtSlp")],
  ["leftOt", left("ot", "usedOt")],
  ["b0", "coverage.payer == 'medicare' and coverage.outpatientTherapy"],
  ["b1", "preference.autoApplyKx"],
  ["b2", "$.bucket >= 0"],
  ["b3", `$.bucket == 0 ? line.cpt in ${list(CODES_PT_SLP)} : $.bucket == 1 ? line.cpt in ${list(CODES_OT)} : false`],
  ["b4", "$.threshold != null"],
  ["b5", "$.bucket == 0 ? ($.leftPtSlp != null and $.leftPtSlp <= 0) : $.bucket == 1 ? ($.leftOt != null and $.leftOt <= 0) : false"],
  ["b6", "not ('KX' in line.modifiers)"],
];
const position = { x: 0, y: 0 };
const GRAPH = {
  nodes: [
    { id: "in", name: "in", type: "inputNode", position },
    {
      id: "kx",
      name: "kx",
      type: "expressionNode",
      position,
      content: { expressions: EXPRESSIONS.map(([key, value], index) => ({ id: String(index), key, value })) },
    },
    { id: "out", name: "out", type: "outputNode", position },
  ],
  edges: [
    { id: "1", sourceId: "in", targetId: "kx", type: "edge" },
    { id: "2", sourceId: "kx", targetId: "out", type: "edge" },
  ],
};

export function create() {
  const decision = new ZenEngine().createDecision(GRAPH);
  // Amounts come back as floats.
  const text = (amount) => (amount === null || amount === undefined ? null : dollars(Math.round(amount * 100)));
  return async function decide(c) {
    const { result } = await decision.evaluate(c);
    let bits = 0;
    for (let i = 0; i < 7; i++) if (result[`b${i}`]) bits |= 1 << i;
    const supplied = result.bucket >= 0 && (result.bucket === 0 ? c.precomputed.ptSlp : c.precomputed.ot) !== null;
    return build(c, bits, result.bucket, result.year, THRESHOLD[result.year], [text(result.leftPtSlp), text(result.leftOt)], supplied);
  };
}
