// The labels: every language has the same ids with the same names to fill in, and the widgets ask for no id that is missing.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { languages, readLabels } from "../../scripts/labels.mjs";

const holes = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const sources = ["widgets", "desk"].map((folder) => new URL(`../../www/${folder}/`, import.meta.url).pathname);
const files = sources.flatMap((source) =>
  readdirSync(source, { recursive: true })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(source, name), "utf8")),
);

test("every language has the same labels of the widgets as English", async () => {
  const english = Object.fromEntries(Object.entries(await readLabels("en")).filter(([id]) => id.startsWith("ui.")));
  assert.ok(languages().includes("es"));
  for (const language of languages()) {
    const labels = await readLabels(language);
    const plain = (ids) => ids.filter((id) => !/\.(zero|one|two|few|many)$/.test(id)).sort();
    assert.deepEqual(plain(Object.keys(labels)), plain(Object.keys(english)), language);
    for (const [id, text] of Object.entries(labels))
      assert.deepEqual(holes(text), holes(english[id] ?? english[id.replace(/\.\w+$/, ".other")]), `${language} ${id}`);
  }
});

test("the widgets ask for labels that are there, and each label is asked for", async () => {
  const ids = Object.keys(await readLabels("en")).filter((id) => id.startsWith("ui."));
  const text = files.join("\n");
  const asked = [...text.matchAll(/["`](ui\.[a-z0-9.-]+)["`]/g)].map(([, id]) => id);
  const built = [...text.matchAll(/`(ui\.[a-z.]+)\.\$\{/g)].map(([, start]) => start);
  assert.ok(asked.length > 50);
  for (const id of asked)
    assert.ok(
      ids.some((known) => known === id || known === `${id}.other`),
      `${id} is asked for and missing`,
    );
  const base = (id) => id.replace(/\.(one|other|few|many)$/, "");
  for (const id of ids)
    assert.ok(asked.includes(base(id)) || asked.includes(id) || built.some((start) => id.startsWith(`${start}.`)), `${id} is not asked for`);
});
