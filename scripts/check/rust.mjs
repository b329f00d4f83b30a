// The rules as rows, the laws, the JSON twins, the data tables and the examples in the documentation; and what the tests were answered, held
// against the declarations.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alone, root, show } from "../lib/check.mjs";
import { ensureLints, LINTED } from "../lib/linted.mjs";
import { ensurePackages } from "../lib/tools.mjs";

export const label = "Rust tests (rows, laws, JSON, tables, examples), and clippy over them";
export async function run() {
  if (!existsSync(join(root, "..", "shared", "data", "x12"))) {
    console.log("left out: the public X12 sample files are not beside the project (../shared/data/x12), so tests/x12.rs runs on its own interchanges only");
  }
  await ensurePackages(join(root, "tests"), "what the tests need");
  const work = mkdtempSync(join(tmpdir(), "kx-rust-"));
  const answers = join(work, "answers");
  try {
    ensureLints();
    await show("cargo", ["test", "--quiet"], { env: { ...process.env, ...LINTED, KX_ANSWERS: answers } });
    await show(process.execPath, [join(root, "tests", "contract", "answers.mjs"), answers]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

await alone(import.meta, run);
