// What the patients of a claim file had used before it: from a usage file, and from remittances.
import { BadFile } from "./complaint.js";
import { KxError, readRemittance835, thresholds, type Policy, type ServiceType, type Usage, type UsageEntry } from "kx-modifier";

const SERVICE_TYPES: ServiceType[] = ["PT/SLP", "OT"];
const USAGE_FIELDS = ["entries", "used", "otherUsed", "precomputedRemaining", "asOf"];

export interface KnownUsage {
  /** Of the usage file, for errors. */
  name: string;
  /** One patient's, or each patient's by member id. */
  given: Usage | { [memberId: string]: Usage } | undefined;
  /** Entries of the remittances, by member id. */
  paid: Map<string, UsageEntry[]>;
}

/** The entries of a remittance, by whose they are, and what of it was left. Claims of no member id belong to nobody. */
export function addPaid(paid: KnownUsage["paid"], name: string, text: string): { segment: string; reason: string }[] {
  try {
    const { entries, skipped } = readRemittance835(text);
    for (const entry of entries) {
      const { memberId } = entry.patient;
      const theirs = memberId === null ? undefined : paid.get(memberId);
      if (theirs) theirs.push(entry);
      else if (memberId !== null) paid.set(memberId, [entry]);
    }
    return skipped;
  } catch (error) {
    throw error instanceof KxError ? new BadFile(name, error) : error;
  }
}

const isOneUsage = (given: NonNullable<KnownUsage["given"]>): given is Usage => Object.keys(given).every((field) => USAGE_FIELDS.includes(field));

const refusal = ({ name }: KnownUsage, path: string, message: string, help: string): BadFile => new BadFile(name, { code: "wrong-type", path, message, help });

function givenFor(known: KnownUsage, memberId: string | null, patients: number): Usage | undefined {
  const { given } = known;
  if (given === undefined) return undefined;
  if (!isOneUsage(given)) return memberId !== null && Object.hasOwn(given, memberId) ? given[memberId] : undefined;
  if (patients > 1) throw refusal(known, "usage", `one usage for a file with ${patients} patients`, "give an object with usage by member ID");
  return given;
}

/**
 * What a patient had used of both buckets before the claims, by year; null where no usage is known. `own`: the claims themselves, whose
 * payments are no usage before them. The package adds up: what others used is one more entry.
 */
export function usedBefore(
  known: KnownUsage,
  memberId: string | null,
  patients: number,
  dates: (string | null)[],
  own: Set<string>,
  policy: Policy | undefined,
) {
  const given = givenFor(known, memberId, patients);
  const paid = memberId === null ? undefined : known.paid.get(memberId);
  if (given === undefined && paid === undefined) return null;
  const { used, otherUsed, asOf, precomputedRemaining } = given ?? {};
  if (precomputedRemaining)
    throw refusal(known, "usage.precomputedRemaining", "a remaining amount cannot be used for claims", "give `entries`, `used` or `otherUsed`");
  const days = new Map(dates.filter((date) => date !== null).map((date) => [date.slice(0, 4), date]));
  if ((used || otherUsed) && !asOf && days.size > 1)
    throw refusal(known, "usage.asOf", "the totals have no date, and the claims are in more than one year", "give the date of the totals in `asOf`");
  const before: { [year: string]: { [S in ServiceType]?: string } } = {};
  for (const [year, date] of days) {
    const counted = (usage: Usage) => thresholds({ date, usage, ...(policy && { policy }) });
    try {
      // As it was given, so that an error names its place.
      if (given) counted(given);
      const entries = [...(given?.entries ?? []), ...(paid ?? [])].filter((entry) => entry.claim === undefined || !own.has(entry.claim));
      const others = SERVICE_TYPES.flatMap((serviceType) => {
        const allowed = otherUsed?.[serviceType];
        return allowed ? [{ date: asOf ?? date, serviceType, allowed }] : [];
      });
      const both = counted({ entries: [...entries, ...others], ...(used && { used }), ...(asOf && { asOf }) });
      before[year] = { "PT/SLP": both["PT/SLP"].used, OT: both.OT.used };
    } catch (error) {
      // The audit names the lines of a year without an amount.
      if (!(error instanceof KxError && error.code === "unknown-year")) throw error;
    }
  }
  return before;
}
