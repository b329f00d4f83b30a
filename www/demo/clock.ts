// The clock of the page.
import { practice } from "./practice.js";

/** The practice's day with the time of the machine: what is done at the desk is not dated after the visits that it is done for. */
export function now(): Date {
  const at = new Date();
  const [year, month = 1, day = 1] = practice.today?.split("-").map(Number) ?? [];
  if (year !== undefined) at.setFullYear(year, month - 1, day);
  return at;
}
