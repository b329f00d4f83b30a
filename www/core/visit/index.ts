// The entry of one appointment: the same functions over a module of their own, at half the size.
import type * as Kx from "./index.js";
import kx from "#made/visit/kx.js";
import text from "#made/visit/wasm-inline.js";
import { inlined } from "../package.js";

export * from "#made/visit/functions.js";

const init: typeof Kx.default = (module) => kx.load(() => module ?? inlined(text));
export default init;
