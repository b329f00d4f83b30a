// The fixed words of the JavaScript side, from their rows: English goes into the code, every other language is an entry of its own.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, Stop } from "./lib/run.mjs";

/** Every language: the locale in which its amounts and dates are written (all of them are about Medicare), and what its declaration says. */
const LANGUAGES = {
  en: { locale: "en-US", about: 'Every sentence in English: what a translation begins with. Days are written as in "Sep 14, 2026".' },
  es: { locale: "es-US", about: "Every sentence in Spanish, as it is written in the United States." },
};

function languageOf(name) {
  if (!LANGUAGES[name]) throw new Stop(`data/wording/${name} is a language that scripts/labels.mjs does not know`);
  return LANGUAGES[name];
}

export const languages = () =>
  readdirSync(join(root, "data", "wording"))
    .filter((name) => name !== "en")
    .sort();

export const labelFiles = () => ["en", ...languages()].map((language) => `data/wording/${language}/ui.csv`);

/** Texts by id. A malformed, empty or double row stops the build with its number. */
async function readTexts(file, first = "id") {
  const { parse } = await import("csv-parse/sync");
  const rows = parse(readFileSync(join(root, file), "utf8"), { relax_column_count: true });
  if (rows[0]?.join() !== `${first},text`) throw new Stop(`${file}: the first row is not ${first},text`);
  const labels = {};
  rows.slice(1).forEach((row, index) => {
    const [id, text] = row;
    const problem =
      row.length !== 2
        ? `has ${row.length} columns`
        : !(first === "code" ? /^[0-9A-Z]{5}$/ : /^[a-z0-9]+([.-][a-z0-9]+)*$/).test(id)
          ? `has no ${first === "code" ? "code" : "id of small letters, digits, dots and hyphens"}`
          : text.trim() === ""
            ? "has no text"
            : Object.hasOwn(labels, id)
              ? `says ${id} a second time`
              : null;
    if (problem) throw new Stop(`${file}, row ${index + 2} ${problem}`);
    labels[id] = text;
  });
  return labels;
}

export const readLabels = (language) => readTexts(`data/wording/${language}/ui.csv`);

/** What therapy codes are called; in English the rules' own rows say it. */
async function readCodes(language) {
  if (!existsSync(join(root, "data", "wording", language, "codes.csv"))) return {};
  const names = await readTexts(`data/wording/${language}/codes.csv`, "code");
  return Object.fromEntries(Object.entries(names).map(([code, text]) => [`code.${code}`, text]));
}

const allLabels = async (language) => ({ ...(await readLabels(language)), ...(await readCodes(language)) });

/** Labels that few widgets need: each group is an export of its own, so that the others do not carry it. */
const OF_FEW = ["denial", "due", "release", "review", "stake"];

/** Writes `#made/ui-labels.js` for the widgets and `#made/labels.js` for the rest, so that neither carries the other's words. */
export async function bakeLabels(made) {
  const all = Object.entries(await readLabels("en"));
  const group = (id) => (id.startsWith("ui.") ? (OF_FEW.find((name) => id.startsWith(`ui.${name}.`)) ?? "ui") : "");
  const rows = (wanted) => JSON.stringify(Object.fromEntries(all.filter(([id]) => group(id) === wanted)));
  const few = OF_FEW.map((name) => `export const ${name} = ${rows(name)};\n`);
  writeFileSync(join(made, "ui-labels.js"), `export default ${rows("ui")};\n${few.join("")}`);
  writeFileSync(join(made, "labels.js"), `export default ${rows("")};\n`);
}

/** Writes `kx-modifier/labels/…`: what a widget's `wording` takes. */
export async function buildLabels(dist) {
  mkdirSync(join(dist, "labels"), { recursive: true });
  for (const language of languages()) {
    const wording = { locale: languageOf(language).locale, labels: await allLabels(language) };
    writeFileSync(join(dist, "labels", `${language}.js`), `export default ${JSON.stringify(wording)};\n`);
    writeFileSync(
      join(dist, "labels", `${language}.d.ts`),
      "declare const wording: { locale: string; labels: { readonly [id: string]: string } };\nexport default wording;\n",
    );
  }
}

/** Writes `kx-modifier/wording/…`: what `useWording` takes, the core's sentences and the labels of screens. */
export async function buildWordings(dist) {
  mkdirSync(join(dist, "wording"), { recursive: true });
  for (const language of ["en", ...languages()]) {
    const wording = { locale: languageOf(language).locale, texts: await readTexts(`data/wording/${language}/core.csv`), labels: await allLabels(language) };
    writeFileSync(join(dist, "wording", `${language}.js`), `export default ${JSON.stringify(wording)};\n`);
    writeFileSync(
      join(dist, "wording", `${language}.d.ts`),
      `import type { Wording } from "../index.js";
/** ${languageOf(language).about} */
declare const wording: Wording;
export default wording;
`,
    );
  }
}
