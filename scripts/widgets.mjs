// The widgets' part of the package: entries, declarations, the file for plain pages, and what tools read about the elements.
import { cpSync, existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { root, show } from "./lib/run.mjs";

const source = join(root, "www", "widgets");
const dist = join(root, "dist");

/** Left to the user's bundler, so that a page has one Lit. */
export const EXTERNAL = ["lit", "lit/*", "@lit/context", "react"];

/** Names of the widgets: the folders that register one. */
export const widgetNames = () => readdirSync(source).filter((name) => existsSync(join(source, name, "define.ts"))).sort();

/** What esbuild makes of the sources: the name in dist/ and its file. */
export function widgetEntries() {
  const own = widgetNames().flatMap((name) => [`widgets/${name}/element`, `widgets/${name}/define`]);
  return Object.fromEntries([...["index", "define", "jsx", "react"].map((name) => `widgets/${name}`), ...own].map((name) => [name, `www/${name}.ts`]));
}

/** One file with Lit inside. */
async function buildStandalone(options) {
  const esbuild = await import("esbuild");
  const { metafile } = await esbuild.build({ ...options, entryPoints: { "widgets/standalone": "www/widgets/standalone.ts" }, splitting: false, external: [], conditions: ["browser"] });
  return metafile.outputs;
}

/** The declarations, from the sources. */
async function buildDeclarations() {
  const types = join(root, "target", "package", "types");
  rmSync(types, { recursive: true, force: true });
  await show(join(root, "node_modules", ".bin", "tsc"), ["-p", "tsconfig.widgets.json"]);
  for (const folder of ["widgets", "desk"]) cpSync(join(types, folder), join(dist, folder), { recursive: true });
}

/** The custom elements manifest and, from it, JetBrains' web-types. */
async function buildManifest() {
  await show(join(root, "node_modules", ".bin", "cem"), ["analyze", "--config", "scripts/lib/manifest.mjs", "--quiet"]);
}

/** After the entries are built: all that stands beside them. `options` are those of the entries. Gives what was bundled. */
export async function buildWidgets(options) {
  const outputs = await buildStandalone(options);
  await buildDeclarations();
  await buildManifest();
  return outputs;
}

/** What a page downloads for each entry (brotli), alone and with Lit. */
export async function printWidgetSizes() {
  const esbuild = await import("esbuild");
  const size = async (entry, external) => {
    const { outputFiles } = await esbuild.build({ absWorkingDir: root, entryPoints: [entry], bundle: true, write: false, minify: true, format: "esm", target: "es2022", legalComments: "none", external, logLevel: "error" });
    return brotliCompressSync(outputFiles[0].contents).length;
  };
  const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`.padStart(9);
  console.log("The widgets (brotli), without Lit and with it:");
  for (const name of ["index", "react", ...widgetNames().map((name) => `${name}/element`)]) {
    const entry = join(dist, "widgets", `${name}.js`);
    const shown = name === "react" ? "kx-modifier/react" : `kx-modifier/widgets${name === "index" ? "" : `/${name.replace("/element", "")}`}`;
    console.log(`${kib(await size(entry, EXTERNAL))} ${kib(await size(entry, ["react"]))}  ${shown}`);
  }
  const desk = join(dist, "desk", "index.js");
  console.log(`${kib(await size(desk, [...EXTERNAL, "../chunk-*"]))} ${" ".repeat(9)}  kx-modifier/desk, beside kx-modifier`);
  console.log(`${" ".repeat(9)} ${kib(brotliCompressSync(readFileSync(join(dist, "widgets", "standalone.js"))).length)}  kx-modifier/widgets/standalone`);
}
