// No lint in any part of the crate, with and without the wall, which is linted natively: see DESIGN.md.
import { join } from "node:path";
import { alone, root, show } from "../lib/check.mjs";

/** Each floor with those below it. */
const FLOORS = [[], ["--no-default-features", "--features", "account"], ["--no-default-features"]];

export const label = "clippy, every floor with and without the wall, and the wheel";
export async function run() {
  const lint = (...args) => show("cargo", ["clippy", "--quiet", ...args, "--", "-D", "warnings"]);
  for (const floor of FLOORS) {
    for (const wall of [[], ["--features", "wasm"]]) await lint("--lib", ...floor, ...wall);
  }
  // Tests and examples, those of the wall too: they use what there is of the library, so once is enough.
  await lint("--all-targets", "--features", "wasm");
  const wheel = { env: { ...process.env, CARGO_TARGET_DIR: join(root, "target", "python") } };
  await show("cargo", ["clippy", "--quiet", "--locked", "--manifest-path", join(root, "python", "Cargo.toml"), "--", "-D", "warnings"], wheel);
}

await alone(import.meta, run);
