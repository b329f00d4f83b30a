// The widgets' part of the package: entries, declarations, the file for plain pages, and what tools read about the elements.
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { widgetNames, writeRegistries } from "./lib/registries.mjs";
import { root, show } from "./lib/run.mjs";

export { widgetNames, writeRegistries };

const dist = join(root, "dist");

/** Left to the user's bundler, so that a page has one Lit. */
export const EXTERNAL = ["lit", "lit/*", "@lit/context", "react"];

/** What esbuild makes of the sources: the name in dist/ and its file. */
export function widgetEntries() {
  writeRegistries();
  const own = widgetNames().flatMap((name) => [
    [`widgets/${name}/element`, `www/widgets/${name}/element.ts`],
    [`widgets/${name}/define`, `www/widgets/made/define/${name}.ts`],
    [`widgets/react/${name}`, `www/widgets/made/react/${name}.ts`],
  ]);
  return Object.fromEntries([...["index", "define", "jsx", "react"].map((name) => [`widgets/${name}`, `www/widgets/${name}.ts`]), ...own]);
}

/** For plain pages: the widgets, and the widgets with the desk, as one file each with Lit inside. */
async function buildStandalone(options) {
  const esbuild = await import("esbuild");
  const { metafile } = await esbuild.build({
    ...options,
    entryPoints: { "widgets/standalone": "www/widgets/standalone.ts", "desk/standalone": "www/desk/standalone.ts" },
    splitting: false,
    external: [],
    conditions: ["browser"],
    // Lit for pages asks for a DOM as it is imported.
    inject: ["www/widgets/without-dom.ts"],
  });
  return metafile.outputs;
}

/** The declarations, from the sources. */
async function buildDeclarations() {
  const types = join(root, "target", "package", "types");
  rmSync(types, { recursive: true, force: true });
  await show(join(root, "node_modules", ".bin", "tsc"), ["-p", "tsconfig.widgets.json"]);
  rmSync(join(types, "widgets", "made", "define"), { recursive: true });
  for (const folder of ["widgets", "desk", "testing"]) cpSync(join(types, folder), join(dist, folder), { recursive: true });
  for (const name of widgetNames()) writeFileSync(join(dist, "widgets", name, "define.d.ts"), 'export type { KxTags } from "../made/tags.js";\n');
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

// What `tsc` alone needs.
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeRegistries();
