// What the documentation shows runs on the package as it is installed, and gives what stands beside it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { transform } from "esbuild";
import { examples, isSaid, ON_A_PAGE } from "../../scripts/lib/examples.mjs";
import { snippetsOf } from "../../scripts/lib/snippets.mjs";
import { fillPage, openPage } from "./shown-page.mjs";

const consumer = process.env.KX_CONSUMER;
assert.ok(consumer, "KX_CONSUMER names the project that has the tarball installed: run `node scripts/check/package.mjs`");
const { modules, without } = examples();
const there = (entry) => import(pathToFileURL(createRequire(join(consumer, "index.js")).resolve(entry)).href);
// First those without a page, as a server runs them.
const isOnPage = (name) => ON_A_PAGE.some((entry) => name.startsWith(`${entry}#`));
const inOrder = [...modules].sort(([one], [other]) => Number(isOnPage(one)) - Number(isOnPage(other)));
let testing = null;

/** The page as each example finds it. */
async function page() {
  if (!testing) {
    openPage();
    await there("kx-modifier/widgets/define");
    testing = await there("kx-modifier/testing");
  }
  await fillPage(testing);
}

test("every function of the contract has an example", () => {
  assert.deepEqual(without, []);
  assert.ok(modules.size > 85);
});

for (const [name, module] of inOrder) {
  test(`the example of ${name} gives what it says`, async () => {
    const { code } = await transform(module, { loader: "ts", format: "esm", target: "es2022" });
    const file = join(consumer, `${name.replace(/\W/g, "-")}.mjs`);
    writeFileSync(file, code);
    if (isOnPage(name)) await page();
    let said = 0;
    globalThis.shown = (value, expected) => {
      said += 1;
      assert.ok(isSaid(value, expected), `it says ${expected}, and is ${JSON.stringify(value)}`);
    };
    await import(pathToFileURL(file).href);
    assert.ok(said > 0, "it says no value");
  });
}

const guide = snippetsOf(readFileSync(join(consumer, "node_modules", "kx-modifier", "docs", "guide.md"), "utf8")).filter(({ lang }) => lang === "js");

test("the guide has code for each of its steps", () => assert.ok(guide.length >= 9));
for (const { heading, text } of guide) {
  test(`the guide's ${heading} prints what it says`, () => {
    const said = [...text.matchAll(/\/\/ → (.*)/g)].map((found) => found[1]);
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", text], { cwd: consumer, encoding: "utf8" });
    assert.ok(said.length > 0);
    assert.deepEqual(printed.trim().split("\n"), said);
  });
}
