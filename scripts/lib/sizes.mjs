// What a browser downloads: each entry as an application bundles it, with esbuild's defaults and brotli behind, against its budget.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { root, Stop } from "./run.mjs";
import { standardLibrary } from "./wasm.mjs";

const dist = join(root, "dist");

/** KiB: with a standard library of our own, and with the one that came with Rust. `wasm`: a file that is downloaded beside. */
export const BUDGETS = [
  { name: "kx-modifier/visit", entry: "visit/index", own: 96, shipped: 104 },
  { name: "kx-modifier/visit/url", entry: "visit/url", wasm: "visit/kx-modifier.wasm", own: 96, shipped: 104 },
  { name: "kx-modifier", entry: "index", own: 229, shipped: 240 },
  { name: "kx-modifier/url", entry: "url", wasm: "kx-modifier.wasm", own: 222, shipped: 233 },
  { name: "kx-modifier/fhir", entry: "interop/fhir", own: 8 },
  { name: "kx-modifier/cds-hooks", entry: "interop/cds-hooks", own: 5.5 },
  { name: "kx-modifier/desk", entry: "desk/index", external: ["../chunk-*"], note: "beside kx-modifier", own: 20 },
  { name: "kx-modifier/widgets", entry: "widgets/index", own: 89 },
  { name: "kx-modifier/react", entry: "widgets/react", external: ["react"], own: 90 },
  { name: "kx-modifier/widgets/standalone", entry: "widgets/standalone", own: 89.5 },
  // One component brings one widget, by its own entry and out of the whole.
  { name: "kx-modifier/react/chip", entry: "widgets/react/chip", external: ["react"], own: 27, note: "with Lit" },
  { name: "kx-modifier/react", entry: "widgets/react", names: ["KxChip"], external: ["react"], own: 27, note: "KxChip alone, with Lit" },
  { name: "kx-modifier/desk/standalone", entry: "desk/standalone", own: 108, note: "with the widgets" },
  { name: "kx-modifier/testing", entry: "testing/index", own: 6.5, note: "in tests only" },
];
/** Any one of the widgets, Lit included. */
const WIDGET = { own: 37, note: "with Lit" };

async function bundled({ entry, names, wasm, external = [] }) {
  const esbuild = await import("esbuild");
  const { outputFiles } = await esbuild.build({
    // All that the entry exports is used, or what `names` says.
    stdin: {
      contents: `import ${names ? `{ ${names} }` : "* as all"} from "./${entry}.js"; globalThis.all = ${names ? `[${names}]` : "all"};`,
      resolveDir: dist,
    },
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    external: ["node:*", ...external],
    logLevel: "error",
  });
  return [outputFiles[0].contents, ...(wasm ? [readFileSync(join(dist, wasm))] : [])].reduce((sum, file) => sum + brotliCompressSync(file).length, 0);
}

/** Prints the sizes, and stops where one is over its budget. */
export async function checkSizes(widgets) {
  const shipped = standardLibrary() === "shipped";
  const rows = [...BUDGETS, ...widgets.map((name) => ({ name: `kx-modifier/widgets/${name}`, entry: `widgets/${name}/element`, ...WIDGET }))];
  const over = [];
  console.log(`What a browser downloads (KiB, bundled with esbuild's defaults, brotli), and at most${shipped ? " with the standard library as shipped" : ""}:`);
  for (const row of rows.filter(({ entry }) => existsSync(join(dist, `${entry}.js`)))) {
    const { own, shipped: other = own } = row;
    const budget = shipped ? other : own;
    const size = (await bundled(row)) / 1024;
    const note = row.wasm ? "with the module as a file of its own" : (row.note ?? "");
    console.log(`${size.toFixed(1).padStart(7)} ${String(budget).padStart(5)}  ${row.name.padEnd(40)} ${note}`.trimEnd());
    if (size > budget) over.push(`${row.name} by ${(size - budget).toFixed(1)} KiB`);
  }
  if (over.length) throw new Stop(`over budget: ${over.join(", ")} (scripts/lib/sizes.mjs)`);
}
