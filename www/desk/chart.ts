// What a practice knows before anything is typed: the appointment at hand, and what it offers.
import type { AuditLine, CivilDate, Coverage, Money, PerServiceType, Policy, RenderingProvider, RulePack, ServiceType, UsageEntry } from "kx-modifier";
import type { SampleFile } from "../widgets/import/model.js";
import type { Template } from "../widgets/shared/model.js";
import type { AppointmentType } from "../widgets/traits/model.js";

/** A patient's appointment. */
export interface Chart {
  id: string;
  /** The patient, as screens name them. */
  patient: string;
  /** What the payer knows them by; null where it is not known, and then no file is theirs by itself. */
  memberId: string | null;
  coverage: Coverage & { name: string };
  date: CivilDate;
  /** When the visit begins, as on a clock of 24 hours: "09:30". */
  time?: string;
  /** `planOfCare`: the modifiers that the practice enters on the provider's new lines, such as GP. */
  provider: { name: string; discipline: NonNullable<RenderingProvider["discipline"]>; planOfCare?: readonly string[] };
  appointmentType: string;
  /** Lines that were billed, for the account. */
  billed: readonly AuditLine[];
  /** The same lines as what has used the thresholds; or … */
  entries?: readonly UsageEntry[];
  /** … totals that the practice has summed up itself. */
  used?: PerServiceType<Money>;
  otherUsed: PerServiceType<Money>;
  /** The day of all that. */
  asOf: CivilDate;
  /** Visits that are booked after this one, and what the practice expects to be allowed for each. */
  booked: readonly { date: CivilDate; time?: string; allowed: Money; serviceType: ServiceType }[];
  /** What the practice expects for a new line; without it, its fees tell. */
  expectedAllowed?: Money;
}

export type Fees = { [code: string]: { full: Money; reduced: Money } };

export interface Practice {
  charts: readonly Chart[];
  /** Further patients, for the worklist. */
  others?: readonly Chart[];
  fees: Fees;
  /** Today, by the practice's clock: snoozed items of the worklist come back on their day. */
  today?: CivilDate;
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
  /** The practice's billing NPIs: they tell its own lines from other providers' in CMS's claims feeds. */
  ours?: readonly string[];
  /** What the flowsheet offers, each with the codes it is usually billed under. */
  interventions: readonly { name: string; codes: readonly string[] }[];
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
