// The entries for FHIR and CDS Hooks as a user types them. Lines with @ts-expect-error must not compile.
import type { Claim, CoverageEligibilityResponse, ExplanationOfBenefit } from "@medplum/fhirtypes";
import { toCdsAnswer, type CdsAnswer } from "../../dist/interop/cds-hooks.js";
import { amountsFromEligibility, applyToClaim, entriesFromExplanationOfBenefit, lineFromClaim } from "../../dist/interop/fhir.js";
import { decide, otherUsedFromEligibility, type Decision, type EligibilityAmount, type ServiceLine, type UsageEntry } from "../../dist/index.js";

export function answer(claim: Claim, eligibility: CoverageEligibilityResponse, eobs: ExplanationOfBenefit[]): CdsAnswer {
  const { amounts, asOf, unread } = amountsFromEligibility(eligibility);
  const read: EligibilityAmount[] = amounts;
  const entries: UsageEntry[] = eobs.flatMap((eob) => entriesFromExplanationOfBenefit(eob).entries);
  const line: ServiceLine = lineFromClaim(claim, 1);
  const date = "2026-03-10";
  const { otherUsed } = otherUsedFromEligibility({ date, asOf: asOf ?? date, amounts: read, entries });
  const decision: Decision = decide({ line, appointment: { date }, coverage: { program: "medicare-part-b" }, usage: { entries, otherUsed } });
  const stored: Claim = applyToClaim(claim, 1, decision);
  const reasons: string[] = unread.map(({ path, reason }) => `${path}: ${reason}`);

  // @ts-expect-error another resource
  lineFromClaim(eligibility, 1);
  // @ts-expect-error a sequence is a number
  lineFromClaim(claim, "1");
  // @ts-expect-error the uuid is needed
  toCdsAnswer({ claim, sequence: 1, decision });

  return toCdsAnswer({ claim: stored, sequence: 1, decision, uuid: () => reasons.join() });
}
