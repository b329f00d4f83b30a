// What a practice knows before anything is typed: the appointment at hand, and what it offers.
import type {
  AttestationEvent,
  AuditLine,
  CivilDate,
  Coverage,
  Money,
  PerServiceType,
  Policy,
  RenderingProvider,
  ReviewPacketRequest,
  RulePack,
  ServiceType,
  UsageEntry,
} from "kx-modifier";
import type { SampleFile } from "../widgets/import/model.js";
import type { Template } from "../widgets/shared/model.js";
import type { AppointmentType } from "../widgets/traits/model.js";

/** A reviewer's letter with what a practice has on file for it. Without `attestations` those of the visit count. */
export type ReviewOnFile = Pick<ReviewPacketRequest, "review" | "lines" | "documents" | "checklist"> &
  Partial<Pick<ReviewPacketRequest, "attestations" | "checklists" | "signatures" | "abbreviations" | "notApplicable">>;

/** A patient's appointment. */
export interface Chart {
  id: string;
  /** The patient, as screens name them. */
  patient: string;
  /** What the payer knows them by; null where it is not known, and then no file is theirs by itself. */
  memberId: string | null;
  coverage: Coverage & { name: string };
  date: CivilDate;
  /** The practice's number for the claim of this visit; without one the claim goes by the chart's id. */
  claim?: string;
  /** When the visit begins, as on a clock of 24 hours: "09:30". */
  time?: string;
  /** `planOfCare`: the modifiers that the practice enters on the provider's new lines, such as GP. */
  provider: { name: string; discipline: NonNullable<RenderingProvider["discipline"]>; planOfCare?: readonly string[] };
  /** The practice's name for the plan of care, which an attestation may cover as a whole; without one there is one for each discipline. */
  planOfCare?: string;
  appointmentType: string;
  /** Lines that were billed, for the account. */
  billed: readonly AuditLine[];
  /** Claims among `billed` that have not gone out: by their ids, each with the day since which it waits. Their lines are pending in `entries`. */
  unsent?: readonly { claim: string; since: CivilDate; type?: "professional" | "institutional" }[];
  /** The same lines as what has used the thresholds; or … */
  entries?: readonly UsageEntry[];
  /** … totals that the practice has summed up itself. Of `unsent` claims a total says nothing: give `entries` where there are some. */
  used?: PerServiceType<Money>;
  otherUsed: PerServiceType<Money>;
  /** The day of all that. */
  asOf: CivilDate;
  /** What the practice expects to be allowed for this visit, before its lines are known; without it as much as for the next booked one. */
  expected?: PerServiceType<Money>;
  /** Visits that are booked after this one, and what the practice expects to be allowed for each. */
  booked: readonly { date: CivilDate; time?: string; allowed: Money; serviceType: ServiceType }[];
  /** The clinic where the patient is treated, as the practice names it: what is at stake is added up by it. */
  clinic?: string;
  /** The plan of care's duration in days from the first treatment. */
  planDays?: number;
  /** How the patient's claims are submitted: a denied line is corrected by it. */
  claimType?: "professional" | "institutional";
  /** The record of attestations so far, the oldest first: what is answered at the desk follows it. */
  attestations?: readonly AttestationEvent[];
  /** Reviewers' letters, each with what is on file for it. */
  reviews?: readonly ReviewOnFile[];
  /** What the practice expects for a new line, by code; for other codes its fees tell. */
  expectedAllowed?: { readonly [code: string]: Money };
}

export type Fees = { [code: string]: { full: Money; reduced: Money } };

export interface Practice {
  charts: readonly Chart[];
  /** Further patients, for the worklist. */
  others?: readonly Chart[];
  fees: Fees;
  /** Today, by the practice's clock: snoozed items of the worklist come back on their day. */
  today?: CivilDate;
  /** Who works at the desk: in the history, without it, the open chart's provider. */
  user?: string;
  /** Offered as the one who releases a claim; without it the `user`. Without both nobody is offered: a release is somebody's word. */
  releasedBy?: string;
  /** The clinic, as feedback names it. */
  location?: string;
  /** Whom items of the worklist can be assigned to. */
  assignees?: readonly string[];
  /** What is charged for a line, where the practice says it: no more is expected to be allowed. */
  chargeOf?: (line: { code: string; units: number }) => Money | undefined;
  /** Where the fees are from, in words. */
  feesSource: string;
  /** The practice's policy: its own code list (`codeList`, `addCodes`, `removeCodes`), crossing lines, amounts of its plans. */
  policy?: Policy;
  /** Rule packs of the practice. A desk that is given some, or to which a person adds some, puts them in force (`useRules`). */
  packs?: readonly RulePack[];
  /** Where a person adds a rule pack: a line whose year has no threshold amount links there. */
  addRules?: { href: string; words: string };
  /** The practice's billing NPIs: they tell its own lines from other providers' in CMS's claims feeds. */
  ours?: readonly string[];
  /** What the flowsheet offers, each with the codes it is usually billed under. `label`: what it is called in the reader's language, where
   *  that is another name than the one that is kept. */
  interventions: readonly { name: string; label?: string; codes: readonly string[] }[];
  /** As a practice begins with them; what is changed is kept. */
  templates: readonly Template[];
  appointmentTypes: readonly AppointmentType[];
  /** Files that can be tried out for a chart, and a way to read them. */
  sampleFiles?: (chart: Chart) => readonly SampleFile[];
  /** A list of peers that can be tried out. */
  samplePeers?: string;
  /** The text of a sample file. */
  readSample?: (name: string) => Promise<string>;
}
