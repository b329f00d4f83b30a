// What the widgets tell their host. All events bubble, cross shadow roots and can be cancelled; nothing else leaves a widget.
import type { AppointmentLine, CivilDate, Decision, Documentation, HoldReason, Money, Release, Review, ServiceType } from "kx-modifier";
import type { ClaimsView, Handling, ItemRef, Template, WorklistView } from "./model.js";

/** What a person may type about a line. An amount is exact text: "$1,200.50" comes as "1200.50", and what is no amount is refused by the widget. */
export type LineChange = { code: string } | { modifiers: string } | { units: string } | { allowed: string } | { done: boolean };

/** What a person may say about the record; who attested is said by itself. */
export type DocumentationField = Exclude<keyof Documentation, "attestation">;

/** What leads out of a blocked line, or completes one, by the core; "undo" takes the last one back. */
export type WayOutAction = Decision["wayOut"][number]["action"] | "undo";

/** Why KX was left off a line. */
export type DeclineReason = NonNullable<AppointmentLine["kxDeclinedBecause"]>;

/** What an answer covers: the line, all of the discipline's lines of the visit, or of the plan of care. */
export type AttestationCover = "line" | "visit" | "plan";

/** What was done with items of a worklist. "undone": what was there before the last of these is to be there again. */
export type WorklistAction = "done" | "snoozed" | "assigned" | "reopened" | "undone";

/** What was done with claims that wait. "held": a word was taken back. "undone": what was there before the last of these is to be there again. */
export type ClaimsAction = "released" | "held" | "undone";

/** What each event carries. */
export interface KxEventDetails {
  /** *Other Medicare Threshold Used* as exact text; empty where nothing was typed. */
  "kx-usage-changed": { serviceType: ServiceType; amount: Money };
  /** A figure of Medicare's own was typed. */
  "kx-eligibility-asked": { serviceType: ServiceType; kind: "used" | "remaining"; amount: Money; asOf: CivilDate };
  "kx-eligibility-accepted": { serviceType: ServiceType };
  "kx-eligibility-undone": { serviceType: ServiceType };
  "kx-auto-apply-changed": { on: boolean };
  "kx-line-added": { code: string };
  "kx-intervention-added": { name: string };
  "kx-line-changed": { id: string; change: LineChange };
  "kx-line-removed": { id: string };
  /** A suggestion was accepted. */
  "kx-applied": { id: string };
  /** A clinician attested to KX on the line: the host records what was shown and the answer, and KX goes on the line where it is not. Only
   *  where the chip has an `attestation`; where that asks, in the place of `kx-applied`. `lines`: those that the question was about, where
   *  they are several; what was shown of each is recorded. */
  "kx-attested": { id: string; by: string; covers: AttestationCover; lines?: string[] };
  /** KX was taken off, or a suggestion left off; sent again when a reason is given. `modifiers`: the line's, without KX. `reason`: its words,
   *  for `kxDeclined`, empty until then. */
  "kx-removed": { id: string; modifiers: string[]; reason: string; because: DeclineReason | null };
  /** The chip's own step was taken back: KX belongs on the line again, or a suggestion waits for an answer again. `modifiers`: the line's as
   *  they are to be now, with KX where it was on the line before it was taken off. */
  "kx-restored": { id: string; modifiers: string[]; undone: "removed" | "applied" };
  /** A way out of what blocks KX, or of what a line lacks, was taken, or taken back: the line gets these modifiers. With "move-modifier" and
   *  "check-note" they are as they were, and a person goes on in the field of the modifiers; with "refresh-usage" the host leads to where
   *  amounts used are entered. */
  "kx-way-out": { id: string; action: WayOutAction; modifiers: string[] };
  /** Something was chosen in a search field; those inside a line table speak through `kx-line-added` and `kx-intervention-added`. */
  "kx-picked": { value: string };
  /** As typed; null and empty text mean that it is not known. */
  "kx-documentation-changed": { field: DocumentationField; value: string | boolean | null };
  /** Null takes the attestation back. */
  "kx-attestation-changed": { by: string | null };
  /** A patient of the worklist is to be looked at; with an item, what it is about: a line of the visit or of the account, the record, a
   *  threshold. */
  "kx-patient-opened": { id: string; item: ItemRef | null };
  /** What is to be kept of each patient's items, and given back with their rows. */
  "kx-worklist-changed": { action: WorklistAction; patients: readonly { id: string; handling: Handling }[] };
  /** The list is looked at in another way. */
  "kx-worklist-viewed": { view: WorklistView };
  /** What is shown, as a file; without a host that cancels it is downloaded. */
  "kx-worklist-exported": { name: string; csv: string };
  /** A claim that waits is to be looked at; with a reason, its line (null: it is about the patient). `id`: the patient's. */
  "kx-claim-opened": { id: string; claim: string; reason: Pick<HoldReason, "line" | "code"> | null };
  /** What is to be kept of each claim (`released` of `holdClaims`), and given back with its row. */
  "kx-claims-changed": { action: ClaimsAction; claims: readonly { id: string; claim: string; released: readonly Release[] }[] };
  /** The claims are looked at in another way. */
  "kx-claims-viewed": { view: ClaimsView };
  /** What is shown, as a file; without a host that cancels it is downloaded. */
  "kx-claims-exported": { name: string; csv: string };
  /** The template as it is to be. */
  "kx-template-changed": { template: Template };
  /** What a clinician wrote to a prompt; empty takes it back. */
  "kx-prompt-answered": { name: string; prompt: string; answer: string };
  /** An appointment type is to use the template, or no longer. */
  "kx-appointment-type-changed": { id: string; template: string; on: boolean };
  "kx-peer-file-chosen": { file: File };
  "kx-sample-peers-asked": { [none in never]: never };
  /** Files of a clearinghouse were dropped or chosen. */
  "kx-file-chosen": { files: File[] };
  "kx-sample-file-asked": { name: string };
  /** A person says whose the figures of a file are: a place in its patients. */
  "kx-patient-chosen": { file: string; patient: number };
  /** When the eligibility of a file was checked. */
  "kx-check-dated": { file: string; day: CivilDate };
  "kx-import-accepted": { file: string };
  "kx-import-dismissed": { file: string };
  "kx-import-undone": { id: string };
  /** A form was reset, or the browser restored what was in it: `value` is what the element holds then, in the form of its `value` as data. */
  "kx-form-restored": { value: unknown; because: "reset" | "restored" };
  /** A rule pack as text (JSON), from a file of that name, or pasted. */
  "kx-pack-added": { name: string; text: string };
  "kx-pack-removed": { id: string };
  /** There is nothing to send of an item of a reviewer's checklist, or there is after all. The host keeps it and asks `reviewPacket` with it. */
  "kx-review-item-marked": { review: string; item: string; notApplicable: boolean };
  /** The packet was sent; null takes that back. */
  "kx-review-sent": { review: string; sent: NonNullable<Review["sent"]> | null };
  /** A clinician attested to KX on a denied line: the host records what was shown and the answer, and asks `reworkDenials` anew. `id`: the
   *  line's. */
  "kx-denial-attested": { id: string; by: string };
  /** A clinician left KX off a denied line, since the record does not support it: the host records what was shown, the answer and the reason, and
   *  asks `reworkDenials` anew, with the line in `leftOff`. */
  "kx-denial-left-off": { id: string; by: string; reason: string };
  /** Due dates as a calendar file (iCalendar); without a host that cancels it is downloaded. */
  "kx-calendar-exported": { name: string; text: string };
  /** Feedback, or the source attributes, as a file, CSV or JSON; without a host that cancels it is downloaded. */
  "kx-feedback-exported": { name: string; text: string };
  "kx-sources-exported": { name: string; text: string };
}
export type KxEventName = keyof KxEventDetails;
export type KxEvent<Name extends KxEventName> = CustomEvent<KxEventDetails[Name]>;
export type KxEventMap = { [Name in KxEventName]: KxEvent<Name> };

declare global {
  interface HTMLElementEventMap extends KxEventMap {}
}

/** Says whether the host let it happen: an event that it cancels leaves the widget as it was. Nothing leaves a locked one, unless it is
 *  only looked at in another way. */
export function send<Name extends KxEventName>(
  from: HTMLElement & { readonly locked?: boolean },
  name: Name,
  detail: KxEventDetails[Name],
  isLocked = from.locked,
): boolean {
  if (isLocked) return false;
  return from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
}
