// The browsers that README names, held against what the styles and the code use, by MDN's compatibility data.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import { cssFeatures } from "./features-css.mjs";
import { scriptFeatures } from "./features-script.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(join(process.env.KX_CONSUMER ?? "", "index.js"));
const rows = parse(readFileSync(join(root, "tests", "spec", "browsers.csv"), "utf8"), { columns: true });

/** What the oldest named browsers lack, and what a person there does not get: drawing only. */
const WITHOUT = {
  "css.properties.paint-order": "a halo around words in charts, in Chrome",
  "css.types.color.light-dark": "dark colours",
  "css.properties.content.alt_text": "signs before some words, in Firefox",
  "css.selectors.dir": "bars and switches that are mirrored right to left",
  "css.selectors.popover-open": "a list, tooltip or question over everything else: there it lies in the widget",
  "api.HTMLElement.popover": "the same",
  "api.HTMLElement.togglePopover": "the same",
  "css.selectors.has": "some spacing, and answers of a locked record that were not chosen stay in sight",
};
/** What not even the newest have all, and what that is for. */
const NOWHERE = {
  "css.properties.accent-color": "the colour of ticks, in Safari before 26.2",
  "css.properties.forced-color-adjust": "Safari has no forced colours",
  "css.properties.anchor-name": "anchor positioning: where it is missing, shared/floating.ts moves what floats into view",
  "css.properties.position-anchor": "the same",
  "css.properties.position-area": "the same",
  "css.properties.position-try-fallbacks": "the same",
  "css.properties.position-visibility": "the same",
  "css.at-rules.position-try": "the same",
  "css.types.anchor": "the same",
  "css.types.anchor-size": "the same",
  "css.properties.field-sizing": "an answer's field that grows with its text: there it scrolls",
  "css.properties.overflow-clip-margin": "room for a ring, in Safari",
};

const versions = (text) => String(text).replace("≤", "").split(".").map(Number);
function isAtLeast(version, wanted) {
  const [a, b] = [versions(version), versions(wanted)];
  return a[0] === b[0] ? (a[1] ?? 0) >= (b[1] ?? 0) : a[0] > b[0];
}

/** Since which version a browser has it without a prefix or a setting; null where it has not. */
function since(feature, browser) {
  const support = [feature.support[browser]].flat().find(({ prefix, alternative_name: other, flags }) => !prefix && !other && !flags);
  const added = support?.version_added;
  return typeof added === "string" && added !== "preview" && !support.version_removed ? added : null;
}

const lacking = (features, column) =>
  features.flatMap(({ name, compat, where }) =>
    rows.flatMap((row) => {
      const added = since(compat, row.browser);
      return added !== null && isAtLeast(row[column], added) ? [] : [{ name, text: `${name} (${where}): ${row.name} ${added ?? "never"}` }];
    }),
  );
const unexpected = (found, ...allowed) => [...new Set(found.filter(({ name }) => !allowed.some((list) => Object.hasOwn(list, name))).map(({ text }) => text))];

const widgets = await import(pathToFileURL(require.resolve("kx-modifier/widgets")));
const css = await cssFeatures(Object.values(widgets).filter((value) => typeof value === "function" && value.widget));
const script = scriptFeatures(root);

test("the data knows what is used", () => {
  assert.ok(css.length > 100, `${css.length} features of CSS`);
  assert.ok(script.length > 150, `${script.length} features of the code`);
});

test("the newest named browsers have everything", () => {
  assert.deepEqual(unexpected(lacking([...css, ...script], "everything"), NOWHERE), []);
});

test("the oldest named browsers have what is needed; what they lack is drawing, and said", () => {
  const found = lacking([...css, ...script], "works");
  assert.deepEqual(unexpected(found, NOWHERE, WITHOUT), []);
  const names = new Set(found.map(({ name }) => name));
  assert.deepEqual(
    Object.keys({ ...WITHOUT, ...NOWHERE }).filter((name) => !names.has(name)),
    [],
    "no longer used, or there by now",
  );
});

test("README names them", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  for (const { name, everything, works } of rows) assert.ok(readme.includes(`| ${name} | ${everything} | ${works} |`), name);
});
