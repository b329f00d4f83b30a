// What a check of Medicare's own figure comes to.
import type { CivilDate, Money, Notice } from "kx-modifier";
import type { Refusal } from "../shared/model.js";

export interface Check {
  split: {
    /** Our own, as processed and as under way, on the day of our books. */
    processed: Money;
    pending: Money;
    ours: CivilDate;
    /** What is left for other providers, on the day of Medicare's figure. */
    elsewhere: Money;
    asOf: CivilDate;
  } | null;
  notices: Notice[];
  refusals: { amount?: Refusal; asOf?: Refusal };
}
