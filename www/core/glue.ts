// What wasm-bindgen makes of src/wall/exports.rs. Numbers go straight to the module; only what JavaScript alone can say goes through its glue.
import type { Formats } from "./wording.js";

export interface Wasm {
  readonly memory: WebAssembly.Memory;
  room(length: number): number;
  head(): number;
  call(index: number, length: number): number;
  call_each(index: number, length: number): number;
  refuse_list(index: number, length: number): number;
  call_lines(index: number, lines: number, length: number): number;
  session_open(length: number): number;
  session_call(handle: number, method: number, length: number): number;
  session_close(handle: number): void;
  use_rules(length: number): number;
}

export interface Glue {
  initSync(options: { module: BufferSource | WebAssembly.Module }): Wasm;
  /** What is no plain data, behind the first bytes of the request. */
  pack(value: unknown, behind: number, field: string): number;
  use_wording(length: number, money?: Formats["money"], day?: Formats["day"], number?: Formats["number"], capital?: Formats["capital"]): number;
  /** For the build. */
  table(): number;
}
