// The entry of one appointment without the inlined module.
import type * as Kx from "./index.js";
import kx from "#made/visit/kx.js";
import { fetched } from "../fetched.js";

export * from "#made/visit/functions.js";

const init: typeof Kx.default = (module) => kx.load(() => fetched(module ?? new URL("./kx-modifier.wasm", import.meta.url)));
export default init;
