// What the widgets tell their host. All events bubble and cross shadow roots; nothing else leaves a widget.
import type { Money, ServiceType } from "kx-modifier";

/** What a person may type about a line, as typed. */
export type LineChange = { code: string } | { modifiers: string } | { allowed: string } | { done: boolean };

export interface KxEventDetails {
  "kx-usage-changed": { serviceType: ServiceType; amount: Money };
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
