// The contenders of a table, each in a process of its own.
import { fileURLToPath } from "node:url";
import { interleave } from "./interleave.mjs";
import { Worker } from "./process.mjs";

const CHILD = fileURLToPath(new URL("child.mjs", import.meta.url));
const ALL = new URL("../contenders/index.mjs", import.meta.url).href;

/** `from` is the module that has them. Answers `times` of those that ran, and why the others did not: `leftOut` where the build lacks them, `failed` where something broke. */
export async function inProcesses(names, { from = ALL, setting, rounds, milliseconds, warmUp, progress }) {
  const workers = {},
    leftOut = {},
    failed = {};
  try {
    for (const name of names) {
      progress?.(`warming up ${name}`);
      const worker = await Worker.start(CHILD, { from, name, setting, warmUp });
      workers[name] = worker;
      if (worker.first.leftOut) leftOut[name] = worker.first.leftOut;
      if (worker.first.failed) failed[name] = worker.first.failed;
    }
    const running = Object.fromEntries(
      names.filter((name) => !leftOut[name] && !failed[name]).map((name) => [name, { run: () => workers[name].ask({ milliseconds }) }]),
    );
    const measured = await interleave(running, rounds, (round) => progress?.(`round ${round} of ${rounds}`));
    return { times: measured.times, leftOut, failed: { ...failed, ...measured.failed } };
  } finally {
    for (const worker of Object.values(workers)) worker.end();
  }
}
