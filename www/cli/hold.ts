// hold: each patient's claims before they go out, one patient a request.
import { decideNdjson, holdClaims, type HoldReason } from "kx-modifier";
import { oneByOne, withField, type Answered, type Answerer } from "./answers.js";
import type { View } from "./sink.js";
import type { Row } from "./table.js";

type Request = Parameters<typeof holdClaims>[0] & { patient?: string };
export type Answer = { patient?: string } & ReturnType<typeof holdClaims>;

/** A request may say whose claims they are; the answer then says it too. */
function answer(given: unknown): unknown {
  if (typeof given !== "object" || given === null || !("patient" in given)) return holdClaims(given as Request);
  const { patient, ...request } = given as Omit<Request, "patient"> & { patient: unknown };
  if (patient === null) return holdClaims(request);
  if (typeof patient === "string") return { patient, ...holdClaims(request) };
  return { error: { code: "wrong-type", path: "patient", message: `expected text, found ${kindOf(patient)}`, help: "name whose claims they are, as text" } };
}

/** As the package names it. */
function kindOf(value: unknown): string {
  if (typeof value === "boolean") return "true or false";
  return typeof value === "number" ? "a number" : Array.isArray(value) ? "a list" : "an object";
}

/** What is refused says whose it is too. */
function named(answered: Answered): Answered {
  const { request, json } = answered;
  const patient = json.startsWith('{"error"') ? withField<Request>(request, "patient")?.patient : undefined;
  if (typeof patient !== "string") return answered;
  return { request: { ...request, label: patient }, json: `${json.slice(0, -1)},"patient":${JSON.stringify(patient)}}` };
}

export function answerer(): Answerer {
  const each = oneByOne(answer, decideNdjson);
  return { ...each, take: (requests) => each.take(requests).map(named) };
}

/** Quotes inside texts are escaped, so that a look at the text is enough. */
export const isFinding = (json: string): boolean => json.includes('"status":"hold"');

const why = ({ severity, who, message, nextStep, released }: HoldReason): string[] =>
  released ? [`released by ${released.by}: ${released.reason}`, message] : [`${severity}, ${who}: ${message}`, nextStep];

export const view: View<Answer> = {
  columns: [{ head: "patient" }, { head: "claim" }, { head: "status" }, { head: "expected", right: true }, { head: "line" }, { head: "why" }],
  rows(answer, _, label) {
    const whose = answer.patient ?? label;
    return answer.claims.flatMap(({ id, status, amount, reasons }): Row[] => {
      const own = [whose, id, status, amount];
      if (reasons.length === 0) return [[...own, "", ""]];
      return reasons.map((reason, place) => [...(place === 0 ? own : ["", "", "", ""]), reason.line ?? "", why(reason)]);
    });
  },
};
