// What an application writes, with the declarations of every kind of entry: rules, widgets, desk, FHIR. Compiled and run.
import init, { decide, type Decision, type DecisionRequest } from "kx-modifier";
import { Desk, type Chart } from "kx-modifier/desk";
import { toCdsAnswer } from "kx-modifier/cds-hooks";
import { KxChip } from "kx-modifier/widgets/chip";
import * as visit from "kx-modifier/visit";

const request: DecisionRequest = {
  line: { code: "97110", modifiers: ["GP"] },
  appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
  coverage: { program: "medicare-part-b" },
  preferences: { autoApplyKx: true },
  usage: { used: { "PT/SLP": "2480.00" } },
};
export type Used = Chart;
export const used = [Desk, KxChip, toCdsAnswer, visit.decide];

await init();
const decision: Decision = decide(request);
console.log(decision.modifiers.join(" "), (globalThis as unknown as { compiledModules: number }).compiledModules);
