// Requests answered in bulk, in their order.
import { KxError } from "kx-modifier";
import type { Refusal } from "./complaint.js";
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

const encoder = new TextEncoder();
const LINE_FEED = encoder.encode("\n");

/** Many requests through a function over lines. */
export function bulk(answer: (lines: Uint8Array) => Uint8Array, lines: Uint8Array[]): string[] {
  if (lines.length === 0) return [];
  const text = Buffer.concat(lines.flatMap((line) => [line, LINE_FEED]));
  return new TextDecoder().decode(answer(text)).trimEnd().split("\n");
}

const REFUSED = '{"error":';

/** What refused a request, where it was refused. */
export const refusalOf = (json: string): Refusal | null => (json.startsWith(REFUSED) ? (JSON.parse(json) as { error: Refusal }).error : null);

export const refused = ({ code, path, message, help }: Refusal): string => JSON.stringify({ error: { code, path, message, help } });

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
export function valueOf(request: Request): unknown {
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
  const value = valueOf(request);
  return typeof value === "object" && value !== null && Object.hasOwn(value, field) ? (value as Wanted) : undefined;
}

/** Each request by itself. */
export const oneByOne = (answer: (request: unknown) => unknown, orElse: (line: Uint8Array) => Uint8Array): Answerer => ({
  take: (requests) => requests.map((request) => {
    const value = valueOf(request);
    return { request, json: value === undefined ? bulk(orElse, [request.json])[0] ?? "" : attempt(() => answer(value)) };
  }),
  finish: () => [],
});
