// Hostile input for a bounded time: every JSON twin, the bulk paths and sessions. KX_FUZZ_SECONDS names another time for each target.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alone, root, step } from "../lib/check.mjs";
import { ensureCargoFuzz } from "../lib/tools.mjs";

export const label = "hostile input (fuzzing)";
export async function run() {
  const fuzz = await ensureCargoFuzz();
  const seconds = Number(process.env.KX_FUZZ_SECONDS || 5);
  const folder = join(root, "fuzz");
  const targets = readdirSync(join(folder, "fuzz_targets")).map((name) => name.replace(/\.rs$/, "")).sort();
  const common = ["--fuzz-dir", folder, "--sanitizer", "none"];
  await step(`Building ${targets.length} fuzz targets`, fuzz.command, ["build", ...common], { env: fuzz.env });
  const work = mkdtempSync(join(tmpdir(), "kx-fuzz-"));
  try {
    for (const target of targets) {
      // What is found goes beside the kept seeds, which only a person adds to.
      const found = join(work, target);
      mkdirSync(found);
      await step(`${target}, for ${seconds} s`, fuzz.command, ["run", ...common, target, found, join(folder, "corpus", target), "--",
        `-max_total_time=${seconds}`, "-timeout=10", "-max_len=20000", `-dict=${join(folder, "words.dict")}`], { env: fuzz.env });
      console.log(`  nothing found; ${readdirSync(found).length} inputs of interest`);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

await alone(import.meta, run);
