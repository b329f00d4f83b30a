// What the widgets tell their host. All events bubble and cross shadow roots; nothing else leaves a widget.
import type { CivilDate, Documentation, Money, ServiceType } from "kx-modifier";

/** What a person may type about a line, as typed. */
export type LineChange = { code: string } | { modifiers: string } | { units: string } | { allowed: string } | { done: boolean };

/** What a person may say about the record; who attested is said by itself. */
export type DocumentationField = Exclude<keyof Documentation, "attestation">;

export interface KxEventDetails {
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
  /** KX was taken off, or a suggestion left off; sent again when the reason changes. */
  "kx-removed": { id: string; reason: string };
  /** The removal was taken back. */
  "kx-restored": { id: string };
  /** As typed; null and empty text mean that it is not known. */
  "kx-documentation-changed": { field: DocumentationField; value: string | boolean | null };
  /** Null takes the attestation back. */
  "kx-attestation-changed": { by: string | null };
  "kx-peer-file-chosen": { file: File };
  "kx-sample-peers-asked": { [none in never]: never };
  /** Files of a clearinghouse were dropped or chosen. */
  "kx-file-chosen": { files: File[] };
  "kx-sample-file-asked": { name: string };
  /** A person says whose the figures of a file are: a place in its patients. */
  "kx-patient-chosen": { file: string; patient: number };
  "kx-import-accepted": { file: string };
  "kx-import-dismissed": { file: string };
  "kx-import-undone": { id: string };
}
export type KxEventName = keyof KxEventDetails;
export type KxEvent<Name extends KxEventName> = CustomEvent<KxEventDetails[Name]>;

declare global {
  interface HTMLElementEventMap extends KxEventMap {}
}
type KxEventMap = { [Name in KxEventName]: KxEvent<Name> };

export function send<Name extends KxEventName>(from: HTMLElement, name: Name, detail: KxEventDetails[Name]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
