// The claims of a file, patient by patient, each behind the year that the practice knows of them.
import { identifyX12, matchPatient, readClaim837, scrubClaims } from "kx-modifier";
import type { Scrub } from "../widgets/import/model.js";
import { billedOf } from "./account.js";
import { fees } from "./fees.js";
import { samples, type Sample } from "./samples.js";
import { given, usageOf } from "./usage.js";
import { newVisit, type Visit } from "./visit.js";

type Claims = ReturnType<typeof readClaim837>["claims"];
type Patients = ReturnType<typeof identifyX12>["patients"];

/** The open patient first. */
export function scrubsOf(patients: Patients, claims: Claims, open: Sample, visit: Visit): Scrub[] {
  const scrubbed = patients.map(({ name, memberId, positions }) => {
    const known = memberId === null ? undefined : samples.find((sample) => matchPatient({ patients: [{ name, memberId, positions }], memberId: sample.memberId }).whose === "theirs");
    const theirs = positions.flatMap((position) => claims[position] ?? []);
    const answer = scrubClaims({ claims: theirs, fees, ...(known ? yearOf(known, known.id === open.id ? visit : newVisit(known)) : {}) });
    return { ...answer, patient: known?.patient ?? name, memberId, open: known?.id === open.id };
  });
  return scrubbed.sort((one, other) => Number(other.open) - Number(one.open));
}

function yearOf(sample: Sample, visit: Visit) {
  const usage = usageOf(sample, visit);
  return { billed: billedOf(sample, visit), otherUsed: { [sample.date.slice(0, 4)]: given(usage.otherUsed ?? {}) } };
}
