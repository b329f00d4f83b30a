// No lint in any part of the crate, with and without the wall, which is linted natively: see DESIGN.md.
import { join } from "node:path";
import { alone, root, show } from "../lib/check.mjs";

/** Each floor with those below it. Tests and examples are linted on the whole. */
const FLOORS = [["--all-targets"], ["--lib", "--no-default-features", "--features", "account"], ["--lib", "--no-default-features"]];

export const label = "clippy, every floor with and without the wall, and the wheel";
export async function run() {
  for (const floor of FLOORS) {
    for (const wall of [[], ["--features", "wasm"]]) await show("cargo", ["clippy", "--quiet", ...floor, ...wall, "--", "-D", "warnings"]);
  }
  const wheel = { env: { ...process.env, CARGO_TARGET_DIR: join(root, "target", "python") } };
  await show("cargo", ["clippy", "--quiet", "--locked", "--manifest-path", join(root, "python", "Cargo.toml"), "--", "-D", "warnings"], wheel);
}

await alone(import.meta, run);
