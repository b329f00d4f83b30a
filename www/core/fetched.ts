// The module as a file of its own: from beside the entry, or from where a page serves it. What goes wrong says where, and what to do.
import { KxError } from "./error.js";
import type { Source } from "./package.js";

/** What every WebAssembly module begins with. */
const MAGIC = "\0asm";

function refusal(address: string, why: string): KxError {
  const help = `serve kx-modifier.wasm at \`${address}\`, or pass its address to init(); docs/bundlers.md has the way of each bundler`;
  return new KxError({ code: "module-not-loaded", path: null, message: `the module at \`${address}\` ${why}`, help });
}

/** Not imported, so that no bundler looks for it: a page has no `process`. */
interface Node {
  process?: { getBuiltinModule?: (name: "node:fs/promises") => { readFile(file: URL): Promise<Uint8Array<ArrayBuffer>> } | undefined };
}

async function contentOf(source: string | URL | Response, address: string): Promise<Uint8Array<ArrayBuffer>> {
  // Node's fetch reads no files.
  const files = address.startsWith("file:") ? (globalThis as Node).process?.getBuiltinModule?.("node:fs/promises") : undefined;
  if (files) return files.readFile(new URL(address));
  const response = typeof source === "string" || source instanceof URL ? await fetch(source) : source;
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  return new Uint8Array(await response.arrayBuffer());
}

/** What an address or a response stands for. */
export async function fetched(source: Source): Promise<Source> {
  // First, because Node loads all of its fetch when anybody as much as names `Response`.
  if (source instanceof WebAssembly.Module || ArrayBuffer.isView(source) || source instanceof ArrayBuffer) return source;
  const address = typeof source === "string" || source instanceof URL ? String(source) : source.url;
  let content: Uint8Array<ArrayBuffer>;
  try {
    content = await contentOf(source, address);
  } catch (error) {
    throw refusal(address, `could not be loaded: ${error instanceof Error ? error.message : error}`);
  }
  const start = String.fromCharCode(...content.subarray(0, MAGIC.length));
  // What many servers answer for any address that they do not know.
  if (start !== MAGIC) throw refusal(address, start.trimStart().startsWith("<") ? "is an HTML page, not WebAssembly" : "is not WebAssembly");
  return content;
}
