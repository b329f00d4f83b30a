// The same in headless Chromium, served from this machine only: each contender in a context of its own, which is a process of its own.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { serveFolder } from "../../scripts/lib/serve.mjs";
import { interleave } from "../lib/interleave.mjs";
import { print, ratios } from "../lib/table.mjs";
import { PAGE_ROWS } from "../rows.mjs";

const bench = fileURLToPath(new URL("..", import.meta.url));
// As a page of a host without a bundler would name it.
const PAGE =
  '<!doctype html><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,"><script type="importmap">{"imports":{"decimal.js":"/decimal.mjs"}}</script>';

function site(entry) {
  const folder = mkdtempSync(join(tmpdir(), "kx-bench-"));
  for (const name of ["cases", "contenders", "lib"]) cpSync(join(bench, name), join(folder, "bench", name), { recursive: true });
  cpSync(dirname(fileURLToPath(entry)), join(folder, "dist"), { recursive: true });
  cpSync(join(bench, "node_modules", "decimal.js", "decimal.mjs"), join(folder, "decimal.mjs"));
  writeFileSync(join(folder, "index.html"), PAGE);
  return folder;
}

/** In the page: loads a contender and warms it up. */
async function begin({ name, setting, warmUp }) {
  try {
    const [{ CONTENDERS }, { slice }] = await Promise.all([import("/bench/contenders/index.mjs"), import("/bench/lib/slice.mjs")]);
    const task = await CONTENDERS[name](setting);
    if (task.leftOut) return { leftOut: task.leftOut };
    let passes = 0;
    const counted = {
      items: task.items,
      pass() {
        passes += 1;
        return task.pass();
      },
    };
    globalThis.run = async (milliseconds) => {
      passes = 0;
      const ns = await slice(counted, milliseconds);
      return { ns, calls: passes * task.items };
    };
    await globalThis.run(warmUp);
    return {};
  } catch (error) {
    return { failed: String(error) };
  }
}

/** Nanoseconds that a process's first thread has run, where the system tells (Linux): a page itself knows only the wall. */
function worked(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]);
  } catch {
    return null;
  }
}

/** What the processes of all pages have run so far, or null where nobody tells. All but one of them are idle during a slice. */
async function runSoFar(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const each = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => worked(id));
  return each.includes(null) ? null : each.reduce((sum, one) => sum + one, 0);
}

const runIn = (page, session, milliseconds) => async () => {
  const before = await runSoFar(session);
  const { ns, calls } = await page.evaluate((time) => globalThis.run(time), milliseconds);
  const after = await runSoFar(session);
  return { ns: before === null || after === null ? ns : (after - before) / calls };
};

export async function chromium({ entry, executablePath, count = 4000, rounds = 11, milliseconds = 200, warmUp = 2000, progress }) {
  const { chromium: launcher } = createRequire(new URL("../../tests/package.json", import.meta.url))("playwright-core");
  const folder = site(entry);
  const { server, address } = await serveFolder(folder, 0);
  const browser = await launcher.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
  });
  try {
    const session = await browser.newBrowserCDPSession();
    const running = {},
      leftOut = {},
      failed = {};
    for (const name of new Set(PAGE_ROWS.flatMap(({ of, to }) => [of, to]))) {
      progress?.(`warming up ${name} in Chromium`);
      const page = await (await browser.newContext()).newPage();
      await page.goto(address);
      const first = await page.evaluate(begin, { name, setting: { entry: `${address}dist/index.js`, count }, warmUp });
      if (first.leftOut) leftOut[name] = first.leftOut;
      else if (first.failed) failed[name] = first.failed;
      else running[name] = { run: runIn(page, session, milliseconds) };
    }
    const measured = await interleave(running, rounds, (round) => progress?.(`round ${round} of ${rounds} in Chromium`));
    const rows = ratios(PAGE_ROWS, { times: measured.times, leftOut, failed: { ...failed, ...measured.failed } });
    print(`One decision in Chromium ${browser.version().split(".")[0]}, ${count.toLocaleString("en-US")} cases, ${rounds} rounds, a process for each`, rows);
    return { rows, failed: { ...failed, ...measured.failed } };
  } finally {
    await browser.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}
