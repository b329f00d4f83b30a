/** CDS Hooks 2.0 out of a decision: mapping only, and nothing is loaded. */
import type { Claim } from "@medplum/fhirtypes";
import type { answerAttestation, Decision } from "../index.js";

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
 *  in the claim's note. For "keep" a warning card where a notice is an error, else nothing. `uuid` is called for each card and suggestion.
 *  @example
 *  import type { Claim } from "@medplum/fhirtypes";
 *  import { fixtures } from "kx-modifier/testing";
 *  const claim: Claim = {
 *    resourceType: "Claim", id: "draft-1", status: "draft", use: "claim", created: "2026-07-01", type: { coding: [{ code: "professional" }] },
 *    priority: { coding: [{ code: "normal" }] }, patient: { reference: "Patient/1" }, provider: { reference: "Practitioner/1" },
 *    insurance: [{ sequence: 1, focal: true, coverage: { reference: "Coverage/1" } }],
 *    item: [{ sequence: 1, productOrService: { coding: [{ system: "http://www.ama-assn.org/go/cpt", code: "97110" }] } }],
 *  };
 *  const { cards } = toCdsAnswer({ claim, sequence: 1, decision: fixtures.autoApplyOff.decision, uuid: () => crypto.randomUUID() });
 *  cards[0]?.indicator; // "warning"
 *  cards[0]?.suggestions?.map(({ label }) => label); // ["Add KX", "Leave KX off"] */
export function toCdsAnswer(request: { claim: Claim; sequence: number; decision: Decision; uuid: () => string }): CdsAnswer;

/** The feedback that a CDS Hooks 2.0 client posts about cards of `toCdsAnswer`, as what `answerAttestation` takes beside the record, the earliest
 *  first. `cards`: each card as it was answered, with the hash of what was asked with it (`askAttestation`). Feedback says not who the user is:
 *  `by` and `role` do, as the client's own sign-in told. accepted: the suggestion that changes the claim is "add-kx", the other one
 *  "leave-kx-off"; overridden: "leave-kx-off" with the override reason and the comment. What cannot be told is named in `unread`: also feedback whose
 *  time is not a date and time with an offset. A card without a `uuid` is "wrong-type" (`cards[0].card.uuid`).
 *  @example
 *  import type { Claim } from "@medplum/fhirtypes";
 *  import { fixtures } from "kx-modifier/testing";
 *  const claim: Claim = {
 *    resourceType: "Claim", id: "draft-1", status: "draft", use: "claim", created: "2026-07-01", type: { coding: [{ code: "professional" }] },
 *    priority: { coding: [{ code: "normal" }] }, patient: { reference: "Patient/1" }, provider: { reference: "Practitioner/1" },
 *    insurance: [{ sequence: 1, focal: true, coverage: { reference: "Coverage/1" } }],
 *    item: [{ sequence: 1, productOrService: { coding: [{ system: "http://www.ama-assn.org/go/cpt", code: "97110" }] } }],
 *  };
 *  const scope: AttestationScope = { patient: "p-1", discipline: "PT", year: 2026 };
 *  const asked = askAttestation({ record: [], at: "2026-07-01T15:04:05-04:00", scope, decision: fixtures.autoApplyOff.decision });
 *  const { cards } = toCdsAnswer({ claim, sequence: 1, decision: fixtures.autoApplyOff.decision, uuid: () => crypto.randomUUID() });
 *  const card = cards[0]!;
 *  const { answers } = readFeedback({
 *    feedback: {
 *      feedback: [
 *        {
 *          card: card["uuid"],
 *          outcome: "accepted",
 *          acceptedSuggestions: [{ id: card.suggestions?.[0]?.uuid }],
 *          outcomeTimestamp: "2026-07-01T15:05:00-04:00",
 *        },
 *      ],
 *    },
 *    cards: [{ card, asked: asked.hash }],
 *    by: "Kim Lee, PT",
 *    role: "therapist",
 *  });
 *  answers.map(({ answer, by }) => [answer, by]); // [["add-kx", "Kim Lee, PT"]] */
export function readFeedback(request: {
  feedback: object;
  cards: { card: CdsCard; asked: string }[];
  by: string;
  role: "therapist" | "physician" | "npp";
  enteredBy?: string;
}): {
  answers: Omit<Parameters<typeof answerAttestation>[0], "record">[];
  unread: { path: string; reason: string }[];
};
