// The practice's own lines beside those of its peers.
import { compareBilling, type ComparativeBillingRequest } from "kx-modifier";
import { accountOf } from "./accounts.js";
import { samples } from "./samples.js";

export const SAMPLE_PEERS = "sample-peers.json";

export type Comparison = ReturnType<typeof compareBilling>["rows"];

const ownLines = samples.flatMap(({ id }) => accountOf(id)).map(({ code, modifiers = [] }) => ({ code, modifiers }));

/** A file holds a request without its lines, or the list of peers alone. Whether it is one, the core says. */
export function compareWith(file: unknown): Comparison {
  const wanted = typeof file === "object" && file !== null && !Array.isArray(file) ? file : { peers: file };
  return compareBilling({ ...(wanted as Omit<ComparativeBillingRequest, "lines">), lines: ownLines }).rows;
}
