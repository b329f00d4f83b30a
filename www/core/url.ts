// The entry without the inlined module, for pages that fetch and cache it as a file.
import type * as Kx from "./index.js";
import { load } from "./instance.js";

export * from "./functions.js";

const init: typeof Kx.default = (module) => load(() => module ?? new URL("./kx-modifier.wasm", import.meta.url));
export default init;
