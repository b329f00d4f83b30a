// How the product speaks Spanish: one term for one thing, as docs/spanish-terms.md lists them.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const consumer = process.env.KX_CONSUMER;
assert.ok(consumer, "KX_CONSUMER names the project that has the tarball installed: run `node scripts/check/package.mjs`");
const require = createRequire(join(consumer, "index.js"));
const load = async (name) => (await import(pathToFileURL(require.resolve(name)).href)).default;
const rowsOf = ({ texts, labels }) => ({ ...texts, ...Object.fromEntries(Object.entries(labels).filter(([id]) => id.startsWith("ui."))) });
const english = rowsOf(await load("kx-modifier/wording/en"));
const spanish = rowsOf(await load("kx-modifier/wording/es"));

/** Other words for what has a term, and the term. A letter with an accent is no letter to `\b`. */
const NEVER = [
  [/\breclamos?(?!\p{L})/iu, "reclamación"],
  [/(?<!tipo de |se )\bfacturas?(?!\p{L})/iu, "reclamación"],
  [/\b(tempran|prematur)|\bantes de tiempo/iu, "anticipado"],
  [/\b(cubos?|baldes?|l[ií]mites?|topes?)(?!\p{L})/iu, "umbral"],
  [/\b(restantes?|saldos?)(?!\p{L})/iu, "disponible"],
  [/\b(exced|sobrepas|rebas)/iu, "por encima del umbral"],
  [/(?<!lo )\bimportes?(?!\p{L})|\bcantidad permitida/iu, "monto"],
  [/(?<!\p{L})añad/iu, "agregar"],
  [/\bplan(es)? de (cuidado|tratamiento)/iu, "plan de atención"],
  [/\bfechas? de servicio/iu, "fecha del servicio"],
  [/\bKX (omitid|rechazad|descartad|dejad|sugerid)|\bsugier/iu, "sin KX, Revisar KX"],
  [/\banulad/iu, "revertida"],
  [/\bcertifica(?!\p{L})|\bda fe(?!\p{L})/iu, "atestiguar"],
  [/\bafiliad/iu, "ID de miembro"],
  [/\bhistoria clínica|\bregistro médico|\brécord/iu, "expediente"],
  [/\bavisos?(?!\p{L})/iu, "advertencia, remesa"],
  [/\bobservaci/iu, "hallazgo"],
  [/\bcámara de compensación/iu, "clearinghouse"],
  [/\bencuentros?(?!\p{L})/iu, "visita, cita"],
  [/(?<!\p{L})(usado por otros|de otros)(?!\p{L})/iu, "usado en otro lugar"],
  [/\bpor favor/iu, "nothing"],
  [/[!¡`]/u, "nothing"],
  // What is below zero is above the threshold, and no balance.
  [/(?<![\p{L}}])[-\u2212](\$\S+|\{\w+\})/u, "por encima"],
];
const MOST_WORDS = 28;
/** The same word in both languages. */
const SAME = ["Medicare", "Therapy Revenue Pros", "Error", "Fax", "KX", "Medicare Advantage", "No", "Total"];
/** Both languages say these, and only one of them tells numbers apart, or needs an article. */
const TOLD_APART = /\.(one|other)$|\.hide-what$|^packet\.kind\./;
/** A noun and a verb in English. */
const HOMONYMS = ["change", "release"];

const places = (text) => [...new Set([...text.matchAll(/\{\^?(\w+)\}/g)].map(([, name]) => name))].sort();
const words = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

test("every English row has its Spanish one, with the same places and the same end", () => {
  assert.deepEqual(Object.keys(spanish).sort(), Object.keys(english).sort());
  for (const [id, text] of Object.entries(spanish)) {
    // A text for exactly one may say it in words.
    if (!id.endsWith(".one")) assert.deepEqual(places(text), places(english[id]), id);
    assert.equal(text.endsWith("."), english[id].endsWith("."), `${id}: a sentence, or a part of one`);
    const isPattern = !/\p{L}/u.test(text.replace(/\{\^?\w+\}/g, ""));
    assert.ok(id === "source.citation" || isPattern || SAME.includes(text) || text !== english[id], `${id} is English: ${text}`);
  }
});

test("no row has another word for what has a term, or a sentence that is too long", () => {
  const wrong = Object.entries(spanish).flatMap(([id, text]) => [
    ...NEVER.filter(([never]) => never.test(text)).map(([never, say]) => `${id}: ${never} in “${text}”, say ${say}`),
    ...text
      .split(/(?<=[.?])\s+/)
      .filter((sentence) => words(sentence) > MOST_WORDS)
      .map((sentence) => `${id}: ${words(sentence)} words in “${sentence}”`),
  ]);
  assert.deepEqual(wrong, []);
});

test("what is the same in English is the same in Spanish", () => {
  const said = new Map();
  const wrong = [];
  for (const [id, text] of Object.entries(english).filter(([id]) => !TOLD_APART.test(id))) {
    const key = text.toLowerCase();
    if (HOMONYMS.includes(key)) continue;
    const before = said.get(key) ?? id;
    said.set(key, before);
    if (spanish[before].toLowerCase() !== spanish[id].toLowerCase()) wrong.push(`“${text}”: ${before} “${spanish[before]}”, ${id} “${spanish[id]}”`);
  }
  assert.deepEqual(wrong, []);
});

test("every therapy code has a Spanish name", async () => {
  const { default: init, therapyCodes } = await import(pathToFileURL(require.resolve("kx-modifier")).href);
  await init();
  const { labels } = await load("kx-modifier/wording/es");
  const codes = therapyCodes();
  assert.deepEqual(
    Object.keys(labels)
      .filter((id) => id.startsWith("code."))
      .sort(),
    codes.map(({ code }) => `code.${code}`).sort(),
  );
  for (const { code, description } of codes) assert.notEqual(labels[`code.${code}`], description);
});

test("what a list names can follow “y”", () => {
  const names = Object.entries(spanish).filter(([id]) => /^item\.[a-z-]+$/.test(id));
  assert.ok(names.length > 5);
  // Before the sound of an i it would be “e”.
  assert.deepEqual(
    names.filter(([, text]) => /^h?[ií]/i.test(text)),
    [],
  );
});
