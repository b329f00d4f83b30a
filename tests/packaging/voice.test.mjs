// How the product speaks: every English sentence and label that users get, as it stands and as it is said.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { KINDS, request } from "../contract/kinds.mjs";

const consumer = process.env.KX_CONSUMER;
assert.ok(consumer, "KX_CONSUMER names the project that has the tarball installed: run `node scripts/check/package.mjs`");
const require = createRequire(join(consumer, "index.js"));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const { default: english } = await load("kx-modifier/wording/en");
const kx = await load("kx-modifier");
await kx.default();
after(() => kx.useWording(null));

/** What no clinic and no biller says, with its inflections. */
const NEVER = [
  /\bbuckets?\b/i,
  /\bst(and|ood)(s|ing)? (on|together|beside|without)\b/i,
  /\bsay(s|ing)? the opposite\b/i,
  /\bt(ake|akes|aking|ook|aken)\b[^.]*\bback\b/i,
  /\bsettl(e|es|ed|ing)\b/i,
  /\b(is|are|was|were) of\b/i,
  /\bof it\b/i,
  /\bwhat waits\b/i,
  /\bcross(es|ed)\b/i,
  /\bleft (off|to you)\b/i,
  /\bwhose (it|this) is\b/i,
  /\b(go|goes|going|went) first\b/i,
  /\bdecided otherwise\b/i,
  /\b(is|are) told by\b/i,
  /\bnames? none\b/i,
  /\bas it came\b/i,
  /\bread so far\b/i,
  /\bnothing (is|was) dropped\b/i,
  /\bare the way\b/i,
  /\bfurnish(es|ed|ing)?\b/i,
  /\bcounts? nothing\b/i,
  /\bno source\b/i,
  /\bplease\b/i,
  /!/,
  /`/,
  /\bseeds?\b/i,
  // What is below zero is over, and never left.
  /[-\u2212](\$\S+|\{\})( \S+){0,6}? (left|remain(s|ed|ing)?)\b/i,
];
const MOST_WORDS = 24;

const words = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
/** A line of a letter ends without a point. */
const sentences = (text) => text.split(/(?<=[.?!])\s+|\n/);
const longest = (texts) => texts.reduce((a, b) => (words(b) > words(a) ? b : a));

function faults(text) {
  const never = NEVER.filter((never) => never.test(text)).map((never) => `${never} in “${text}”`);
  const long = sentences(text).filter((sentence) => words(sentence) > MOST_WORDS);
  return [...never, ...long.map((sentence) => `${words(sentence)} words: “${sentence}”`)];
}

/** What may stand in a place, by its name: rows by how their ids begin, or a value. The longest is taken. */
const PLACES = {
  bucket: "PT/SLP",
  why: ["left.", "due."],
  left: ["left."],
  hindrance: ["hindrance."],
  attestation: ["attestation."],
  follows: ["notice.crosses-threshold.apply", "notice.crosses-threshold.unsettled"],
  fact: ["kx-declined.balance", "kx-declined.denied", "kx-declined.not-primary"],
  off: ["kx-declined.off"],
  payer: ["kx-declined.payer."],
  finding: ["audit.missing-kx.", "audit.early-kx", "audit.crossing"],
  tooltip: ["tooltip."],
  notice: ["kx-declined-present"],
  projection: ["projection."],
  visits: ["projection.over-after.", "projection.over-after-here."],
  years: "2027 and 2028",
  moment: ["moment."],
  balance: ["balance."],
  supplied: ["balance."],
  computed: ["balance."],
  order: ["audit.order."],
  period: ["period."],
  who: ["patient.member", "patient.no-member"],
  reason: "goals met last week",
  due: "progress report and re-evaluation",
  parts: "2 with an error, 1 with a warning, 1 with a note and 3 without a finding",
};
const BY_ROW = {
  "condition.code-qualifies.off-list": { list: ["code-list."] },
  "condition.code-qualifies.unconfirmed": { list: ["code-list."] },
  "condition.discipline-maps.provider": { who: "PT assistant" },
  "import.bucket.changed": { after: ["balance."], before: ["balance."] },
  "import.bucket.same": { after: ["balance."] },
  "import.line.off": { why: ["condition."] },
  "import.line.withdrawn": { why: ["condition."] },
  "import.summary": {
    parts: "3 amounts added, 2 no longer pending, 1 corrected, 1 reversed, 4 already recorded and used elsewhere updated from Medicare's figure",
    open: ["import.summary.no-line"],
  },
  "notice.crosses-threshold": { what: ["due.crossing"] },

  "projection.both": { years: ["projection.left-out.", "projection.not-published"] },
  "left.supplied": { left: ["left.exceeded"] },
};
const OPEN = Object.entries(english.texts)
  .filter(([id]) => id.startsWith("item.") && !/\.(text|source)$/.test(id) && id !== "item.re-evaluation")
  .map(([, text]) => text);
/** In a label a place holds a name, a day, an amount or a count. */
const LABELS = {
  amount: "$1,035.10",
  threshold: "$2,480.00",
  review: "$3,000.00",
  date: "Sep 14, 2026",
  summary: "1 of 7 documented",
  name: "Sample Therapist",
  shares: "you 25%, Ohio 30%, all 28%",
};
const list = (items) => `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

function filled(id, text) {
  return text.replace(/\{\^?(\w+)\}/g, (_, name) => {
    if (name === "open" && !BY_ROW[id]?.open) return list(OPEN);
    if (id.startsWith("ui.") || id.startsWith("fhir.") || id.startsWith("cds.")) return LABELS[name] ?? "97110";
    if (name === "what" && !BY_ROW[id]?.what) {
      const area = id.startsWith("identity.") ? "identity.835." : "import.entry.settles";
      return id.startsWith("import.summary.") ? "12 amounts" : spoken([area]);
    }
    const place = BY_ROW[id]?.[name] ?? PLACES[name] ?? "$1,035.10";
    return Array.isArray(place) ? spoken(place) : place;
  });
}

/** The longest that any of these rows says. */
const spoken = (begins) =>
  longest(
    Object.entries(english.texts)
      .filter(([id]) => begins.some((begin) => id.startsWith(begin)))
      .map(([id, text]) => filled(id, text)),
  );

test("no row has a word that the clinic would not say, or a sentence that is too long", () => {
  // Titles of sources are not ours to shorten.
  const rows = Object.entries({ ...english.texts, ...english.labels }).filter(([id]) => id !== "source.citation");
  assert.ok(rows.length > 300);
  const wrong = rows.flatMap(([id, text]) =>
    [...new Set([...faults(text.replace(/\{\^?\w+\}/g, "{}")), ...faults(filled(id, text))])].map((fault) => `${id}: ${fault}`),
  );
  assert.deepEqual(wrong, []);
});

/** Fields that are read by people. What a person wrote stands in quotation marks. */
const PROSE = new Set(["explanation", "tooltip", "message", "text", "next", "nextStep", "reason", "summary", "sentence"]);

test("no answer says one", () => {
  const said = new Set();
  const collect = (value, key) => {
    if (typeof value === "string" && PROSE.has(key)) said.add(value.replace(/“.*?”/gu, "“”"));
    // What a refusal says to an engineer is its own.
    else if (value && typeof value === "object" && key !== "error")
      for (const [name, inner] of Object.entries(value)) collect(inner, Array.isArray(value) ? key : name);
  };
  for (const kind of KINDS.filter(({ name }) => !name.endsWith("-bad") && !/constants|session|Ndjson|useWording|decideAll/.test(name))) {
    for (let number = 0; number < Math.min(kind.count, 250); number++) {
      const answers = [];
      for (const step of request(kind, number, kx, "1")) {
        const [name, ...args] = typeof step === "function" ? step(answers) : step;
        try {
          answers.push(kx[name](...args));
        } catch (error) {
          if (!(error instanceof kx.KxError)) throw error;
          answers.push(null);
        }
      }
      collect(kind.name === "describeProjection" ? { sentence: answers[0] } : answers, "");
    }
  }
  assert.ok(said.size > 1000, `only ${said.size} sentences were said`);
  assert.deepEqual([...said].flatMap(faults), []);
});
