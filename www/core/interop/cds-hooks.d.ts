/** CDS Hooks 2.0 out of a decision: mapping only, and nothing is loaded. */
import type { Claim } from "@medplum/fhirtypes";
import type { Decision } from "../index.js";

export interface CdsCard {
  summary: string;
  indicator: "info" | "warning";
  /** Empty or absent where there is nothing to choose. */
  suggestions?: { label: string; uuid: string; isRecommended: boolean; actions?: unknown[] }[];
  [field: string]: unknown;
}
export interface CdsAnswer {
  cards: CdsCard[];
  systemActions?: unknown[];
}

/** CDS Hooks 2.0 response for a draft claim line: an info card and an update systemAction where KX is applied, a warning card with
 *  suggestions "Add KX" / "Leave it off" and override reasons where it is suggested, nothing for "none". Summary under 140 characters; the
 *  whole tooltip, the conditions and the notices are the detail. No "Add KX" where no modifier place is left, or 99 says that KX may be
 *  in the claim's note. For "keep" a warning card where a notice is an error, else nothing. `uuid` is called for each card and suggestion. */
export function toCdsAnswer(request: { claim: Claim; sequence: number; decision: Decision; uuid: () => string }): CdsAnswer;
