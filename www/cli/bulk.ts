// Lines through the package in one call, and the refusals among its answers.
import type { Refusal } from "./complaint.js";

const encoder = new TextEncoder();
const LINE_FEED = encoder.encode("\n");

const END = encoder.encode("0");

/** Many requests through a function over lines. Behind them stands one more, which is refused: blank lines at an end are none. */
export function bulk(answer: (lines: Uint8Array) => Uint8Array, lines: readonly Uint8Array[]): string[] {
  if (lines.length === 0) return [];
  const text = Buffer.concat([...lines, END].flatMap((line) => [line, LINE_FEED]));
  return new TextDecoder().decode(answer(text)).trimEnd().split("\n").slice(0, lines.length);
}

const REFUSED = '{"error":';

/** What refused a request, where it was refused. */
export const refusalOf = (json: string): Refusal | null => (json.startsWith(REFUSED) ? (JSON.parse(json) as { error: Refusal }).error : null);

export const refused = ({ code, path, message, help }: Refusal): string => JSON.stringify({ error: { code, path, message, help } });
