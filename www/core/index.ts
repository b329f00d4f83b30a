// The default entry: the module is inlined, so that every bundler and Node find it without configuration.
import type * as Kx from "./index.js";
import base64 from "#made/wasm-inline.js";
import { load } from "./instance.js";

export * from "./functions.js";

function inlined(): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

const init: typeof Kx.default = (module) => load(() => module ?? inlined());
export default init;
