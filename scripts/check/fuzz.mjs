// A search for hostile input, for a bounded time: every function of the table, as JSON text and as packed bytes, the bulk paths, sessions and
// wordings. KX_FUZZ_SECONDS names another time for each target. `cargo test` (tests/hostile.rs) goes through the kept seeds by the same targets.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { alone, root, step, Stop } from "../lib/check.mjs";
import { ensureCargoFuzz } from "../lib/tools.mjs";

/** The functions that take the text of a file, by the table. */
function functionsOfFiles() {
  const table = readFileSync(join(root, "src", "wall", "table.rs"), "utf8");
  const names = [...table.matchAll(/of\(\s*"([^"]+)",\s*How::File\(/g)].map(([, name]) => name);
  if (names.length === 0) throw new Stop("no function of src/wall/table.rs takes a file: the fuzzing of X12 would have no seeds");
  return names;
}

/** The public samples of X12 as seeds: the name of a function in front of each. */
function writeSeedsOfX12(samples, folder) {
  mkdirSync(folder);
  for (const name of functionsOfFiles()) {
    for (const file of readdirSync(samples))
      writeFileSync(join(folder, `${name}-${file}`), Buffer.concat([Buffer.from(`${name}\n`), readFileSync(join(samples, file))]));
  }
}

export const label = "hostile input (fuzzing)";
export async function run() {
  const fuzz = await ensureCargoFuzz();
  const seconds = Number(process.env.KX_FUZZ_SECONDS || 20);
  const folder = join(root, "fuzz");
  const targets = readdirSync(join(folder, "fuzz_targets"))
    .map((name) => name.replace(/\.rs$/, ""))
    .sort();
  const common = ["--fuzz-dir", folder, "--sanitizer", "none"];
  await step(`Building ${targets.length} fuzz targets`, fuzz.command, ["build", ...common], { env: fuzz.env });
  const samples = join(root, "..", "shared", "data", "x12");
  const work = mkdtempSync(join(tmpdir(), "kx-fuzz-"));
  try {
    const ofX12 = join(work, "x12");
    if (existsSync(samples)) writeSeedsOfX12(samples, ofX12);
    else console.log("left out: the sample files of X12 are not beside the project, so only the kept seeds are used");
    const search = async (target) => {
      // What is found goes beside the kept seeds, which only a person adds to.
      const found = join(work, target);
      mkdirSync(found);
      const seeds = [join(folder, "corpus", target), ...(target === "json" && existsSync(ofX12) ? [ofX12] : [])];
      await step(
        `${target}, for ${seconds} s`,
        fuzz.command,
        ["run", ...common, target, found, ...seeds, "--", `-max_total_time=${seconds}`, "-timeout=10", "-max_len=20000", `-dict=${join(folder, "words.dict")}`],
        { env: fuzz.env },
      );
      console.log(`  nothing found in ${target}; ${readdirSync(found).length} inputs of interest`);
    };
    // A search is one thread.
    const waiting = [...targets];
    const lane = async () => {
      for (let target = waiting.shift(); target; target = waiting.shift()) await search(target);
    };
    const lanes = Math.min(availableParallelism(), targets.length);
    // What one finds is no reason to end the other in the middle.
    const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
    const failed = ended.find(({ status }) => status === "rejected");
    if (failed) throw failed.reason;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

await alone(import.meta, run);
