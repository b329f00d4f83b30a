// The questions that the page puts to the core.
import { decide, decideAppointment, type AppointmentLine, type AppointmentRequest, type Condition, type Decision, type Money, type PerServiceType, type Thresholds } from "kx-modifier";
import type { Sample } from "./samples.js";
import type { Line, Visit } from "./visit.js";

export interface Answer {
  decisions: ReadonlyMap<string, Decision>;
  thresholds: Thresholds | null;
  unresolved: number;
  /** Whether Medicare's therapy benefits apply to this encounter at all, and the core's sentence about it. */
  benefits: Condition | undefined;
}

type Context = Omit<AppointmentRequest, "lines">;

const given = (amounts: PerServiceType<Money>): PerServiceType<Money> => Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== ""));

function contextOf(sample: Sample, visit: Visit, autoApplyKx: boolean): Context {
  const { name: _, ...coverage } = sample.coverage;
  return {
    appointment: { date: sample.date, renderingProvider: { discipline: sample.provider.discipline } },
    coverage,
    preferences: { autoApplyKx },
    usage: { used: sample.used, otherUsed: given(visit.otherUsed), asOf: sample.asOf },
  };
}

const asked = ({ id, section, code, modifiers, allowed, done, kxDeclined }: Line): AppointmentLine => ({
  id,
  section,
  code,
  modifiers,
  done,
  ...(allowed === "" ? {} : { allowed }),
  ...(kxDeclined === null ? {} : { kxDeclined }),
});

/** Both sections go through one call: a line's amount counts against the lines after it, whichever section they stand in. */
export function askAbout(sample: Sample, visit: Visit, autoApplyKx: boolean): Answer {
  const context = contextOf(sample, visit, autoApplyKx);
  const lines = visit.lines.filter(({ code }) => code !== "");
  const { decisions, thresholdsAfter, unresolved } = decideAppointment({ ...context, lines: lines.map(asked) });
  return {
    decisions: new Map(lines.flatMap(({ id }, index) => { const decision = decisions[index]; return decision ? [[id, decision]] : []; })),
    thresholds: thresholdsAfter,
    unresolved: unresolved.length,
    benefits: benefitsOf(context),
  };
}

/** An appointment without lines has no decision to read this from, so the core is asked about a line that is not kept. */
function benefitsOf(context: Context): Condition | undefined {
  return decide({ ...context, line: { code: "97110" } }).conditions.find(({ id }) => id === "medicare-benefits");
}
