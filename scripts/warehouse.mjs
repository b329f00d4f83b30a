// `npm run warehouse -- INPUT OUTPUT`: the Spark jobs in local mode, or on a cluster with --master or --remote. Installs Spark from PyPI where it is
// missing, builds the wheel, and hands its words on. `npm run warehouse -- comparative INPUT OUTPUT` does the other job.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { main, root } from "./lib/run.mjs";
import { ensureNodeAndRust, ensurePython } from "./lib/tools.mjs";
import { buildJobs, buildWheel, cleanEnvironment, ensureSpark, WHEEL, WHEEL_LABEL } from "./lib/wheel.mjs";

const JOBS = ["audit", "comparative"];

await main(async () => {
  const given = process.argv.slice(2);
  const words = JOBS.includes(given[0]) || given[0]?.startsWith("-") ? given : ["audit", ...given];
  ensureNodeAndRust();
  const [maturin, python] = [await ensurePython(WHEEL, WHEEL_LABEL), await ensureSpark()];
  const folder = join(root, "target", "warehouse");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const wheels = [await buildWheel(maturin, folder), await buildJobs(python, folder)];
  const { packages } = await cleanEnvironment(python, join(folder, "environment"), wheels);
  const child = spawn(python, ["-m", "kx_warehouse", ...words], { stdio: "inherit", env: { ...process.env, PYTHONPATH: packages } });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
});
