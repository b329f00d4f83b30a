// Requests as they come: one JSON object, an array of them, or one a line. The first two lines tell which.
import { emptyInput, lineBatches, nameOf, parseJson } from "./input.js";
import type { Progress } from "./progress.js";

export interface Request {
  /** Its number for a table, from 1. */
  label: string;
  /** Where it stands, for an error: "requests.json" or "requests.ndjson:3". */
  place: string;
  /** What the paths of its errors begin with: "[2]" in an array. */
  within: string;
  json: Buffer;
}

export interface Requests {
  framing: "object" | "array" | "lines";
  batches: AsyncIterable<Request[]>;
}

const BATCH = 500;

const isBlank = (line: Buffer): boolean => line.every((byte) => byte <= 0x20);
const opens = (line: Buffer | undefined): string => line?.toString("utf8").trimStart()[0] ?? "";

function isJson(line: Buffer): boolean {
  try {
    JSON.parse(line.toString("utf8"));
    return true;
  } catch {
    return false;
  }
}

/** Whether one object a line follows: null where the lines so far leave it open. */
function areLines(first: Buffer | undefined, second: Buffer | undefined, wanted: boolean): boolean | null {
  if (!first) return null;
  if (isJson(first)) return wanted || second !== undefined || null;
  // An array over several lines. Inside an object no line can begin another one before a name, so the first line is only bad.
  if (opens(first) === "[") return false;
  return second === undefined ? null : opens(second) === "{";
}

/** `wanted`: the caller says that each line is a request, so that a first line is answered before a second one comes. */
export async function readRequests(file: string, progress: Progress, wanted: boolean): Promise<Requests> {
  const source = lineBatches(file, progress);
  const begun: Buffer[][] = [];
  const seen: Buffer[] = [];
  let lines: boolean | null = null;
  while (lines === null) {
    const next = await source.next();
    if (next.done) break;
    begun.push(next.value);
    for (const line of next.value) if (seen.length < 2 && !isBlank(line)) seen.push(line);
    lines = areLines(seen[0], seen[1], wanted);
  }
  if (seen.length === 0) throw emptyInput(file);
  async function* all(): AsyncGenerator<Buffer[]> {
    yield* begun;
    yield* source;
  }
  if (lines) return { framing: "lines", batches: numbered(file, all()) };
  const whole: Buffer[] = [];
  for await (const batch of all()) for (const line of batch) whole.push(line, Buffer.from("\n"));
  const value = parseJson(file, Buffer.concat(whole));
  return Array.isArray(value) ? { framing: "array", batches: elements(file, value, true) } : { framing: "object", batches: elements(file, [value], false) };
}

/** Blank lines at the end are none; one between two requests is a bad request, so that answers stand on the lines of their requests. */
async function* numbered(file: string, batches: AsyncIterable<Buffer[]>): AsyncGenerator<Request[]> {
  let number = 0;
  let blank: Request[] = [];
  for await (const lines of batches) {
    const requests: Request[] = [];
    for (const line of lines) {
      number += 1;
      const empty = isBlank(line);
      const request = { label: String(number), place: `${nameOf(file)}:${number}`, within: "", json: line };
      if (empty) {
        blank.push(request);
      } else {
        requests.push(...blank, request);
        blank = [];
      }
    }
    yield requests;
  }
}

async function* elements(file: string, values: unknown[], inArray: boolean): AsyncGenerator<Request[]> {
  for (let from = 0; from < values.length; from += BATCH) {
    yield values.slice(from, from + BATCH).map((value, index) => ({
      label: String(from + index + 1),
      place: nameOf(file),
      within: inArray ? `[${from + index}]` : "",
      json: Buffer.from(JSON.stringify(value)),
    }));
  }
}
