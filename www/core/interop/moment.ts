// Moments as RFC 3339 writes them, with an offset. The core compares them to the nanosecond; `Date` knows milliseconds, and forgives a lot.
import { day } from "./reading.js";

export interface Moment {
  /** Since 1970, in UTC. */
  seconds: number;
  /** Nine digits. */
  fraction: string;
  /** As FHIR R4 takes it: capital letters, and an offset of at most 14 hours. */
  fhir: string;
}

const FORM = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(\.\d{1,9})?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;
const MOST_AHEAD = 14 * 3600;

/** Null where it is none. */
export function momentOf(value: unknown): Moment | null {
  const text = typeof value === "string" ? value.trim().toUpperCase() : "";
  const [, date, hours, minutes, seconds, fraction = "", sign, ahead = "0", past = "0"] = FORM.exec(text) ?? [];
  if (date === undefined || day(date) === null) return null;
  const offset = (sign === "-" ? -1 : 1) * (Number(ahead) * 3600 + Number(past) * 60);
  const instant = Date.parse(`${date}T00:00:00Z`) / 1000 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) - offset;
  const utc = () => `${new Date(instant * 1000).toISOString().slice(0, 19)}${fraction}Z`;
  return { seconds: instant, fraction: fraction.slice(1).padEnd(9, "0"), fhir: Math.abs(offset) > MOST_AHEAD ? utc() : text };
}

/** The earlier one first. */
export const byMoment = (one: Moment, other: Moment): number => one.seconds - other.seconds || Number(one.fraction) - Number(other.fraction);
