// The functions of the package that a desk is given. It asks for those of a visit; what the others would say is left out where they are not
// given, so that a host of the smaller module has no part of the larger one in it.
import type * as Kx from "kx-modifier";

type All = typeof Kx;

const FILES = [
  "identifyX12",
  "matchPatient",
  "otherUsedFromEligibility",
  "previewImport",
  "readClaim837",
  "readEligibility271",
  "readRemittance835",
  "scrubClaims",
] as const;

const ATTESTATIONS = ["askAttestation", "answerAttestation", "exportFeedback", "sourceAttributes", "standingAttestation", "verifyAttestations"] as const;

/** What the record of attestations needs, all of it. */
export type AttestationFunctions = Pick<All, (typeof ATTESTATIONS)[number]>;

/** What files of a clearinghouse need, all of it. */
export type FileFunctions = Pick<All, (typeof FILES)[number]>;

/** `import * as kx from "kx-modifier"`, or of another entry that has at least the first of these. */
export type Functions = Pick<All, "describeProjection" | "documentationChecklist" | "openAppointment" | "therapyCodes" | "thresholds" | "traitsToEvaluate"> &
  Partial<
    Pick<
      All,
      | "amountsFromPverify"
      | "audit"
      | "compareBilling"
      | "dueDates"
      | "estimateAllowed"
      | "holdClaims"
      | "projectCrossing"
      | "reviewPacket"
      | "reworkDenials"
      | "toCalendar"
      | "totalAtStake"
      | "useRules"
      | "worklist"
    > &
      AttestationFunctions &
      FileFunctions & { readExplanationsOfBenefit: ReadFeed }
  >;

/** `readExplanationsOfBenefit` of kx-modifier/fhir. By its shape: a host without FHIR has no types of it. */
export type ReadFeed = (
  text: string,
  options: { ours: string[] },
) => {
  lines: { whose: "ours" | "elsewhere"; provider: { npi: string | null; name: string }; entry: Kx.UsageEntry & { patient: Kx.ReadPatient } }[];
  asOf: Kx.CivilDate | null;
  unread: { path: string; reason: string }[];
};

export const readsFiles = (kx: Functions): kx is Functions & FileFunctions => FILES.every((name) => kx[name] !== undefined);

export const attests = (kx: Functions): kx is Functions & AttestationFunctions => ATTESTATIONS.every((name) => kx[name] !== undefined);

/** What the functions can do beyond a visit: a host leaves out the pages of what they cannot. */
export interface Abilities {
  /** `kx-about`, `kx-history`, and asking on a chip */
  attestation: boolean;
  /** `kx-account` */
  account: boolean;
  /** `kx-claims` */
  claims: boolean;
  /** `kx-comparative-billing` */
  comparison: boolean;
  /** `kx-eligibility` */
  eligibility: boolean;
  /** `kx-import` */
  files: boolean;
  /** `kx-review-packet` */
  reviews: boolean;
  /** `kx-rules` */
  rules: boolean;
  /** `kx-worklist` */
  worklist: boolean;
}

export const abilitiesOf = (kx: Functions): Abilities => ({
  attestation: attests(kx),
  account: kx.audit !== undefined,
  claims: kx.holdClaims !== undefined,
  comparison: kx.compareBilling !== undefined,
  eligibility: kx.otherUsedFromEligibility !== undefined,
  files: readsFiles(kx),
  reviews: kx.reviewPacket !== undefined,
  rules: kx.useRules !== undefined,
  worklist: kx.worklist !== undefined,
});

/** Whether the rules refused it. By its shape: there is a class in each module, and a desk knows none of them. */
export const isRefusal = (error: unknown): error is Kx.KxError => error instanceof Error && error.name === "KxError";
