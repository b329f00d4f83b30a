// The rules as rows, the laws, the JSON twins, the data tables and the examples in the documentation.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { alone, root, show } from "../lib/check.mjs";

export const label = "Rust tests (rows, laws, JSON, tables, examples)";
export async function run() {
  if (!existsSync(join(root, "..", "shared", "data", "x12"))) {
    console.log("left out: the public X12 sample files are not beside the project (../shared/data/x12), so tests/x12.rs runs on its own interchanges only");
  }
  await show("cargo", ["test", "--quiet"]);
}

await alone(import.meta, run);
