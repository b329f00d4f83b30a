// What a chip is called where its state alone does not say it.
import type { Decision, Notice } from "kx-modifier";
import type { Voice } from "../shared/explanation.js";
import { SEVERITY } from "../shared/severity.js";
import { STANDING } from "../shared/standing.js";

/** What questions a KX that is on the line, by the gravest notice that does; the others have no short name. */
const QUESTIONED: { readonly [code in Notice["code"]]?: string } = {
  "early-kx": "ui.chip.check-early",
  "therapy-modifier-missing": "ui.chip.check-plan",
  "documentation-incomplete": "ui.chip.check-record",
};

export function checkWords({ notices, wayOut }: Decision, { text }: Voice): string {
  const gravest = notices.find(({ code, severity }) => severity === "error" || code in QUESTIONED)?.code;
  const added = wayOut.find(({ action }) => action === "add-modifier")?.modifiers.at(-1);
  if (gravest === "therapy-modifier-missing" && !added) return text("ui.chip.check-added");
  return text((gravest && QUESTIONED[gravest]) ?? "ui.chip.check-added", { modifier: added ?? "" });
}

/** What a chip without KX says: an intervention that is not done is not asked about yet. */
export function noneWords(decision: Decision | null, { text }: Voice): string {
  if (decision?.conditions.some(({ id, met }) => id === "marked-done" && !met)) return text("ui.chip.not-done");
  if (decision?.notices.some(({ code }) => code === "not-therapy")) return text("ui.chip.not-listed");
  if (decision?.notices.some(({ code }) => code === "billed-as-not-necessary")) return text("ui.chip.billed-without");
  return text(decision && isNotAsked(decision) ? "ui.chip.not-suggested" : "ui.chip.not-needed");
}

/** What stands against KX, as the claim names it. */
const BLOCKING: readonly Notice["code"][] = ["kx-declined-present", "opposing-modifier", "therapy-modifier-conflict", "no-modifier-place"];
/** Why nobody can say that KX is not needed. */
const OPEN: readonly Notice["code"][] = ["other-year-usage", "usage-unknown"];

const named = (decision: Decision | null, codes: readonly Notice["code"][]): Notice | undefined => decision?.notices.find(({ code }) => codes.includes(code));

/** Where KX may be in the note, nobody knows that it is not on the claim. */
export function blockedWords(decision: Decision | null, { text }: Voice): string {
  const notice = named(decision, BLOCKING);
  return text(notice ? `ui.claims.code.${notice.code}` : "ui.chip.in-note");
}

/** What is to be checked before anybody decides on KX, with the sign that it has on the claim. */
export function openWords(decision: Decision | null, { text }: Voice): { sign: string; words: string } {
  const notice = named(decision, OPEN);
  if (!notice) return { sign: STANDING.check.sign, words: text("ui.chip.check") };
  return { sign: SEVERITY[notice.severity].sign, words: text(`ui.claims.code.${notice.code}`) };
}

/** The line goes over the threshold, and the practice's policy is not to ask about such a line: KX may be needed all the same. */
export const isNotAsked = ({ state, standing, notices }: Decision): boolean =>
  state === "not-needed" && standing === "crosses" && !notices.some(({ code }) => code === "crosses-threshold" || code === "billed-as-not-necessary");
