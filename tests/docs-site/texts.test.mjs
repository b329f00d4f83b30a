// What the site has: every text of docs/, every widget, every function of the contract with an example.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { docsPolicy, docsSite } from "../../scripts/docs-site.mjs";
import { root } from "../../scripts/lib/run.mjs";
import { widgetNames } from "../../scripts/widgets.mjs";

const page = (name) => readFileSync(join(docsSite, name, "index.html"), "utf8");
const plain = (html) =>
  html
    .replace(/<[^>]+>/g, "")
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

test("every text of docs/ has a page", () => {
  const search = JSON.parse(readFileSync(join(docsSite, "search.json"), "utf8"));
  const last = (text) => /^#+ (.+)$/gm.exec(text.replace(/^# .+$/m, ""))?.[1]?.replace(/[`*]/g, "");
  for (const name of readdirSync(join(root, "docs")).filter((one) => one.endsWith(".md"))) {
    const heading = last(readFileSync(join(root, "docs", name), "utf8"));
    assert.ok(!heading || search.some((one) => one.heading === heading), `${name} is on no page`);
  }
});

test("every widget has a page with its events", () => {
  for (const name of widgetNames()) assert.match(page(`elements/kx-${name}`), /<h2 id="properties"/, name);
  assert.match(plain(page("elements/kx-chip")), /kx-applied/);
});

test("every function has a page, and an example on it", () => {
  // A function that is a constant is among the variables.
  const kinds = ["", "/fhir", "/cds-hooks", "/desk", "/testing"].flatMap((entry) =>
    ["functions", "variables"].map((kind) => `api/kx-modifier${entry}/${kind}`),
  );
  const functions = kinds
    .filter((kind) => existsSync(join(docsSite, kind)))
    .flatMap((kind) => readdirSync(join(docsSite, kind)).map((name) => `${kind}/${name}`));
  assert.ok(functions.length > 85);
  assert.deepEqual(
    functions.filter((name) => !page(name).includes('id="example"')),
    [],
  );
});

test("the guide's policy is the one that the site runs under", () => {
  assert.ok(plain(page("guide")).includes(`Content-Security-Policy: ${docsPolicy()}`));
});

test("the crate's documentation is there", () => {
  assert.ok(existsSync(join(docsSite, "crate", "kx_modifier", "index.html")));
});
