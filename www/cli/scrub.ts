// scrub-837: claims before they are sent, each patient's by themselves. What is said of a line is the package's.
import { identifyX12, readClaim837, scrubClaims, type Policy } from "kx-modifier";
import { usedBefore, type KnownUsage } from "./usage.js";

type ReadClaim = ReturnType<typeof readClaim837>["claims"][number];
type Answer = ReturnType<typeof scrubClaims>;
export type Fees = NonNullable<Parameters<typeof scrubClaims>[0]["fees"]>;

export interface ScrubbedClaim extends Omit<ReadClaim, "lines"> {
  patient: { name: string; memberId: string | null } | null;
  /** About the patient's claims as a whole. */
  notices: Answer["notices"];
  lines: (ReadClaim["lines"][number] & Omit<Answer["lines"][number], "claim">)[];
}
export interface Scrubbed {
  claims: ScrubbedClaim[];
  skipped: { segment: string; reason: string }[];
}
export interface ScrubOptions {
  usage: KnownUsage;
  fees?: Fees;
  policy?: Policy;
}

/** Scrubs the claims of one file. */
export function scrub(text: string, { usage, fees, policy }: ScrubOptions): Scrubbed {
  const { claims, skipped } = readClaim837(text);
  const patients = identifyX12(text).patients;
  const scrubbed = new Map<ReadClaim, ScrubbedClaim>();
  for (const { name, memberId, positions } of patients) {
    const own = positions.flatMap((position) => claims[position] ?? []);
    const dates = own.filter(({ medicare }) => medicare).flatMap(({ lines }) => lines.map(({ date }) => date));
    const otherUsed = usedBefore(usage, memberId, patients.length, dates, new Set(own.map(({ id }) => id)), policy);
    const answer = scrubClaims({ claims: own, ...(otherUsed && { otherUsed }), ...(fees && { fees }), ...(policy && { policy }) });
    // In the order of the claims.
    const answered = answer.lines.values();
    const judged = own.some(({ medicare }) => medicare);
    for (const claim of own) {
      const lines = claim.lines.map((line) => {
        const { claim: _, ...verdict } = answered.next().value as Answer["lines"][number];
        return { ...line, ...verdict };
      });
      scrubbed.set(claim, { ...claim, patient: { name, memberId }, notices: judged ? answer.notices : [], lines });
    }
  }
  return { claims: claims.flatMap((claim) => scrubbed.get(claim) ?? []), skipped };
}

export const isFinding = (answer: Scrubbed): boolean =>
  answer.claims.some((claim) => [...claim.notices, ...claim.lines.flatMap((line) => line.findings)].some((notice) => notice.severity !== "info"));
