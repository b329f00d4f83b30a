// The entries with the module as a file of its own: from the file system in Node, by fetch elsewhere, and what is said where that fails.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { before, after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const consumer = process.env.KX_CONSUMER;
assert.ok(consumer, "KX_CONSUMER names the project that has the tarball installed: run `node scripts/check/package.mjs`");
const dist = join(consumer, "node_modules", "kx-modifier", "dist");

async function script(source, ...options) {
  const { stdout } = await promisify(execFile)(process.execPath, [...options, "--input-type=module", "-e", source], { cwd: consumer });
  return stdout.trim();
}

const PERMISSION = Number(process.versions.node.split(".")[0]) < 24 ? "--experimental-permission" : "--permission";
const DAY = '{ date: "2026-01-01" }';

for (const entry of ["kx-modifier/url", "kx-modifier/visit/url"]) {
  test(`${entry}: init() in Node reads the file beside it`, async () => {
    assert.equal(await script(`import init, { thresholds } from "${entry}"; await init(); console.log(thresholds(${DAY}).OT.remaining);`), "2480.00");
  });

  test(`${entry}: in a worker, and where Node may read the package and nothing else`, async () => {
    const program = `import init, { thresholds } from "${entry}"; await init(); console.log(thresholds(${DAY}).OT.remaining);`;
    const inWorker = `import { Worker } from "node:worker_threads"; new Worker(new URL(${JSON.stringify(
      `data:text/javascript,${encodeURIComponent(`
      const { default: init, thresholds } = await import(${JSON.stringify(pathToFileURL(join(dist, `${entry.slice("kx-modifier/".length)}.js`)).href)});
      await init(); console.log(thresholds(${DAY}).OT.remaining);`)}`,
    )}));`;
    assert.equal(await script(inWorker), "2480.00");
    assert.equal(await script(program, PERMISSION, `--allow-fs-read=${consumer}/*`, "--no-warnings"), "2480.00");
  });
}

/** A server as many are: a page for whatever it does not know. */
let server;
let address;
before(async () => {
  server = createServer(({ url }, response) => {
    if (url === "/absent.wasm") response.writeHead(404).end("not found");
    else if (url === "/kx.wasm") response.setHeader("Content-Type", "text/plain").end(readFileSync(join(dist, "kx-modifier.wasm")));
    else if (url === "/text.wasm") response.end("version https://git-lfs.example/spec/v1");
    else response.setHeader("Content-Type", "text/html").end("\n<!doctype html><title>an app</title>");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

const tried = (source) =>
  script(`
    import init, { KxError, thresholds } from "kx-modifier/url";
    try { await init(${source}); } catch (error) {
      console.log(JSON.stringify([error instanceof KxError, error.code, error.path, error.message, error.help]));
      await init("${address}/kx.wasm");
      console.log(thresholds(${DAY}).OT.remaining);
    }`);

const WRONG = [
  ["a page in its place", () => `"${address}/index.html"`, () => `${address}/index.html`, "is an HTML page, not WebAssembly"],
  ["the same as a response", () => `fetch("${address}/index.html").then((response) => response)`, () => `${address}/index.html`, null],
  ["anything else in its place", () => `new URL("${address}/text.wasm")`, () => `${address}/text.wasm`, "is not WebAssembly"],
  ["nothing there", () => `"${address}/absent.wasm"`, () => `${address}/absent.wasm`, "could not be loaded: 404 Not Found"],
  ["nobody there", () => `"http://127.0.0.1:1/kx.wasm"`, () => "http://127.0.0.1:1/kx.wasm", "could not be loaded: fetch failed"],
  ["no address", () => `"assets/kx.wasm"`, () => "assets/kx.wasm", null],
];
for (const [what, source, where, why] of WRONG) {
  test(`${what}: a KxError that says where and what to do, and the next call tries again`, async () => {
    const given = source();
    const [said, answer] = (await tried(given.startsWith("fetch(") ? `await ${given}` : given)).split("\n");
    const [isOne, code, path, message, help] = JSON.parse(said);
    assert.deepEqual([isOne, code, path], [true, "module-not-loaded", null]);
    assert.ok(message.includes(where()) && help.includes(where()), `${message}; ${help}`);
    if (why) assert.ok(message.endsWith(why), message);
    assert.ok(help.includes("docs/bundlers.md"), help);
    assert.equal(answer, "2480.00");
  });
}

test("a file that is not there", async () => {
  const path = pathToFileURL(join(consumer, "gone.wasm")).href;
  const [said] = (await tried(`"${path}"`)).split("\n");
  assert.match(JSON.parse(said)[3], /could not be loaded: ENOENT/);
  writeFileSync(join(consumer, "page.wasm"), "<html></html>");
  const [html] = (await tried(`new URL("${pathToFileURL(join(consumer, "page.wasm")).href}")`)).split("\n");
  assert.match(JSON.parse(html)[3], /is an HTML page/);
});
