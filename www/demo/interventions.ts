// What this made-up practice offers in its flowsheet, each with the codes it is usually billed under.
import { inEnglish, word, type WordId } from "./words.js";

const CODES = {
  balance: ["97112", "97530"],
  thrust: ["97140", "97110", "97530"],
  dressing: ["97535", "97530"],
  "fine-motor": ["97530", "97110", "97112"],
  group: ["97150"],
  quadriceps: ["97110", "97530"],
  "soft-tissue": ["97140", "97124"],
  articulation: ["92507"],
  swallowing: ["92526"],
  ultrasound: ["97035"],
  transfer: ["97530", "97535"],
  gait: ["97116"],
} as const;

/** Kept by its English name, and called what the page's language calls it. */
export const interventions = Object.entries(CODES).map(([id, codes]) => {
  const row = `intervention.${id}` as WordId;
  return {
    name: inEnglish(row),
    codes: codes as readonly string[],
    get label() {
      return word(row);
    },
  };
});
