// What the widgets are given to show.
import type { Decision, Money, Trait } from "kx-modifier";

/** Text that was refused, kept in its field until it is put right. What there is to type is said by `code`, that of the `KxError`, in the
 *  reader's language; without a code a host says it in its own words. */
export interface Refusal {
  text: string;
  code?: string;
  message?: string;
  help?: string;
  /** Where in a request or a file; not shown. */
  path?: string | null;
}

export interface CodeChoice {
  code: string;
  description: string;
}

export interface ShownLine {
  id: string;
  code: string;
  description: string;
  /** The line's own modifiers, as typed. */
  modifiers: string;
  units: string;
  allowed: string;
  /** What the practice expects to be allowed where no amount is typed; "no fee" where its fees have none for the code. */
  expected: Money | "no fee" | null;
  kxDeclined: string | null;
  decision: Decision | null;
  /** What was typed and refused. */
  refused?: { modifiers?: Refusal | null | undefined; units?: Refusal | null | undefined; allowed?: Refusal | null | undefined } | null | undefined;
  /** Flowsheet only. */
  intervention?: { name: string; choices: CodeChoice[] };
  done?: boolean;
}

/** Only a *Paragraph Answer* carries traits. */
export interface Question {
  id: string;
  label: string;
  traits: readonly Trait[];
}

export interface Template {
  id: string;
  name: string;
  questions: readonly Question[];
}
