// Lines through the package in one call, and the refusals among its answers.
import type { Refusal } from "./complaint.js";

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
