/**
 * FHIR R4 in and out: mapping only, no rule and no arithmetic, and nothing is loaded. Types of resources come from @medplum/fhirtypes.
 * A resource that is none, or of another type, throws a `KxError` ("wrong-type"); what is odd inside one is left and named in `unread`,
 * with its path in the resource and why.
 */
import type { Claim, CoverageEligibilityResponse, ExplanationOfBenefit, Provenance, ProvenanceAgent } from "@medplum/fhirtypes";
import type { AttestationEvent, CivilDate, Decision, EligibilityAmount, ReadPatient, ServiceLine, UsageEntry } from "../index.js";

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
 *  The amounts hold our own claims too: pass them through otherUsedFromEligibility.
 *  @example
 *  const money = (value: number) => ({ value, currency: "USD" as const });
 *  const { amounts, asOf } = amountsFromEligibility({
 *    resourceType: "CoverageEligibilityResponse",
 *    status: "active",
 *    purpose: ["benefits"],
 *    patient: { reference: "Patient/1" },
 *    created: "2026-06-30",
 *    request: { reference: "CoverageEligibilityRequest/1" },
 *    outcome: "complete",
 *    insurer: { reference: "Organization/1" },
 *    insurance: [
 *      {
 *        coverage: { reference: "Coverage/1" },
 *        inforce: true,
 *        benefitPeriod: { start: "2026-01-01", end: "2026-12-31" },
 *        item: [
 *          {
 *            category: { coding: [{ system: "https://x12.org/codes/service-type-codes", code: "AD" }] },
 *            benefit: [{ type: { text: "Therapy" }, allowedMoney: money(2480), usedMoney: money(640) }],
 *          },
 *        ],
 *      },
 *    ],
 *  });
 *  amounts.map(({ serviceType, kind, amount }) => [serviceType, kind, amount]); // [["OT", "used", "640.00"]]
 *  asOf; // "2026-06-30" */
export function amountsFromEligibility(response: CoverageEligibilityResponse): { amounts: EligibilityAmount[]; asOf: CivilDate | null; unread: Unread[] };

/** Therapy items with their "eligible" adjudication; service type from the one plan of care (GP, GO or GN). Cancelled EOBs give entries with status
 *  "void", so do those entered in error: an earlier reading counts no more. Queued or partial: "pending". Drafts, failed ones and
 *  preauthorizations are unread. `id` is the same when the same EOB is read again; `posted` is the day of `created`.
 *  @example
 *  const { entries } = entriesFromExplanationOfBenefit({
 *    resourceType: "ExplanationOfBenefit",
 *    id: "eob-1",
 *    status: "active",
 *    type: { coding: [{ code: "professional" }] },
 *    use: "claim",
 *    patient: { reference: "Patient/1" },
 *    created: "2026-03-16",
 *    insurer: { reference: "Organization/1" },
 *    provider: { reference: "Practitioner/1" },
 *    outcome: "complete",
 *    insurance: [{ focal: true, coverage: { reference: "Coverage/1" } }],
 *    item: [
 *      {
 *        sequence: 1,
 *        servicedDate: "2026-03-10",
 *        productOrService: { coding: [{ system: "http://www.ama-assn.org/go/cpt", code: "97110" }] },
 *        modifier: [{ coding: [{ code: "GP" }] }],
 *        adjudication: [{ category: { coding: [{ code: "eligible" }] }, amount: { value: 65, currency: "USD" } }],
 *      },
 *    ],
 *  });
 *  entries.map(({ serviceType, allowed, posted }) => [serviceType, allowed, posted]); // [["PT/SLP", "65.00", "2026-03-16"]] */
export function entriesFromExplanationOfBenefit(eob: ExplanationOfBenefit): { entries: UsageEntry[]; unread: Unread[] };

/** Therapy lines of a file from CMS's claims feeds (Blue Button, BCDA; FHIR R4): the text of a Bundle, of one resource, of a list, or of
 *  NDJSON. `ours`: the practice's billing NPIs, ten digits each. A line is ours where its claim's billing NPI is one of them; a claim without
 *  one is unread. `entry` is for usage.entries, or, elsewhere, for the `elsewhere` of `otherUsedFromEligibility`, which says whether it
 *  counts; our own lines are in our own books already. `patient` has the Medicare number only where the file has the Patient. `asOf`: the
 *  newest day on which the file says it was updated. Unread too: a claim of Medicare Advantage (Part C), a version that is not the
 *  claim's final action, a Bundle that is one page of several, resources of other kinds, and what `entriesFromExplanationOfBenefit` leaves.
 *  Text without a resource throws "wrong-type".
 *  @example
 *  import type { ExplanationOfBenefit } from "@medplum/fhirtypes";
 *  const eob: ExplanationOfBenefit = {
 *    resourceType: "ExplanationOfBenefit",
 *    id: "eob-1",
 *    contained: [
 *      {
 *        resourceType: "Organization",
 *        id: "clinic",
 *        name: "Other Clinic",
 *        identifier: [{ system: "http://hl7.org/fhir/sid/us-npi", value: "1548226988" }],
 *      },
 *    ],
 *    status: "active",
 *    type: { coding: [{ code: "professional" }] },
 *    use: "claim",
 *    patient: { reference: "Patient/1" },
 *    created: "2026-03-16",
 *    insurer: { reference: "Organization/1" },
 *    provider: { reference: "#clinic" },
 *    outcome: "complete",
 *    insurance: [{ focal: true, coverage: { reference: "Coverage/1" } }],
 *    item: [
 *      {
 *        sequence: 1,
 *        servicedDate: "2026-03-10",
 *        productOrService: { coding: [{ system: "http://www.ama-assn.org/go/cpt", code: "97110" }] },
 *        modifier: [{ coding: [{ code: "GP" }] }],
 *        adjudication: [{ category: { coding: [{ code: "eligible" }] }, amount: { value: 65, currency: "USD" } }],
 *      },
 *    ],
 *  };
 *  const { lines } = readExplanationsOfBenefit(JSON.stringify(eob), { ours: ["1234567893"] });
 *  lines.map(({ whose, provider, entry }) => [whose, provider.name, entry.allowed]); // [["elsewhere", "Other Clinic", "65.00"]] */
export function readExplanationsOfBenefit(
  text: string,
  options: { ours: string[] },
): {
  lines: { whose: "ours" | "elsewhere"; provider: { npi: string | null; name: string }; entry: UsageEntry & { patient: ReadPatient } }[];
  asOf: CivilDate | null;
  unread: Unread[];
};

/** The item with that sequence, with its number as `id`. Without `allowed`: `net` is a charge. Modifiers of other code systems than HCPCS
 *  and CPT are not the line's; one that cannot be told throws "modifier-invalid". No such item: "unknown-id".
 *  @example
 *  import type { Claim } from "@medplum/fhirtypes";
 *  const claim: Claim = {
 *    resourceType: "Claim", status: "draft", use: "claim", created: "2026-07-01", type: { coding: [{ code: "professional" }] },
 *    priority: { coding: [{ code: "normal" }] }, patient: { reference: "Patient/1" }, provider: { reference: "Practitioner/1" },
 *    insurance: [{ sequence: 1, focal: true, coverage: { reference: "Coverage/1" } }],
 *    item: [
 *      {
 *        sequence: 1,
 *        productOrService: { coding: [{ system: "http://www.ama-assn.org/go/cpt", code: "97110" }] },
 *        modifier: [{ coding: [{ code: "GP" }] }],
 *      },
 *    ],
 *  };
 *  lineFromClaim(claim, 1); // { "id": "1", "code": "97110", "modifiers": ["GP"] } */
export function lineFromClaim(claim: Claim, sequence: number): ServiceLine;

/** A copy of the claim whose item carries the decision's modifiers (Claim.item.modifier, CMS HCPCS system); nothing else changes. What
 *  was there and stays is kept with its text and extensions.
 *  @example
 *  import type { Claim } from "@medplum/fhirtypes";
 *  import { fixtures } from "kx-modifier/testing";
 *  const claim: Claim = {
 *    resourceType: "Claim", status: "draft", use: "claim", created: "2026-07-01", type: { coding: [{ code: "professional" }] },
 *    priority: { coding: [{ code: "normal" }] }, patient: { reference: "Patient/1" }, provider: { reference: "Practitioner/1" },
 *    insurance: [{ sequence: 1, focal: true, coverage: { reference: "Coverage/1" } }],
 *    item: [{ sequence: 1, productOrService: { coding: [{ system: "http://www.ama-assn.org/go/cpt", code: "97110" }] } }],
 *  };
 *  applyToClaim(claim, 1, fixtures.overThreshold.decision).item?.[0]?.modifier?.map(({ coding }) => coding?.[0]?.code); // ["GP", "KX"] */
export function applyToClaim(claim: Claim, sequence: number, decision: Decision): Claim;

/** An event of the record of attestations as a Provenance. `id` is its hash, which has the length of an id; an answer names what was asked
 *  (`entity`). `target`: what it is about, such as the Claim; without it the patient by the record's own name. `who` and `enteredBy`: the
 *  clinician and who typed the answer, as references; without them by their names. What asked is kx-modifier, a Device.
 *  null and empty texts are absent; what is no event throws at its place ("wrong-type", "date-invalid" at `event.at`).
 *  @example
 *  import { fixtures } from "kx-modifier/testing";
 *  const scope: AttestationScope = { patient: "p-1", discipline: "PT", year: 2026 };
 *  const asked = askAttestation({ record: [], at: "2026-07-01T15:04:05-04:00", scope, decision: fixtures.autoApplyOff.decision });
 *  const provenance = toProvenance(asked, { target: [{ reference: "Claim/draft-1" }] });
 *  provenance.id === asked.hash; // true
 *  provenance.recorded; // "2026-07-01T15:04:05-04:00" */
export function toProvenance(
  event: AttestationEvent,
  options?: { target?: Provenance["target"]; who?: ProvenanceAgent["who"]; enteredBy?: ProvenanceAgent["who"] },
): Provenance;
