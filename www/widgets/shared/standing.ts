// How a threshold, a claim or a line's KX stands, as a sign, a word and a tone: the same on every screen. Colour alone says nothing to many.
import type { Notice, ThresholdDisplay } from "kx-modifier";

export type Standing = ThresholdDisplay["status"] | "unknown" | "held" | "check";

/** `words`: the id of its label. `tone`: error is red, warning amber. */
export const STANDING: {
  readonly [S in Standing]: { readonly sign: string; readonly words: string; readonly tone: Notice["severity"] };
} = {
  below: { sign: "○", words: "ui.threshold.below", tone: "info" },
  near: { sign: "◔", words: "ui.threshold.near", tone: "warning" },
  reached: { sign: "●", words: "ui.threshold.reached", tone: "error" },
  "medical-review": { sign: "▲", words: "ui.threshold.medical-review", tone: "error" },
  unknown: { sign: "?", words: "ui.threshold.unknown", tone: "warning" },
  held: { sign: "!", words: "ui.worklist.kind.suggestion", tone: "warning" },
  check: { sign: "?", words: "ui.claims.code.suggestion", tone: "warning" },
};
