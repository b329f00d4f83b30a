// Tables of words, ours and bad ones, each with answers that are said in them.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import * as accounts from "../reading/account-random.mjs";
import * as random from "../reading/random.mjs";
import { hostile } from "./hostile.mjs";
import * as larger from "./larger.mjs";
import { chance, int, pick, shuffle } from "./random.mjs";
import { spoil } from "./spoil.mjs";
import { randomX12 } from "./x12.mjs";

const SPANISH = parse(readFileSync(new URL("../../data/wording/es/core.csv", import.meta.url), "utf8")).slice(1);

const LOCALES = ["es-US", "es-US", "es-US", "en-US", "de-DE", "ar-EG", "hi-IN", "fr", "es-US-u-ca-buddhist", "zh-Hans-CN"];
const BAD_LOCALES = ["", "not a tag", "es_US", "e", "es-", "x", "\u0000", "español"];

/** Mistakes in texts: ids, places and braces that no sentence has. */
const MISTAKES = [
  (_rng, texts, id) => {
    texts[`${id}x`] = "x";
  },
  (rng, texts, id) => {
    texts[id] = pick(rng, [
      "{who}",
      "{",
      "}",
      "{{",
      "}}",
      "{{}}",
      "{^}",
      "{}",
      "{^^why}",
      "{ why }",
      "{why",
      "why}",
      "{WHY}",
      "a {{b} c",
      "{^who}",
      "{why}{why}",
    ]);
  },
  (rng, texts, id) => {
    texts[id] = pick(rng, ["", " ", "\u0000", "\ud800", "x".repeat(5000), "{allowed}", "{bucket}", "{^bucket}", "{count}"]);
  },
  (rng, texts, id) => {
    texts[id] = hostile(rng);
  },
  (rng, texts) => {
    texts[
      pick(rng, ["", " ", "__proto__", "constructor", "tooltip.aply", "tooltip", "tooltip.apply ", "TOOLTIP.APPLY", 'a"b', "ñ", "worklist.one", "x".repeat(80)])
    ] = "x";
  },
];

function table(rng) {
  const r = rng();
  const rows = r < 0.35 ? SPANISH : r < 0.8 ? shuffle(rng, SPANISH).slice(0, int(rng, 0, 12)) : [];
  const texts = Object.fromEntries(rows);
  if (chance(rng, 0.2)) for (const id of shuffle(rng, Object.keys(texts)).slice(0, 3)) texts[id] = `${texts[id]} {{sic}}`;
  const wording = { locale: pick(rng, LOCALES), texts };
  if (chance(rng, 0.2)) wording.labels = { "chip.due": "KX" };
  if (chance(rng, 0.4)) for (let count = pick(rng, [1, 1, 2, 4]); count > 0; count--) pick(rng, MISTAKES)(rng, texts, pick(rng, SPANISH)[0]);
  if (chance(rng, 0.1)) wording.locale = pick(rng, BAD_LOCALES);
  return wording;
}

const SAID = [
  ["decide", random.randomRequest],
  ["decide", random.randomRequest],
  ["decideAppointment", random.randomAppointment],
  ["traitsToEvaluate", random.randomTraits],
  ["documentationChecklist", random.randomChecklist],
  ["describeProjection", accounts.randomProjection],
  ["otherUsedFromEligibility", accounts.randomEligibility],
  ["audit", accounts.randomAudit],
  ["previewImport", larger.randomPreview],
  ["matchPatient", larger.randomPatients],
  ["scrubClaims", larger.randomScrub],
  ["worklist", larger.randomWorklist],
  ["holdClaims", larger.randomHolds],
  ["identifyX12", (rng) => randomX12(rng)],
  ["readRemittance835", (rng) => randomX12(rng, "835")],
  ["readEligibility271", (rng) => randomX12(rng, "271")],
  ["thresholds", random.randomThresholds],
  ["decideAll", (rng) => accounts.randomDecisions(rng)],
  [
    "decideNdjson",
    (rng) =>
      new TextEncoder().encode(
        accounts
          .randomDecisions(rng)
          .map((one) => JSON.stringify(one))
          .join("\n"),
      ),
  ],
];

/** English comes back at the end, so that no request knows of another. */
export function useWordings(rng, api) {
  const say = () =>
    Array.from({ length: int(rng, 1, 2) }, () => {
      const [name, make] = pick(rng, SAID);
      return [name, make(rng)];
    });
  const use = () => ["useWording", ...(chance(rng, 0.15) ? spoil(rng, [table(rng)], api) : [chance(rng, 0.05) ? hostile(rng) : table(rng)])];
  return [use(), ...say(), ...(chance(rng, 0.3) ? [use(), ...say()] : []), ["useWording", null], ...(chance(rng, 0.2) ? say() : [])];
}
