// Builds the package into dist/. Run as `npm run build`; other scripts call `build()`.
import { createHash } from "node:crypto";
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { ask, main, root, step, Stop } from "./lib/run.mjs";
import { ensureNodeAndRust, ensurePackages, ensureWasmBindgen, ensureWasmCargo } from "./lib/tools.mjs";
import { bakeLabels, buildLabels, labelFiles, buildWordings } from "./labels.mjs";
import { buildWidgets, EXTERNAL, printWidgetSizes, widgetEntries } from "./widgets.mjs";

const TARGET = "wasm32-unknown-unknown";
const made = join(root, "target", "package");
const dist = join(root, "dist");

/** What package.json exports, with its declarations beside it. */
const ENTRIES = ["index", "url", "interop/fhir", "interop/cds-hooks"];

/** A hash over everything that the folders and files hold, to know whether anything has changed. */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      // The labels of the widgets are no part of the rules; who needs them names them.
      for (const name of readdirSync(full).sort()) if (name !== "ui.csv") add(join(path, name));
    } else {
      hash.update(path).update("\0").update(readFileSync(full)).update("\0");
    }
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}

/** Runs `body` unless the same inputs were finished before. */
export async function unlessUnchanged(name, inputs, outputs, body) {
  const stamp = join(root, "target", "stamps", name);
  const wanted = fingerprint(inputs);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && outputs.every((path) => existsSync(join(root, path)))) return false;
  rmSync(stamp, { force: true });
  await body();
  mkdirSync(join(root, "target", "stamps"), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}

/** The git revision that is built, and `+` where the work tree differs from it; "unknown" outside a checkout. */
function revision() {
  const head = ask("git", ["rev-parse", "--short=12", "HEAD"]);
  if (!head) return "unknown";
  return ask("git", ["status", "--porcelain", "--untracked-files=no"]) ? `${head}+` : head;
}

async function buildWasm() {
  const cargo = await ensureWasmCargo();
  const bindgen = await ensureWasmBindgen();
  const target = cargo.env.CARGO_TARGET_DIR ?? join(root, "target");
  await step("Compiling the rules core to WebAssembly", cargo.command,
    ["build", "--release", "--lib", "--features", "wasm", "--target", TARGET], { env: { ...cargo.env, CARGO_TARGET_DIR: target } });
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  await step("Writing the JavaScript side of the wall", join(bindgen, "wasm-bindgen"),
    ["--target", "no-modules", "--no-typescript", "--out-dir", made, "--out-name", "kx", join(target, TARGET, "release", "kx_modifier.wasm")]);
  // Functions with one caller are not inlined but where they are small: as quick, and 6 KiB less to download.
  await step("Optimising the module", join(root, "node_modules", ".bin", "wasm-opt"),
    ["-O3", "--one-caller-inline-max-function-size=60", "--strip-debug", "--strip-producers", "--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext",
      "--enable-mutable-globals", "--enable-reference-types", "--enable-multivalue", join(made, "kx_bg.wasm"), "-o", join(made, "kx-modifier.wasm")]);
  // The glue keeps the instance in a closure. A function around it gives a closure a call, so that a trapped instance can be replaced.
  const glue = readFileSync(join(made, "kx.js"), "utf8");
  writeFileSync(join(made, "glue.js"), `export function createGlue() {\n${glue}\nreturn wasm_bindgen;\n}\n`);
}

/** What can be told before the module is loaded comes from the module all the same. */
async function bakeVersions() {
  const { createGlue } = await import(`${pathToFileURL(join(made, "glue.js"))}?${Date.now()}`);
  const glue = createGlue();
  glue.initSync({ module: readFileSync(join(made, "kx-modifier.wasm")) });
  const { rules, years, package: version } = glue.versions();
  writeFileSync(join(made, "versions.js"), `export default ${JSON.stringify({ package: version, revision: revision(), rules, years })};\n`);
  const bytes = readFileSync(join(made, "kx-modifier.wasm"));
  writeFileSync(join(made, "wasm-inline.js"), `export default "${bytes.toString("base64")}";\n`);
}

/** What is bundled keeps its licence: each text once, behind the packages it is of, at the end of the file. */
function keepLicences(outputs) {
  for (const [path, { inputs }] of Object.entries(outputs)) {
    const texts = new Map();
    for (const name of new Set(Object.keys(inputs).flatMap((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []))) {
      const folder = join(root, "node_modules", name);
      const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
      if (!licence) throw new Stop(`${name} is bundled into ${path}, and names no licence`);
      const text = readFileSync(join(folder, licence), "utf8").trim();
      texts.set(text, [...texts.get(text) ?? [], name]);
    }
    for (const [text, names] of texts) appendFileSync(join(root, path), `/*! ${names.join(", ")}:\n${text}\n*/\n`);
  }
}

async function buildJs() {
  const esbuild = await import("esbuild");
  await bakeVersions();
  await bakeLabels(made);
  rmSync(dist, { recursive: true, force: true });
  const options = {
    metafile: true,
    absWorkingDir: root,
    outdir: dist,
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    mainFields: ["module", "main"],
    minify: true,
    legalComments: "none",
    chunkNames: "chunk-[hash]",
    // The command line shares the chunk of the package's functions and reads the module beside it: no second copy in the tarball.
    alias: { "#made": made, "kx-modifier": join(root, "www", "core", "functions.ts") },
    external: ["node:*", ...EXTERNAL],
    logLevel: "warning",
  };
  const own = Object.fromEntries(ENTRIES.map((name) => [name, `www/core/${name}.ts`]));
  const { metafile } = await esbuild.build({ ...options, entryPoints: { ...own, cli: "www/cli/main.ts", "desk/index": "www/desk/index.ts", ...widgetEntries() } });
  keepLicences(metafile.outputs);
  keepLicences(await buildWidgets(options));
  await buildLabels(dist);
  await buildWordings(dist);
  copyFileSync(join(made, "kx-modifier.wasm"), join(dist, "kx-modifier.wasm"));
  for (const name of ENTRIES) copyFileSync(join(root, "www", "core", `${name}.d.ts`), join(dist, `${name}.d.ts`));
}

/** What a browser downloads: each entry of the package with the chunks it imports, brotli-compressed. */
function printSizes() {
  console.log("What a browser downloads (brotli):");
  const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`.padStart(10);
  const size = (name) => brotliCompressSync(readFileSync(join(dist, name))).length;
  const chunks = readdirSync(dist).filter((name) => name.startsWith("chunk-"));
  const needs = (name, found = new Set([name])) => {
    const text = readFileSync(join(dist, name), "utf8");
    for (const chunk of chunks.filter((one) => !found.has(one) && text.includes(one))) needs(chunk, found.add(chunk));
    return found;
  };
  const whole = (name) => [...needs(name)].reduce((sum, one) => sum + size(one), 0);
  const wasm = size("kx-modifier.wasm");
  console.log(`${kib(whole("index.js"))}  kx-modifier            the default entry, module inlined`);
  console.log(`${kib(whole("url.js") + wasm)}  kx-modifier/url        the same with the module as a file of its own (${kib(wasm).trim()} of it)`);
  console.log(`${kib(whole("interop/fhir.js"))}  kx-modifier/fhir       without the module`);
  console.log(`${kib(whole("interop/cds-hooks.js"))}  kx-modifier/cds-hooks  without the module`);
}

/** Everything the package is made of, or nothing where nothing has changed. */
export async function build() {
  const rust = ["src", "data", "build", "Cargo.toml", "Cargo.lock", "scripts/build.mjs"];
  await unlessUnchanged("wasm", rust, ["target/package/kx-modifier.wasm", "target/package/glue.js"], buildWasm);
  const js = [...rust, ...labelFiles(), "www/core", "www/cli", "www/desk", "www/widgets", "scripts/labels.mjs", "scripts/widgets.mjs", "scripts/lib/manifest.mjs", "tsconfig.json", "tsconfig.widgets.json", "package.json", "package-lock.json", ".git/HEAD", ".git/logs/HEAD"];
  const changed = await unlessUnchanged("package", js, ["dist/index.js", "dist/kx-modifier.wasm", "dist/interop/fhir.js", "dist/widgets/index.js"], buildJs);
  if (!changed) return;
  printSizes();
  await printWidgetSizes();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    ensureNodeAndRust();
    await ensurePackages(root, "what the build needs");
    await build();
  });
}
