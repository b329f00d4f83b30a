// What the widgets are given to show.
import type { Decision, Money, Trait, estimateAllowed } from "kx-modifier";

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
  /** What the expected amount is told by, as `estimateAllowed` says it. */
  expectedBasis?: ReturnType<typeof estimateAllowed>["lines"][number]["basis"];
  kxDeclined: string | null;
  decision: Decision | null;
  /** Whether the claim waits for an answer about this line. */
  held?: boolean;
  refused: { modifiers: Refusal | undefined; units: Refusal | undefined; allowed: Refusal | undefined };
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
