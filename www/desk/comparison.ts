// The practice's own lines beside those of its peers.
import type { ComparativeBillingRequest, compareBilling } from "kx-modifier";
import type { KxComparativeBilling } from "../widgets/comparative-billing/element.js";
import type { Chart } from "./chart.js";
import type { Functions } from "./functions.js";

/** Of the practice's own lines: the first and the last day of those that are compared, and how many have another code. */
export function ownLinesOf(charts: readonly Chart[], rows: Comparison): Pick<KxComparativeBilling, "days" | "others"> {
  const compared = new Set(rows.map(({ code }) => code));
  const lines = charts.flatMap(({ billed }) => billed);
  const [others, own] = [lines.filter(({ code }) => !compared.has(code)), lines.filter(({ code }) => compared.has(code))];
  const days = own.map(({ date }) => date).sort();
  const [from, to] = [days[0], days.at(-1)];
  return {
    days: from && to ? { from, to } : null,
    others: { lines: others.length, kxLines: others.filter(({ modifiers }) => modifiers?.includes("KX")).length },
  };
}

export type Comparison = ReturnType<typeof compareBilling>["rows"];

/** A file holds a request without its lines, or the list of peers alone. Whether it is one, the core says; empty where nothing compares. */
export function compareWith(kx: Functions, file: unknown, charts: readonly Chart[]): Comparison {
  if (!kx.compareBilling) return [];
  const ownLines = charts.flatMap(({ billed }) => billed).map(({ code, modifiers = [] }) => ({ code, modifiers }));
  const wanted = typeof file === "object" && file !== null && !Array.isArray(file) ? file : { peers: file };
  return kx.compareBilling({ ...(wanted as Omit<ComparativeBillingRequest, "lines">), lines: ownLines }).rows;
}
