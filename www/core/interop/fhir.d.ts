/**
 * FHIR R4 in and out: mapping only, no rule and no arithmetic, and nothing is loaded. Types of resources come from @medplum/fhirtypes.
 * A resource that is none, or of another type, throws a `KxError` ("wrong-type"); what is odd inside one is left and named in `unread`,
 * with its path in the resource and why.
 */
import type { Claim, CoverageEligibilityResponse, ExplanationOfBenefit } from "@medplum/fhirtypes";
import type { CivilDate, Decision, EligibilityAmount, ReadPatient, ServiceLine, UsageEntry } from "../index.js";

export interface Unread {
  /** "insurance[0].item[2].benefit[0]" */
  path: string;
  reason: string;
}

/** FHIR money is a JSON number: taken as text with two decimals where it has at most two and says that it is USD, else unread.
 *  Balance per bucket: insurance[].item[].benefit[] with allowedMoney and usedMoney, of benefitPeriod's year. The bucket is told by an
 *  X12 service type code (AD, AE, AF; system https://x12.org/codes/service-type-codes) in item.category, else the item is unread. Unread
 *  too: a period of several years or none, a deductible or copay, an excluded benefit, a coverage that is not in force, a response that is
 *  cancelled or failed. `asOf`: the day of `created`.
 *  The amounts hold our own claims too: pass them through otherUsedFromEligibility. */
export function amountsFromEligibility(response: CoverageEligibilityResponse): { amounts: EligibilityAmount[]; asOf: CivilDate | null; unread: Unread[] };

/** Therapy items with their "eligible" adjudication; service type from the one plan of care (GP, GO or GN). Cancelled EOBs give entries with status
 *  "void", so do those entered in error: an earlier reading counts no more. Queued or partial: "pending". Drafts, failed ones and
 *  preauthorizations are unread. `id` is the same when the same EOB is read again; `posted` is the day of `created`. */
export function entriesFromExplanationOfBenefit(eob: ExplanationOfBenefit): { entries: UsageEntry[]; unread: Unread[] };

/** Therapy lines of a file from CMS's claims feeds (Blue Button, BCDA; FHIR R4): the text of a Bundle, of one resource, of a list, or of
 *  NDJSON. `ours`: the practice's billing NPIs, ten digits each. A line is ours where its claim's billing NPI is one of them; a claim without
 *  one is unread. `entry` is for usage.entries, or, elsewhere, for the `elsewhere` of `otherUsedFromEligibility`, which says whether it
 *  counts; our own lines are in our own books already. `patient` has the Medicare number only where the file has the Patient. `asOf`: the
 *  newest day on which the file says it was updated. Unread too: a claim of Medicare Advantage (Part C), a version that is not the
 *  claim's final action, a Bundle that is one page of several, resources of other kinds, and what `entriesFromExplanationOfBenefit` leaves.
 *  Text without a resource throws "wrong-type". */
export function readExplanationsOfBenefit(
  text: string,
  options: { ours: string[] },
): {
  lines: { whose: "ours" | "elsewhere"; provider: { npi: string | null; name: string }; entry: UsageEntry & { patient: ReadPatient } }[];
  asOf: CivilDate | null;
  unread: Unread[];
};

/** The item with that sequence, with its number as `id`. Without `allowed`: `net` is a charge. Modifiers of other code systems than HCPCS
 *  and CPT are not the line's; one that cannot be told throws "modifier-invalid". No such item: "unknown-id". */
export function lineFromClaim(claim: Claim, sequence: number): ServiceLine;

/** A copy of the claim whose item carries the decision's modifiers (Claim.item.modifier, CMS HCPCS system); nothing else changes. What
 *  was there and stays is kept with its text and extensions. */
export function applyToClaim(claim: Claim, sequence: number, decision: Decision): Claim;
