// scrub-837: claims before they are sent, each patient's by themselves. What is said of a line is the package's.
import { readClaim837, scrubClaims, type Policy } from "kx-modifier";
import { usedBefore, type KnownUsage } from "./usage.js";

type ReadClaim = ReturnType<typeof readClaim837>["claims"][number];
type Answer = ReturnType<typeof scrubClaims>;
export type Fees = NonNullable<Parameters<typeof scrubClaims>[0]["fees"]>;

export interface ScrubbedClaim extends Omit<ReadClaim, "lines"> {
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
  const patients = new Map<string, ReadClaim[]>();
  for (const claim of claims) {
    const who = JSON.stringify(claim.patient);
    const theirs = patients.get(who);
    if (theirs) theirs.push(claim);
    else patients.set(who, [claim]);
  }
  const scrubbed = new Map<ReadClaim, ScrubbedClaim>();
  for (const own of patients.values()) {
    const memberId = own[0]?.patient.memberId ?? null;
    const dates = own.filter(({ medicare }) => medicare).flatMap(({ lines }) => lines.map(({ date }) => date));
    const otherUsed = usedBefore(usage, memberId, patients.size, dates, new Set(own.map(({ id }) => id)), policy);
    const answer = scrubClaims({ claims: own, ...(otherUsed && { otherUsed }), ...(fees && { fees }), ...(policy && { policy }) });
    // In the order of the claims.
    const answered = answer.lines.values();
    const judged = own.some(({ medicare }) => medicare);
    for (const claim of own) {
      const lines = claim.lines.map((line) => {
        const { claim: _, ...verdict } = answered.next().value as Answer["lines"][number];
        return { ...line, ...verdict };
      });
      scrubbed.set(claim, { ...claim, notices: judged ? answer.notices : [], lines });
    }
  }
  return { claims: claims.flatMap((claim) => scrubbed.get(claim) ?? []), skipped };
}

/** A service line that is no therapy is what claim files are full of; whatever else is left needs a person. */
const isService = ({ segment }: Scrubbed["skipped"][number]): boolean => /^SV[12]/.test(segment);

export const isFinding = (answer: Scrubbed): boolean =>
  !answer.skipped.every(isService) ||
  answer.claims.some((claim) => [...claim.notices, ...claim.lines.flatMap((line) => line.findings)].some((notice) => notice.severity !== "info"));
