// Requests answered in bulk, in their order.
import { KxError } from "kx-modifier";
import { bulk, refused } from "./bulk.js";
import type { Request } from "./requests.js";

export interface Answered {
  request: Request;
  /** The answer, or `{"error":…}`, as JSON. */
  json: string;
}

/** Answers requests as they come; what has to wait for others comes later, or at the end. */
export interface Answerer {
  take(requests: Request[]): Answered[];
  finish(): Answered[];
}

/** An answer as JSON; what the package refuses becomes an error in its place. */
export function attempt(answer: () => unknown): string {
  try {
    return JSON.stringify(answer());
  } catch (error) {
    if (error instanceof KxError) return refused(error);
    throw error;
  }
}

/** The value of a request, or undefined where it is no JSON. */
export function requestValue(request: Request): unknown {
  try {
    return JSON.parse(request.json.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** The value of a request where it is an object with this field, else undefined. */
export function withField<Wanted>(request: Request, field: string): Wanted | undefined {
  // A look at the bytes is quicker than reading them twice.
  if (!request.json.includes(`"${field}"`)) return undefined;
  const value = requestValue(request);
  return typeof value === "object" && value !== null && Object.hasOwn(value, field) ? (value as Wanted) : undefined;
}

/** Each request by itself. */
export const oneByOne = (answer: (request: unknown) => unknown, orElse: (line: Uint8Array) => Uint8Array): Answerer => ({
  take: (requests) =>
    requests.map((request) => {
      const value = requestValue(request);
      return { request, json: value === undefined ? (bulk(orElse, [request.json])[0] ?? "") : attempt(() => answer(value)) };
    }),
  finish: () => [],
});
