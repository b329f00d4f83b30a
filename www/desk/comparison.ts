// The practice's own lines beside those of its peers.
import type { CivilDate, ComparativeBillingRequest, compareBilling } from "kx-modifier";
import type { Chart } from "./chart.js";
import type { Functions } from "./functions.js";

/** The first and the last day of the practice's own lines. */
export function daysOf(charts: readonly Chart[]): { from: CivilDate; to: CivilDate } | null {
  const days = charts.flatMap(({ billed }) => billed.map(({ date }) => date)).sort();
  const [from, to] = [days[0], days.at(-1)];
  return from && to ? { from, to } : null;
}

export type Comparison = ReturnType<typeof compareBilling>["rows"];

/** A file holds a request without its lines, or the list of peers alone. Whether it is one, the core says; empty where nothing compares. */
export function compareWith(kx: Functions, file: unknown, charts: readonly Chart[]): Comparison {
  if (!kx.compareBilling) return [];
  const ownLines = charts.flatMap(({ billed }) => billed).map(({ code, modifiers = [] }) => ({ code, modifiers }));
  const wanted = typeof file === "object" && file !== null && !Array.isArray(file) ? file : { peers: file };
  return kx.compareBilling({ ...(wanted as Omit<ComparativeBillingRequest, "lines">), lines: ownLines }).rows;
}
