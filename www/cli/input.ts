// Files and standard input, read and never written.
import { isUtf8 } from "node:buffer";
import { createReadStream, statSync } from "node:fs";
import { decideNdjson } from "kx-modifier";
import { bulk, refusalOf } from "./bulk.js";
import { BadFile } from "./complaint.js";
import type { Progress } from "./progress.js";

export const STANDARD_INPUT = "-";
export const nameOf = (file: string): string => (file === STANDARD_INPUT ? "standard input" : file);

const LINE_FEED = 0x0a;

const REASONS: Record<string, string> = { ENOENT: "there is no such file", EISDIR: "this is a folder, not a file", EACCES: "no permission to read the file" };

function unreadable(file: string, error: unknown): BadFile {
  const { code, message } = error as NodeJS.ErrnoException;
  return new BadFile(nameOf(file), { code: "file-unreadable", path: null, message: REASONS[code ?? ""] ?? message, help: "give a file that can be read" });
}

export const emptyInput = (file: string): BadFile =>
  new BadFile(nameOf(file), { code: "input-empty", path: null, message: "the input is empty", help: "give a file or a pipe with something in it" });

/** Bytes of the files together; null where standard input or a pipe is one of them. */
export function sizeOf(files: string[]): number | null {
  let bytes = 0;
  for (const file of files) {
    const found = file === STANDARD_INPUT ? undefined : statSync(file, { throwIfNoEntry: false });
    if (!found?.isFile()) return null;
    bytes += found.size;
  }
  return bytes;
}

async function* chunks(file: string, progress: Progress | null): AsyncGenerator<Buffer> {
  const stream = file === STANDARD_INPUT ? process.stdin : createReadStream(file, { highWaterMark: 256 * 1024 });
  try {
    for await (const chunk of stream) {
      progress?.add(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function wholeBytes(file: string, progress: Progress | null): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks(file, progress)) parts.push(chunk);
  const bytes = Buffer.concat(parts);
  if (bytes.every((byte) => byte <= 0x20)) throw emptyInput(file);
  return bytes;
}

/** The text of an X12 file. Older systems write names in Latin-1; a byte order mark is forgiven. */
export async function x12Text(file: string, progress: Progress | null): Promise<string> {
  const bytes = await wholeBytes(file, progress);
  return new TextDecoder(isUtf8(bytes) ? "utf-8" : "latin1").decode(bytes);
}

/** The value of a whole JSON file. */
export async function jsonFile(file: string): Promise<unknown> {
  return parseJson(file, await wholeBytes(file, null));
}

const notJson = (place: string, message: string, help: string): BadFile => new BadFile(place, { code: "wrong-type", path: null, message, help });

export function parseJson(file: string, bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw notJson(nameOf(file), "the file is not UTF-8 text", "save it as UTF-8");
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw unparsed(file, bytes, error as SyntaxError);
  }
}

/** Node tells the place of an error only now and then. The package always does, by the column where all is one line. */
function unparsed(file: string, bytes: Buffer, error: SyntaxError): BadFile {
  const oneLine = bytes.map((byte) => (byte === LINE_FEED ? 0x20 : byte));
  const said = / ?at line 1 column (\d+)$/.exec(refusalOf(bulk(decideNdjson, [oneLine])[0] ?? "")?.message ?? "");
  const line = said && `:${bytes.subarray(0, Number(said[1])).filter((byte) => byte === LINE_FEED).length + 1}`;
  const reason = said ? said.input.slice(0, said.index) : error.message;
  return notJson(`${nameOf(file)}${line ?? ""}`, reason, "give JSON: an object, an array of objects, or one object per line");
}

const CARRIAGE_RETURN = 0x0d;
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function split(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from <= bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, from);
    const end = found < 0 ? bytes.length : found;
    lines.push(bytes.subarray(from, bytes[end - 1] === CARRIAGE_RETURN && end > from ? end - 1 : end));
    from = end + 1;
  }
  return lines;
}

/** The lines that each piece of input completes, without their ends; what is read is answered before more is read. */
export async function* lineBatches(file: string, progress: Progress): AsyncGenerator<Buffer[]> {
  let rest: Buffer[] = [];
  let first = true;
  const batch = (): Buffer[] => {
    const lines = split(Buffer.concat(rest));
    if (first && lines[0]?.subarray(0, 3).equals(MARK)) lines[0] = lines[0].subarray(3);
    first = false;
    return lines;
  };
  for await (const chunk of chunks(file, progress)) {
    const end = chunk.lastIndexOf(LINE_FEED);
    rest.push(end < 0 ? chunk : chunk.subarray(0, end));
    if (end < 0) continue;
    yield batch();
    rest = [chunk.subarray(end + 1)];
  }
  if (rest.some((part) => part.length > 0)) yield batch();
}
