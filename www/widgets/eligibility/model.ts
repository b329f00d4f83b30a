// What a check of Medicare's own figure comes to.
import type { Notice } from "kx-modifier";
import type { Refusal } from "../shared/model.js";
import type { Split } from "../shared/split.js";

export interface Check {
  split: Split | null;
  notices: Notice[];
  refusals: { amount?: Refusal; asOf?: Refusal };
}
