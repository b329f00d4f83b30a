/**
 * Whether Medicare's KX modifier belongs on an outpatient therapy line, why, and what is left of the yearly threshold.
 * All functions are pure: the same request gives the same answer (in the wording that `useWording` set), nothing is stored, nothing is sent. Answers are plain JSON data
 * that never changes once returned. In requests null means absent; a field that is not listed is refused.
 */

/** US dollars, exact: an optional "-", digits, and at most two decimals ("2480", "-35.10"), at most 999,999,999.99 either way.
 *  Answers always have two decimals, but in what they give back as it was given (`AppointmentSession.lines`, `ImportPreview.usage`).
 *  A JS number is refused (code "money-not-text"): floats lose cents. */
export type Money = string;
/** A civil date "YYYY-MM-DD". A date with a time or zone is refused (code "date-invalid"). */
export type CivilDate = string;
export type ServiceType = "PT/SLP" | "OT";
export type PerServiceType<T> = { [S in ServiceType]?: T };

// ---------------------------------------------------------------- loading

/** An instance of a global class, where the types of a page or of Node declare it; these types need neither. */
type Global<Name extends string> = typeof globalThis extends { [N in Name]: { prototype: infer Instance } } ? Instance : never;
export type ModuleBytes = ArrayBuffer | ArrayBufferView;
/** `WebAssembly.Module`. */
export type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : never;

/** Load the module once; further calls return the same promise; after a failure the next call tries again.
 *  No argument: the module inlined in the package. Else a URL, Response, bytes or WebAssembly.Module.
 *  `kx-modifier/url` and `kx-modifier/visit/url` have none inlined. Without an argument they load `kx-modifier.wasm` from beside their own file: Node
 *  from the file system, a page by fetch. They throw `KxError` "module-not-loaded" where that fails, or gives anything but WebAssembly.
 *  @example
 *  await init(); // the module inside the package; in Node and in a page
 *  thresholds({ date: "2026-07-01" }).OT.remaining; // "2480.00" */
export default function init(module?: string | Global<"URL"> | Global<"Response"> | ModuleBytes | CompiledModule): Promise<void>;
/** The same at once, from bytes or a compiled module.
 *  @example
 *  import { readFileSync } from "node:fs";
 *  initSync(readFileSync(new URL(import.meta.resolve("kx-modifier/kx-modifier.wasm"))));
 *  thresholds({ date: "2026-07-01" }).OT.remaining; // "2480.00" */
export function initSync(module: ModuleBytes | CompiledModule): void;
/** Package version, git revision, version of the built-in rule tables, ids of the rule packs in force (`useRules`), and the years with
 *  amounts. Works before init.
 *  @example
 *  versions().years.includes(2026); // true
 *  versions().packs; // [] */
export function versions(): { package: string; revision: string; rules: string; packs: string[]; years: number[] };

/** "module-not-loaded" is `init`'s; the last two are what registering a widget can throw. */
export type KxErrorCode =
  | "module-not-loaded"
  | "not-initialized"
  | "unknown-field"
  | "missing-field"
  | "wrong-type"
  | "unknown-value"
  | "money-not-text"
  | "money-invalid"
  | "date-invalid"
  | "code-invalid"
  | "modifier-invalid"
  | "too-many-modifiers"
  | "unknown-year"
  | "duplicate-id"
  | "unknown-id"
  | "session-closed"
  | "session-lost"
  | "x12-invalid"
  | "tag-invalid"
  | "tag-taken";

/** Thrown for what the caller got wrong.
 *  @example
 *  const answer = (code: string) => {
 *    try {
 *      return decide({ line: { code }, appointment: { date: "2026-07-01" }, coverage: { program: "medicare-part-b" } }).action;
 *    } catch (error) {
 *      return error instanceof KxError ? `${error.code} at ${error.path}` : null;
 *    }
 *  };
 *  answer("banana"); // "code-invalid at line.code" */
export class KxError extends Error {
  readonly code: KxErrorCode;
  /** Where in the request: "usage.entries[3].allowed". */
  readonly path: string | null;
  /** What to do about it. */
  readonly help: string;
}

// ---------------------------------------------------------------- another language

/** Says every sentence of the answers in other words from now on; null brings the English ones back. Decisions, amounts and the data
 *  fields of answers stay as they are. Amounts, days and numbers inside sentences are then written as `Intl` writes them in the locale
 *  ("1.035,10 $", "14.09.2026"); with null they are "$1,035.10", "Sep 14, 2026". `KxError` stays English.
 *  Throws for an id or a place `{name}` that the sentence does not have ("unknown-value" at `texts["…"]`), and then changes nothing.
 *  @example
 *  useWording({ locale: "en-US", texts: { "label.remaining": "{remaining} left of {bucket}" } });
 *  thresholds({ date: "2026-09-14" }).OT.label; // "$2,480.00 left of OT"
 *  useWording(null); */
export function useWording(wording: Wording | null): void;
/** `kx-modifier/wording/es` is one, and `kx-modifier/wording/en` is the one to begin a translation with. */
export interface Wording {
  /** BCP 47: "es-US". */
  locale: string;
  /** By id. What is left out stays English. `{name}` is filled in, `{^name}` with a capital first letter; `{{` and `}}` are braces.
   *  A sentence with a count has two ids, ".one" for exactly one and ".other". */
  texts: { [id: string]: string };
  /** Words of screens, by id. Not read here. */
  labels?: { [id: string]: string };
}

// ---------------------------------------------------------------- rules as data

/** Amounts and codes that were made known after this version of the package. The same as a JSON schema: "kx-modifier/rules.schema.json". */
export interface RulePack {
  /** "2027.1": named in every `basis`. No two packs have one id. */
  id: string;
  /** The day the pack was made known. */
  published: CivilDate;
  /** At least one row of `thresholds` or `codes`. A row that says `replaces` where nothing is built in stands all the same, so that a pack
   *  serves the version of the package before a year was built in and the one after. Years from 2018 to 2199, amounts above zero. A year that is built in already needs
   *  `replaces: true`. A year stands once over all packs. Without `medicalReview` no claim of the year is said to be under review. */
  thresholds?: { year: number; ptSlp: Money; ot: Money; medicalReview?: Money | null; source: string; replaces?: boolean }[];
  /** A code that is built in already needs `replaces: true`. A code stands once over all packs. `from` and `to`: first and last day of
   *  service it counts on. */
  codes?: {
    code: string;
    description: string;
    class: "always" | "sometimes";
    pt: boolean;
    ot: boolean;
    slp: boolean;
    timed: boolean;
    evaluation: boolean;
    confirmed: boolean;
    from?: CivilDate;
    to?: CivilDate;
    source: string;
    replaces?: boolean;
  }[];
}
/** Puts packs beside the built-in tables from now on, in the order given; null brings the built-in tables alone. A pack that is wrong
 *  throws at its path ("packs[0].thresholds[1].source") and changes nothing: "duplicate-id" for a pack, a year or a code that is there
 *  already, "unknown-value" for text that is empty or has spaces around it and for a year that can have no row. An open session keeps the
 *  rules it was opened with. `policy.thresholds` still wins. "kx-modifier" and "kx-modifier/visit" have their own, as with `useWording`.
 *  @example
 *  useRules([{ id: "made-up", published: "2098-11-20", thresholds: [{ year: 2099, ptSlp: "9000.00", ot: "9000.00", source: "made up" }] }]);
 *  thresholds({ date: "2099-02-01" }).OT.remaining; // "9000.00"
 *  useRules(null); */
export function useRules(packs: RulePack[] | null): void;

// ---------------------------------------------------------------- the decision

export interface DecisionRequest {
  line: ServiceLine;
  appointment: Appointment;
  coverage: Coverage;
  /** Absent: auto-apply is off. */
  preferences?: { autoApplyKx?: boolean };
  usage?: Usage;
  /** The patient's record of attestations, for `policy.attestation` "require". All events are of one patient ("unknown-value"). A decision
   *  looks at what each answer covers; whether the record is whole is `verifyAttestations`'s to say. */
  attestations?: AttestationEvent[];
  policy?: Policy;
  documentation?: Documentation;
}

export interface ServiceLine {
  id?: string;
  /** HCPCS/CPT code: five characters. Case and surrounding spaces are forgiven. */
  code: string;
  /** At most four, two characters each, in claim order. Case is forgiven. Repeats are reported; nothing is dropped or reordered. */
  modifiers?: string[];
  units?: number;
  /** Allowed amount of the whole line, expected or adjudicated. Needed only to see a line land or cross. */
  allowed?: Money;
  /** Why a person left KX off. It is then not applied or suggested again; where it is due the answer says what follows, and KX that is
   *  on the line all the same is an error. */
  kxDeclined?: string;
  /** Which of the usual reasons that was: what follows is said by it. Alone it is `kxDeclined` without words. */
  kxDeclinedBecause?: "not-necessary" | "documentation" | "not-primary" | "balance" | "other";
  /** What `readClaim837` says beside, so that its lines are taken as they are. A day that is not the appointment's is refused. What
   *  is allowed is never more than the charge: `estimateAllowed` and `scrubClaims` expect no more; an `allowed` that is given is taken as it is. */
  date?: CivilDate | null;
  charge?: Money;
  note?: string | null;
}

export interface Appointment {
  date: CivilDate;
  /** Where the code was added. Default "treatment". */
  section?: "treatment" | "flowsheet";
  /** The intervention is marked as done. Asked in the flowsheet only. */
  done?: boolean;
  renderingProvider?: RenderingProvider;
}
/** A discipline, an assistant's, or a NUCC taxonomy code (225100000X and 2251… PT, 225X… OT, 235Z… SLP, 225200000X PTA, 224Z… OTA).
 *  `discipline` wins where both are given. Neither, or another profession: no discipline. */
export interface RenderingProvider {
  discipline?: "PT" | "OT" | "SLP" | "PTA" | "OTA" | null;
  taxonomy?: string | null;
}

export interface Coverage {
  program: "medicare-part-b" | "medicare-advantage" | "other";
  /** Medicare is not the first payer. Benefits still apply; the answer carries a notice. */
  secondary?: boolean;
  /** Medicare Advantage only: the plan says so (`medicareAdvantagePlans` has those that were read). Absent means no. */
  followsKxThreshold?: boolean;
  /** A covered Part A SNF stay: Part B therapy benefits do not apply. */
  partAStay?: boolean;
  /** An open home health episode or a hospice election: benefits still apply here, but another payer may be responsible; a notice. */
  homeHealthEpisode?: boolean;
  hospice?: boolean;
}

/** Medicare Advantage payers whose published policy on KX was read: whether their plans follow the threshold, since when (null: not said),
 *  the day it was read, and where. A payer that is not here is not known; ask the plan. Compare the payer yourself: names are never matched by likeness.
 *  @example
 *  medicareAdvantagePlans().find(({ payer }) => payer === "Priority Health")?.followsKxThreshold; // true */
export function medicareAdvantagePlans(): { payer: string; followsKxThreshold: boolean; from: CivilDate | null; read: CivilDate | null; source: string }[];

export interface Usage {
  /** Allowed amounts of this patient. Those of the appointment's calendar year count, whatever their day in it, unless their status
   *  is "void" or their program is not the coverage's. Entries with one id count once: the last. */
  entries?: UsageEntry[];
  /** Allowed amounts of the appointment's calendar year that the host has summed up already; added to the entries. */
  used?: PerServiceType<Money>;
  /** "Other Medicare Threshold Used". */
  otherUsed?: PerServiceType<Money>;
  /** "Threshold remaining" computed elsewhere. ≤ 0: used as it is. > 0: used only where neither `entries` (an empty list counts as
   *  given) nor this service type's `used` or `otherUsed` is given; else the computed value decides. Where both are there and differ on
   *  "reached", "precomputed-disagrees" is said. */
  precomputedRemaining?: PerServiceType<Money>;
  /** The day of `used`, `otherUsed` and `precomputedRemaining`. In another calendar year than the appointment they do not count:
   *  condition "calendar-year" is not met, notice "other-year-usage", never "apply". */
  asOf?: CivilDate;
}
export interface UsageEntry {
  id?: string;
  date: CivilDate;
  serviceType: ServiceType;
  allowed: Money;
  /** Default "adjudicated". */
  status?: "adjudicated" | "pending" | "void";
  /** The program it was billed to. Default: the coverage's own. */
  program?: "medicare-part-b" | "medicare-advantage";
  /** The day the payer processed it. */
  posted?: CivilDate;
  /** What a remittance says beside: the entries of `readRemittance835` are taken as they are. `claim` also tells `previewImport` which
   *  pending entries a remittance settles. */
  code?: string;
  modifiers?: string[];
  claim?: string;
  denied?: boolean;
  allowedFrom?: "AMT*B6" | "adjustments";
  /** Why the line was not paid as charged: group and reason of its adjustments ("CO-45", "PR-119"). Who is liable is not told by the group.
   *  "-23" (another payer paid first) is said by `previewImport` ("medicare-secondary"). */
  reasons?: string[];
  patient?: ReadPatient;
}
/** Whose something is in a file: `name` as written ("SMITH, MARY"), empty where none is given; the number by which the payer knows them. */
export interface ReadPatient {
  name: string;
  memberId: string | null;
}

export interface Policy {
  /** Which codes qualify for auto-apply. Default "documented". */
  codeList?: "documented" | "cms";
  /** Codes added to or taken from the list, per service type. */
  addCodes?: PerServiceType<string[]>;
  removeCodes?: PerServiceType<string[]>;
  /** The line that takes the bucket over. Default "suggest". "ignore" also silences its notice. */
  crossingLine?: "suggest" | "apply" | "ignore";
  /** Several lines on one claim. Default "per-line". "whole-bucket": once one line of a bucket is due, all of that bucket are
   *  (institutional claims; a 2006 text, unconfirmed today). */
  mixedClaim?: "per-line" | "whole-bucket";
  /** Lines below zero in an audit, which take a payment back. Default "per-line": judged like any other. "pair": KX is not asked of them, nor of
   *  the payments that they take back wholly (`audit`). */
  reversals?: "per-line" | "pair";
  /** Documentation behind the attestation. Default "warn"; "require" holds KX back until it is ready. */
  documentation?: "warn" | "require" | "ignore";
  /** The record of attestations. Default "record": it is kept beside the decisions, and KX follows the eight conditions. "require" holds KX
   *  back where no clinician's answer covers the line: "suggest" in the place of "apply", and "attestation-missing". A line asks with its
   *  provider's discipline (else that of its GP, GO or GN), its `id` and the appointment's day; any plan of care whose answer still stands covers it. An answer
   *  "leave-kx-off" that is the newest covers no KX. */
  attestation?: "record" | "require";
  /** 0 < remaining ≤ this is "near". Default "300.00". */
  warnWithin?: Money;
  /** Days after `usage.asOf` from which "stale-usage" is said. Default 30. */
  staleAfterDays?: number;
  /** Amounts (above zero) for a year that the package does not know, or a plan's own. No medicalReview: the table's, if any. */
  thresholds?: { [year: string]: { kx: Money | { [S in ServiceType]: Money }; medicalReview?: Money } };
}

export interface Decision {
  /** apply: KX has been appended in `modifiers`. keep: the line has it already (right or not: see notices).
   *  suggest: the threshold is reached (or this line crosses it) for a therapy line under Medicare, but something leaves it to a
   *  person: auto-apply off, a therapy code off the list or unconfirmed, a crossing line, no modifier place, 99 on the line (KX may be
   *  in the claim's note, so nothing is appended), GP/GO/GN that contradicts the provider's discipline, a service type known only from
   *  GP/GO/GN, usage of another year, documentation required and incomplete, an attestation required and missing. none: not due; also a flowsheet intervention that is not
   *  done, a declined KX, and GA, GZ or GY without KX, which is a decision already made. */
  action: "apply" | "keep" | "suggest" | "none";
  /** What a screen shows of KX on the line.
   *  added: KX is on the line after the action, and nothing questions it.
   *  check: a person decides. KX is suggested; or it is on the line and not due there, not judged (no therapy code, no bucket, no Medicare
   *  benefits), or questioned by a notice (other-year-usage, assistant-evaluation, early-kx, precomputed-disagrees, usage-unknown,
   *  documentation-incomplete, attestation-missing); or nobody can say that KX is not needed on a furnished therapy line under benefits (action "none"), since
   *  its bucket or what was used is not known.
   *  blocked: something on the line stands against KX: GA, GZ or GY beside it; KX due or suggested without a modifier place, or with 99;
   *  GP, GO or GN that contradicts the discipline; KX on a line with `kxDeclined`. `wayOut` says what to do.
   *  not-needed: KX is not on the line and not due; also GA, GZ or GY alone.
   *  declined: `kxDeclined`, and KX is due or suggested. */
  state: "added" | "check" | "blocked" | "not-needed" | "declined";
  /** What leads out of "blocked", a step at a time, the gravest first. In other states: the discipline's GP, GO or GN where the line
   *  lacks one and has a place for it, and the amounts used where nobody has given any; else empty. */
  wayOut: WayOut[];
  /** The line's modifiers after the action, upper case, in claim order. */
  modifiers: string[];
  /** From the discipline; without one, from the line's one plan of care: GP, GO or GN, the same twice is still one. */
  serviceType: ServiceType | null;
  /** reached: nothing was left before this line (remaining ≤ 0). Else, with this line's allowed amount: crosses = more than
   *  what is left; lands = exactly what is left; below = less, or no amount given. null where no service type or no benefits. */
  standing: "below" | "lands" | "crosses" | "reached" | null;
  /** The eight conditions in this order: medicare-benefits, auto-apply-on, discipline-maps, code-qualifies, calendar-year,
   *  threshold-reached (also met by a crossing line under crossingLine "apply"), kx-absent (not met with 99: it is not known), marked-done
   *  (met in treatment). */
  conditions: Condition[];
  /** One or two plain sentences for the chip on the line; never empty when action is apply, keep or suggest. */
  tooltip: string;
  notices: Notice[];
  /** Before this line. null only where the year is unknown and no Medicare benefits apply (with benefits "unknown-year" is thrown). */
  thresholds: Thresholds | null;
  /** null where policy.documentation is "ignore", or nothing was given and it is not "require". */
  documentation: Checklist | null;
  /** What the decision rests on, for an audit trail. */
  basis: {
    rules: string /** Ids of the rule packs in force. */;
    packs: string[];
    year: number;
    remaining: Money | null;
    remainingSource: "computed" | "precomputed" | null;
    asOf: CivilDate | null;
  };
}

export interface WayOut {
  /** remove-modifier, remove-kx: modifiers go. correct-modifier: GP, GO or GN of the discipline comes in the place of another. keep-kx:
   *  `kxDeclined` goes, and KX stays. add-modifier: the discipline's GP, GO or GN is appended. By a person's hand, the modifiers as they
   *  are: move-modifier makes room for KX, check-note looks for it in the claim's note, refresh-usage finds out what was used. */
  action: "remove-modifier" | "correct-modifier" | "add-modifier" | "move-modifier" | "check-note" | "remove-kx" | "keep-kx" | "refresh-usage";
  /** The line's modifiers after it, before KX is applied; as they are with keep-kx and by hand. */
  modifiers: string[];
  /** Words for a button: "Remove GA". */
  label: string;
}

export interface Condition {
  id: "medicare-benefits" | "auto-apply-on" | "discipline-maps" | "code-qualifies" | "calendar-year" | "threshold-reached" | "kx-absent" | "marked-done";
  met: boolean;
  explanation: string;
}
/** Severity of each code:
 *  error    no-modifier-place, opposing-modifier (GA, GZ or GY beside KX), therapy-modifier-conflict, other-year-usage,
 *           kx-declined-present (declined, and KX is on the line), assistant-evaluation (an evaluation code by an assistant)
 *  warning  kx-declined (declined though due), modifiers-in-note (99: what is not seen on the line is not called missing), early-kx (KX
 *           while standing is below), crosses-threshold, off-list-therapy-code (where KX is due), unconfirmed-code,
 *           code-not-in-effect (no therapy code on the day of service, though on another), therapy-modifier-missing, assistant-modifier-missing (CQ for PTA, CO for OTA), precomputed-disagrees, stale-usage,
 *           usage-unknown (no usage given), documentation-incomplete (KX due and not declined, or present under benefits, and checklist not ready),
 *           attestation-missing (`policy.attestation` "require": KX due or suggested and not declined, or present under benefits, and no
 *           clinician's answer for it covers the line), discipline-from-modifier, home-health-episode, hospice
 *  info     near-threshold, medical-review (status before this line), medicare-secondary, not-therapy, billed-as-not-necessary (GA, GZ or
 *           GY without KX; nothing is then due on the line, and its claim makes nothing due on it), repeated-modifier
 *
 *  Further codes are described where they are said: at the findings of `audit` and `scrubClaims`, and at `ThresholdCard`,
 *  `otherUsedFromEligibility` and `previewImport`. */
export type NoticeCode =
  | "no-modifier-place"
  | "opposing-modifier"
  | "therapy-modifier-conflict"
  | "other-year-usage"
  | "kx-declined-present"
  | "kx-declined"
  | "modifiers-in-note"
  | "assistant-evaluation"
  | "early-kx"
  | "crosses-threshold"
  | "off-list-therapy-code"
  | "unconfirmed-code"
  | "code-not-in-effect"
  | "therapy-modifier-missing"
  | "assistant-modifier-missing"
  | "precomputed-disagrees"
  | "stale-usage"
  | "usage-unknown"
  | "documentation-incomplete"
  | "attestation-missing"
  | "discipline-from-modifier"
  | "home-health-episode"
  | "hospice"
  | "near-threshold"
  | "medical-review"
  | "medicare-secondary"
  | "not-therapy"
  | "billed-as-not-necessary"
  | "repeated-modifier"
  | "missing-kx"
  | "crossing-without-kx"
  | "unknown-year"
  | "too-many-modifiers"
  | "void"
  | "reversal"
  | "date-missing"
  | "not-medicare"
  | "amount-unknown"
  | "remaining-supplied"
  | "other-period"
  | "eligibility-disagrees"
  | "other-used-negative"
  | "counted-again";
export interface Notice {
  code: NoticeCode;
  severity: "info" | "warning" | "error";
  message: string;
}

// ---------------------------------------------------------------- what the screen shows

export type Thresholds = { [S in ServiceType]: ThresholdDisplay };
export interface ThresholdDisplay {
  serviceType: ServiceType;
  year: number;
  threshold: Money;
  /** `usage.used`, the year's adjudicated and pending entries, and earlier lines of the appointment. */
  used: Money;
  /** The part of `used` that is pending entries and earlier lines of the appointment. */
  pending: Money;
  otherUsed: Money;
  /** Negative once the threshold is exceeded. */
  remaining: Money;
  source: "computed" | "precomputed";
  /** medical-review: threshold − remaining is more than the review threshold; else reached: remaining ≤ 0; near: within
   *  policy.warnWithin; below. */
  status: "below" | "near" | "reached" | "medical-review";
  /** "$390.00 Medicare Threshold Remaining (PT/SLP)", "-$1,035.10 Medicare Threshold Remaining (OT)". */
  label: string;
  medicalReview: { threshold: Money; remaining: Money } | null;
  /** (threshold − remaining) / threshold, not below 0, for drawing a bar; not money. */
  fraction: number;
}

/** A bucket as a card shows it: with the lines of the appointment so far, beside the balance that the visit began with. Prompts
 *  (`traitsToEvaluate`) go by the balance before the visit. */
export interface ThresholdCard extends ThresholdDisplay {
  /** The bucket before any line of the appointment; null where no line has taken from it, and the two are one. */
  before: ThresholdDisplay | null;
  /** What is to be known of the figures before anybody goes by them: other-year-usage (error: the totals are of another year, so a screen
   *  shows this in the place of the figures, and nothing else is said), precomputed-disagrees, stale-usage, usage-unknown (warning),
   *  remaining-supplied (info: what a supplied remaining amount stands in for). Without benefits only the first is said. */
  notices: Notice[];
}
export type ThresholdCards = { [S in ServiceType]: ThresholdCard };

export interface ThresholdsRequest {
  date: CivilDate;
  coverage?: Coverage;
  usage?: Usage;
  policy?: Policy;
}
/** Both buckets, without a line. Without coverage: Part B. Usage totals of another year throw nothing: they are left out, and the notices
 *  say so.
 *  @example
 *  const { "PT/SLP": both, OT } = thresholds({ date: "2026-07-01", usage: { used: { "PT/SLP": "2100.00" }, otherUsed: { "PT/SLP": "390.00" } } });
 *  both.label; // "-$10.00 Medicare Threshold Remaining (PT/SLP)"
 *  OT.remaining; // "2480.00" */
export function thresholds(request: ThresholdsRequest): ThresholdCards;

/** The decision for one line.
 *  @example
 *  const decision = decide({
 *    line: { code: "97110", modifiers: ["GP"], allowed: "31.40" },
 *    appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
 *    coverage: { program: "medicare-part-b" },
 *    preferences: { autoApplyKx: true },
 *    usage: { used: { "PT/SLP": "2100.00" }, otherUsed: { "PT/SLP": "390.00" } },
 *  });
 *  decision.action; // "apply"
 *  decision.modifiers; // ["GP", "KX"]
 *  decision.conditions.filter(({ met }) => !met); // [] */
export function decide(request: DecisionRequest): Decision;

/** A line of an appointment: its own section, done and provider win over the appointment's. */
export interface AppointmentLine extends ServiceLine {
  section?: Appointment["section"];
  done?: boolean;
  renderingProvider?: RenderingProvider;
}
export interface AppointmentRequest extends Omit<DecisionRequest, "line"> {
  lines: AppointmentLine[];
}
/** Several lines of one appointment, in the order they were added. A line's allowed amount counts against the lines after it when it is
 *  therapy, under benefits, and done if in the flowsheet; it lowers whichever remaining stands. `unresolved`: positions of lines with
 *  "suggest"; a claim should wait for them.
 *  @example
 *  const { decisions, unresolved } = decideAppointment({
 *    lines: [
 *      { code: "97110", modifiers: ["GP"], allowed: "40.00" },
 *      { code: "97140", modifiers: ["GP"], allowed: "28.00" },
 *    ],
 *    appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
 *    coverage: { program: "medicare-part-b" },
 *    preferences: { autoApplyKx: true },
 *    usage: { used: { "PT/SLP": "2450.00" } },
 *  });
 *  decisions.map(({ action }) => action); // ["suggest", "apply"]
 *  unresolved; // [0] */
export function decideAppointment(request: AppointmentRequest): { decisions: Decision[]; thresholdsAfter: ThresholdCards | null; unresolved: number[] };

/** Many independent requests in one call (a day's schedule). A bad one gives its error in place, the others go on.
 *  @example
 *  const context: Omit<DecisionRequest, "line"> = { appointment: { date: "2026-07-01" }, coverage: { program: "medicare-part-b" } };
 *  const answers = decideAll([
 *    { ...context, line: { code: "97110", modifiers: ["GP"] } },
 *    { ...context, line: { code: "banana" } },
 *  ]);
 *  answers.map((one) => ("error" in one ? one.error.code : one.decision.action)); // ["none", "code-invalid"] */
export function decideAll(requests: DecisionRequest[], options?: { answer?: undefined }): ({ decision: Decision } | { error: Refused })[];
/** The same with what a list needs of each decision. */
export function decideAll(requests: DecisionRequest[], options: { answer: "outcome" }): ({ outcome: Outcome } | { error: Refused })[];

/** A refused request in a list: a `KxError` as plain data. */
export interface Refused {
  code: KxErrorCode;
  path: string | null;
  message: string;
  help: string;
}

/** What a list needs of a decision, without sentences: a fifth of the work. */
export interface Outcome {
  action: Decision["action"];
  modifiers: string[];
  serviceType: ServiceType | null;
  standing: Decision["standing"];
  /** Of the line's bucket, before the line and after it; null without a bucket, benefits or year. A line that accrues nothing, or has no
   *  allowed amount, leaves it as it was. */
  remaining: Money | null;
  remainingAfter: Money | null;
}

/** One open appointment screen: the context crosses into wasm once, then only a line per call. Same answers as `decide`. */
export interface AppointmentSession {
  /** The decision for a line that is not on the appointment yet. */
  decide(line: AppointmentLine): Decision;
  /** The same without sentences: for a list that is drawn again at each change. */
  outcome(line: AppointmentLine): Outcome;
  /** The decision, and the line stays: its allowed amount counts against later ones as in `decideAppointment`. */
  add(line: AppointmentLine & { id: string }): Decision;
  /** Replaces a line that is there. */
  update(line: AppointmentLine & { id: string }): Decision;
  remove(id: string): void;
  setOtherUsed(serviceType: ServiceType, amount: Money): ThresholdCards | null;
  setAutoApplyKx(on: boolean): void;
  /** With the lines added so far. null only where the year is unknown and no Medicare benefits apply, here and of `setOtherUsed`. */
  thresholds(): ThresholdCards | null;
  /** Every line as it was given (a null stays null), with its decision as things stand now. */
  lines(): { line: AppointmentLine; decision: Decision }[];
  /** Frees what wasm holds; also [Symbol.dispose]; harmless twice. Later calls throw "session-closed". Forgotten sessions are freed by
   *  the GC. After a trap in wasm open sessions throw "session-lost". */
  close(): void;
}
/** Opens an appointment screen. A request that `decide` would refuse is refused here, and nothing is opened.
 *  @example
 *  const session = openAppointment({
 *    appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
 *    coverage: { program: "medicare-part-b" },
 *    preferences: { autoApplyKx: true },
 *    usage: { used: { "PT/SLP": "2450.00" } },
 *  });
 *  session.add({ id: "1", code: "97110", modifiers: ["GP"], allowed: "40.00" }).action; // "suggest"
 *  session.outcome({ code: "97140", modifiers: ["GP"] }).modifiers; // ["GP", "KX"]
 *  session.close(); */
export function openAppointment(context: Omit<DecisionRequest, "line">): AppointmentSession;

/** Bulk path: one DecisionRequest as JSON a line, UTF-8; one {"decision":…} or {"error":…} a line comes back, in order. Blank lines at the
 *  end are none, and a byte order mark at the beginning is forgiven.
 *  @example
 *  const request = { line: { code: "97110", modifiers: ["GP"] }, appointment: { date: "2026-07-01" }, coverage: { program: "other" } };
 *  const answers = decideNdjson(new TextEncoder().encode(`${JSON.stringify(request)}\n`));
 *  JSON.parse(new TextDecoder().decode(answers)).decision.action; // "none" */
export function decideNdjson(requests: Uint8Array): Uint8Array;

// ---------------------------------------------------------------- documentation, projection, traits

/** What the record holds. Absent means unknown. */
export interface Documentation {
  /** Last day the plan of care is certified or recertified for. */
  certifiedThrough?: CivilDate;
  /** The first treatment under the plan of care. */
  firstTreatment?: CivilDate;
  /** Since 2025: a signed, dated order is on file and the plan was sent within 30 days; stands in for the initial certification only, for
   *  at most 90 days from `firstTreatment` or the plan's duration. Where neither `certifiedThrough` nor `firstTreatment` is known, its end
   *  is not known, and it counts. */
  orderOnFileAndPlanSent?: boolean;
  /** Treatment days since the last clinician's progress report, the first one counted; due on or before the 10th. */
  treatmentDaysSinceProgressReport?: number;
  lastReevaluation?: CivilDate;
  /** Treatment note of this visit, with the response to the service. */
  treatmentNote?: boolean;
  /** History and physical pertinent to the care, with the response to earlier skilled services. */
  historyAndPhysical?: boolean;
  /** Why a therapist's skill is needed, in view of the overall condition. */
  medicalNecessityRationale?: boolean;
  /** Measured progress, or … */
  functionalProgress?: boolean;
  /** … skilled maintenance to prevent or slow decline. */
  skilledMaintenance?: boolean;
  complexity?: boolean;
  /** Asked only where services are more extensive than is typical. */
  moreExtensiveThanTypical?: boolean;
  separateJustification?: boolean;
  /** Asked only for group codes (97150, 92508): necessity documented for this patient alone. */
  individualNecessityInGroup?: boolean;
  /** Who attested, and when. Not part of `ready`; kept in the answer's checklist for the trail. */
  attestation?: { by: string; on: CivilDate };
}
/** Items, in this order: "certification" (met through certifiedThrough ≥ date; without it through
 *  orderOnFileAndPlanSent, until 90 days after firstTreatment), "progress-report" (met below 10,
 *  due at 10, missing above), "re-evaluation" (met within 90 days, else due; advice), "treatment-note", "history-and-physical",
 *  "medical-necessity", "progress-or-maintenance", "complexity", and where asked "separate-justification", "group-necessity". */
export interface Checklist {
  /** Every item is met, or due. */
  ready: boolean;
  /** How many items are met: "6 of 7 documented". What is due is not counted, though it does not keep the list from being ready. A
   *  re-evaluation is advice, and in neither number. */
  summary: string;
  /** `next`: when it is to be renewed, as a sentence, where that can be told. */
  items: {
    id:
      | "certification"
      | "progress-report"
      | "re-evaluation"
      | "treatment-note"
      | "history-and-physical"
      | "medical-necessity"
      | "progress-or-maintenance"
      | "complexity"
      | "separate-justification"
      | "group-necessity";
    status: "met" | "due" | "missing" | "unknown";
    text: string;
    source: string;
    next: string | null;
  }[];
  attestation: { by: string; on: CivilDate } | null;
}
/** `code`: the line's, for items asked only of group codes.
 *  @example
 *  const { ready, summary, items } = documentationChecklist({
 *    date: "2026-07-01",
 *    documentation: { certifiedThrough: "2026-08-15", treatmentDaysSinceProgressReport: 12, treatmentNote: true },
 *  });
 *  ready; // false
 *  summary; // "2 of 7 documented"
 *  items.find(({ status }) => status === "missing")?.id; // "progress-report" */
export function documentationChecklist(request: { date: CivilDate; documentation: Documentation; code?: string }): Checklist;

/** When booked visits will use the bucket up: `crossesOn` is the first visit after which remaining is negative. Each calendar year
 *  starts from its own threshold; visits in years without an amount are left out and named. `visitsBeforeCrossing` counts the visits
 *  before `crossesOn`, or all.
 *  @example
 *  const { crossesOn, visitsBeforeCrossing } = projectCrossing({
 *    date: "2026-07-01",
 *    serviceType: "OT",
 *    usage: { used: { OT: "2400.00" } },
 *    visits: [
 *      { date: "2026-07-06", allowed: "60.00" },
 *      { date: "2026-07-08", allowed: "60.00" },
 *    ],
 *  });
 *  crossesOn; // "2026-07-08"
 *  visitsBeforeCrossing; // 1 */
export function projectCrossing(request: {
  date: CivilDate;
  serviceType: ServiceType;
  usage?: Usage;
  policy?: Policy;
  visits: { date: CivilDate; allowed: Money }[];
  /** The usage holds today's lines already: `describeProjection` then says that it counts from what they leave. */
  afterLines?: boolean;
}): { crossesOn: CivilDate | null; visitsBeforeCrossing: number; remainingAfterLast: Money; unknownYears: number[] };

/** The same for people: "After today's lines, about 3 visits left. The Sep 14, 2026 visit is expected to cross." Empty where no visit
 *  counts. A visit on `date` itself is the one at hand: without `afterLines` it is spoken of first ("this visit"). From October on, visits of the next year, when it has no amount, say that it is not published yet.
 *  @example
 *  const sentence = describeProjection({
 *    date: "2026-07-01",
 *    serviceType: "OT",
 *    usage: { used: { OT: "2400.00" } },
 *    visits: [
 *      { date: "2026-07-06", allowed: "60.00" },
 *      { date: "2026-07-08", allowed: "60.00" },
 *    ],
 *  });
 *  sentence; // "About 1 visit left. The Jul 8, 2026 visit is expected to cross." */
export function describeProjection(request: Parameters<typeof projectCrossing>[0]): string;

/** Expected allowed amounts of one patient's day under the multiple procedure payment reduction, all disciplines of the practice
 *  together. `fees` as the fee schedule publishes them: the full amount of a unit and its amount with practice expense halved (equal
 *  where MPPR does not apply). The unit with the highest practice expense, i.e. the largest full − reduced, is allowed in full; ties go
 *  to the higher full. A code without a fee is unpriced and in no total. Medicare pays on the lesser of charge and fee, so `allowed` is
 *  at most the line's `charge`, where that is given (below zero it counts as absent); `units` are the schedule's, and then add up to more.
 *  `basis`: charge, where that is less; else mppr, where a unit is reduced; else fee-schedule.
 *  @example
 *  const { lines, total } = estimateAllowed({
 *    lines: [{ id: "1", code: "97110", units: 2 }],
 *    fees: { 97110: { full: "30.00", reduced: "22.50" } },
 *  });
 *  lines[0]?.units; // ["30.00", "22.50"]
 *  total; // "52.50" */
export function estimateAllowed(request: {
  lines: ({ id: string; code: string; units: number } & Pick<ServiceLine, "modifiers" | "date" | "charge" | "note">)[];
  fees: { [code: string]: { full: Money; reduced: Money } };
}): { lines: { id: string; allowed: Money; basis: "fee-schedule" | "mppr" | "charge"; units: Money[] }[]; total: Money; unpriced: string[] };

export interface Trait {
  name: string;
  prompt: string;
  onlyIfMedicareReached?: boolean;
}
/** The traits whose prompts are to be evaluated for this appointment. Reached = benefits apply, a service type, remaining ≤ 0 before the
 *  lines of the visit; a reason that names the balance says of which moment it is.
 *  @example
 *  const { evaluate } = traitsToEvaluate({
 *    traits: [
 *      { name: "Pain", prompt: "Rate the pain." },
 *      { name: "Why more therapy", prompt: "Why is skilled care still needed?", onlyIfMedicareReached: true },
 *    ],
 *    date: "2026-07-01",
 *    serviceType: "PT/SLP",
 *    coverage: { program: "medicare-part-b" },
 *    usage: { used: { "PT/SLP": "1000.00" } },
 *  });
 *  evaluate.map(({ name }) => name); // ["Pain"] */
export function traitsToEvaluate(request: {
  traits: Trait[];
  date: CivilDate;
  serviceType: ServiceType | null;
  coverage: Coverage;
  usage?: Usage;
  policy?: Policy;
}): { evaluate: Trait[]; skipped: { trait: Trait; reason: string }[] };

// ---------------------------------------------------------------- attestation record
//
// Who was asked whether KX belongs, what they were shown, and who answered: a chain of hashes that the host keeps, one list a patient or
// one for all. The functions give the next event; the host appends it to the list. What was changed later, left out or moved shows.
//
//   const asked = askAttestation({ record, at: "2026-09-14T15:04:05-04:00", scope, decision });
//   const answered = answerAttestation({ record: [...record, asked], at: "2026-09-14T15:05:00-04:00", asked: asked.hash, by: "Kim Lee, PT",
//     role: "therapist", answer: "add-kx" });

/** What an answer covers: one line, one visit, or all of one discipline's services under a plan of care until its certification ends
 *  (`until`) or the year does, whichever comes first. A PT's answer never covers SLP, though they share a threshold. `line` goes before `visit`, and
 *  both before `planOfCare`, which they then only name. */
export interface AttestationScope {
  patient: string;
  discipline: "PT" | "OT" | "SLP";
  year: number;
  line?: string;
  visit?: CivilDate;
  planOfCare?: string;
  until?: CivilDate;
}
export interface AttestationEvent {
  kind: "asked" | "answered";
  /** RFC 3339 with an offset and at most nine decimals; given by the host (the package has no clock). Never before the event before it
   *  ("date-invalid"), as instants: offsets count. */
  at: string;
  scope: AttestationScope;
  /** Of "asked": what was shown. `notices`: codes. */
  shown?: { rules: string; packs: string[]; action: Decision["action"]; tooltip: string; notices: string[]; remaining: Money | null };
  /** Of "answered": the hash of what was asked; the clinician who answered; who typed it, where another person did. */
  asked?: string;
  by?: string;
  role?: "therapist" | "physician" | "npp";
  enteredBy?: string;
  answer?: "add-kx" | "leave-kx-off";
  reason?: string;
  /** The hash of the event before it in the record; null for the first. Of the fields above those that do not apply are absent, never null. */
  previous: string | null;
  /** Lower-case hex SHA-256 over the RFC 8785 form of the event without `hash`. */
  hash: string;
}
/** The event that asks, to be appended to the record. A `scope.visit` of another year than `scope.year` is "date-invalid", so is an
 *  `until` before the visit or the year; an empty `patient`, `line` or `planOfCare` is "missing-field".
 *  @example
 *  import { fixtures } from "kx-modifier/testing";
 *  const scope: AttestationScope = { patient: "p-1", discipline: "PT", year: 2026 };
 *  const asked = askAttestation({ record: [], at: "2026-07-01T15:04:05-04:00", scope, decision: fixtures.autoApplyOff.decision });
 *  asked.shown?.action; // "suggest"
 *  asked.previous; // null */
export function askAttestation(request: { record: AttestationEvent[]; at: string; scope: AttestationScope; decision: Decision }): AttestationEvent;
/** KX is a clinician's word: another role is "unknown-value". "leave-kx-off" needs a reason ("missing-field"). "unknown-id" where nothing with
 *  that hash was asked; "duplicate-id" where it was answered already (a changed mind is a new question).
 *  @example
 *  import { fixtures } from "kx-modifier/testing";
 *  const scope: AttestationScope = { patient: "p-1", discipline: "PT", year: 2026 };
 *  const asked = askAttestation({ record: [], at: "2026-07-01T15:04:05-04:00", scope, decision: fixtures.autoApplyOff.decision });
 *  const answered = answerAttestation({
 *    record: [asked],
 *    at: "2026-07-01T15:05:00-04:00",
 *    asked: asked.hash,
 *    by: "Kim Lee, PT",
 *    role: "therapist",
 *    answer: "add-kx",
 *  });
 *  answered.previous === asked.hash; // true */
export function answerAttestation(request: {
  record: AttestationEvent[];
  at: string;
  asked: string;
  by: string;
  role: "therapist" | "physician" | "npp";
  enteredBy?: string;
  answer: "add-kx" | "leave-kx-off";
  reason?: string;
}): AttestationEvent;
/** Whether the record is whole: nothing but "unanswered" is found. `head`: the hash of the last event. changed: an event does not have its
 *  hash, or cannot be read as an event; nothing is refused but what is no list. broken: `previous` is not the event before it (one is missing,
 *  added or moved); or, in a record that is otherwise whole, an answer that `answerAttestation` would not have given: to nothing that was asked,
 *  to what was answered, with another scope, or without a name or the reason it needs. time: earlier than the one before. truncated: the
 *  last event is not `head` (the hash that the host kept elsewhere: without it a missing end cannot be seen). unanswered: info. Errors first.
 *  Hashes are over Unicode text: half of a surrogate pair counts as U+FFFD, as in any UTF-8 text.
 *  @example
 *  import { fixtures } from "kx-modifier/testing";
 *  const scope: AttestationScope = { patient: "p-1", discipline: "PT", year: 2026 };
 *  const asked = askAttestation({ record: [], at: "2026-07-01T15:04:05-04:00", scope, decision: fixtures.autoApplyOff.decision });
 *  verifyAttestations({ record: [asked], head: asked.hash }).whole; // true
 *  verifyAttestations({ record: [], head: asked.hash }).findings.map(({ code }) => code); // ["truncated"] */
export function verifyAttestations(request: { record: AttestationEvent[]; head?: string }): {
  whole: boolean;
  head: string | null;
  findings: {
    /** From 0. */ position: number;
    code: "changed" | "broken" | "time" | "truncated" | "unanswered";
    severity: Notice["severity"];
    message: string;
  }[];
};
/** The newest answer that covers a service of that day: same patient, discipline, year, plan of care; not after its `until`; a line's or a
 *  visit's answer covers nothing else. null: nobody answered.
 *  @example
 *  import { fixtures } from "kx-modifier/testing";
 *  const scope: AttestationScope = { patient: "p-1", discipline: "PT", year: 2026 };
 *  const asked = askAttestation({ record: [], at: "2026-07-01T15:04:05-04:00", scope, decision: fixtures.autoApplyOff.decision });
 *  const answered = answerAttestation({
 *    record: [asked],
 *    at: "2026-07-01T15:05:00-04:00",
 *    asked: asked.hash,
 *    by: "Kim Lee, PT",
 *    role: "therapist",
 *    answer: "add-kx",
 *  });
 *  standingAttestation({ record: [asked, answered], scope, on: "2026-07-08" })?.by; // "Kim Lee, PT" */
export function standingAttestation(request: { record: AttestationEvent[]; scope: AttestationScope; on: CivilDate }): {
  answer: "add-kx" | "leave-kx-off";
  by: string;
  at: string;
  reason: string | null;
} | null;
/** The feedback of a decision support intervention in a computable form (45 CFR 170.315(b)(11)(ii)(C)), one row an answer. `intervention`: the
 *  package with the rules and packs that asked. `action`: "add-kx" or "leave-kx-off".
 *  @example
 *  import { fixtures } from "kx-modifier/testing";
 *  const scope: AttestationScope = { patient: "p-1", discipline: "PT", year: 2026 };
 *  const asked = askAttestation({ record: [], at: "2026-07-01T15:04:05-04:00", scope, decision: fixtures.autoApplyOff.decision });
 *  const answered = answerAttestation({
 *    record: [asked],
 *    at: "2026-07-01T15:05:00-04:00",
 *    asked: asked.hash,
 *    by: "Kim Lee, PT",
 *    role: "therapist",
 *    answer: "add-kx",
 *  });
 *  exportFeedback({ record: [asked, answered] }).map(({ action, user }) => [action, user]); // [["add-kx", "Kim Lee, PT"]] */
export function exportFeedback(request: { record: AttestationEvent[]; location?: string }): {
  intervention: string;
  action: string;
  feedback: string | null;
  user: string;
  date: string;
  location: string | null;
}[];
/** The source attributes of an evidence-based intervention, as 45 CFR 170.315(b)(11)(iv)(A) lists them: 13 rows, for people to read. One about
 *  who the patient is says that it is not used.
 *  @example
 *  sourceAttributes().length; // 13
 *  sourceAttributes().find(({ id }) => id === "sex")?.value; // "Not used" */
export function sourceAttributes(): {
  id:
    | "citation"
    | "developer"
    | "funding"
    | "release"
    | "race"
    | "ethnicity"
    | "language"
    | "sexual-orientation"
    | "gender-identity"
    | "sex"
    | "date-of-birth"
    | "social-determinants"
    | "health-status";
  label: string;
  value: string;
}[];

// ---------------------------------------------------------------- a year of lines: audit

export interface AuditLine extends ServiceLine {
  id: string;
  date: CivilDate;
  allowed: Money;
  serviceType?: ServiceType;
  status?: UsageEntry["status"];
  /** The day the payer processed it: orders the line in place of its date. */
  posted?: CivilDate;
  /** Lines of one claim, for policy.mixedClaim. */
  claim?: string;
}
/** One beneficiary. Lines run by `posted` or else `date`, then in the order given; each calendar year (of the date of service) on its
 *  own. Service type comes from the line, else from its one plan of care (GP, GO or GN). Not applicable: no service type, no therapy code
 *  (cms list, on the day of service), void, or a year without an amount; these accrue nothing and are findings. Also 99 without a KX that is seen: that line
 *  accrues.
 *  kx: missing = reached without KX; early = KX while standing is below; crossing = a crossing line without KX; correct = the
 *  rest, and GA, GZ or GY without KX. Five modifiers are a finding here, not an error.
 *  A line with an `allowed` below zero takes an earlier payment back. It is judged like any other, but for `policy.reversals` "pair": there it
 *  is not applicable, and "reversal" is all that is found of it. So is a payment that it takes back wholly: a line that ran before it and is
 *  adjudicated, with the same claim, date, code, modifiers, service type and amount. Of several that are alike none is; without a claim
 *  nothing is matched.
 *  @example
 *  const { lines, findings } = audit({
 *    lines: [
 *      { id: "1", date: "2026-02-02", code: "97110", modifiers: ["GP"], allowed: "2490.00" },
 *      { id: "2", date: "2026-03-02", code: "97140", modifiers: ["GP"], allowed: "28.00" },
 *    ],
 *  });
 *  lines.map(({ kx }) => kx); // ["crossing", "missing"]
 *  findings.map(({ id, code }) => `${id}: ${code}`); // ["1: crossing-without-kx", "2: missing-kx"] */
export function audit(request: { lines: AuditLine[]; otherUsed?: { [year: string]: PerServiceType<Money> }; policy?: Policy }): {
  /** In running order. */
  lines: {
    id: string;
    serviceType: ServiceType | null;
    before: Money | null;
    after: Money | null;
    standing: Decision["standing"];
    kx: "missing" | "early" | "correct" | "crossing" | "not-applicable";
  }[];
  /** Codes as the notices', and "missing-kx", "unknown-year", "too-many-modifiers" (error), "early-kx", "crossing-without-kx" (warning),
   *  "void", "reversal" (info). */
  findings: { id: string; code: NoticeCode; severity: Notice["severity"]; message: string }[];
  /** Buckets with lines. remaining: after the last line. reachedOn: date of the line after which remaining is ≤ 0 (the first line where it
   *  was so before); with `policy.reversals` "pair" of the line since which it has been so, and null where something remains. reachedAt: the
   *  day that orders this line, its `posted` or else its date.
   *  reachedNote: that `otherUsed` counts, whose days are not known, where remaining would have been above 0 after that line without. */
  totals: {
    year: number;
    serviceType: ServiceType;
    allowed: Money;
    withKx: Money;
    threshold: Money;
    remaining: Money;
    reachedOn: CivilDate | null;
    reachedAt: CivilDate | null;
    reachedNote: string | null;
  }[];
};
/** Bulk path: one AuditLine with a `beneficiary` a line; lines of one beneficiary stand together, and an empty name is
 *  "missing-field". Blank lines at the end are none, and a byte order mark at the beginning is forgiven. One audited line (the `lines` shape with
 *  `beneficiary` and its findings) or {"error":…} a line comes back, in input order.
 *  @example
 *  const line = { beneficiary: "b-1", id: "1", date: "2026-02-02", code: "97110", modifiers: ["GP"], allowed: "31.40" };
 *  const answers = auditNdjson(new TextEncoder().encode(`${JSON.stringify(line)}\n`));
 *  JSON.parse(new TextDecoder().decode(answers)).kx; // "correct" */
export function auditNdjson(lines: Uint8Array, policy?: Policy): Uint8Array;

// ---------------------------------------------------------------- worklist

/** A patient as a worklist looks at them. */
export interface WorklistPatient {
  id: string;
  /** The open appointment, or else the day that is looked at, with coverage, usage, record and choices. */
  context: Omit<DecisionRequest, "line">;
  /** The lines of the open appointment. */
  lines?: AppointmentLine[];
  /** Lines that were billed, for the audit. */
  billed?: AuditLine[];
  /** Visits that are booked, each for one bucket, with what Medicare is expected to allow. */
  booked?: { date: CivilDate; serviceType: ServiceType; allowed: Money }[];
  /** Entries of remittances, as `reworkDenials` takes them with `billed`: those that are denied, and that no later one among them answers,
   *  wait to be reworked. `expected`: what Medicare was expected to allow for the line, where `billed` does not say it. */
  denied?: (DeniedEntry & { expected?: Money })[];
  /** Of `denied`: how its claims were submitted, and the remittance's day, for entries of one whose `posted` is not that day. */
  claimType?: "professional" | "institutional";
  decided?: CivilDate;
  /** Of `denied`: a clinician's answers, as of `reworkDenials`. */
  attested?: string[];
  leftOff?: string[];
  /** Where and by whom the patient is treated, in the host's words: `totalAtStake` adds up by them. */
  clinic?: string;
  therapist?: string;
}
/** suggestion: what holds the claim of the open appointment, as `holdClaims` says it, by its `code`; of what one step answers the gravest. What
 *  the record lacks is in documentation. declined-kx (error): KX that was declined ("kx-declined-present") and is on
 *  an open or a billed line. denied: a denied line, by `reworkDenials`; an error where KX was missing and no clinician left it off, a warning where something else can be
 *  done (below-threshold, has-kx), else an info. missing-kx (error), crossing, early-kx (warning): what `audit` says of a
 *  billed line that is not denied; of a pending one without KX that it crosses or is due is missing-kx too, and still to be decided. documentation: warning
 *  where something is missing, info where something is due, advice never; asked where a record is given and a
 *  bucket is near or reached, or a suggestion is open. medical-review, reached (warning), near (info): how far a bucket is. */
export interface WorklistItem {
  kind: "suggestion" | "declined-kx" | "denied" | "missing-kx" | "documentation" | "medical-review" | "reached" | "crossing" | "early-kx" | "near";
  /** Of a line that has not gone out, open or pending, and of what holds its claim: what `holdClaims` calls it, so that both are named and marked
   *  alike. Null of all else. */
  code: HoldReason["code"] | null;
  severity: Notice["severity"];
  serviceType: ServiceType | null;
  /** The line's id, where it is about one and has one. */
  line: string | null;
  /** The day by which it is to be done. suggestion, documentation, and what stands on an open line: the day of the appointment. near, reached:
   *  the first visit in `booked` on or after it in that service type, after it once lines have taken from the bucket, null without one. What stands on a billed line: 365 days after its
   *  date of service, before which no way to correct it ends (a reopening, an adjustment; contractors differ); null on a pending one, which
   *  is put right before it goes out. denied: the last day of its
   *  channel, or else of the appeal; null where neither is known. medical-review: null. */
  due: CivilDate | null;
  message: string;
  /** What to do about it. */
  nextStep: string;
}
/** What waits to be done for each patient, the most urgent first by the appointment's date: what is overdue; what is due within 14 days;
 *  declined-kx, denied and missing-kx; all else, and near, reached and medical-review always, since their day is a visit's. In each the
 *  earliest due day, none last; then errors, warnings, info; then in the order of `kind`. A patient whose data is bad gives its error in
 *  place, and the others go on. For many patients call it for a few hundred at a time.
 *  @example
 *  const [patient] = worklist([
 *    {
 *      id: "p-1",
 *      context: {
 *        appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
 *        coverage: { program: "medicare-part-b" },
 *        usage: { used: { "PT/SLP": "2500.00" } },
 *      },
 *      lines: [{ id: "1", code: "97110", modifiers: ["GP"], allowed: "31.40" }],
 *    },
 *  ]);
 *  patient?.items.map(({ kind, severity }) => `${kind}: ${severity}`); // ["suggestion: error", "reached: warning"]
 *  patient?.atStake.onHold; // "31.40" */
export function worklist(patients: WorklistPatient[]): {
  id: string | null;
  /** After the open lines. */
  thresholds: Thresholds | null;
  items: WorklistItem[];
  /** onHold: open lines with a suggestion. denied: what was expected of the denied lines, by `expected` or else by the billed line that each
   *  of them is. atRisk: billed lines with missing-kx or crossing that are not denied. Zero where the patient's data is bad. */
  atStake: AtStake;
  /** As given. */
  clinic: string | null;
  therapist: string | null;
  error: { code: KxErrorCode; path: string | null; message: string; help: string } | null;
}[];

// ---------------------------------------------------------------- dollars at stake

/** Allowed amounts that wait or may not be paid. What no amount is known of is in none of them. */
export interface AtStake {
  /** In a worklist of open lines with a suggestion; of claims that are held their whole amount. The two differ, as a worklist knows no claim of an
   *  earlier day, and a claim is held for more than a suggestion. */
  onHold: Money;
  /** Expected of lines that the payer denied. */
  denied: Money;
  /** Of lines over the threshold without KX that the payer has not denied. */
  atRisk: Money;
}
/** Adds up what is at stake, a row for each clinic and therapist in the order in which they are first named: the answers of `worklist`, or
 *  the claims of `holdClaims`, of many patients.
 *  @example
 *  const { summary } = totalAtStake({
 *    rows: [
 *      { clinic: "North", therapist: "Kim Lee, PT", atStake: { onHold: "31.40", denied: "0.00", atRisk: "0.00" } },
 *      { clinic: "North", therapist: "Kim Lee, PT", atStake: { onHold: "0.00", denied: "62.80", atRisk: "28.00" } },
 *    ],
 *  });
 *  summary; // "On hold: $31.40. Denied: $62.80. At risk: $28.00." */
export function totalAtStake(request: { rows: { clinic?: string | null; therapist?: string | null; atStake: AtStake }[] }): {
  rows: (AtStake & { clinic: string | null; therapist: string | null })[];
  total: AtStake;
  /** "On hold: $31.40. Denied: $62.80. At risk: $28.00."; what is 0.00 is left out. */
  summary: string;
};

// ---------------------------------------------------------------- hold and release

/** Why a claim waits, or waited until a person released it. */
export interface HoldReason {
  /** The line's id; null where it is about the patient (other-year-usage, usage-unknown, home-health-episode, hospice): a claim has such a
   *  reason once. */
  line: string | null;
  /** "suggestion" (one for each such line) or a notice's code. */
  code: "suggestion" | NoticeCode;
  /** A suggestion is an error: released without an answer it is a denial. */
  severity: Notice["severity"];
  /** Who can answer it. therapist: KX and what it attests to. biller: modifiers, the claim's note, amounts used, another payer. Reasons of a
   *  line with one cause have the same `who` and the same `nextStep`: a screen shows them once. */
  who: "therapist" | "biller";
  /** What there is, as a sentence; of a line with its code and day. */
  message: string;
  /** What to do about it, as a sentence. */
  nextStep: string;
  /** What answers it, the usual first. add-kx, leave-kx-off: a clinician's word on KX, the second with a reason (`kxDeclined`).
   *  remove-modifier, correct-modifier: on the line; the second also where the rendering provider is wrong. complete-record: in the record.
   *  refresh-usage: a newer `usage`. release-as-is: the claim may be right as it is, by a person's word (`released`). */
  answers: ("add-kx" | "leave-kx-off" | "remove-modifier" | "complete-record" | "correct-modifier" | "refresh-usage" | "release-as-is")[];
  /** The word that released it; of a reason without a line the last of its words, once each line that has it is released. */
  released: { by: string; reason: string } | null;
}
/** A person's word that a line may go out as it is: who, and why; empty text is "missing-field". */
export interface Release {
  /** The id of a line of these claims, else "unknown-id". */
  line: string;
  by: string;
  reason: string;
  /** Codes of the reasons that the person was shown. What comes up later holds the line again. Absent: whatever is or will be. Of a line with
   *  99 "modifiers-in-note" alone says that the note was read and KX is not in it: what is left is the clinician's decision. */
  codes?: HoldReason["code"][];
}
/** One patient's claims before they go out, of one calendar year (another than the first line's is "date-invalid"). Lines run in the order
 *  of their days, then of the claims, then of their places, and the allowed amount (US dollars) of a line counts against those after it.
 *  `usage` is what was used without these lines; pending entries whose `claim` is one of these are left. A line's own section, done and provider win over `renderingProvider`.
 *
 *  A claim is held by a line with "suggest", by any error-level notice, and by these warnings: therapy-modifier-missing,
 *  assistant-modifier-missing, early-kx, usage-unknown, modifiers-in-note, attestation-missing, home-health-episode, hospice; under `policy.documentation`
 *  "require" by documentation-incomplete too, also where KX is on the line already. A line without KX that was answered (`kxDeclined`, GA,
 *  GZ, GY) does not hold for being over the threshold. `released` takes a person's word; the reason stays in the list. Of several words for
 *  a line the last counts. `policy.mixedClaim` "whole-bucket" goes by claim, and leaves "professional" ones out.
 *
 *  Errors: ids that stand twice are "duplicate-id" (`claims[1].id`, `claims[1].lines[0].id`: a line's id is its own over all claims); a year
 *  without an amount is "unknown-year" at the first line's date, where benefits apply.
 *
 *  Sources: open suggestions, another payer's episode and what opposes KX by the cautions of the contractors; nothing here says that a
 *  payer holds a claim.
 *  @example
 *  const { claims, summary } = holdClaims({
 *    claims: [{ id: "claim-1", lines: [{ id: "1", date: "2026-07-01", code: "97110", modifiers: ["GP"], allowed: "31.40" }] }],
 *    renderingProvider: { discipline: "PT" },
 *    coverage: { program: "medicare-part-b" },
 *    usage: { used: { "PT/SLP": "2500.00" } },
 *  });
 *  summary; // "The claim is on hold. Expected allowed amount if nothing is denied: $31.40."
 *  claims[0]?.reasons.map(({ code, who }) => `${code}, ${who}`); // ["suggestion, therapist"] */
export function holdClaims(request: {
  claims: {
    id: string;
    type?: "professional" | "institutional";
    lines: (AppointmentLine & { id: string; date: CivilDate })[];
    /** For `atStake`: where and by whom, in the host's words. */
    clinic?: string;
    therapist?: string;
  }[];
  renderingProvider?: RenderingProvider;
  coverage: Coverage;
  preferences?: { autoApplyKx?: boolean };
  usage?: Usage;
  /** For `policy.attestation` "require", as of `DecisionRequest`: a line asks with its own id and day. */
  attestations?: AttestationEvent[];
  documentation?: Documentation;
  policy?: Policy;
  released?: Release[];
}): {
  /** In the order given. */
  claims: {
    id: string;
    /** hold: a reason is unanswered. */
    status: "hold" | "release";
    /** What its lines are expected to be allowed: the sum of those `allowed` that are given. */
    amount: Money;
    /** `therapy`: a therapy line of a known threshold under Medicare benefits, the only kind that accrues. `held`: a reason that the line
     *  has, its own or one about the patient, is unanswered. */
    lines: { id: string; outcome: Outcome; therapy: boolean; held: boolean }[];
    /** Errors first, then in the order of the lines. */
    reasons: HoldReason[];
    /** onHold: the claim's `amount` where it is held. atRisk: of the lines of a claim that is not, those over the threshold without KX and
     *  without GA, GZ, GY or 99. denied: always zero. */
    atStake: AtStake;
    clinic: string | null;
    therapist: string | null;
  }[];
  /** The same, a row for each clinic and therapist in the order in which the claims first name them. */
  atStake: (AtStake & { clinic: string | null; therapist: string | null })[];
  /** "1 of 2 claims are on hold. Expected allowed amount if nothing is denied: $31.40." */
  summary: string;
};

// ---------------------------------------------------------------- denials

/** A line of a remittance, as `readRemittance835` gives it. */
export type DeniedEntry = UsageEntry & { id: string; code: string; modifiers: string[]; claim: string; denied: boolean; reasons: string[] };
/** What can be done about a denied line. The day a channel ends by comes from rows with a source (`data/deadlines.csv`); contractors differ, and
 *  every sentence that names a channel says to check with them. Nothing here advises to bill the patient. */
export interface Denial {
  id: string;
  claim: string;
  code: string;
  /** The first that fits. not-threshold: the reason is not CARC 119. not-therapy: no therapy code on the day of service. has-kx: KX was on the
   *  line. billed-as-not-necessary: GA, GZ or GY. below-threshold: by this account something was left before the line, so other providers' use is
   *  to be checked. kx-missing. */
  verdict: "not-threshold" | "not-therapy" | "has-kx" | "billed-as-not-necessary" | "below-threshold" | "kx-missing";
  /** Of the line's bucket before the line, by this account; null where it does not count (no therapy code) or its year has no amount. */
  remaining: Money | null;
  /** Of kx-missing alone, unless a clinician left KX off: a reopening of a professional claim, an adjustment (type of bill xx7) of an institutional one. */
  channel: "reopening" | "adjustment" | null;
  /** Its last day: a reopening's one year after `decided`, an adjustment's one year after the line's date. One year after Feb 29 is Feb 28. */
  lastDay: CivilDate | null;
  /** 120 days after `decided`, whatever the verdict. */
  appealBy: CivilDate | null;
  message: string;
  nextStep: string;
  /** The request to the contractor, its lines separated by line feeds: of a kx-missing line in `attested`, else null. */
  text: string | null;
}
/** The denied therapy lines of a remittance beside the account, in their order. Entries that are not `denied` have no answer, so that all of a
 *  remittance can be given. The account is `billed` with `otherUsed`, run as `audit` runs it, with each denied line at 0.00: in the place of the
 *  billed line with its id, or of the one pending line of its claim, day, bucket and code; else behind all that ran on its day.
 *
 *  A denied line has no answer where a later remittance has one: an entry of its claim, day, service type and code with a later `posted`, be it
 *  paid after a reopening, denied again (then that one has an answer) or taken back. Give all of a patient's remittances.
 *
 *  `type` is professional where it is absent. `decided`: the remittance's day; without it each entry's own `posted`, and without that a
 *  reopening's last day and the appeal's are null. Of an entry with program "medicare-advantage" channel and days are null: the plan says how
 *  to correct it.
 *  `attested`: ids of lines for which a clinician answered "add-kx". `leftOff`: of those for which the answer was "leave-kx-off", which wins: they have
 *  no channel and no text. `date`: the day it is looked at; a last day before it is said to be over, and the contractor is to be asked.
 *
 *  Errors: an id that stands twice in `denied` or in `billed` is "duplicate-id" (`denied[1].id`); an answered id of no denied line "unknown-id"
 *  (`attested[0]`, `leftOff[0]`); a line that only its balance can judge, in a year without an amount, "unknown-year" (`denied[0].date`).
 *  @example
 *  const { denials } = reworkDenials({
 *    denied: [
 *      {
 *        id: "7", date: "2026-07-01", serviceType: "PT/SLP", allowed: "0.00", code: "97110", modifiers: ["GP"],
 *        claim: "C7", denied: true, reasons: ["CO-119"],
 *      },
 *    ],
 *    billed: [{ id: "1", date: "2026-02-02", code: "97110", modifiers: ["GP"], allowed: "2500.00" }],
 *    decided: "2026-10-12",
 *    attested: ["7"],
 *  });
 *  denials.map(({ verdict, channel, lastDay }) => [verdict, channel, lastDay]); // [["kx-missing", "reopening", "2027-10-12"]]
 *  denials[0]?.text !== null; // true */
export function reworkDenials(request: {
  denied: DeniedEntry[];
  billed: AuditLine[];
  otherUsed?: { [year: string]: PerServiceType<Money> };
  type?: "professional" | "institutional";
  decided?: CivilDate;
  attested?: string[];
  leftOff?: string[];
  date?: CivilDate;
  policy?: Policy;
}): { denials: Denial[] };

// ---------------------------------------------------------------- due dates

/** A day by which something is due. */
export interface DueDate {
  /** initial-certification: 30 days after the first treatment, while no certification and no order is on record. recertification: the
   *  last day of the certification; without one 90 days after the first treatment, or the plan's duration where that is shorter. progress-report:
   *  the 10th treatment day. re-evaluation: 90 days after the last one, which is usual and no hard rule, so it is never overdue. correction: the
   *  last day of a denied line's channel. appeal: the day of its appeal. review: the day by which a reviewer must have the records. */
  kind: "initial-certification" | "recertification" | "progress-report" | "re-evaluation" | "correction" | "appeal" | "review";
  /** The id of the denied line or of the review; null for what is of the record. */
  id: string | null;
  /** The last day that is in time; null where it can't be told. */
  day: CivilDate | null;
  /** From the request's `date`; below zero once it is over. */
  daysLeft: number | null;
  /** Of a progress report: how many treatment days are left, 0 on the 10th, below zero after it; else null. */
  treatmentDaysLeft: number | null;
  /** due: today; of a re-evaluation also later. soon: within `soonWithin` days, or two treatment days. unknown: no day can be told. done:
   *  what a review asked for was sent. */
  status: "overdue" | "due" | "soon" | "later" | "unknown" | "done";
  /** A few words for a calendar: "Recertification due". */
  title: string;
  message: string;
  nextStep: string;
  /** Where the number of days is from: "the letter", where that names the day. */
  source: string;
}
/** What is due and by when: of the record, of denied lines (`reworkDenials`, as answered) and of reviews. The earliest first, what is
 *  overdue without a day before all others, those without a day last; of one day in the order of `kind`. A kind that nothing is known of has no row. `planDays`: the plan of care's duration in days from the
 *  first treatment. `visits`: days that are booked, of which those after `date` tell the 10th treatment day. `soonWithin`: default 14. Ids
 *  that stand twice are "duplicate-id".
 *  @example
 *  const { dates, summary } = dueDates({ date: "2026-10-15", documentation: { certifiedThrough: "2026-10-20" } });
 *  summary; // "Next: Recertification due, Oct 20, 2026."
 *  dates.map(({ kind, daysLeft }) => [kind, daysLeft]); // [["recertification", 5]] */
export function dueDates(request: {
  date: CivilDate;
  /** The day that the record is looked at, where it is another one. */
  recordDate?: CivilDate;
  documentation?: Documentation;
  planDays?: number;
  visits?: CivilDate[];
  denials?: Denial[];
  reviews?: Review[];
  soonWithin?: number;
}): {
  dates: DueDate[];
  /** "1 date is overdue. Next: Recertification due, Sep 14, 2026." */
  summary: string;
};
/** The same as an iCalendar text (RFC 5545), one event of the whole day each; what has no day, and what is done, is left out. No patient is named
 *  unless `patient` is given. `at`: the moment of the export (RFC 3339). `key`: what tells this patient's dates from another's; with the kind
 *  and id it makes each event's UID, as a hash, so that a later export replaces an earlier one. Empty is "missing-field".
 *  @example
 *  const { dates } = dueDates({ date: "2026-10-15", documentation: { certifiedThrough: "2026-10-20" } });
 *  const ics = toCalendar({ dates, at: "2026-10-15T08:00:00-04:00", key: "patient-17" });
 *  ics.split("\r\n").filter((line) => line.startsWith("SUMMARY") || line.startsWith("DTSTART")); // ["DTSTART;VALUE=DATE:20261020", "SUMMARY:Recertification due"] */
export function toCalendar(request: { dates: DueDate[]; at: string; key: string; patient?: string }): string;

// ---------------------------------------------------------------- review packet

/** A reviewer's letter: an Additional Documentation Request of a Medicare contractor (MAC) or a Unified Program Integrity Contractor (UPIC). */
export interface Review {
  /** The host's name for it. */
  id: string;
  contractor: string;
  kind: "MAC" | "UPIC";
  controlNumber: string;
  /** The date on the letter. */
  dated?: CivilDate;
  received?: CivilDate;
  /** The day that the letter names: it wins. Without it 45 days (MAC) or 30 (UPIC) after `dated`, or else after `received`. */
  due?: CivilDate;
  /** Proof that the packet was sent. */
  sent?: { on: CivilDate; how: "portal" | "esmd" | "fax" | "mail"; by?: string; confirmation?: string };
}
export type DocumentKind =
  | "order"
  | "certification"
  | "initial-evaluation"
  | "re-evaluation"
  | "diagnostic-test"
  | "treatment-note"
  | "treatment-log"
  | "plan-of-care"
  | "progress-report"
  | "abbreviation-key"
  | "patient-notice"
  | "supervision"
  | "other-service"
  | "credentials"
  | "signature-log"
  | "other";
/** A document on file. */
export interface ReviewDocument {
  id: string;
  kind: DocumentKind;
  /** The host's own name for it, such as "Progress report 2". */
  title?: string;
  /** The day it is about; with `through` the first of several. */
  day: CivilDate;
  through?: CivilDate;
  /** How many. */
  pages?: number;
  /** Who wrote it, with credentials: "Kim Lee, PT". */
  author?: string;
  /** The day it was written or signed. Later than the last day it is about, it is a late entry. */
  written?: CivilDate;
}
/** What a contractor asks for, in its order. */
export interface ReviewChecklist {
  id: string;
  contractor: string;
  source: string;
  /** The day that its page names, or on which it was read. */
  reviewed: CivilDate | null;
  /** Whether the order is the contractor's own. */
  inOrder: boolean;
  items: ReviewChecklistItem[];
}
export interface ReviewChecklistItem {
  id: string;
  /** What it asks for, in a few words: the title of a section. */
  text: string;
  /** Documents of these kinds answer it. */
  kinds: DocumentKind[];
  /** any: one document is enough. each-day: one for each day under review. two-before: two before each day under review. every-page: the
   *  beneficiary's name and the date of service, which a person looks for. A signature log and an abbreviation key without a document are
   *  answered by those of the packet. Of the built-in checklists certifications cover each day under review, and progress reports since the
   *  start of therapy leave no 90 days, and no more than 10 known treatment days, without one. */
  asks: "any" | "each-day" | "two-before" | "every-page";
  /** Asked only where there is such a thing. */
  ifAny: boolean;
}
/** The checklists that are built in: "ngs" and "cgs".
 *  @example
 *  reviewChecklists().map(({ id }) => id); // ["cgs", "ngs"] */
export function reviewChecklists(): ReviewChecklist[];

export interface ReviewPacketRequest {
  /** The day that days left are counted from. */
  date: CivilDate;
  review: Review;
  beneficiary: ReadPatient;
  /** The lines under review. `decision`: what was decided at the time. */
  lines: { id: string; date: CivilDate; code: string; modifiers?: string[]; units?: number; charge?: Money; claim?: string; decision?: Decision }[];
  documents: ReviewDocument[];
  /** The patient's record: the newest clinician's answer on KX that covers a line is shown with it. */
  attestations?: AttestationEvent[];
  /** By its id: one that is built in, or one of `checklists`. */
  checklist: string;
  /** The host's own: an id that is built in is replaced. */
  checklists?: ReviewChecklist[];
  /** Ids of items for which a person said that there is nothing to send. */
  notApplicable?: string[];
  /** For the signature log: each name as it stands in `author`, and how that person signs, where it is not so. */
  signatures?: { name: string; credentials?: string; signature?: string }[];
  abbreviations?: { short: string; meaning: string }[];
}
export interface PacketDocument {
  id: string;
  kind: DocumentKind;
  /** The given one, or else the kind's. */
  title: string;
  day: CivilDate;
  through: CivilDate | null;
  /** Its pages among all documents, in the order of the packet; null from the first document on whose number of pages is not known. */
  pages: { from: number; to: number } | null;
  author: string | null;
  /** For a certification the day on which it was signed. */
  written: CivilDate | null;
  /** "Late entry: written on Jul 13, 2026, 12 days after the service." */
  late: string | null;
}
export interface PacketSection {
  /** The item's id; "letter", "lines", "progress", "signatures", "abbreviations", "others" and "proof" are the packet's own. */
  id: string;
  title: string;
  /** incomplete: some of what is asked. check: none of what is asked only if there is any, or a person has to look. */
  status: "on-file" | "incomplete" | "missing" | "check" | "not-applicable";
  /** In sentences, for the reviewer: what is printed. */
  text: string[];
  /** In sentences, for those who put the packet together: what is missing, or waits for a person to look. Never printed. */
  notes: string[];
  documents: PacketDocument[];
}
/** What answers a reviewer's letter, a section a page. */
export interface ReviewPacket {
  title: string;
  /** For the head of every page: the beneficiary, the dates of service and the control number. */
  header: string;
  due: DueDate;
  checklist: Pick<ReviewChecklist, "id" | "contractor" | "source" | "reviewed" | "inOrder">;
  /** The letter, the lines under review; the checklist's items in its order; then progress reports (where no item
   *  asks for two before a day), signatures, abbreviations and other documents where there are any, and the proof of submission. A document is in the first section that it answers. */
  sections: PacketSection[];
  lines: {
    id: string;
    date: CivilDate;
    code: string;
    modifiers: string[];
    units: number | null;
    charge: Money | null;
    claim: string | null;
    /** Ids of what is behind its day: its note and its log, the plan of care and the certification of that day, and the progress report before it. */
    documents: string[];
    /** What the checklist asks for on each day under review and its day does not have, in the words of the items. Of the clinic: not for the reviewer. */
    missing: string[];
    /** The clinic's own, and not for the reviewer. `tooltip`: what was billed, and the balance before the line, for the reviewer: what a screen said at the time is not repeated. */
    decision: { action: Decision["action"]; tooltip: string } | null;
    /** null: nobody answered, or what was answered is that KX belongs, and the line was billed without. */
    attestation: { answer: "add-kx" | "leave-kx-off"; covers: "line" | "visit" | "plan-of-care"; by: string; at: string; reason: string | null } | null;
  }[];
  /** For each day under review the ids of the last two progress reports before it, the later first: about days before it, and not written on it or later. */
  progressReports: { day: CivilDate; reports: string[]; missing: number }[];
  /** Who wrote what is in the packet, in order; `signature` where the host gives it. */
  signatureLog: { name: string; credentials: string | null; signature: string | null; documents: number }[];
  abbreviations: { short: string; meaning: string }[];
  /** Ids of documents that are late entries. */
  lateEntries: string[];
  /** What is missing or incomplete, in sentences: the same as in the sections. Empty: nothing is. */
  missing: string[];
  /** "9 of 14 items are on file, 2 are missing, 3 to check. Due Nov 26, 2026: 10 days left." */
  summary: string;
}
/** The answer to a letter.
 *  @example
 *  const packet = reviewPacket({
 *    date: "2026-10-01", checklist: "ngs", beneficiary: { name: "Ana Ruiz", memberId: "1EG4TE5MK72" },
 *    review: { id: "r-1", contractor: "NGS", kind: "MAC", controlNumber: "26-4471", dated: "2026-09-10" },
 *    lines: [{ id: "7", date: "2026-07-08", code: "97110", modifiers: ["GP", "KX"] }],
 *    documents: [{ id: "o", kind: "order", day: "2026-05-01", pages: 1, author: "Dr. Jo Park" }],
 *  });
 *  packet.sections.map(({ title, status }) => `${title}: ${status}`); // ["Letter: on-file", "Lines under review: check", "Physician's orders: on-file", …]
 *
 *  Errors: ids that stand twice among `lines`, `documents` or a checklist's items are "duplicate-id"; a `checklist` that
 *  there is none of, and an item of `notApplicable` that it does not have, "unknown-id"; no line under review "missing-field". */
export function reviewPacket(request: ReviewPacketRequest): ReviewPacket;

// ---------------------------------------------------------------- comparative billing (eCBR)

export interface ComparativeBillingRequest {
  lines: { code: string; modifiers?: string[] }[];
  /** Default 97110, 97112, 97140, 97530. */
  codes?: string[];
  /** Peer lines with KX and in all, per code; or just the proportion (then no test is made). */
  peers: { scope: "state" | "jurisdiction" | "nation"; label: string; codes: { [code: string]: { kx: number; total: number } | { proportion: number } } }[];
}
/** Pearson's chi-square, one degree of freedom, no continuity correction, alpha 0.05; where an expected count is below 5, or only a
 *  proportion is known, a higher value is "Higher". Equal or lower: "Does Not Exceed". No own lines or no peer: "N/A".
 *  @example
 *  const { rows } = compareBilling({
 *    lines: [{ code: "97110", modifiers: ["GP", "KX"] }, { code: "97110", modifiers: ["GP"] }],
 *    codes: ["97110"],
 *    peers: [{ scope: "state", label: "Ohio", codes: { 97110: { proportion: 0.2 } } }],
 *  });
 *  rows[0]?.proportion; // 0.5
 *  rows[0]?.peers[0]?.comparison; // "Higher" */
export function compareBilling(request: ComparativeBillingRequest): {
  rows: {
    code: string;
    description: string;
    lines: number;
    kxLines: number;
    proportion: number | null;
    /** `lines` and `kxLines` are null where only a proportion is known, or nothing. */
    peers: {
      scope: "state" | "jurisdiction" | "nation";
      label: string;
      lines: number | null;
      kxLines: number | null;
      proportion: number | null;
      comparison: "Significantly Higher" | "Higher" | "Does Not Exceed" | "N/A";
    }[];
  }[];
};

// ---------------------------------------------------------------- eligibility

export interface EligibilityAmount {
  serviceType: ServiceType;
  kind: "used" | "remaining";
  amount: Money;
  from: CivilDate | null;
  to: CivilDate | null;
  /** Where it was read: the X12 segment, or a FHIR path. */
  segment: string;
  patient?: ReadPatient;
}
/** Medicare's own figure holds our processed claims too. What is other providers': used (or threshold − remaining) less our adjudicated
 *  entries of that year posted (else dated) on or before `asOf`. Never below 0; a negative result is reported ("other-used-negative", warning)
 *  and gives 0. Figures of one bucket that differ ("eligibility-disagrees", error) and those of another year ("other-period", info) are left;
 *  an `asOf` in another year than `date` is "other-year-usage" (error).
 *  @example
 *  const { otherUsed, sums } = otherUsedFromEligibility({
 *    date: "2026-07-01",
 *    asOf: "2026-06-30",
 *    amounts: [{ serviceType: "OT", kind: "used", amount: "900.00", from: "2026-01-01", to: "2026-12-31", segment: "EB" }],
 *    entries: [{ id: "1", date: "2026-03-02", serviceType: "OT", allowed: "600.00", posted: "2026-03-20" }],
 *  });
 *  otherUsed; // { "OT": "300.00" }
 *  sums[0]?.remaining; // "1580.00" */
export function otherUsedFromEligibility(request: {
  date: CivilDate;
  asOf: CivilDate;
  amounts: EligibilityAmount[];
  entries: UsageEntry[];
  /** Other providers' lines, from CMS's claims feeds (`readExplanationsOfBenefit`). They are used elsewhere of a bucket of which no amount of
   *  that year is given. Where one is, they help explain it and are not added: it holds them. `elsewhere` of the answer says which counts. */
  elsewhere?: UsageEntry[];
  policy?: Policy;
}): {
  /** What all providers used by the figure, and what of it is ours: of each bucket that is in `otherUsed`. */ used: PerServiceType<Money>;
  ours: PerServiceType<Money>;
  otherUsed: PerServiceType<Money>;
  /** What is left by that, of the same buckets: threshold − usedHere − otherUsed = remaining. `usedHere` is all of ours in the year,
   *  `pending` the part of it that no payer has processed. Without a known amount for the year threshold and remaining are null. `stated`:
   *  what Medicare says is left, where that was its figure (threshold − stated = used). */
  sums: {
    serviceType: ServiceType;
    stated: Money | null;
    threshold: Money | null;
    usedHere: Money;
    pending: Money;
    otherUsed: Money;
    remaining: Money | null;
  }[];
  /** Of each bucket with lines of other providers in the year: what they come to (never below 0), and whether they count or Medicare's own
   *  figure does. A bucket whose figures disagree is in doubt and has no row. */
  elsewhere: { serviceType: ServiceType; counted: "figure" | "lines"; lines: Money; message: string }[];
  asOf: CivilDate;
  notices: Notice[];
};

/** pVerify's EligibilitySummary: `MedicareInfoSummary.OT_UsedAmount` and `.PT_SLP_UsedAmount` ({ Value, Notes }) are amounts used in the
 *  calendar year of `checked`, the day of the check (`from` and `to` are that year's). "$1,234.50" and "1234.5" are amounts. A number, "",
 *  "N/A" and an absent one are named in `unread`. Anything else of the response is left: also whose it is.
 *  @example
 *  const { amounts } = amountsFromPverify({
 *    response: { MedicareInfoSummary: { OT_UsedAmount: { Value: "$1,234.50" } } },
 *    checked: "2026-07-01",
 *  });
 *  amounts.map(({ serviceType, amount }) => [serviceType, amount]); // [["OT", "1234.50"]] */
export function amountsFromPverify(request: { response: object; checked: CivilDate }): {
  amounts: EligibilityAmount[];
  unread: { segment: string; reason: string }[];
};

// ---------------------------------------------------------------- X12 in, never a throw on odd content
//
// What cannot be read is named in `unread` or `skipped`: never dropped, never guessed. So is what is wrong with a file as a whole: one that
// is cut off (SE, GE or IEA missing; what was complete before is given, the line, claim or benefit that was being read is not), counts that
// disagree (one finding an interchange; drops nothing), an interchange without a transaction, an acknowledgement (TA1, 997, 999, 277), a test
// file (ISA15 is T). Text that is no X12 throws "x12-invalid".

/** A 271 eligibility response: what the two buckets have used or have left. EB03 AD = OT; AE, AF = PT/SLP (may repeat); or EB05 naming
 *  occupational, or physical or speech. EB04 MB or empty; else unread. EB06 29 = remaining; MSG "USED AMOUNT" = used; else unread.
 *  The amount is EB07; a segment whose elements are shifted is unread. The patient is the subscriber (or dependent) of the loop: a name
 *  below a benefit (LS … LE) is another coverage's.
 *  @example
 *  const text = [
 *    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260101*1200*^*00501*000000001*0*P*:",
 *    "ST*271*0001",
 *    "EB*D**AD*MB**29*1840",
 *    "SE*3*0001",
 *    "",
 *  ].join("~");
 *  const { amounts } = readEligibility271(text);
 *  amounts.map(({ serviceType, kind, amount }) => [serviceType, kind, amount]); // [["OT", "remaining", "1840.00"]] */
export function readEligibility271(text: string): { amounts: (EligibilityAmount & { patient: ReadPatient })[]; unread: { segment: string; reason: string }[] };
/** An 835 remittance: therapy lines with their allowed amounts, ready for usage.entries. Claims that CLP06 files under MB, MA (Part B bill
 *  types) or 16 (program "medicare-advantage"). Skipped with the reason: other payers; a Part A stay (11x, 18x, 21x), home health under a
 *  plan of care (32x, 33x) and a critical access hospital (85x: paid on cost); a predetermination (CLP02 25) and a forwarded claim (23); a
 *  claim without service lines; a positive reversal after a signed one of the same claim; no single plan of care (GP, GO or GN); days of two
 *  calendar years.
 *
 *  Denied (0.00): CLP02 4, or CARC 119 with nothing paid, beside any stated amount. Else allowed is AMT*B6. Without it: denied where nothing
 *  is paid and nothing owed (PR-96 and PR-16 are not owed), unless another payer paid; else charge less CO-45 and CO-59 (CO-253 and the
 *  patient's share do not count; any other adjustment: skipped), where line and claim balance (charge − all adjustments = paid).
 *  Adjustments of a claim with one line are the line's; of several, those that may change what is allowed leave the lines unread. A reversal
 *  (CLP02 22) is negative; of a denied line it is 0.00 and no denial. `posted` = the payment date; `id` is the same when the same file is read again. A patient without a number has the
 *  subscriber's; a corrected one (NM1*74) is the patient's.
 *  @example
 *  const text = [
 *    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260101*1200*^*00501*000000001*0*P*:",
 *    "ST*835*0001",
 *    "BPR*I*52*C*ACH*CCP*01*8*DA*2*1**01*1*DA*1*20260316",
 *    "CLP*C1*1*80*52*13*MB*ICN1*11*1",
 *    "SVC*HC:97110:GP*80*52**2",
 *    "DTM*472*20260310",
 *    "CAS*CO*45*15",
 *    "CAS*PR*2*13",
 *    "AMT*B6*65",
 *    "SE*9*0001",
 *    "",
 *  ].join("~");
 *  const { entries } = readRemittance835(text);
 *  entries.map(({ code, allowed, posted }) => [code, allowed, posted]); // [["97110", "65.00", "2026-03-16"]] */
export function readRemittance835(text: string): {
  entries: (UsageEntry & {
    id: string;
    code: string;
    modifiers: string[];
    claim: string;
    denied: boolean;
    allowedFrom: "AMT*B6" | "adjustments";
    reasons: string[];
    patient: ReadPatient;
  })[];
  skipped: { segment: string; reason: string }[];
};
/** An 837 professional or institutional claim file: its therapy lines, ready for decide; audit also needs allowed amounts
 *  (estimateAllowed or the remittance). Medicare claims of a Part A stay or of home health under a plan of care are skipped; a date of
 *  service over two calendar years is null and named. `note`: what the provider noted at the line (NTE02).
 *  @example
 *  const text = [
 *    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260101*1200*^*00501*000000001*0*P*:",
 *    "ST*837*0001*005010X222A2",
 *    "HL*2*1*22*0",
 *    "SBR*P*18*******MB",
 *    "CLM*A1*80***11:B:1",
 *    "LX*1",
 *    "SV1*HC:97110:GP:KX*80.00*UN*2***1",
 *    "DTP*472*D8*20260310",
 *    "SE*8*0001",
 *    "",
 *  ].join("~");
 *  const { claims } = readClaim837(text);
 *  claims[0]?.lines.map(({ date, code, modifiers }) => [date, code, modifiers.join(" ")]); // [["2026-03-10", "97110", "GP KX"]] */
export function readClaim837(text: string): {
  claims: {
    id: string;
    type: "professional" | "institutional";
    frequency: string;
    payer: string | null;
    medicare: boolean;
    patient: ReadPatient;
    lines: { id: string; date: CivilDate | null; code: string; modifiers: string[]; charge: Money; units: number; note: string | null }[];
  }[];
  skipped: { segment: string; reason: string }[];
};

/** Which of the three a text is, by its first transaction that is one (null: none is), of which day (the response's, the payment's, the batch's),
 *  and whose: `positions` of `amounts`, `entries` or `claims` in what the reader of that kind gives. For a screen that has to show whose
 *  figures these are before a person accepts them. Text that is no X12 throws "x12-invalid".
 *  @example
 *  const text = [
 *    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260101*1200*^*00501*000000001*0*P*:",
 *    "ST*835*0001",
 *    "BPR*I*52*C*ACH*CCP*01*8*DA*2*1**01*1*DA*1*20260316",
 *    "SE*3*0001",
 *    "",
 *  ].join("~");
 *  const { kind, date } = identifyX12(text);
 *  kind; // "835"
 *  date; // "2026-03-16" */
export function identifyX12(text: string): {
  kind: "271" | "835" | "837" | null;
  /** What it is and of which day, and what is wrong with it as a whole, in a sentence or two. */
  message: string;
  date: CivilDate | null;
  patients: (ReadPatient & { positions: number[] })[];
};

/** What accepting read entries (a remittance's), or a checked figure of what other providers used, would change: reading is not accepting.
 *  The lines of the open appointment are decided twice, as things stand and with what was read. Accepting is keeping `usage` in place of
 *  the usage given; undoing is keeping the usage given.
 *  @example
 *  const preview = previewImport({
 *    lines: [{ id: "1", code: "97110", modifiers: ["GP"], allowed: "31.40" }],
 *    appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
 *    coverage: { program: "medicare-part-b" },
 *    preferences: { autoApplyKx: true },
 *    usage: { used: { "PT/SLP": "2000.00" } },
 *    read: { otherUsed: { "PT/SLP": "500.00" }, asOf: "2026-06-30" },
 *  });
 *  preview.summary; // "Used elsewhere updated. 1 change to KX decisions."
 *  preview.lines.map(({ before, after }) => [before.action, after.action]); // [["none", "apply"]] */
export function previewImport(request: AppointmentRequest & { read: ImportedUsage }): ImportPreview;
export interface ImportedUsage {
  entries?: UsageEntry[];
  otherUsed?: PerServiceType<Money>;
  /** The day of `otherUsed`. */
  asOf?: CivilDate;
}
export interface ImportPreview {
  /** Whether accepting changes anything that is kept. Not where the same file was accepted before. */
  changes: boolean;
  /** What accepting does, in a sentence or two. */
  summary: string;
  /** The usage with what was read; what was there stays as it was given (a null stays null). Totals have one day together: where an older one stays beside a new figure, `asOf` is the older day. */
  usage: Usage;
  /** In the order read. added: new. takes-back: new and below zero, a reversal. unchanged: there already. replaces: one with its id was
   *  there and said something else. settles: it stands in for a pending entry of its claim, day, bucket and code. */
  entries: { id: string | null; serviceType: ServiceType; change: "added" | "takes-back" | "unchanged" | "replaces" | "settles"; message: string }[];
  /** Both buckets; none where the year is unknown and no benefits apply. */
  buckets: { serviceType: ServiceType; changes: boolean; message: string }[];
  /** The lines whose action or modifiers are others then, or whose KX becomes early or is early no more. */
  lines: {
    position: number;
    id: string | null;
    code: string;
    message: string;
    before: { action: Decision["action"]; modifiers: string[] };
    after: { action: Decision["action"]; modifiers: string[] };
  }[];
  /** "counted-again": a read claim that another payment has paid already, and nothing takes that one back. "medicare-secondary": another
   *  payer paid lines first; what the remittance states as allowed counts. */
  notices: Notice[];
  /** Before any line of the appointment. */
  before: Thresholds | null;
  after: Thresholds | null;
}

/** Which of a file's patients (`identifyX12`) the open one is, by member id; dashes, spaces and case do not matter. `positions`: what may
 *  be taken for them. theirs: the open patient's. others: the file is somebody else's, nothing is to be taken until a person chooses one of
 *  `patients` (`chosen`, its place), who is then named in `message`. nobody: nothing was read for anybody.
 *  @example
 *  const { whose, positions } = matchPatient({
 *    patients: [
 *      { name: "RUIZ, ANA", memberId: "1EG4TE5MK72", positions: [0, 2] },
 *      { name: "DOE, JO", memberId: "1AB2CD3EF45", positions: [1] },
 *    ],
 *    memberId: "1eg4-te5-mk72",
 *  });
 *  whose; // "theirs"
 *  positions; // [0, 2] */
export function matchPatient(request: { patients: (ReadPatient & { positions: number[] })[]; memberId: string | null; chosen?: number }): {
  whose: "theirs" | "others" | "chosen" | "nobody";
  positions: number[];
  message: string;
};

/** Each therapy line of one patient's claims (`readClaim837`) before they go out, as `audit` judges it: the lines run behind what was
 *  billed on other claims, by date of service, each with the amount that `fees` let expect, at most its charge. Without `billed` and `otherUsed` the
 *  patient's year is not known: KX is then not judged, and a notice ("usage-unknown") says so. Findings: codes as `audit`'s, and
 *  "date-missing" (error), "not-medicare", "amount-unknown" (info).
 *  @example
 *  const { summary, lines } = scrubClaims({
 *    claims: [
 *      {
 *        id: "C1",
 *        medicare: true,
 *        lines: [{ id: "1", date: "2026-07-01", code: "97110", modifiers: ["GP"], charge: "80.00", units: 1 }],
 *      },
 *    ],
 *    otherUsed: { 2026: { "PT/SLP": "2500.00" } },
 *    fees: { 97110: { full: "30.00", reduced: "22.50" } },
 *  });
 *  lines[0]?.kx; // "missing"
 *  summary; // "1 therapy line: 1 with an error." */
export function scrubClaims(request: {
  claims: {
    id: string;
    type?: string;
    frequency?: string;
    payer?: string | null;
    medicare: boolean;
    patient?: ReadPatient;
    lines: { id: string; date: CivilDate | null; code: string; modifiers?: string[]; charge?: Money; units: number; note?: string | null }[];
  }[];
  billed?: AuditLine[];
  otherUsed?: { [year: string]: PerServiceType<Money> };
  fees?: { [code: string]: { full: Money; reduced: Money } };
  policy?: Policy;
}): {
  /** In the order of the claims. No findings: a clean line. */
  lines: {
    claim: string;
    id: string;
    date: CivilDate | null;
    code: string;
    modifiers: string[];
    serviceType: ServiceType | null;
    /** Expected, where the fees tell; what is left before the line, where the patient's year is known. */
    allowed: Money | null;
    before: Money | null;
    kx: "missing" | "early" | "correct" | "crossing" | "not-applicable";
    findings: Notice[];
  }[];
  notices: Notice[];
  /** "3 therapy lines: 1 with an error, 1 with a warning and 1 without a finding." */
  summary: string;
};

// ---------------------------------------------------------------- code picker

/** Medicare's therapy code list with a few words of our own for each code: for a code picker. With a day of service those of that day. With
 *  a discipline (an assistant's is that of the therapist) its confirmed codes come first, then its unconfirmed ones, then all others.
 *  `disciplines`: who bills the code, by the confirmed rows of that list or else by the documented list; all three where neither tells them
 *  apart. `hint`: with a discipline, a sentence about a code that is others' by that; it decides nothing.
 *  @example
 *  therapyCodes({ date: "2026-07-01", discipline: "PT" }).find(({ code }) => code === "97110"); // { "code": "97110", "description": "therapeutic exercise", "disciplines": ["PT", "OT", "SLP"], "hint": null } */
export function therapyCodes(request?: {
  date?: CivilDate | null;
  discipline?: RenderingProvider["discipline"];
}): { code: string; description: string; disciplines: ("PT" | "OT" | "SLP")[]; hint: string | null }[];
