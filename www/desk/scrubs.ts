// The claims of a file, patient by patient, each behind the year that the practice knows of them.
import type { identifyX12, Policy, readClaim837 } from "kx-modifier";
import type { Scrub } from "../widgets/import/model.js";
import { countedOf, otherUsedByYear } from "./account.js";
import type { Chart, Practice } from "./chart.js";
import type { FileFunctions, Functions } from "./functions.js";
import { newVisit, type Visit } from "./visit.js";

type Claims = ReturnType<typeof readClaim837>["claims"];
type Patients = ReturnType<typeof identifyX12>["patients"];

/** The open patient first. */
export function scrubsOf(
  kx: Functions & FileFunctions,
  patients: Patients,
  claims: Claims,
  { charts, fees }: Practice,
  open: Chart,
  visit: Visit,
  policy: Policy = {},
): Scrub[] {
  const scrubbed = patients.map(({ name, memberId, positions }) => {
    const known =
      memberId === null
        ? undefined
        : charts.find((chart) => kx.matchPatient({ patients: [{ name, memberId, positions }], memberId: chart.memberId }).whose === "theirs");
    const theirs = positions.flatMap((position) => claims[position] ?? []);
    const answer = kx.scrubClaims({ claims: theirs, fees, policy, ...(known ? yearOf(kx, known, known.id === open.id ? visit : newVisit(known)) : {}) });
    return { ...answer, patient: known?.patient ?? name, memberId, open: known?.id === open.id };
  });
  return scrubbed.sort((one, other) => Number(other.open) - Number(one.open));
}

function yearOf(kx: Functions, chart: Chart, visit: Visit) {
  return { billed: countedOf(kx, chart, visit), otherUsed: otherUsedByYear(kx, chart, visit) };
}
