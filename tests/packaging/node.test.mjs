// The package as Node users get it: installed from the tarball into an empty project (KX_CONSUMER names it).
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { checked } from "../contract/checked.mjs";
import { trapping } from "./trap.mjs";

const consumer = process.env.KX_CONSUMER;
assert.ok(consumer, "KX_CONSUMER names the project that has the tarball installed: run `node scripts/check/package.mjs`");
const require = createRequire(join(consumer, "index.js"));
const folder = join(consumer, "node_modules", "kx-modifier");
const bytes = readFileSync(join(folder, "dist", "kx-modifier.wasm"));
const load = async (name) => checked(await import(pathToFileURL(require.resolve(name)).href));

const request = () => ({
  line: { code: "97110", modifiers: ["GP"] },
  appointment: { date: "2026-03-10", renderingProvider: { discipline: "PT" } },
  coverage: { program: "medicare-part-b" },
  preferences: { autoApplyKx: true },
  usage: { used: { "PT/SLP": "2480.00" } },
});

/** Runs a script in the consumer project, in a process of its own, and gives what it prints. */
function script(source, type = "module") {
  return execFileSync(process.execPath, [`--input-type=${type}`, "-e", source], {
    cwd: consumer,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  }).trim();
}

test("import: init, then decide", () => {
  const printed = script(`import init, { decide } from "kx-modifier"; await init(); console.log(decide(${JSON.stringify(request())}).modifiers.join());`);
  assert.equal(printed, "GP,KX");
});

test("require of the ES module", () => {
  const printed = script(
    `const kx = require("kx-modifier"); kx.default().then(() => console.log(kx.decide(${JSON.stringify(request())}).action));`,
    "commonjs",
  );
  assert.equal(printed, "apply");
});

test("the README's examples run and print what they say", () => {
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  const examples = [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map((found) => found[1]);
  assert.equal(examples.length, 5);
  for (const example of examples) {
    const said = [...example.matchAll(/\/\/ → (.*)/g)].map((found) => found[1]);
    assert.ok(said.length > 0);
    assert.deepEqual(script(example).split("\n"), said);
  }
});

test("the examples of docs/denials.md run, one behind the other, and print what they say", () => {
  const page = readFileSync(join(folder, "docs", "denials.md"), "utf8");
  const example = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map((found) => found[1]).join("");
  const said = [...example.matchAll(/\/\/ → (.*)/g)].map((found) => found[1]);
  assert.equal(said.length, 7);
  assert.deepEqual(script(example).split("\n"), said);
});

test("before init: a clear error; versions works all the same", () => {
  const printed = script(`
    import init, { decide, versions, KxError } from "kx-modifier";
    const { package: version, revision, rules, years } = versions();
    try { decide({}); } catch (error) { console.log(error instanceof KxError, error instanceof Error, error.name, error.code, error.path, error.help.includes("init")); }
    console.log(version, typeof revision, rules, years[0], years.at(-1) >= 2026);`);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const rules = /RULES_VERSION: &str = "(.*)"/.exec(readFileSync(new URL("../../src/ground/tables.rs", import.meta.url), "utf8"))[1];
  assert.equal(printed, `true true KxError not-initialized null true\n${version} string ${rules} 2018 true`);
});

test("init is one promise, and a failed one is tried again", () => {
  const printed = script(`
    import init, { decide } from "kx-modifier";
    const bad = init(new Uint8Array([1, 2, 3]));
    console.log(await bad.catch((error) => error.constructor.name));
    const good = init();
    console.log(good === init(), await good);
    console.log(init() === good);`);
  assert.equal(printed, "CompileError\ntrue undefined\ntrue");
});

test("initSync, and the module from a file, a URL, a response, a compiled module", async () => {
  const printed = script(`
    import { initSync, thresholds } from "kx-modifier/url";
    import { readFileSync } from "node:fs";
    initSync(readFileSync(${JSON.stringify(join(folder, "dist", "kx-modifier.wasm"))}));
    console.log(thresholds({ date: "2026-01-01" }).OT.remaining);`);
  assert.equal(printed, "2480.00");
  const server = createServer((_, response) => response.setHeader("Content-Type", "text/plain").end(bytes));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${server.address().port}/`;
  for (const source of [
    `"${address}"`,
    `new URL("${address}")`,
    `fetch("${address}")`,
    `(await WebAssembly.compile(await (await fetch("${address}")).arrayBuffer()))`,
  ]) {
    const program = `import init, { thresholds } from "kx-modifier/url"; await init(await ${source}); console.log(thresholds({ date: "2025-01-01" }).OT.threshold);`;
    // Not `script`: the server is in this process, which must not stand still.
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], { cwd: consumer });
    assert.equal(stdout.trim(), "2410.00", source);
  }
  server.close();
});

test("the module file stands beside its entry", () => {
  assert.deepEqual(readFileSync(require.resolve("kx-modifier/kx-modifier.wasm")), bytes);
});

test("a refusal is a KxError with code, path and help; the request stays as it was", async () => {
  const kx = await load("kx-modifier");
  await kx.default();
  const bad = request();
  bad.line.modifer = ["GP"];
  const before = structuredClone(bad);
  assert.throws(
    () => kx.decide(bad),
    (error) =>
      error instanceof kx.KxError &&
      error instanceof Error &&
      error.code === "unknown-field" &&
      error.path === "line.modifer" &&
      error.help.length > 0 &&
      error.message.length > 0,
  );
  assert.deepEqual(bad, before);
});

test("answers are plain and never change", async () => {
  const kx = await load("kx-modifier");
  await kx.default();
  const first = kx.decide(request());
  const copy = structuredClone(first);
  kx.decide({ ...request(), usage: { used: { "PT/SLP": "0" } } });
  assert.deepEqual(first, copy);
  assert.deepEqual(JSON.parse(JSON.stringify(first)), first);
  assert.equal(Object.getPrototypeOf(first.thresholds), Object.prototype);
  kx.versions().years.push(1);
  assert.ok(!kx.versions().years.includes(1));
});

test("after a fault inside the module a fresh instance takes over", async () => {
  const kx = await load("kx-modifier");
  await kx.default();
  const hostile = { ...request(), line: trapping(request().line, "code") };
  for (let round = 0; round < 200; round++) assert.throws(() => kx.decide(hostile), { name: "RangeError", message: "mine" });
  assert.equal(kx.decide(request()).action, "apply");
});

test("decideAll gives errors in place", async () => {
  const kx = await load("kx-modifier");
  await kx.default();
  const answers = kx.decideAll([request(), { ...request(), line: { code: "1" } }, null, request()]);
  assert.deepEqual(
    answers.map((one) => one.decision?.action ?? one.error.code),
    ["apply", "code-invalid", "wrong-type", "apply"],
  );
  assert.deepEqual(Object.keys(answers[1].error).sort(), ["code", "help", "message", "path"]);
  assert.throws(() => kx.decideAll({}), { code: "wrong-type", path: null });
});

test("a remittance is read, looked at, accepted and undone", async () => {
  const kx = await load("kx-modifier");
  await kx.default();
  const text = `ISA*00*          *00*          *ZZ*S              *ZZ*R              *260101*1200*^*00501*000000001*0*P*:~GS*HP*S*R*20260101*1200*1*X*005010X221A1~ST*835*0001~BPR*I*52*C*ACH*CCP*01*1*DA*1*1**01*1*DA*1*20260316~TRN*1*T1*1~CLP*C1*1*3000*2000**MB*P1*11~NM1*QC*1*DOE*JANE****MI*1EG4~SVC*HC:97110:GP*3000*2000**2~DTM*472*20260310~AMT*B6*2500~SE*9*0001~GE*1*1~IEA*1*000000001~`;
  assert.deepEqual(kx.identifyX12(text), {
    kind: "835",
    message: "Remittance (835) paid on Mar 16, 2026.",
    date: "2026-03-16",
    patients: [{ name: "DOE, JANE", memberId: "1EG4", positions: [0] }],
  });
  const { line, ...context } = request();
  const appointment = { ...context, lines: [{ ...line, id: "a" }], usage: { entries: [] } };
  const { entries } = kx.readRemittance835(text);
  const preview = kx.previewImport({ ...appointment, read: { entries } });
  assert.deepEqual(preview.usage, { entries });
  assert.deepEqual(
    preview.lines.map(({ id, before, after }) => [id, before.action, after.action]),
    [["a", "none", "apply"]],
  );
  assert.equal(kx.decideAppointment({ ...appointment, usage: preview.usage }).decisions[0].action, "apply");
  const again = kx.previewImport({ ...appointment, usage: preview.usage, read: { entries } });
  assert.deepEqual([again.usage, again.entries[0].change, again.lines], [preview.usage, "unchanged", []]);
});

test("whose a file is, and a claim before it goes out", async () => {
  const kx = await load("kx-modifier");
  await kx.default();
  const patients = [{ name: "DOE, JANE", memberId: "1EG4", positions: [0] }];
  assert.deepEqual([kx.matchPatient({ patients, memberId: "1-eg4" }).whose, kx.matchPatient({ patients, memberId: "2EG4" }).positions], ["theirs", []]);
  assert.throws(() => kx.matchPatient({ patients, memberId: "2EG4", chosen: 1 }), { code: "unknown-id", path: "chosen" });
  const line = { id: "1", date: "2026-03-10", code: "97110", modifiers: ["GP"], units: 1 };
  const scrub = kx.scrubClaims({ claims: [{ id: "C1", medicare: true, lines: [line] }], otherUsed: { 2026: { "PT/SLP": "2480.00" } } });
  assert.deepEqual(
    scrub.lines[0].findings.map(({ code, severity }) => `${severity} ${code}`),
    ["error missing-kx"],
  );
});

test("a worklist over many patients, and projections in words", async () => {
  const kx = await load("kx-modifier");
  await kx.default();
  const { line, ...context } = request();
  const patients = Array.from({ length: 2000 }, (_, index) => ({
    id: `p${index}`,
    context: { ...context, preferences: {} },
    lines: index % 2 ? [{ ...line, id: "a" }] : [],
  }));
  const steps = kx.worklist(patients);
  assert.equal(steps.length, 2000);
  assert.deepEqual(
    steps.slice(0, 2).map(({ id, items }) => [id, items.map(({ kind, line }) => [kind, line])]),
    [
      ["p0", [["reached", null]]],
      [
        "p1",
        [
          ["suggestion", "a"],
          ["reached", null],
        ],
      ],
    ],
  );
  assert.equal(
    kx.describeProjection({ date: "2026-07-01", serviceType: "OT", visits: [{ date: "2026-07-02", allowed: "1.00" }] }),
    "The booked visit stays within the threshold.",
  );
});

test("the tarball holds what users need and nothing else", () => {
  const list = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: new URL("../..", import.meta.url),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const files = JSON.parse(list)[0]
    .files.map((file) => file.path)
    .filter((path) => !/^dist\/(chunk-\w+\.js$|widgets\/|desk\/|testing\/|.*\.js\.map$)/.test(path))
    .sort();
  assert.deepEqual(files, [
    "CHANGELOG.md",
    "README.md",
    "THIRD-PARTY-NOTICES.md",
    "dist/cli.js",
    "dist/custom-elements.json",
    "dist/import-map.json",
    "dist/index.d.ts",
    "dist/index.js",
    "dist/interop/cds-hooks.d.ts",
    "dist/interop/cds-hooks.js",
    "dist/interop/fhir.d.ts",
    "dist/interop/fhir.js",
    "dist/kx-modifier.wasm",
    "dist/labels/es.d.ts",
    "dist/labels/es.js",
    "dist/rules.schema.json",
    "dist/sbom.cdx.json",
    "dist/url.d.ts",
    "dist/url.js",
    "dist/visit/index.d.ts",
    "dist/visit/index.js",
    "dist/visit/kx-modifier.wasm",
    "dist/visit/url.d.ts",
    "dist/visit/url.js",
    "dist/web-types.json",
    "dist/wording/en.d.ts",
    "dist/wording/en.js",
    "dist/wording/es.d.ts",
    "dist/wording/es.js",
    "docs/accessibility.md",
    "docs/appointment.png",
    "docs/bench.svg",
    "docs/bundlers.md",
    "docs/denials.md",
    "docs/frameworks.md",
    "docs/guide.md",
    "docs/scope.md",
    "docs/security.md",
    "docs/spanish-terms.md",
    "docs/testing.md",
    "docs/warehouse.md",
    "docs/warehouse.svg",
    "docs/yearly-update.md",
    "package.json",
  ]);
});

test("links and pictures of the packed texts lead somewhere, and nothing runs when it is installed", () => {
  const texts = ["README.md", "CHANGELOG.md", ...readdirSync(join(folder, "docs")).flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : []))];
  assert.ok(texts.length > 6);
  const slug = (heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-");
  const headings = (path) => [...readFileSync(path, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading]) => slug(heading));
  const dead = texts.flatMap((text) =>
    [...readFileSync(join(folder, text), "utf8").matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(([link, path, anchor]) => {
      const to = path ? join(folder, dirname(text), path) : join(folder, text);
      return existsSync(to) && (!anchor || headings(to).includes(anchor)) ? [] : [`${text}: ${link}`];
    }),
  );
  assert.deepEqual(dead, []);
  const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  for (const name of ["preinstall", "install", "postinstall", "prepare"]) assert.equal(scripts[name], undefined, name);
});
