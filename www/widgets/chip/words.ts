// What a chip is called where its state alone does not say it.
import type { Decision, Notice } from "kx-modifier";
import type { Voice } from "../shared/explanation.js";

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

/** Where KX may be in the note, nobody knows that it is not on the claim. */
export const blockedWords = (decision: Decision | null, { text }: Voice): string =>
  text(decision?.notices.some(({ code }) => code === "modifiers-in-note") ? "ui.chip.in-note" : "ui.chip.blocked");

/** The line goes over the threshold, and the practice's policy is not to ask about such a line: KX may be needed all the same. */
export const isNotAsked = ({ state, standing, notices }: Decision): boolean =>
  state === "not-needed" && standing === "crosses" && !notices.some(({ code }) => code === "crosses-threshold" || code === "billed-as-not-necessary");
