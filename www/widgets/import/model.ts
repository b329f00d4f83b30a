// What is shown of a file: what was read, what was not, and what accepting it would change.
import type { CivilDate, Denial, EligibilityAmount, ImportPreview, matchPatient, Money, Notice, scrubClaims, ServiceType, UsageEntry } from "kx-modifier";
import type { Attestation, Refusal } from "../shared/model.js";
import type { Split } from "../shared/split.js";

export interface Unread {
  segment: string;
  reason: string;
}

/** A read entry with what accepting does to it. */
export interface ReadEntry {
  serviceType: ServiceType;
  date: CivilDate;
  code: string;
  modifiers: readonly string[];
  claim: string;
  allowed: Money;
  denied: boolean;
  /** Why it was not paid as charged: "CO-119". */
  reasons?: readonly string[];
  change: ImportPreview["entries"][number]["change"];
  message: string;
}

/** A denied line, as `reworkDenials` answers it, with what a clinician has answered about it. */
export interface ShownDenial extends Denial {
  attested: Attestation["standing"];
  /** Whether a clinician can attest here. */
  asks: boolean;
}

/** The claims of one patient in a claim file. */
export interface Scrub extends ReturnType<typeof scrubClaims> {
  patient: string;
  memberId: string | null;
  /** The open patient: shown open. */
  open: boolean;
}

/** A line of a claims feed, and who billed it. */
export interface FeedLine {
  whose: "ours" | "elsewhere";
  /** The provider's name, or its NPI. */
  provider: string;
  entry: Pick<UsageEntry, "date" | "code" | "modifiers" | "serviceType" | "allowed">;
}

export interface ReadFile {
  kind: "271" | "835" | "837" | "pverify" | "eob" | null;
  /** What the text is and of which day, as a sentence; empty where the panel's own words say it. */
  message: string;
  /** The day of what it says; of a pVerify response the day of the check, which a person gives. */
  day: CivilDate | null;
  /** `chart`: the practice's own patient with that number, who is not the open one. */
  patients: readonly { name: string; memberId: string | null; chart?: { id: string; name: string } | undefined }[];
  whose: ReturnType<typeof matchPatient>;
  unread: readonly Unread[];
  /** Of a 271: the figures of the open patient, and each bucket taken apart. */
  figures: readonly EligibilityAmount[];
  checks: readonly (Split & { serviceType: ServiceType })[];
  /** Of an 835: the entries of the open patient. */
  entries: readonly ReadEntry[];
  denials?: readonly ShownDenial[];
  /** Of a claims feed: the open patient's lines, and which counts of them and Medicare's own figure, a sentence a threshold. */
  feed: readonly FeedLine[];
  elsewhere: readonly string[];
  /** Of an 837. */
  scrubs: readonly Scrub[];
  notices: readonly Notice[];
  preview: Pick<ImportPreview, "changes" | "summary" | "buckets" | "lines"> | null;
}

export interface ImportFile {
  id: string;
  /** Files with the same number came together. */
  batch?: number;
  name: string;
  /** Null while it is read, and where it was refused. */
  read: ReadFile | null;
  /** By `code`, that of the `KxError` or "not-readable", or without one in the host's own words. */
  refusal: Omit<Refusal, "text"> | null;
}

export interface AcceptedImport {
  id: string;
  name: string;
  kind: "271" | "835" | "pverify" | "eob";
  /** The day of the figures or of the payment. */
  day: CivilDate | null;
  summary: string;
  /** What changed, a sentence each. */
  changes: readonly string[];
  /** Of an 835: its denied lines. */
  denials?: readonly ShownDenial[];
}

export interface SampleFile {
  name: string;
  label: string;
}
