// scrub-837: claims before they are sent, line by line, as an audit of them would see them. All sums and verdicts are the package's.
import { audit, decide, estimateAllowed, identifyX12, readClaim837, KxError, type AuditLine, type Notice, type Policy, type ServiceType } from "kx-modifier";
import { usedBefore, type KnownUsage } from "./usage.js";

type ReadClaim = ReturnType<typeof readClaim837>["claims"][number];
type ReadLine = ReadClaim["lines"][number];
type Verdict = Omit<ReturnType<typeof audit>["lines"][number], "id">;
export type Fees = Parameters<typeof estimateAllowed>[0]["fees"];

/** What is not judged has a verdict of nulls. */
type Unjudged = { [Field in keyof Verdict]: Verdict[Field] | null };
const UNJUDGED: Unjudged = { serviceType: null, before: null, after: null, standing: null, kx: null };

export interface ScrubbedLine extends ReadLine, Unjudged {
  /** Expected, from the fees; null where none is known. */
  allowed: string | null;
  findings: Notice[];
}
export interface ScrubbedClaim extends Omit<ReadClaim, "lines"> {
  patient: { name: string; memberId: string | null } | null;
  /** About the claim as a whole: whose usage is not known, or why Medicare's threshold does not apply. */
  notices: Notice[];
  lines: ScrubbedLine[];
}
export interface Scrubbed { claims: ScrubbedClaim[]; skipped: { segment: string; reason: string }[] }
export interface ScrubOptions { usage: KnownUsage; fees?: Fees; policy?: Policy }

/** A void claim takes an earlier one back. */
const VOID = "8";

const asNotice = (error: KxError): Notice => ({ code: error.code, severity: "error", message: `${error.message}; ${error.help}` });

/** Leaves out what is refused, says so on its line, and goes on without it. */
function withoutRefused<Item>(items: Item[], refuse: (item: Item, error: KxError) => void, call: (items: Item[]) => void): void {
  for (let rest = items; rest.length > 0;) {
    try {
      return call(rest);
    } catch (error) {
      const position = error instanceof KxError ? /^lines\[(\d+)\]/.exec(error.path ?? "")?.[1] : undefined;
      if (position === undefined) throw error;
      refuse(rest[Number(position)] as Item, error as KxError);
      rest = rest.toSpliced(Number(position), 1);
    }
  }
}

function groupedBy<Item>(items: Item[], key: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...groups.get(key(item)) ?? [], item]);
  return [...groups.values()];
}

/** Expected amounts of a patient's lines, a day at a time. */
function price(lines: ScrubbedLine[], fees: Fees): void {
  for (const day of groupedBy(lines, (line) => line.date ?? "")) {
    withoutRefused(day, (line, error) => line.findings.push(asNotice(error)), (priced) => {
      const estimate = estimateAllowed({ lines: priced.map(({ code, units }, index) => ({ id: String(index), code, units })), fees });
      for (const { id, allowed } of estimate.lines) (priced[Number(id)] as ScrubbedLine).allowed = allowed;
    });
  }
}

interface Placed { claim: ScrubbedClaim; line: ScrubbedLine }

function auditLine({ claim, line }: Placed, index: number): AuditLine {
  const { date, code, modifiers, allowed } = line;
  // A line of no known amount is judged by what is left before it, and takes nothing away.
  return { id: String(index), date: date as string, code, modifiers, allowed: allowed ?? "0.00", claim: claim.id, status: claim.frequency === VOID ? "void" : "pending" };
}

function judge(placed: Placed[], otherUsed: { [year: string]: { [S in ServiceType]?: string } }, policy: Policy | undefined): void {
  withoutRefused(placed, ({ line }, error) => line.findings.push(asNotice(error)), (judged) => {
    const { lines, findings } = audit({ lines: judged.map(auditLine), otherUsed, ...(policy && { policy }) });
    for (const { id, ...verdict } of lines) Object.assign((judged[Number(id)] as Placed).line, verdict);
    for (const { id, ...finding } of findings) (judged[Number(id)] as Placed).line.findings.push(finding);
  });
}

/** What the rules say of a line whoever furnishes it: for what concerns the claim as a whole. */
function said({ code, modifiers, date }: ReadLine, medicare: boolean): ReturnType<typeof decide> | null {
  try {
    return decide({ line: { code, modifiers }, appointment: { date: date as string }, coverage: { program: medicare ? "medicare-part-b" : "other" } });
  } catch {
    // Its own line says what is wrong with it.
    return null;
  }
}

function aboutClaim(claim: ScrubbedClaim, usageKnown: boolean): Notice[] {
  const first = claim.lines[0];
  const decision = first ? said(first, claim.medicare) : null;
  if (!decision) return [];
  if (claim.medicare) return usageKnown ? [] : decision.notices.filter((notice) => notice.code === "usage-unknown");
  const benefits = decision.conditions.find((condition) => condition.id === "medicare-benefits");
  return benefits ? [{ code: benefits.id, severity: "info", message: benefits.explanation }] : [];
}

/** Scrubs the claims of one file. Claims that are not filed under Medicare are shown and not judged. */
export function scrub(text: string, { usage, fees, policy }: ScrubOptions): Scrubbed {
  const read = readClaim837(text);
  const claims: ScrubbedClaim[] = read.claims.map(({ lines, ...claim }) => ({
    ...claim, patient: null, notices: [], lines: lines.map((line) => ({ ...line, allowed: null, ...UNJUDGED, findings: [] })),
  }));
  const patients = identifyX12(text).patients;
  const known = new Set<number>();
  for (const { name, memberId, positions } of patients) {
    const own = positions.map((position) => claims[position] as ScrubbedClaim);
    for (const claim of own) claim.patient = { name, memberId };
    const placed = own.filter((claim) => claim.medicare).flatMap((claim) => claim.lines.map((line) => ({ claim, line })));
    if (placed.length === 0) continue;
    if (fees) price(placed.map(({ line }) => line), fees);
    const used = usedBefore(usage, memberId, patients.length, placed.map(({ line }) => line.date), new Set(own.map((claim) => claim.id)), policy);
    if (used) for (const position of positions) known.add(position);
    judge(placed, used ?? {}, policy);
  }
  claims.forEach((claim, position) => { claim.notices = aboutClaim(claim, known.has(position)); });
  return { claims, skipped: read.skipped };
}

export const isFinding = (answer: Scrubbed): boolean =>
  answer.claims.some((claim) => [...claim.notices, ...claim.lines.flatMap((line) => line.findings)].some((notice) => notice.severity !== "info"));
