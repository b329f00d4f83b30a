// Builds the package into dist/. Run as `npm run build`; other scripts call `build()`.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { readCsv } from "./lib/csv.mjs";
import { ask, main, root, show, step } from "./lib/run.mjs";
import { ensureNodeAndRust, ensurePackages, ensureWasmBindgen, ensureWasmCargo } from "./lib/tools.mjs";

const TARGET = "wasm32-unknown-unknown";
const made = join(root, "target", "package");
const dist = join(root, "dist");

/** A hash over everything that the folders and files hold, to know whether anything has changed. */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(join(path, name));
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

/** The wordings that ship, each an entry of its own: texts of sentences, and labels of screens where there are any. */
const WORDINGS = { en: "en-US", es: "es-US" };

function bakeWordings() {
  mkdirSync(join(dist, "wording"), { recursive: true });
  for (const [language, locale] of Object.entries(WORDINGS)) {
    const table = (name) => {
      const path = join(root, "data", "wording", language, name);
      return existsSync(path) ? Object.fromEntries(readCsv(path)) : undefined;
    };
    const wording = { locale, texts: table("core.csv"), labels: table("ui.csv") };
    writeFileSync(join(dist, "wording", `${language}.js`), `export default ${JSON.stringify(wording)};\n`);
    copyFileSync(join(root, "www", "core", "wording", `${language}.d.ts`), join(dist, "wording", `${language}.d.ts`));
  }
}

async function buildJs() {
  const esbuild = await import("esbuild");
  await bakeVersions();
  rmSync(dist, { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: { index: "www/core/index.ts", url: "www/core/url.ts" },
    outdir: dist,
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    minify: true,
    legalComments: "none",
    chunkNames: "chunk-[hash]",
    alias: { "#made": made },
    logLevel: "warning",
  });
  bakeWordings();
  copyFileSync(join(made, "kx-modifier.wasm"), join(dist, "kx-modifier.wasm"));
  for (const name of ["index.d.ts", "url.d.ts"]) copyFileSync(join(root, "www", "core", name), join(dist, name));
}

/** What a browser downloads: each file of the package, brotli-compressed. */
function printSizes() {
  console.log("What a browser downloads (brotli):");
  const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`.padStart(10);
  const files = readdirSync(dist).filter((name) => /\.(js|wasm)$/.test(name));
  const size = Object.fromEntries(files.map((name) => [name, brotliCompressSync(readFileSync(join(dist, name))).length]));
  const chunks = files.filter((name) => name.startsWith("chunk-"));
  const inline = (entry) => size[entry] + chunks.filter((name) => readFileSync(join(dist, entry), "utf8").includes(name)).reduce((sum, name) => sum + size[name], 0);
  console.log(`${kib(inline("index.js"))}  kx-modifier        the default entry, module inlined`);
  console.log(`${kib(inline("url.js") + size["kx-modifier.wasm"])}  kx-modifier/url    the same with the module as a file of its own (${kib(size["kx-modifier.wasm"]).trim()} of it)`);
}

/** Everything the package is made of, or nothing where nothing has changed. */
export async function build() {
  const rust = ["src", "data", "build", "Cargo.toml", "Cargo.lock", "scripts/build.mjs"];
  await unlessUnchanged("wasm", rust, ["target/package/kx-modifier.wasm", "target/package/glue.js"], buildWasm);
  const js = [...rust, "www/core", "scripts/lib/csv.mjs", "package-lock.json", ".git/HEAD", ".git/logs/HEAD"];
  const changed = await unlessUnchanged("package", js, ["dist/index.js", "dist/kx-modifier.wasm"], buildJs);
  if (changed) printSizes();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    ensureNodeAndRust();
    await ensurePackages(root, "what the build needs");
    await build();
  });
}
