// Another language: words and formats of a host in place of ours, and the Spanish table that ships.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import { checked } from "../contract/checked.mjs";
import * as accounts from "../reading/account-random.mjs";
import * as random from "../reading/random.mjs";
import { trapping } from "./trap.mjs";

const consumer = process.env.KX_CONSUMER;
assert.ok(consumer, "KX_CONSUMER names the project that has the tarball installed: run `node scripts/check/package.mjs`");
const require = createRequire(join(consumer, "index.js"));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const kx = checked(await load("kx-modifier"));
await kx.default();
const { default: english } = await load("kx-modifier/wording/en");
const { default: spanish } = await load("kx-modifier/wording/es");
afterEach(() => kx.useWording(null));

const request = (change = {}) => ({
  line: { code: "97110", modifiers: ["GP"] },
  appointment: { date: "2026-09-14", renderingProvider: { discipline: "PT" } },
  coverage: { program: "medicare-part-b" },
  preferences: { autoApplyKx: true },
  usage: { used: { "PT/SLP": "3515.10" }, asOf: "2026-01-02" },
  ...change,
});
const stale = (decision) => decision.notices.find((notice) => notice.code === "stale-usage").message;

test("dates and amounts as the locale writes them; null brings ours back", () => {
  const before = kx.decide(request());
  assert.match(stale(before), /\(Jan 2, 2026\)/);
  kx.useWording({ locale: "en-US", texts: {} });
  const decision = kx.decide(request());
  assert.match(stale(decision), /\(Jan 2, 2026\)/);
  assert.equal(decision.thresholds["PT/SLP"].label, "-$1,035.10 Medicare Threshold Remaining (PT/SLP)");
  // The largest amount to the cent: no float has been at it.
  const most = kx.thresholds({ date: "2026-09-14", usage: { used: { OT: "999999999.99" } } }).OT;
  assert.equal(most.label, "-$999,997,519.99 Medicare Threshold Remaining (OT)");
  kx.useWording({ locale: "de-DE", texts: {} });
  assert.match(stale(kx.decide(request())), /\(02\.01\.2026\)/);
  kx.useWording(null);
  assert.deepEqual(kx.decide(request()), before);
});

test("only words differ: the answer's data stays", () => {
  const data = (answer) =>
    JSON.parse(JSON.stringify(answer, (key, value) => (["explanation", "tooltip", "message", "label", "text", "next"].includes(key) ? undefined : value)));
  const before = kx.decide(request());
  kx.useWording(spanish);
  const decision = kx.decide(request());
  assert.deepEqual(data(decision), data(before));
  assert.notEqual(decision.tooltip, before.tooltip);
});

test("a sentence begins with a capital of any alphabet", () => {
  const reached = (letter) => {
    kx.useWording({ locale: "de", texts: { "left.none": `${letter}ber {bucket}` } });
    const { conditions } = kx.decide(request({ usage: { used: { "PT/SLP": "2480.00" } } }));
    return conditions.find(({ id }) => id === "threshold-reached").explanation;
  };
  for (const [letter, capital] of [
    ["ü", "Ü"],
    ["ß", "SS"],
    ["д", "Д"],
    ["𐐨", "𐐀"],
    ["ǆ", "Ǆ"],
    ["ǅ", "ǅ"],
    ["Ü", "Ü"],
    ["漢", "漢"],
    ["“", "“"],
    ["o", "O"],
  ]) {
    assert.equal(reached(letter), `${capital}ber PT/SLP.`);
  }
});

test("a part of a table is enough", () => {
  const before = kx.decide(request());
  kx.useWording({ locale: "en-US", texts: { "condition.kx-absent.added": "No KX before." } });
  const decision = kx.decide(request());
  assert.equal(decision.conditions[6].explanation, "No KX before.");
  assert.equal(decision.tooltip, before.tooltip);
});

test("what is wrong is refused, and nothing has changed", () => {
  kx.useWording(spanish);
  const before = kx.decide(request());
  const refused = (wording, code, path) =>
    assert.throws(
      () => kx.useWording(wording),
      (error) => error instanceof kx.KxError && error.code === code && error.path === path && error.help.length > 0,
      JSON.stringify(wording),
    );
  refused({ locale: "es", texts: { "tooltip.aply": "x" } }, "unknown-value", 'texts["tooltip.aply"]');
  refused({ locale: "es", texts: { "tooltip.apply": "{who}" } }, "unknown-value", 'texts["tooltip.apply"]');
  refused({ locale: "es", texts: { "tooltip.apply": "{why" } }, "unknown-value", 'texts["tooltip.apply"]');
  refused({ locale: "not a tag", texts: {} }, "unknown-value", "locale");
  refused({ texts: {} }, "wrong-type", "locale");
  refused({ locale: "es" }, "wrong-type", "texts");
  refused(undefined, "wrong-type", null);
  assert.deepEqual(kx.decide(request()), before);
});

test("the wording outlives a fault of the module, as it was when it was given", () => {
  const mine = { locale: "es-US", texts: { ...spanish.texts } };
  kx.useWording(mine);
  mine.texts["tooltip.apply"] = "{broken";
  const before = kx.decide(request());
  assert.throws(() => kx.decide({ ...request(), line: trapping(request().line, "code") }), { message: "mine" });
  assert.deepEqual(kx.decide(request()), before);
});

test("every path says the words of the moment", () => {
  const { line, ...context } = request();
  const session = kx.openAppointment(context);
  const inEnglish = session.decide(line).tooltip;
  kx.useWording(spanish);
  const { tooltip } = kx.decide(request());
  assert.notEqual(tooltip, inEnglish);
  assert.equal(session.decide(line).tooltip, tooltip);
  session.close();
  assert.equal(kx.decideAll([request()])[0].decision.tooltip, tooltip);
  const text = new TextDecoder().decode(kx.decideNdjson(new TextEncoder().encode(JSON.stringify(request()))));
  assert.equal(JSON.parse(text).decision.tooltip, tooltip);
});

/** A hundred answers of each kind from the generators of the second reading. */
function* answers(times) {
  const rng = random.makeRng(7);
  const kinds = {
    decide: random.randomRequest,
    decideAppointment: random.randomAppointment,
    traitsToEvaluate: random.randomTraits,
    documentationChecklist: random.randomChecklist,
    describeProjection: accounts.randomProjection,
    otherUsedFromEligibility: accounts.randomEligibility,
    audit: accounts.randomAudit,
  };
  for (let count = 0; count < times; count++) {
    for (const [name, make] of Object.entries(kinds)) {
      try {
        yield kx[name](make(rng));
      } catch (error) {
        if (!(error instanceof kx.KxError)) throw error;
      }
    }
  }
}

test("no English is left in Spanish answers", () => {
  kx.useWording(spanish);
  // What a person wrote stands in quotation marks, in any language.
  const words = new Set();
  for (const answer of answers(300)) {
    JSON.stringify(answer, (key, value) => {
      if (["explanation", "tooltip", "message", "label", "text", "next", "reason"].includes(key) && typeof value === "string")
        for (const word of value.replace(/“.*?”/g, "").match(/\p{L}+/gu) ?? []) words.add(word);
      return value;
    });
  }
  assert.deepEqual(
    ["the", "The", "is", "of", "and", "line", "threshold", "KX added", "not", "therapy"].filter((word) => words.has(word)),
    [],
  );
  assert.ok(words.has("umbral"));
});

test("the English table that ships says what the module says", () => {
  const before = [...answers(20)];
  kx.useWording(english);
  const plain = (answer) => JSON.stringify(answer).replaceAll(/\d{4}-\d\d-\d\d|[A-Z][a-z]{2} \d{1,2}, \d{4}|\d,\d{3}|\d{4,}/g, "#");
  assert.deepEqual([...answers(20)].map(plain), before.map(plain));
});
