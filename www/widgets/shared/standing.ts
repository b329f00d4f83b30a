// How a threshold or a claim stands, as a sign and a word: the same on every screen, since colour alone says nothing to many.
import type { ThresholdDisplay } from "kx-modifier";

export type Standing = ThresholdDisplay["status"] | "unknown" | "held";

/** `words`: the id of its label. */
export const STANDING: { readonly [S in Standing]: { readonly sign: string; readonly words: string } } = {
  below: { sign: "○", words: "ui.threshold.below" },
  near: { sign: "◔", words: "ui.threshold.near" },
  reached: { sign: "●", words: "ui.threshold.reached" },
  "medical-review": { sign: "▲", words: "ui.threshold.medical-review" },
  unknown: { sign: "?", words: "ui.threshold.unknown" },
  held: { sign: "!", words: "ui.worklist.kind.suggestion" },
};
