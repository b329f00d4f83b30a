// How the test of a difference came out: a sign and words, since colour alone says nothing to many.
import type { compareBilling } from "kx-modifier";

export type Comparison = ReturnType<typeof compareBilling>["rows"][number]["peers"][number]["comparison"];

export const COMPARED: { [C in Comparison]: { sign: string; words: string } } = {
  "Significantly Higher": { sign: "▲", words: "ui.peers.significantly-higher" },
  Higher: { sign: "△", words: "ui.peers.higher" },
  "Does Not Exceed": { sign: "○", words: "ui.peers.does-not-exceed" },
  "N/A": { sign: "–", words: "ui.peers.not-applicable" },
};
