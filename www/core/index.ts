// The default entry: the module is inlined, so that every bundler and Node find it without configuration.
import type * as Kx from "./index.js";
import kx from "#made/all/kx.js";
import text from "#made/all/wasm-inline.js";
import { inlined } from "./package.js";

export * from "#made/all/functions.js";

const init: typeof Kx.default = (module) => kx.load(() => module ?? inlined(text));
export default init;
