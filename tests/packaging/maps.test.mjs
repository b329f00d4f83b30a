// The maps of the shipped JavaScript lead to the sources, and nothing that ships says where it was built.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { SourceMap } from "node:module";
import { homedir, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const consumer = process.env.KX_CONSUMER;
assert.ok(consumer, "KX_CONSUMER names the project that has the tarball installed: run `node scripts/check/package.mjs`");
const dist = join(consumer, "node_modules", "kx-modifier", "dist");
const root = fileURLToPath(new URL("../..", import.meta.url));
const shipped = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, path, name }) => relative(dist, join(parentPath ?? path, name)));

/** Data that is written, not bundled. */
const DATA = /^(wording|labels)\//;
const scripts = shipped.filter((file) => file.endsWith(".js") && !DATA.test(file));
const text = (file) => readFileSync(join(dist, file), "utf8");

test("each script names its map in its last line, and the map names sources that it holds itself", () => {
  assert.ok(scripts.length > 40);
  for (const file of scripts) {
    assert.equal(text(file).trimEnd().split("\n").at(-1), `//# sourceMappingURL=${file.split("/").at(-1)}.map`, file);
    const { sources, sourcesContent } = JSON.parse(text(`${file}.map`));
    assert.equal(sourcesContent.length, sources.length, file);
    for (const [index, source] of sources.entries()) {
      assert.match(source, /^\.\.?\//, file);
      assert.equal(typeof sourcesContent[index], "string", `${source} in ${file}.map`);
    }
  }
  const maps = shipped.filter((file) => file.endsWith(".map"));
  assert.deepEqual(maps.sort(), scripts.map((file) => `${file}.map`).sort());
});

/** Words in quotes that stand once in the built file: where the map has exactly that place, its line of the source holds them. */
const SENTENCE = /"([a-z][\w ,.-]{20,60})"/g;

test("a place in a script is the place in its source, whatever was put around it", () => {
  let looked = 0;
  for (const file of scripts) {
    const built = text(file);
    const map = JSON.parse(text(`${file}.map`));
    const places = new SourceMap(map);
    for (const { 0: quoted, 1: sentence, index } of built.matchAll(SENTENCE)) {
      if (built.split(quoted).length !== 2) continue;
      const before = built.slice(0, index).split("\n");
      const column = before.at(-1).length;
      const { generatedColumn, originalSource, originalLine } = places.findEntry(before.length - 1, column);
      if (generatedColumn !== column) continue;
      const source = map.sourcesContent[map.sources.indexOf(originalSource)];
      assert.ok(source.split("\n")[originalLine].includes(sentence), `${file}: ${quoted} is not in line ${originalLine + 1} of ${originalSource}`);
      looked += 1;
    }
  }
  assert.ok(looked > 100, `${looked} places looked at`);
});

/** Folders of the machine that built it, and the registries that its parts come from. */
const MACHINE = [
  root,
  `${homedir()}/`,
  process.env.CARGO_HOME,
  process.env.RUSTUP_HOME,
  process.env.CARGO_TARGET_DIR,
  `${tmpdir()}/`,
  ".cargo/",
  ".rustup/",
  "crates.io-",
  "registry.npmjs.org",
];

test("nothing that ships names a folder of the machine that built it", () => {
  const names = MACHINE.filter((name) => name && name.length > 4);
  for (const file of shipped) {
    const bytes = readFileSync(join(dist, file));
    const found = names.filter((name) => bytes.includes(name));
    assert.deepEqual(found, [], file);
    const sources = [...bytes.toString("latin1").matchAll(/(?<![\w.])(?:\/[\w.-]+){2,}\.rs\b/g)].map(([path]) => path);
    assert.deepEqual(
      sources.filter((path) => !/^\/(crates|rust|rustc|kx-modifier)\//.test(path)),
      [],
      file,
    );
  }
});
