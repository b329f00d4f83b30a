// Clippy over what is compiled to be run, so that it is not compiled once more to be linted.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Stop } from "./run.mjs";

/** Clippy's compiler in the place of Rust's for what is ours, as `cargo clippy` has it. Of another optimisation: nothing that ships is
 *  compiled so. */
export const LINTED = { RUSTC_WORKSPACE_WRAPPER: "clippy-driver", CLIPPY_ARGS: ["-D", "warnings", ""].join("__CLIPPY_HACKERY__") };

/** The variable is Clippy's own. Where it no longer stops at a fault, what is compiled would not be linted. */
export function ensureLints() {
  const folder = mkdtempSync(join(tmpdir(), "kx-lints-"));
  try {
    const fault = join(folder, "fault.rs");
    writeFileSync(fault, "pub fn same(is: bool) -> bool { if is { true } else { false } }\n");
    const lint = ["--crate-type", "lib", "--emit", "metadata", "--out-dir", folder, fault];
    const { status, stderr, error } = spawnSync("clippy-driver", lint, { env: { ...process.env, ...LINTED }, encoding: "utf8" });
    if (status !== 1 || !stderr.includes("needless_bool"))
      throw new Stop(`clippy-driver lets a fault pass (${error?.message ?? status}): see scripts/lib/linted.mjs`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
