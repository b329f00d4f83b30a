// How the test of a difference came out: a sign and words, since colour alone says nothing to many. It is said of the practice's own lines.
import type { compareBilling } from "kx-modifier";
import type { Voice } from "../shared/explanation.js";

export type Row = ReturnType<typeof compareBilling>["rows"][number];
export type Comparison = Row["peers"][number]["comparison"];

const COMPARED: { [C in Comparison]: { sign: string; words: string } } = {
  "Significantly Higher": { sign: "▲", words: "ui.peers.significantly-higher" },
  Higher: { sign: "△", words: "ui.peers.higher" },
  "Does Not Exceed": { sign: "○", words: "ui.peers.does-not-exceed" },
  "N/A": { sign: "–", words: "ui.peers.not-applicable" },
};
/** The gravest first. */
const GRAVITY = Object.keys(COMPARED) as Comparison[];

export interface Verdict {
  comparison: Comparison;
  sign: string;
  words: string;
}

const isAbove = (comparison: Comparison): boolean => comparison === "Significantly Higher" || comparison === "Higher";

const gravestOf = (peers: Row["peers"]): Comparison | undefined => GRAVITY.find((one) => peers.some((peer) => peer.comparison === one));

/** What the tests come to for a code, the gravest first; null without peers. */
export function verdictOf({ peers }: Row, text: Voice["text"]): Verdict | null {
  const comparison = gravestOf(peers);
  if (!comparison) return null;
  const { sign, words } = COMPARED[comparison];
  const above = GRAVITY.filter(isAbove).flatMap((one) => {
    const labels = peers.filter((peer) => peer.comparison === one).map(({ label }) => label);
    return labels.length === 0 ? [] : [text("ui.peers.than", { verdict: text(COMPARED[one].words), peers: labels.join(", ") })];
  });
  return { comparison, sign, words: above.join(", ") || text(words) };
}

/** The codes that are above a peer group, each beside those that it is above; first those where that is no chance. */
export function summary(rows: readonly Row[], text: Voice["text"], share: (proportion: number | null) => string): string {
  if (!rows.some(({ peers }) => peers.length > 0)) return "";
  const said = GRAVITY.filter(isAbove).flatMap((gravest) => {
    const codes = rows
      .filter(({ peers }) => gravestOf(peers) === gravest)
      .map(({ code, proportion, peers }) => {
        const lower = peers.filter(({ comparison }) => isAbove(comparison));
        const peer = lower.map((one) => `${one.label} ${share(one.proportion)}`).join(", ");
        return text("ui.peers.above", { code, own: share(proportion), peer });
      });
    const id = gravest === "Higher" ? "ui.peers.summary-higher" : "ui.peers.summary-significant";
    return codes.length === 0 ? [] : [text(id, { count: codes.length, number: rows.length, codes: codes.join("; ") })];
  });
  return said.join(" ") || text("ui.peers.summary-none", { number: rows.length });
}
