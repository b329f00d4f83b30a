// Claim: a line out of it, and a decision back into it.
import type { KxErrorCode } from "../index.js";
import { KxError } from "../error.js";
import type * as Fhir from "./fhir.d.ts";
import { HCPCS_SYSTEM, modifierOf, modifiersOf, procedureOf } from "./codes.js";
import { isObject, Left, list, resource, wrongType, type Json } from "./reading.js";

const CODES: { readonly [id: string]: KxErrorCode } = {
  "fhir.no-procedure": "missing-field",
  "fhir.not-a-procedure": "code-invalid",
  "fhir.codes-differ": "code-invalid",
  "fhir.no-code": "modifier-invalid",
  "fhir.not-a-modifier": "modifier-invalid",
};

/** What would be unread elsewhere is an error here: a line that is not understood as a whole must not be decided. */
function strictly<Answer>(read: () => Answer): Answer {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof Left)) throw thrown;
    throw new KxError({
      code: CODES[thrown.id] ?? "wrong-type",
      path: `claim.${thrown.path}`,
      message: thrown.said("`"),
      help: "a claim line needs a HCPCS or CPT code in productOrService and each modifier as a coding of its own",
    });
  }
}

/** The item with that sequence, of a resource that is a Claim. */
export function itemOf(claim: unknown, sequence: unknown): { item: Json; path: string; index: number } {
  const { item } = resource(claim, "Claim", "claim", ["item"]);
  if (typeof sequence !== "number" || !Number.isInteger(sequence) || sequence < 1) {
    throw wrongType("sequence", "expected the sequence number of a claim item", "give Claim.item.sequence: a whole number from 1");
  }
  const items = list(item, "item");
  const [index, again] = items.flatMap((one, at) => (isObject(one) && one.sequence === sequence ? [at] : []));
  if (index === undefined) {
    throw new KxError({
      code: "unknown-id",
      path: "sequence",
      message: `the claim has no item with the sequence number ${sequence}`,
      help: "give the sequence of an item that the claim has",
    });
  }
  if (again !== undefined) {
    throw new KxError({
      code: "duplicate-id",
      path: `claim.item[${again}].sequence`,
      message: `two items have the sequence number ${sequence}`,
      help: "give each item of a claim a sequence number of its own",
    });
  }
  return { item: items[index] as Json, path: `item[${index}]`, index };
}

export const lineFromClaim: typeof Fhir.lineFromClaim = (claim, sequence) => {
  const { item, path } = itemOf(claim, sequence);
  const line = strictly(() => ({ id: String(sequence), code: procedureOf(item, path), modifiers: modifiersOf(item, path) }));
  const { value, code, unit }: Json = isObject(item.quantity) ? item.quantity : {};
  // Minutes and days have a unit of measure; what is counted has none, or UCUM's 1, or X12's UN.
  const counted = /^(|1|UN|units?|\{.*\})$/i.test(String(code ?? unit ?? ""));
  return typeof value === "number" && Number.isFinite(value) && value >= 0 && counted ? { ...line, units: value } : line;
};

export const applyToClaim: typeof Fhir.applyToClaim = (claim, sequence, decision) => {
  const { item, path, index } = itemOf(claim, sequence);
  const wanted = modifiersWanted(decision);
  const held = strictly(() => list(item.modifier, `${path}.modifier`).map((concept, at) => modifierOf(concept, `${path}.modifier[${at}]`)));
  const concepts: unknown[] = [];
  const free = new Set(held.flatMap((code, at) => (code === null ? [] : [at])));
  const rest = wanted.map((code) => {
    const at = held.findIndex((one, place) => one === code && free.has(place));
    return free.delete(at) ? at : code;
  });
  // Codes of other systems keep their places; between them the decision's modifiers stand in its order.
  held.forEach((code, at) => {
    const next = code === null ? at : rest.shift();
    if (next !== undefined) concepts.push(next);
  });
  concepts.push(...rest);
  return copyWith(claim, index, concepts);
};

function modifiersWanted(decision: unknown): string[] {
  const modifiers = isObject(decision) ? decision.modifiers : undefined;
  if (!Array.isArray(modifiers) || !modifiers.every((one) => typeof one === "string" && /^[A-Z0-9]{2}$/.test(one))) {
    throw wrongType("decision.modifiers", "expected the modifiers of a decision", "give the answer of decide for this line as it is");
  }
  return modifiers as string[];
}

/** A deep copy; `concepts` are places in the item's own list, or codes of new modifiers. */
function copyWith(claim: Parameters<typeof applyToClaim>[0], index: number, concepts: readonly unknown[]): ReturnType<typeof applyToClaim> {
  let copy: typeof claim;
  try {
    copy = structuredClone(claim);
  } catch {
    throw wrongType("claim", "the claim holds what is no JSON", "give the Claim resource as the object that JSON.parse makes of it");
  }
  const item = copy.item![index]!;
  const modifier = concepts.map((one) => (typeof one === "number" ? item.modifier![one]! : { coding: [{ system: HCPCS_SYSTEM, code: one as string }] }));
  if (modifier.length > 0) item.modifier = modifier;
  else if (item.modifier && item.modifier.length > 0) delete item.modifier;
  return copy;
}
