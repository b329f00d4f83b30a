// rework: denied lines of a remittance, one patient a request: what each was denied for, and what can be done by when.
import { decideNdjson, reworkDenials } from "kx-modifier";
import { oneByOne, type Answerer } from "./answers.js";
import type { View } from "./sink.js";
import type { Row } from "./table.js";

type Request = Parameters<typeof reworkDenials>[0] & { patient?: string };
export type Answer = { patient?: string } & ReturnType<typeof reworkDenials>;

/** A request may say whose lines they are; the answer then says it too. What is no text stays with the request, which is then refused. */
function answer(given: unknown): unknown {
  const { patient, ...request } = (given ?? {}) as Request;
  return typeof patient === "string" ? { patient, ...reworkDenials(request) } : reworkDenials(given as Request);
}

export const answerer = (): Answerer => oneByOne(answer, decideNdjson);

/** A line that KX can still be requested for. Quotes inside texts are escaped, so that a look at the text is enough. */
export const isFinding = (json: string): boolean => json.includes('"channel":"');

export const view: View<Answer> = {
  columns: [
    { head: "patient" },
    { head: "claim" },
    { head: "line" },
    { head: "code" },
    { head: "denied because" },
    { head: "remaining", right: true },
    { head: "through" },
    { head: "appeal by" },
    { head: "what to do" },
  ],
  rows(answer, _, label) {
    const whose = answer.patient ?? label;
    return answer.denials.map(({ id, claim, code, verdict, remaining, lastDay, appealBy, message, nextStep, text }, place): Row => {
      const what = [message, nextStep, ...(text === null ? [] : text.split("\n"))];
      return [place === 0 ? whose : "", claim, id, code, verdict, remaining ?? "", lastDay ?? "", appealBy ?? "", what];
    });
  },
};
