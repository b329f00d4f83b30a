// Builds the package into dist/. Run as `npm run build`; other scripts call `build()`.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { ask, main, root, Stop } from "./lib/run.mjs";
import { ensureNodeAndRust, ensurePackages, wasmToolchain } from "./lib/tools.mjs";
import { BUNDLED } from "./lib/inside.mjs";
import { writeImportMap } from "./lib/import-map.mjs";
import { npmSbom, written } from "./lib/sbom.mjs";
import { checkSizes } from "./lib/sizes.mjs";
import { finishMaps, rewrite } from "./lib/source-maps.mjs";
import { bakeModule, buildModules, MADE, made, moduleFolder, MODULES } from "./lib/wasm.mjs";
import { bakeLabels, buildLabels, labelFiles, buildWordings } from "./labels.mjs";
import { buildWidgets, EXTERNAL, widgetEntries, widgetNames, writeRegistries } from "./widgets.mjs";

const dist = join(root, "dist");

/** What package.json exports, with its declarations beside it. */
const ENTRIES = ["index", "url", "visit/index", "visit/url", "interop/fhir", "interop/cds-hooks"];

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

/** Runs `body` unless the same inputs were finished before. `beside` tells what it depends on that is no file; `body` may install that. */
export async function unlessUnchanged(name, inputs, outputs, body, beside = () => "") {
  const stamp = join(root, "target", "stamps", name);
  const wanted = fingerprint(inputs);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted + beside() && outputs.every((path) => existsSync(join(root, path)))) return false;
  rmSync(stamp, { force: true });
  await body();
  mkdirSync(join(root, "target", "stamps"), { recursive: true });
  writeFileSync(stamp, wanted + beside());
  return true;
}

/** The git revision that is built, and `+` where the work tree differs from it; "unknown" outside a checkout. */
function revision() {
  const head = ask("git", ["rev-parse", "--short=12", "HEAD"]);
  if (!head) return "unknown";
  return ask("git", ["status", "--porcelain", "--untracked-files=no"]) ? `${head}+` : head;
}

/** What is bundled keeps its licence: each text once, behind the packages it is of, at the end of the file. */
function keepLicences(outputs, bundled) {
  for (const [path, { inputs }] of Object.entries(outputs)) {
    const texts = new Map();
    for (const name of new Set(Object.keys(inputs).flatMap((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []))) {
      const folder = join(root, "node_modules", name);
      const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
      if (!licence) throw new Stop(`${name} is bundled into ${path}, and names no licence`);
      bundled.add(name);
      const text = readFileSync(join(folder, licence), "utf8").trim();
      texts.set(text, [...(texts.get(text) ?? []), name]);
    }
    const all = [...texts].map(([text, names]) => `/*! ${names.join(", ")}:\n${text}\n*/\n`).join("");
    if (all) rewrite(join(root, path), (built) => built + all);
  }
}

/** esbuild's own helpers become a file that all files ask for, used or not: each file more is a request, or a millisecond of Node's. */
function leaveOutHelpers(outputs) {
  const helpers = Object.keys(outputs).filter((path) => Object.keys(outputs[path].inputs).length === 0 && outputs[path].bytes > 0);
  for (const [path, { imports }] of Object.entries(outputs)) {
    for (const helper of helpers.filter((one) => imports.some((found) => found.path === one))) {
      const from = relative(dirname(path), helper).replace(/^(?!\.)/, "./");
      const statement = `import"${from}";`;
      // Blanks, so that the map of the file still fits.
      rewrite(join(root, path), (built) => built.replace(statement, " ".repeat(statement.length)));
    }
  }
}

async function buildJs() {
  const esbuild = await import("esbuild");
  for (const module of MODULES) await bakeModule(module, revision());
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
    sourcemap: "linked",
    legalComments: "none",
    chunkNames: "chunk-[hash]",
    // The command line shares the chunk of the package's functions and reads the module beside it: no second copy in the tarball.
    alias: {
      "#made": made,
      "#core": join(root, "www", "core"),
      "kx-modifier/fhir": join(root, "www", "core", "interop", "fhir.ts"),
      "kx-modifier": join(moduleFolder("all"), "functions.js"),
    },
    external: ["node:*", ...EXTERNAL],
    logLevel: "warning",
  };
  const own = Object.fromEntries(ENTRIES.map((name) => [name, `www/core/${name}.ts`]));
  const { metafile } = await esbuild.build({
    ...options,
    entryPoints: { ...own, cli: "www/cli/main.ts", "desk/index": "www/desk/index.ts", "testing/index": "www/testing/index.ts", ...widgetEntries() },
  });
  leaveOutHelpers(metafile.outputs);
  const bundled = new Set();
  for (const outputs of [metafile.outputs, await buildWidgets(options)]) {
    keepLicences(outputs, bundled);
    finishMaps(outputs);
  }
  writeFileSync(join(root, BUNDLED), `${JSON.stringify([...bundled].sort())}\n`);
  await buildLabels(dist);
  await buildWordings(dist);
  for (const { name, file } of MODULES) copyFileSync(join(moduleFolder(name), "kx-modifier.wasm"), join(dist, file));
  copyFileSync(join(root, "www", "core", "rules.schema.json"), join(dist, "rules.schema.json"));
  for (const name of ENTRIES) copyFileSync(join(root, "www", "core", `${name}.d.ts`), join(dist, `${name}.d.ts`));
  writeImportMap(dist);
  writeFileSync(join(dist, "sbom.cdx.json"), written(npmSbom()));
}

/** Everything the package is made of, or nothing where nothing has changed. */
export async function build() {
  writeRegistries();
  const rust = ["src", "data", "build", "Cargo.toml", "Cargo.lock", "package-lock.json", "scripts/lib/wasm.mjs", "scripts/lib/tools.mjs"];
  await unlessUnchanged("wasm", rust, MADE, buildModules, wasmToolchain);
  const js = [
    ...rust,
    ...MADE,
    ...labelFiles(),
    "www/core",
    "www/cli",
    "www/desk",
    "www/testing",
    "www/widgets",
    "scripts/build.mjs",
    "scripts/labels.mjs",
    "scripts/widgets.mjs",
    "scripts/lib/import-map.mjs",
    "scripts/lib/inside.mjs",
    "scripts/lib/inline.mjs",
    "scripts/lib/manifest.mjs",
    "scripts/lib/sbom.mjs",
    "scripts/lib/sizes.mjs",
    "scripts/lib/shapes.mjs",
    "scripts/lib/source-maps.mjs",
    "scripts/lib/wrappers.mjs",
    "tsconfig.json",
    "tsconfig.widgets.json",
    "package.json",
    ".git/HEAD",
    ".git/logs/HEAD",
  ];
  await unlessUnchanged(
    "package",
    js,
    [BUNDLED, ...ENTRIES.map((name) => `dist/${name}.js`), ...MODULES.map(({ file }) => `dist/${file}`), "dist/widgets/index.js"],
    async () => {
      await buildJs();
      await checkSizes(widgetNames());
    },
  );
  await (await import("./lib/parity.mjs")).fillParity();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    ensureNodeAndRust();
    await ensurePackages(root, "what the build needs");
    await build();
  });
}
