// What a screen reader is told after a change, in the core's own sentences.
import type { Decision } from "kx-modifier";
import type { Kind } from "../widgets/shared/refusal.js";
import type { Answer } from "./questions.js";
import type { Line } from "./visit.js";

/** A line to check may have KX or not. */
const chipOf = (decision: Decision | undefined): string => (decision?.tooltip ? `${decision.state} ${decision.modifiers.includes("KX")}` : "off");

export function changesSaid(lines: readonly Line[], before: Answer, after: Answer, off: (code: string) => string): string {
  return lines
    .flatMap(({ id, code }) => {
      const now = after.decisions.get(id);
      const [was, is] = [chipOf(before.decisions.get(id)), chipOf(now)];
      if (was === is) return [];
      return is === "off" ? [off(code)] : [`${code}: ${now?.tooltip}`];
    })
    .join(" ");
}

const KINDS: { readonly [field: string]: Kind } = {
  allowed: "amount",
  other: "amount",
  units: "units",
  modifiers: "modifiers",
  code: "code",
  import: "file",
  treatmentDaysSinceProgressReport: "days",
  attestation: "name",
};

/** What is typed in a field of the desk, by its key: "allowed line-1", "documentation attestation". */
export const kindOf = (field: string): Kind => {
  const [first = "", second = ""] = field.split(" ");
  return KINDS[first] ?? KINDS[second] ?? "date";
};
