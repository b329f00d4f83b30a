// What the widgets are given to show.
import type { CivilDate, Decision, Money, Trait, WorklistItem, estimateAllowed } from "kx-modifier";

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

/** What tells an item from the others of its patient. What is due again, on another day, is another item. */
export type ItemRef = Pick<WorklistItem, "kind" | "line" | "serviceType" | "due">;

/** What people have made of a patient's items. The host keeps it and gives it back. */
export interface Handling {
  assignedTo: string | null;
  done: readonly ItemRef[];
  /** Put off until that day. */
  snoozed: readonly (ItemRef & { until: CivilDate })[];
}

export type Kind = WorklistItem["kind"] | "unread";
export type Order = "urgency" | "name" | "used" | "visit" | "therapist" | "due";
export type Status = "open" | "snoozed" | "done";

/** How a person looks at the list; a host that keeps it can bring them back to the same one. */
export interface WorklistView {
  kinds: readonly Kind[];
  /** In a name, a member ID or a therapist's name. */
  sought: string;
  status: Status;
  order: Order;
  backwards: boolean;
  /** So many patients are drawn. */
  room: number;
  /** Ids of the patients that are selected. */
  selected: readonly string[];
}
