// The tokens of the widgets: contrast of each pair in tests/spec/contrast.csv, light and dark, and nothing in the styles beside them.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";

const require = createRequire(join(process.env.KX_CONSUMER ?? "", "index.js"));
const { tokens } = await import(pathToFileURL(require.resolve("kx-modifier/widgets")));
const css = tokens.cssText;
const source = new URL("../../www/widgets/", import.meta.url);

/** A token's colour in both schemes; a token that is another one's has that one's. */
function colors(name) {
  const both = [...css.matchAll(new RegExp(`--${name}: var\\(--kx-${name}, light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)\\)`, "g"))].at(-1);
  if (both) return [both[1], both[2]];
  const other = new RegExp(`--${name}: var\\(--kx-${name}, var\\(--([a-z-]+)\\)\\)`).exec(css)?.[1];
  assert.ok(other, `there is no token ${name}`);
  return colors(other);
}

const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (color) =>
  [0.2126, 0.7152, 0.0722].reduce((sum, weight, at) => sum + weight * channel(Number.parseInt(color.slice(1 + 2 * at, 3 + 2 * at), 16) / 255), 0);
function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const rows = parse(readFileSync(new URL("../spec/contrast.csv", import.meta.url), "utf8"), { columns: true });
for (const { foreground, background, least, where } of rows) {
  test(`${foreground} on ${background}: ${least} and more (${where})`, () => {
    for (const [at, scheme] of ["light", "dark"].entries()) {
      const found = contrast(colors(foreground)[at], colors(background)[at]);
      assert.ok(found >= Number(least), `${scheme}: ${found.toFixed(2)}`);
    }
  });
}

test("every colour is in a row, but lines, which separate nothing that words do not", () => {
  const named = new Set(rows.flatMap(({ foreground, background }) => [foreground, background]));
  const all = [...css.matchAll(/--([a-z-]+): var\(--kx-[a-z-]+, (?:light-dark|var)\(/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(all)].filter((name) => !named.has(name)).sort(), ["declined-edge", "line"]);
});

test("without light-dark() every colour has its light one", () => {
  const [before] = css.split("@supports");
  for (const [, name, light] of css.matchAll(/--([a-z-]+): var\(--kx-[a-z-]+, light-dark\((#[0-9a-f]{6}),/g))
    assert.ok(before.includes(`--${name}: var(--kx-${name}, ${light});`), name);
});

/** What a style may not say by itself, and what it says in place of it. */
const RAW = [
  [/#[0-9a-f]{3,8}\b(?![^;]*\))/i, "a colour token"],
  [/light-dark\(/, "a colour token"],
  [/font-size: [\d.]+rem/, "--text-…"],
  [/border-radius: \d*\.?\d+(px|rem|%)/, "--radius-…"],
  [/box-shadow: \d/, "--shadow"],
  [/outline: \d+px solid var\(--accent\)/, "--focus-…"],
];
/** Half a line high: the sign of a sorted column. And paper. */
const OWN = ["font-size: 0.625rem", "font-size: 0.6875rem"];

test("styles say sizes, corners, shadows, rings and colours by their tokens", () => {
  const found = readdirSync(source, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".ts") && !name.startsWith("made") && !name.endsWith("shared/tokens.ts"))
    .flatMap((name) =>
      [...readFileSync(new URL(name, source), "utf8").matchAll(/css`([^`]*)`/g)].flatMap(([, text]) =>
        text
          .split("\n")
          .flatMap((line) =>
            RAW.filter(([raw]) => raw.test(line) && !OWN.some((own) => line.includes(own))).map(([, token]) => `${name}: ${line.trim()} (${token})`),
          ),
      ),
    );
  assert.deepEqual(found, []);
});
