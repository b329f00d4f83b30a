// The entry without the inlined module, for pages that fetch and cache it as a file.
import type * as Kx from "./index.js";
import kx from "#made/all/kx.js";
import { fetched } from "./fetched.js";

export * from "#made/all/functions.js";

const init: typeof Kx.default = (module) => kx.load(() => fetched(module ?? new URL("./kx-modifier.wasm", import.meta.url)));
export default init;
