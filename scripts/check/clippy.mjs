// No lint in the core, and none in the wall, which is linted natively: see DESIGN.md.
import { alone, show } from "../lib/check.mjs";

export const label = "clippy, with and without the wall";
export async function run() {
  await show("cargo", ["clippy", "--all-targets", "--quiet", "--", "-D", "warnings"]);
  await show("cargo", ["clippy", "--all-targets", "--quiet", "--features", "wasm", "--", "-D", "warnings"]);
}

await alone(import.meta, run);
