// The Spark jobs: in one process, on a standalone cluster of separate processes on loopback, and behind Spark Connect. Workers have the rules and
// not the jobs. KX_SPARK_LINES and KX_SPARK_SEED name another size and another year.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alone, root, show } from "../lib/check.mjs";
import { aptInstall, ensurePython } from "../lib/tools.mjs";
import { has } from "../lib/run.mjs";
import { buildJobs, buildWheel, cleanEnvironment, ensureSpark, WHEEL, WHEEL_LABEL } from "../lib/wheel.mjs";

/** Some eight minutes on two cores; a machine that is busy takes several times as long, and what hangs is ended. */
const BUDGET = 45 * 60_000;

export const label = "the Spark jobs, on a cluster of their own";
export async function run() {
  if (!process.env.JAVA_HOME && !has("java")) await aptInstall(["openjdk-17-jre-headless"], "Spark runs on Java 17 or later");
  const [maturin, python] = [await ensurePython(WHEEL, WHEEL_LABEL), await ensureSpark()];
  const work = mkdtempSync(join(tmpdir(), "kx-spark-"));
  try {
    const rules = await buildWheel(maturin, join(work, "wheels"));
    const jobs = await buildJobs(python, join(work, "wheels"));
    const workers = await cleanEnvironment(python, join(work, "workers"), [rules]);
    const clean = await cleanEnvironment(python, join(work, "clean"), [rules, jobs]);
    const env = { ...process.env, PYTHONPATH: clean.packages, KX_WORKER_PYTHONPATH: workers.packages, PYTHONDONTWRITEBYTECODE: "1" };
    const folder = join(root, "warehouse");
    await show(python, ["-m", "pytest", "-q", "-p", "no:cacheprovider", "--basetemp", join(work, "tests"), "--durations", "8", join(folder, "tests")], {
      cwd: work,
      env,
      timeout: BUDGET,
    });
    // The stubs of pyarrow are where the wheel is judged.
    const mypy = [
      "-m",
      "mypy",
      "--strict",
      "--disable-error-code",
      "import-untyped",
      "--cache-dir",
      join(root, "target", "mypy"),
      "--python-executable",
      python,
    ];
    await show(maturin, [...mypy, join(clean.packages, "kx_warehouse")], { cwd: work, env: { ...env, MYPYPATH: clean.packages } });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

await alone(import.meta, run);
