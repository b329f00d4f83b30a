// The text that a module is inlined as, through what applications do to it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { inline } from "../../scripts/lib/inline.mjs";

const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const module = readFileSync(file("dist/kx-modifier.wasm"));
const every = Uint8Array.from({ length: 65_536 }, (_, index) => (index % 2 ? index >> 9 : index >> 1));

/** The decoder beside a text, as an application bundles them. */
async function bundled(text, options) {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { inlined } from ${JSON.stringify(file("www/core/inline.ts"))}; import text from "text"; export default inlined(text);`,
      resolveDir: file("."),
    },
    plugins: [
      {
        name: "text",
        setup(setup) {
          setup.onResolve({ filter: /^text$/ }, () => ({ path: "text", namespace: "text" }));
          setup.onLoad({ filter: /.*/, namespace: "text" }, () => ({ contents: `export default ${JSON.stringify(text)};` }));
        },
      },
    ],
    bundle: true,
    format: "esm",
    write: false,
    ...options,
  });
  return outputFiles[0].text;
}
const run = async (source) => (await import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`)).default;

test("every pair of neighbours comes back", async () => {
  assert.deepEqual(Buffer.from(await run(await bundled(inline(every)))), Buffer.from(every));
  for (const few of [[], [0], [255, 0, 255]]) assert.deepEqual([...(await run(await bundled(inline(Uint8Array.from(few)))))], few);
});

test("the module comes back and compiles, whatever the bundler's charset, and minified twice", async () => {
  for (const charset of ["ascii", "utf8"]) {
    for (const minify of [false, true]) {
      const source = await bundled(inline(module), { charset, minify });
      for (const again of [source, (await transform(source, { minify: true })).code, (await transform(source, { target: "es2015" })).code]) {
        const bytes = await run(again);
        assert.ok(module.equals(bytes));
        assert.ok(new WebAssembly.Module(bytes));
      }
    }
  }
});

test("the reader is what its source says", () => {
  const folder = mkdtempSync(join(tmpdir(), "kx-inline-"));
  try {
    const made = join(folder, "reader.wasm");
    execFileSync(file("node_modules/.bin/wasm-as"), [file("www/core/inline.wat"), "-o", made]);
    execFileSync(file("node_modules/.bin/wasm-opt"), ["-Oz", made, "-o", made]);
    const [, text] = /READER =\s+"([^"]+)"/.exec(readFileSync(file("www/core/inline.ts"), "utf8"));
    assert.equal(text, readFileSync(made).toString("base64"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("no page, charset or template literal finds anything to change in the text", () => {
  assert.match(inline(every), /^[ !#%&()*+,\-./0-9:;=>?@A-Z[\]^_a-z{|}~]+$/);
});
