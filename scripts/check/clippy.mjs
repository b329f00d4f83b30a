// No lint in any part of the crate, with and without the wall, which is linted natively: see DESIGN.md. The whole crate without the wall, its
// tests and its examples are linted while they are compiled for the tests (rust.mjs).
import { join } from "node:path";
import { alone, root, show } from "../lib/check.mjs";

/** Each floor with those below it. */
const FLOORS = [[], ["--no-default-features", "--features", "account"], ["--no-default-features"]];

export const label = "clippy, every floor with and without the wall, and the wheel";
export async function run() {
  const lint = (...args) => show("cargo", ["clippy", "--quiet", ...args, "--", "-D", "warnings"]);
  for (const floor of FLOORS) {
    if (floor.length > 0) await lint("--lib", ...floor);
    await lint("--lib", ...floor, "--features", "wasm");
  }
  const wheel = { env: { ...process.env, CARGO_TARGET_DIR: join(root, "target", "python") } };
  await show("cargo", ["clippy", "--quiet", "--locked", "--manifest-path", join(root, "python", "Cargo.toml"), "--", "-D", "warnings"], wheel);
}

await alone(import.meta, run);
