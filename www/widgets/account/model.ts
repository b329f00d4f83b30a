// What the account is given to show.
import type { audit, AuditLine, CivilDate, Money, Notice } from "kx-modifier";

type Audit = ReturnType<typeof audit>;

export type AccountLine = Audit["lines"][number] &
  Pick<AuditLine, "date" | "posted" | "code" | "allowed" | "modifiers" | "status"> & {
    description: string;
    /** The payer denied it: it counts nothing, and what was billed is no longer the question. */
    denied?: boolean;
    /** Why, as the payer says it: "CO-119". */
    reasons?: readonly string[];
    findings: { code?: Notice["code"]; severity: Notice["severity"]; message: string }[];
  };

export type AccountTotal = Audit["totals"][number] & {
  /** The amount over which Medicare may review. */
  medicalReview: Money | null;
  otherUsed: Money | null;
  /** The day of `otherUsed`. */
  otherUsedAsOf?: CivilDate | null;
};
