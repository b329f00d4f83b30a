// Claims of the made-up practice that came back: denied for the threshold, with KX on the line or without, or for another reason.
import type { AuditLine, ServiceType, UsageEntry } from "kx-modifier";

type Discipline = "PT" | "OT" | "SLP";

const PLAN = { PT: "GP", OT: "GO", SLP: "GN" } as const;
const CODES = { PT: "97140", OT: "97535", SLP: "92526" } as const;
const ALLOWED = "44.10";
/** The modifiers beside the plan of care, and why it was denied. */
const KINDS: readonly (readonly [more: readonly string[], reason: string])[] = [
  [[], "CO-119"],
  [[], "PR-119"],
  [["KX"], "CO-119"],
  [["GA"], "PR-119"],
  [["KX"], "CO-50"],
];

export interface Denied {
  lines: AuditLine[];
  entries: UsageEntry[];
}

/** Of those over the threshold every fifth has a denied line. */
export function deniedOf(place: number, discipline: Discipline, isOver: boolean): Denied | null {
  if (!isOver || place % 5 !== 4) return null;
  const number = Math.floor(place / 5);
  const [more, reason] = KINDS[number % KINDS.length] ?? [[], "CO-119"];
  const serviceType: ServiceType = discipline === "OT" ? "OT" : "PT/SLP";
  const day = String(3 + (number % 20)).padStart(2, "0");
  const of = {
    id: "denied.1",
    claim: `S${38_000 + place}`,
    date: `2026-08-${day}`,
    posted: `2026-08-${String(Number(day) + 8).padStart(2, "0")}`,
    code: CODES[discipline],
    modifiers: [PLAN[discipline], ...more],
  };
  // As it was billed, and as it came back.
  return { lines: [{ ...of, allowed: ALLOWED }], entries: [{ ...of, serviceType, allowed: "0.00", denied: true, reasons: [reason] }] };
}
