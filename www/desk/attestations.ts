// The record of attestations of a visit: asking, answering, and what stands.
import type { AttestationScope, Decision } from "kx-modifier";
import type { AttestationCover } from "../widgets/shared/events.js";
import type { Attestation } from "../widgets/shared/model.js";
import type { Chart } from "./chart.js";
import { countingOf } from "./evidence.js";
import type { AttestationFunctions, Functions } from "./functions.js";
import type { Visit } from "./visit.js";

const DISCIPLINES = { PT: "PT", PTA: "PT", OT: "OT", OTA: "OT", SLP: "SLP" } as const;
/** An assistant writes no attestation: a therapist does. */
export const isAssistant = ({ provider }: Chart): boolean => provider.discipline === "PTA" || provider.discipline === "OTA";

const patientAndYear = (chart: Chart): AttestationScope => ({
  patient: chart.id,
  discipline: DISCIPLINES[chart.provider.discipline],
  year: Number(chart.date.slice(0, 4)),
});

/** The plan of care that an answer may cover: none where its certification ended before the visit. */
export function planOf(chart: Chart, { documentation }: Visit): Pick<AttestationScope, "planOfCare" | "until"> | null {
  const until = documentation.certifiedThrough;
  if (until !== undefined && until < chart.date) return null;
  return { planOfCare: planName(chart), ...(until === undefined ? {} : { until }) };
}

const planName = (chart: Chart): string => chart.planOfCare || `${chart.id} ${patientAndYear(chart).discipline}`;

function scopeOf(chart: Chart, visit: Visit, covers: AttestationCover, line: string): AttestationScope {
  const scope = patientAndYear(chart);
  if (covers === "line") return { ...scope, line, visit: chart.date };
  if (covers === "visit") return { ...scope, visit: chart.date };
  // Of a plan that has ended no answer covers more than the visit.
  return { ...scope, ...(planOf(chart, visit) ?? { visit: chart.date }) };
}

export interface Given {
  covers: AttestationCover;
  by: string;
  answer: "add-kx" | "leave-kx-off";
  reason?: string;
}

/** The visit with a question and its answer at the end of its record. What the core refuses is thrown. */
export function answered(
  kx: AttestationFunctions,
  chart: Chart,
  visit: Visit,
  line: string,
  decision: Decision,
  given: Given,
  at: string,
  user: string,
): Visit {
  const { covers, by, answer, reason } = given;
  const asked = kx.askAttestation({ record: visit.attestations, at, scope: scopeOf(chart, visit, covers, line), decision });
  const record = [...visit.attestations, asked];
  const event = kx.answerAttestation({
    record,
    at,
    asked: asked.hash,
    by,
    role: "therapist",
    answer,
    ...(by === user ? {} : { enteredBy: user }),
    ...(reason ? { reason } : {}),
  });
  return { ...visit, attestations: [...record, event], head: event.hash };
}

/** What the chip of a line is told. An answer for the line goes before one for the plan of care only where it is newer. */
export function attestationOf(kx: Functions & AttestationFunctions, chart: Chart, visit: Visit, line: string, asks: boolean): Attestation {
  const scope = { ...patientAndYear(chart), line, planOfCare: planName(chart) };
  const plan = planOf(chart, visit);
  return {
    standing: kx.standingAttestation({ record: countingOf(kx, visit), scope, on: chart.date }),
    asks,
    by: isAssistant(chart) ? "" : chart.provider.name,
    plan: plan && { discipline: scope.discipline, until: plan.until ?? null },
  };
}
