// What the widgets are given to show.
import type { CivilDate, Decision, HoldReason, Money, Trait, WorklistItem, estimateAllowed } from "kx-modifier";

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
  /** Who bills it, as `therapyCodes` says; shown where it is not everybody. */
  disciplines?: readonly ("PT" | "OT" | "SLP")[];
}

/** What a chip is told of the record of attestations. */
export interface Attestation {
  /** The answer that stands for the line (`standingAttestation`); null where nobody answered. */
  standing: { answer: "add-kx" | "leave-kx-off"; by: string; at: string; reason: string | null } | null;
  /** Whether adding KX asks a clinician, because an answer is required. Else a line that carries KX offers to attest. */
  asks: boolean;
  /** The clinician who is asked; empty where the one who treats may not attest, such as an assistant. */
  by: string;
  /** Whose services an answer for the plan of care covers, and until when; null where no such answer is offered. */
  plan: { discipline: "PT" | "OT" | "SLP"; until: CivilDate | null } | null;
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
  /** Why nothing is decided about the line, and where that is put right. */
  notChecked?: { message: string; link?: { href: string; words: string } | undefined };
  /** What the record of attestations says of the line, where there is one. */
  attestation?: Attestation | null;
  /** Whether the claim waits for an answer about this line. */
  held?: boolean;
  /** What is good to know of its code beside the decision, as `therapyCodes` says it. */
  hint?: string | null;
  /** What was typed and refused. */
  refused?: { modifiers?: Refusal | null | undefined; units?: Refusal | null | undefined; allowed?: Refusal | null | undefined } | null | undefined;
  /** Flowsheet only. */
  intervention?: { name: string; choices: CodeChoice[] };
  done?: boolean;
}

/** Why a patient could not be looked at: by `code`, that of the error, or without one in the host's own words. `year`: whose amounts are
 *  missing, where it is known. */
export type UnreadPatient = Omit<Refusal, "text"> & { year?: number };

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

/** An item of the worklist: what `worklist` answers, and what `dueDates` says is over or near ("due": `line` is the id of a reviewer's letter). */
export type Item = Omit<WorklistItem, "kind" | "code"> & {
  code?: WorklistItem["code"];
  kind: WorklistItem["kind"] | "due";
  /** Of "due": its day may be over, and nobody is late. */
  isUsual?: boolean;
  /** A person let the claim of its line go out: it may be billed any day. */
  isReleased?: boolean;
};

/** What tells an item from the others of its patient. What is due again, on another day, is another item. */
export type ItemRef = Pick<Item, "kind" | "code" | "line" | "serviceType" | "due">;

/** What people have made of a patient's items. The host keeps it and gives it back. */
export interface Handling {
  assignedTo: string | null;
  done: readonly ItemRef[];
  /** Put off until that day. */
  snoozed: readonly (ItemRef & { until: CivilDate })[];
}

export type Kind = Item["kind"] | "unread";
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
  /** Which page of fifty patients is drawn, from 1; null draws all of them. */
  page: number | null;
  /** Ids of the patients that are selected. */
  selected: readonly string[];
}

/** "unread": the patient's claims could not be looked at. */
export type HoldCode = HoldReason["code"] | "unread";
export type ClaimOrder = "urgency" | "expected" | "since" | "days" | "name";
export type ClaimStatus = "hold" | "released";

/** How a person looks at the claims; a host that keeps it can bring them back to the same ones. */
export interface ClaimsView {
  codes: readonly HoldCode[];
  /** Who answers; empty: anybody. */
  who: HoldReason["who"] | "";
  /** In a name, a member ID, a claim's id or a therapist's name. */
  sought: string;
  status: ClaimStatus;
  order: ClaimOrder;
  backwards: boolean;
  /** Which page of fifty claims is drawn, from 1; null draws all of them. */
  page: number | null;
  /** Keys of the claims that are selected (`keyOf`). */
  selected: readonly string[];
}
