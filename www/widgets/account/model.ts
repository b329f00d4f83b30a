// What the account is given to show.
import type { audit, AuditLine, CivilDate, Money, Notice, ThresholdDisplay } from "kx-modifier";

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

/** A total as `audit` answers it, and what it does not say: absent, the picture is without it. */
export type AccountTotal = Audit["totals"][number] & {
  /** The amount over which Medicare may review. Absent: the picture has no such line. */
  medicalReview?: Money | null;
  /** What other providers used, as `audit` was given it. Absent, it is what the total itself says. */
  otherUsed?: Money | null;
  /** The day of `otherUsed`. Absent, the picture has it from the last line on. */
  otherUsedAsOf?: CivilDate | null;
};

/** What is known of a patient whose lines are not: the figures of `thresholds`, and their day. */
export interface OnFile {
  asOf: CivilDate;
  thresholds: readonly (Pick<ThresholdDisplay, "year" | "serviceType" | "used" | "otherUsed"> & {
    /** Null where the year has no amount. */
    threshold: Money | null;
    remaining: Money | null;
  })[];
}

/** What other providers used: what is left is the threshold without what was used here and elsewhere. Amounts have two decimals. */
export function usedElsewhere({ otherUsed, threshold, allowed, remaining }: AccountTotal): Money {
  const cents = (amount: Money) => BigInt(amount.replace(".", ""));
  const used = String(cents(threshold) - cents(allowed) - cents(remaining)).padStart(3, "0");
  return otherUsed ?? `${used.slice(0, -2)}.${used.slice(-2)}`;
}

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

/** A line that somebody has to look at. */
export const isException = ({ kx, denied, findings = [] }: AccountLine): boolean =>
  kx === "missing" || kx === "early" || kx === "crossing" || denied === true || findings.some(({ severity }) => severity !== "info");

/** A line with its day, for a picture of the year. */
export const isDated = (line: AccountLine): line is AccountLine & { date: CivilDate } => line.date !== undefined;
