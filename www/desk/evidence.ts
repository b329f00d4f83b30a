// Which events of a record count: a host may hand back what the core cannot read any more. It stays on record and covers nothing.
import type { AttestationEvent } from "kx-modifier";
import { attests, isRefusal, type Functions } from "./functions.js";
import type { Visit } from "./visit.js";

/** By the list, which is never changed but replaced. */
const read = new WeakMap<readonly AttestationEvent[], boolean>();

function isReadBy(kx: Functions, record: AttestationEvent[]): boolean {
  try {
    if (attests(kx)) kx.exportFeedback({ record });
    // A decision wants the record of one patient.
    kx.openAppointment({ appointment: { date: "2026-01-01" }, coverage: { program: "other" }, attestations: record }).close();
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return false;
  }
}

/** Whether the core reads all of a record. */
export function isLegible(kx: Functions, record: readonly AttestationEvent[]): boolean {
  if (record.length === 0) return true;
  const known = read.get(record) ?? isReadBy(kx, [...record]);
  read.set(record, known);
  return known;
}

/** The events by which the core decides: those of a record that it reads, none of another one. */
export const counting = (kx: Functions, record: readonly AttestationEvent[]): AttestationEvent[] => (isLegible(kx, record) ? [...record] : []);

/** The events that count for a visit: none about a line whose answer has ended since, by another code or by what was written over KX. */
export function countingOf(kx: Functions, { attestations, lines }: Pick<Visit, "attestations" | "lines">): AttestationEvent[] {
  const since = new Map(lines.flatMap(({ id, earlier = [] }) => earlier.slice(-1).map(({ events }) => [id, events] as const)));
  return counting(kx, attestations).filter(({ scope }, place) => place >= (since.get(scope.line ?? "") ?? 0));
}

/** The events of a record that the core reads one by one: what there is to show. */
export const legible = (kx: Functions, record: readonly AttestationEvent[]): AttestationEvent[] =>
  isLegible(kx, record) ? [...record] : record.filter((event) => isReadBy(kx, [event]));
