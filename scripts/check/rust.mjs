// The rules as rows, the laws, the JSON twins, the data tables and the examples in the documentation; and what the tests were answered, held
// against the declarations.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alone, root, show, Stop } from "../lib/check.mjs";
import { ensurePackages } from "../lib/tools.mjs";

/** Clippy's compiler in the place of Rust's for what is ours, as `cargo clippy` has it: what is compiled to be run is linted with it, and not
 *  once more. */
const LINTED = { RUSTC_WORKSPACE_WRAPPER: "clippy-driver", CLIPPY_ARGS: ["-D", "warnings", ""].join("__CLIPPY_HACKERY__") };

/** The variable is Clippy's own. Where it no longer stops at a fault, the tests would be compiled and not linted. */
function ensureLints(folder) {
  const fault = join(folder, "fault.rs");
  writeFileSync(fault, "pub fn same(is: bool) -> bool { if is { true } else { false } }\n");
  const lint = ["--crate-type", "lib", "--emit", "metadata", "--out-dir", folder, fault];
  const { status, stderr, error } = spawnSync("clippy-driver", lint, { env: { ...process.env, ...LINTED }, encoding: "utf8" });
  if (status !== 1 || !stderr.includes("needless_bool"))
    throw new Stop(`clippy-driver lets a fault pass (${error?.message ?? status}): see LINTED in scripts/check/rust.mjs`);
}

export const label = "Rust tests (rows, laws, JSON, tables, examples), and clippy over them";
export async function run() {
  if (!existsSync(join(root, "..", "shared", "data", "x12"))) {
    console.log("left out: the public X12 sample files are not beside the project (../shared/data/x12), so tests/x12.rs runs on its own interchanges only");
  }
  await ensurePackages(join(root, "tests"), "what the tests need");
  const work = mkdtempSync(join(tmpdir(), "kx-rust-"));
  const answers = join(work, "answers");
  try {
    ensureLints(work);
    await show("cargo", ["test", "--quiet"], { env: { ...process.env, ...LINTED, KX_ANSWERS: answers } });
    await show(process.execPath, [join(root, "tests", "contract", "answers.mjs"), answers]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

await alone(import.meta, run);
