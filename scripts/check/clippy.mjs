// No lint in any part of the crate, with and without the wall, which is linted natively: see DESIGN.md. The whole crate without the wall, its
// tests and its examples are linted while they are compiled for the tests (rust.mjs), and the wheel where it is built (python.mjs).
import { alone, show } from "../lib/check.mjs";

/** Each floor with those below it. */
const FLOORS = [[], ["--no-default-features", "--features", "account"], ["--no-default-features"]];

export const label = "clippy, every floor with and without the wall";
export async function run() {
  const lint = (...args) => show("cargo", ["clippy", "--quiet", ...args, "--", "-D", "warnings"]);
  for (const floor of FLOORS) {
    if (floor.length > 0) await lint("--lib", ...floor);
    await lint("--lib", ...floor, "--features", "wasm");
  }
}

await alone(import.meta, run);
