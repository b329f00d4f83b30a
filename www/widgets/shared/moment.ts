// Moments of a record, as the one who was there wrote them: their own clock's day and time, not the reader's.
import type { Voice } from "./explanation.js";

/** "2026-09-14T15:04:05-04:00" as day and time of day. */
export const momentOf = (at: string, { date }: Pick<Voice, "date">, time: (time: string) => string): string =>
  `${date(at.slice(0, 10))}, ${time(at.slice(11, 16))}`;
