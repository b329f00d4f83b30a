// The properties of a widget that a host sets: no methods, and nothing that can only be read.
import type { LitElement } from "lit";

type IfSame<One, Other, Then> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? Then : never;
type Settable<Element> = {
  [Key in keyof Element]-?: Element[Key] extends (...args: never[]) => unknown
    ? never
    : IfSame<{ [Each in Key]: Element[Key] }, { -readonly [Each in Key]: Element[Key] }, Key>;
}[keyof Element];
type Written<Element> = Omit<Element, keyof LitElement>;

export type Own<Element> = Partial<Pick<Written<Element>, Settable<Written<Element>>>>;
