// A decision as a CDS Hooks 2.0 response, and what a client says back. Types: cds-hooks.d.ts.
import type { Claim } from "@medplum/fhirtypes";
import type { Decision } from "../index.js";
import type * as Cds from "./cds-hooks.js";
import { applyToClaim, itemOf } from "./claim.js";
import { isObject, wrongType } from "./reading.js";
import { words } from "./words.js";

export { readFeedback } from "./feedback.js";

/** A fixed address for our own codes: a URN needs no host that would have to answer. */
const REASONS_SYSTEM = "urn:uuid:37bfcbf9-038c-4799-abb4-692cdb7b9d84";
const REASONS = ["not-medically-necessary", "documentation-incomplete", "medicare-not-primary", "balance-wrong", "other"];

/** With these KX has no place on the line, or may be in the claim's note already: one button must not put it there. */
const NO_BUTTON = ["no-modifier-place", "modifiers-in-note"];

export const toCdsAnswer: typeof Cds.toCdsAnswer = (request) => {
  if (!isObject(request)) throw wrongType(null, "expected a request", "give { claim, sequence, decision, uuid }");
  const { claim, sequence, decision, uuid } = request;
  checkDecision(decision);
  if (typeof uuid !== "function")
    throw wrongType("uuid", "expected a function", "give a function that makes a new UUID at each call, such as () => crypto.randomUUID()");
  // Also where nothing is answered a claim without that line is a mistake.
  itemOf(claim, sequence);
  const { action, tooltip, notices } = decision;
  const card = (summary: string, indicator: "info" | "warning") => ({
    uuid: uuid(),
    summary: shortened(summary),
    detail: detailOf(decision),
    indicator,
    source: { label: words("cds.source") },
  });
  const update = (id: string, resource: Claim) => ({ type: "update", description: words(id, { line: sequence }), resource });
  if (action === "apply") {
    return { cards: [card(tooltip, "info")], systemActions: [update("cds.applied.action", applyToClaim(claim, sequence, decision))] };
  }
  if (action === "suggest") {
    const suggestions = [{ label: words("cds.leave-off"), uuid: uuid(), isRecommended: false }];
    const add = () => update("cds.add-kx.action", applyToClaim(claim, sequence, { ...decision, modifiers: [...decision.modifiers, "KX"] }));
    const withButton = !notices.some(({ code }) => NO_BUTTON.includes(code));
    return {
      cards: [
        {
          ...card(tooltip, "warning"),
          suggestions: withButton ? [{ label: words("cds.add-kx"), uuid: uuid(), isRecommended: false, actions: [add()] }, ...suggestions] : suggestions,
          selectionBehavior: "at-most-one",
          overrideReasons: REASONS.map((code) => ({ code, system: REASONS_SYSTEM, display: words(`cds.reason.${code}`) })),
        },
      ],
    };
  }
  const error = action === "keep" && notices.find(({ severity }) => severity === "error");
  return { cards: error ? [card(error.message, "warning")] : [] };
};

function checkDecision(decision: unknown): asserts decision is Decision {
  const help = "give the answer of decide for this line as it is";
  if (!isObject(decision)) throw wrongType("decision", "expected a decision", help);
  const { action, modifiers, tooltip, conditions, notices } = decision;
  if (!Array.isArray(modifiers)) throw wrongType("decision.modifiers", "expected the modifiers of a decision", help);
  if (!["apply", "keep", "suggest", "none"].includes(action as string)) throw wrongType("decision.action", "expected apply, keep, suggest or none", help);
  if (typeof tooltip !== "string" || (tooltip === "" && action !== "none")) throw wrongType("decision.tooltip", "expected a sentence", help);
  const sentences = (list: unknown, key: string) => Array.isArray(list) && list.every((one) => isObject(one) && typeof one[key] === "string");
  if (!sentences(conditions, "explanation")) throw wrongType("decision.conditions", "expected a list of conditions", help);
  if (!sentences(notices, "message")) throw wrongType("decision.notices", "expected a list of notices", help);
}

const LIMIT = 139;

/** At most 139 characters, cut between words. */
function shortened(text: string): string {
  if (text.length <= LIMIT) return text;
  const cut = text.slice(0, LIMIT);
  const space = cut.lastIndexOf(" ");
  // Half of a character outside the basic plane is no character.
  return `${(space > LIMIT / 2 ? cut.slice(0, space) : cut.slice(0, LIMIT - 1)).replace(/[\uD800-\uDBFF]$/, "").trimEnd()}…`;
}

/** GitHub Flavored Markdown, in which the sentences are text and nothing else. */
function detailOf({ tooltip, conditions, notices }: Decision): string {
  const plain = (text: string) => text.replace(/[\r\n]+/g, " ").replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&");
  const part = (id: string, lines: string[]) => (lines.length > 0 ? [`**${words(id)}**\n\n${lines.map((line) => `- ${line}`).join("\n")}`] : []);
  return [
    plain(tooltip),
    ...part(
      "cds.conditions",
      conditions.map(({ met, explanation }) => `${words(met ? "cds.met" : "cds.not-met")}: ${plain(explanation)}`),
    ),
    ...part(
      "cds.notices",
      notices.map(({ message }) => plain(message)),
    ),
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}
