// The rules as rows, the laws, the JSON twins, the data tables and the examples in the documentation; and what the tests were answered, held
// against the declarations.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alone, root, show } from "../lib/check.mjs";
import { ensurePackages } from "../lib/tools.mjs";

/** Clippy's compiler in the place of Rust's for what is ours, as \`cargo clippy\` has it: what is compiled to be run is linted with it, and not
 *  once more. */
const LINTED = { RUSTC_WORKSPACE_WRAPPER: "clippy-driver", CLIPPY_ARGS: ["-D", "warnings", ""].join("__CLIPPY_HACKERY__") };

export const label = "Rust tests (rows, laws, JSON, tables, examples), and clippy over them";
export async function run() {
  if (!existsSync(join(root, "..", "shared", "data", "x12"))) {
    console.log("left out: the public X12 sample files are not beside the project (../shared/data/x12), so tests/x12.rs runs on its own interchanges only");
  }
  await ensurePackages(join(root, "tests"), "what the tests need");
  const answers = mkdtempSync(join(tmpdir(), "kx-answers-"));
  try {
    await show("cargo", ["test", "--quiet"], { env: { ...process.env, ...LINTED, KX_ANSWERS: answers } });
    await show(process.execPath, [join(root, "tests", "contract", "answers.mjs"), answers]);
  } finally {
    rmSync(answers, { recursive: true, force: true });
  }
}

await alone(import.meta, run);
