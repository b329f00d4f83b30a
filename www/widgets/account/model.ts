// What the account is given to show.
import type { audit, AuditLine, CivilDate, Money, Notice } from "kx-modifier";

type Audit = ReturnType<typeof audit>;

/** What `audit` says of a line, and what was billed. Where that is left out it is looked for in `billed`. */
export interface AccountLine
  extends Pick<Audit["lines"][number], "id" | "serviceType" | "before" | "after" | "standing" | "kx">,
    Partial<Pick<AuditLine, "date" | "posted" | "code" | "allowed" | "modifiers" | "status">> {
  description?: string;
  /** The payer denied it: it counts nothing, and what was billed is no longer the question. */
  denied?: boolean;
  /** Why, as the payer says it: "CO-119". */
  reasons?: readonly string[];
  findings?: readonly { code?: Notice["code"]; severity: Notice["severity"]; message: string }[];
}

export type AccountTotal = Audit["totals"][number] & {
  /** The amount over which Medicare may review. */
  medicalReview?: Money | null;
  otherUsed?: Money | null;
  /** The day of `otherUsed`. */
  otherUsedAsOf?: CivilDate | null;
};

export type AccountFinding = Pick<Audit["findings"][number], "id" | "severity" | "message">;

/** Each line with what is known of it. */
export function joined(lines: readonly AccountLine[], billed: readonly AuditLine[], findings: readonly AccountFinding[]): AccountLine[] {
  if (billed.length === 0 && findings.length === 0) return [...lines];
  const billedOf = new Map(billed.map((line) => [line.id, line]));
  return lines.map((line) => {
    const { date, posted, code, allowed, modifiers, status } = billedOf.get(line.id) ?? ({} as Partial<AuditLine>);
    const known = { date, posted, code, allowed, modifiers, status };
    const found = findings.filter(({ id }) => id === line.id);
    return { ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)), findings: found, ...line };
  });
}

const NEEDED = ["date", "code", "allowed"] as const;

/** What a line cannot be read without, and some do not have. */
export const lacking = (lines: readonly AccountLine[]) => NEEDED.filter((name) => lines.some((line) => line[name] === undefined));

/** A line with its day, for a picture of the year. */
export const isDated = (line: AccountLine): line is AccountLine & { date: CivilDate } => line.date !== undefined;
