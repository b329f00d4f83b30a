// Hostile input for a bounded time: every JSON twin, the bulk paths and sessions. KX_FUZZ_SECONDS names another time for each target.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alone, root, step } from "../lib/check.mjs";
import { ensureCargoFuzz } from "../lib/tools.mjs";

const OF_X12 = ["read_eligibility271", "read_remittance835", "read_claim837", "identify_x12"];

export const label = "hostile input (fuzzing)";
export async function run() {
  const fuzz = await ensureCargoFuzz();
  const seconds = Number(process.env.KX_FUZZ_SECONDS || 5);
  const folder = join(root, "fuzz");
  const targets = readdirSync(join(folder, "fuzz_targets")).map((name) => name.replace(/\.rs$/, "")).sort();
  const common = ["--fuzz-dir", folder, "--sanitizer", "none"];
  await step(`Building ${targets.length} fuzz targets`, fuzz.command, ["build", ...common], { env: fuzz.env });
  const samples = join(root, "..", "shared", "data", "x12");
  if (!existsSync(samples)) console.log("left out: the sample files of X12 are not beside the project, so only the kept seeds are used");
  const work = mkdtempSync(join(tmpdir(), "kx-fuzz-"));
  try {
    for (const target of targets) {
      // What is found goes beside the kept seeds, which only a person adds to.
      const found = join(work, target);
      mkdirSync(found);
      const seeds = [join(folder, "corpus", target), ...(OF_X12.includes(target) && existsSync(samples) ? [samples] : [])];
      await step(`${target}, for ${seconds} s`, fuzz.command, ["run", ...common, target, found, ...seeds, "--",
        `-max_total_time=${seconds}`, "-timeout=10", "-max_len=20000", `-dict=${join(folder, "words.dict")}`], { env: fuzz.env });
      console.log(`  nothing found; ${readdirSync(found).length} inputs of interest`);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

await alone(import.meta, run);
