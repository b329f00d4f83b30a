// ecbr: the percentage of lines with KX beside the peers'.
import { compareBilling, decideNdjson, type ComparativeBillingRequest } from "kx-modifier";
import { oneByOne, type Answerer } from "./answers.js";
import type { View } from "./sink.js";

export type Answer = ReturnType<typeof compareBilling>;

export const answerer = (): Answerer => oneByOne((request) => compareBilling(request as ComparativeBillingRequest), decideNdjson);

export const isFinding = (json: string): boolean => json.includes('"comparison":"Higher"') || json.includes('"comparison":"Significantly Higher"');

// A share is no amount of money.
const percent = new Intl.NumberFormat("en-US", { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
const share = (proportion: number | null): string => (proportion === null ? "" : percent.format(proportion));

export const view: View<Answer> = {
  columns: [
    { head: "request", right: true },
    { head: "code" },
    { head: "description" },
    { head: "lines", right: true },
    { head: "with KX", right: true },
    { head: "percentage", right: true },
    { head: "peers" },
    { head: "peer percentage", right: true },
    { head: "comparison" },
  ],
  rows: (answer, _, label) =>
    answer.rows.flatMap((row) => {
      const own = [label, row.code, row.description, String(row.lines), String(row.kxLines), share(row.proportion)];
      return row.peers.length === 0 ? [own] : row.peers.map((peer) => [...own, peer.label, share(peer.proportion), peer.comparison]);
    }),
};
