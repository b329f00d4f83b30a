// What the package answers and refuses: as declared, and as recorded.
import { join } from "node:path";
import { alone, root, show } from "../lib/check.mjs";
import { build } from "../build.mjs";
import { ensurePackages } from "../lib/tools.mjs";

export const label = "answers as declared, and as recorded";
export async function run() {
  await build();
  await ensurePackages(join(root, "tests"), "what the tests need");
  const folder = join(root, "tests", "contract");
  await show(process.execPath, ["--test", join(folder, "schema.test.mjs")]);
  await show(process.execPath, [join(folder, "record.mjs")]);
}

await alone(import.meta, run);
