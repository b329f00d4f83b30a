// Rule packs at a desk: the practice's own and those that a person added. What the rules refuse is kept and named, and the others are in
// force all the same: a year that a later version of the package has built in must not stop a desk.
import type { RulePack } from "kx-modifier";
import type { PackRefusal, ShownPack } from "../widgets/rules/model.js";
import { isRefusal, type Functions } from "./functions.js";

/** Puts in force what can be. A host whose functions take no packs has none. */
export function putInForce(kx: Functions, ofPractice: readonly RulePack[], added: readonly RulePack[]): ShownPack[] {
  const { useRules } = kx;
  if (!useRules) return [];
  const all = [...ofPractice.map((pack) => ({ pack, removable: false })), ...added.map((pack) => ({ pack, removable: true }))];
  let taken: RulePack[] = [];
  useRules(null);
  return all.map(({ pack, removable }) => {
    try {
      useRules([...taken, pack]);
      taken = [...taken, pack];
      return shown(pack, removable, null);
    } catch (error) {
      return shown(pack, removable, refusalOf(error));
    }
  });
}

/** The packs of a text, where they can be put in force beside those that are; why not, else. Either way others are in force afterwards. */
export function packsOf(kx: Functions, taken: readonly RulePack[], text: string): { packs: RulePack[] } | { refusal: PackRefusal } {
  try {
    const packs = packsIn(text);
    // Alone first: then a fault is told by its place in the text.
    kx.useRules?.(packs);
    kx.useRules?.([...taken, ...packs]);
    return { packs };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

/** One, or a list of them. */
function packsIn(text: string): RulePack[] {
  const value = JSON.parse(text.replace(/^\uFEFF/, "")) as RulePack | RulePack[];
  return Array.isArray(value) ? value : [value];
}

function refusalOf(error: unknown): PackRefusal {
  if (!isRefusal(error)) return { code: "not-readable" };
  const { code, message, help, path } = error;
  return { code, message, help, path };
}

const shown = ({ id, published, thresholds, codes }: RulePack, removable: boolean, refusal: PackRefusal | null): ShownPack => ({
  id,
  published: published ?? null,
  thresholds: thresholds ?? [],
  codes: codes ?? [],
  removable,
  refusal,
});
