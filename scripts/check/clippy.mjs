// No lint in any part of the crate, with and without the wall, which is linted natively: see DESIGN.md.
import { alone, show } from "../lib/check.mjs";

/** Each floor with those below it. */
const FLOORS = [[], ["--no-default-features", "--features", "account"], ["--no-default-features"]];

export const label = "clippy, every floor with and without the wall";
export async function run() {
  for (const floor of FLOORS) {
    for (const wall of [[], ["--features", "wasm"]]) await show("cargo", ["clippy", "--all-targets", "--quiet", ...floor, ...wall, "--", "-D", "warnings"]);
  }
}

await alone(import.meta, run);
