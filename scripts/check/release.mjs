// The release command, on a made-up repository: what it refuses, that a failure leaves everything as it was, and what it commits and tags.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { alone, root, show } from "../lib/check.mjs";
import { ensurePackages } from "../lib/tools.mjs";

export const label = "the release command";
export async function run() {
  await ensurePackages(join(root, "tests"), "what the tests need");
  const folder = join(root, "tests", "release");
  const tests = readdirSync(folder).filter((name) => name.endsWith(".test.mjs"));
  await show(process.execPath, ["--test", ...tests.map((name) => join(folder, name))]);
}

await alone(import.meta, run);
