// What is shown of rule packs.
import type { CivilDate, Money, RulePack } from "kx-modifier";
import type { Refusal } from "../shared/model.js";

export interface ShownPack extends Pick<RulePack, "id"> {
  published: CivilDate | null;
  thresholds: readonly { year: number; ptSlp: Money; ot: Money; medicalReview?: Money | null; source: string }[];
  codes: readonly { code: string; description: string; source: string }[];
  /** A person added it, and may take it away. */
  removable: boolean;
  /** Why it is not in force; null where it is. */
  refusal: PackRefusal | null;
}

/** By `code` and `path`, those of the `KxError` of `useRules`, or "not-readable" for text that is no JSON. */
export type PackRefusal = Omit<Refusal, "text">;
