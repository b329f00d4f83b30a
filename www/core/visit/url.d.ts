/** The same with the module as a file of its own: `init()` fetches `kx-modifier.wasm` from beside this file, or from where you say. */
export * from "./index.js";
export { default } from "./index.js";
