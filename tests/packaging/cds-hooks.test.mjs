// kx-modifier/cds-hooks from the tarball: real decisions become responses of CDS Hooks 2.0.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { checked } from "../contract/checked.mjs";
import * as fhir from "../fhir/resources.mjs";
import { assertCdsAnswer, assertR4, pythonSays, schemaSays } from "../fhir/validators.mjs";

const consumer = process.env.KX_CONSUMER;
assert.ok(consumer, "KX_CONSUMER names the project that has the tarball installed: run `node scripts/check/package.mjs`");
const load = (name) => import(pathToFileURL(createRequire(join(consumer, "index.js")).resolve(name)).href);
const kx = checked(await load("kx-modifier"));
const { lineFromClaim } = await load("kx-modifier/fhir");
const { toCdsAnswer } = await load("kx-modifier/cds-hooks");
await kx.default();

const { claim, claimItem } = fhir;
const reached = { used: { "PT/SLP": "2480.00" } };

/** The answer for a claim with one line, by the package's own decision. */
function ask(modifiers, { usage = reached, code = "97110", more = {} } = {}) {
  const given = claim([claimItem(4, code, modifiers)]);
  const decision = kx.decide(fhir.request(lineFromClaim(given, 4), usage, more));
  const before = structuredClone({ given, decision });
  const answer = toCdsAnswer({ claim: given, sequence: 4, decision, uuid: randomUUID });
  assert.deepEqual({ given, decision }, before);
  assertCdsAnswer(answer);
  return { given, decision, answer, codes: (resource) => resource.item[0].modifier.map(({ coding }) => coding[0].code) };
}

test("applied: an info card, and the claim with KX as an update", () => {
  const { given, decision, answer, codes } = ask(["GP"]);
  assert.equal(decision.action, "apply");
  const {
    cards: [card, ...others],
    systemActions: [action, ...further],
  } = answer;
  assert.deepEqual([others, further], [[], []]);
  assert.deepEqual([card.indicator, card.suggestions, card.overrideReasons], ["info", undefined, undefined]);
  assert.equal(card.summary, decision.tooltip.length < 140 ? decision.tooltip : card.summary);
  assert.match(card.detail, /\*\*Conditions\*\*\n\n- Met: /);
  assert.deepEqual([action.type, action.description], ["update", "KX added to claim line 4"]);
  assert.deepEqual(codes(action.resource), ["GP", "KX"]);
  action.resource.item[0].modifier.pop();
  assert.deepEqual(action.resource, given);
});

test("suggested: a warning card with two suggestions and the reasons against it", () => {
  const { given, answer, codes } = ask(["GP"], { more: { preferences: { autoApplyKx: false } } });
  assert.equal(answer.systemActions, undefined);
  const [card] = answer.cards;
  assert.deepEqual([answer.cards.length, card.indicator, card.selectionBehavior], [1, "warning", "at-most-one"]);
  assert.deepEqual(
    card.suggestions.map(({ label, actions }) => [label, actions?.length]),
    [
      ["Add KX", 1],
      ["Leave KX off", undefined],
    ],
  );
  const [
    {
      actions: [action],
    },
  ] = card.suggestions;
  assert.deepEqual([action.type, action.description, codes(action.resource)], ["update", "Add KX to claim line 4", ["GP", "KX"]]);
  assertR4(action.resource);
  action.resource.item[0].modifier.pop();
  assert.deepEqual(action.resource, given);
  const identifiers = [card.uuid, ...card.suggestions.map(({ uuid }) => uuid)];
  assert.equal(new Set(identifiers).size, 3);
  assert.deepEqual(
    card.overrideReasons.map(({ code, display }) => [code, display]),
    [
      ["not-medically-necessary", "Not medically necessary"],
      ["documentation-incomplete", "Documentation is incomplete"],
      ["medicare-not-primary", "Medicare is not primary"],
      ["balance-wrong", "Threshold balance is wrong"],
      ["other", "Other reason"],
    ],
  );
  assert.equal(new Set(card.overrideReasons.map(({ system }) => system)).size, 1);
});

test("no button where no place is left, or where KX may be in the claim's note", () => {
  for (const modifiers of [
    ["GP", "59", "76", "CQ"],
    ["GP", "99"],
  ]) {
    const { decision, answer } = ask(modifiers);
    assert.equal(decision.action, "suggest");
    assert.deepEqual(
      answer.cards[0].suggestions.map(({ label }) => label),
      ["Leave KX off"],
    );
    assert.ok(answer.cards[0].overrideReasons.length > 0);
  }
});

test("nothing to say, and KX that is there already", () => {
  assert.deepEqual(ask(["GP"], { usage: { used: { "PT/SLP": "10.00" } } }).answer, { cards: [] });
  assert.deepEqual(ask(["GP"], { code: "99213" }).answer, { cards: [] });
  assert.deepEqual(ask(["GP", "KX"]).answer, { cards: [] });
  assert.deepEqual(ask(["GP", "GA"]).answer, { cards: [] });
  const {
    decision,
    answer: { cards, systemActions },
  } = ask(["GP", "KX", "GA"]);
  assert.equal(decision.action, "keep");
  const error = decision.notices.find(({ severity }) => severity === "error");
  assert.deepEqual([cards.length, cards[0].indicator, cards[0].suggestions, systemActions], [1, "warning", undefined, undefined]);
  assert.ok(error.message.startsWith(cards[0].summary.replace("…", "")));
});

test("a summary is always under 140 characters, and the whole is in the detail", () => {
  const { given, decision } = ask(["GP"]);
  const texts = [
    "x".repeat(500),
    "word ".repeat(100).trim(),
    `${"a".repeat(138)}😀😀😀`,
    `${"b".repeat(137)}😀😀`,
    `${"word ".repeat(27)}123456`,
    "y".repeat(139),
    "y".repeat(140),
    `one ${"z".repeat(300)}`,
    "# *bold* <b>x</b> [a](b) `c`\n- d | ~e~ & \\",
  ];
  for (const tooltip of texts) {
    for (const action of ["apply", "suggest"]) {
      const answer = toCdsAnswer({
        claim: given,
        sequence: 4,
        decision: {
          ...decision,
          action,
          modifiers: action === "apply" ? ["GP", "KX"] : ["GP"],
          tooltip,
          notices: [{ code: "stale-usage", severity: "warning", message: tooltip }],
        },
        uuid: randomUUID,
      });
      assertCdsAnswer(answer);
      const [{ summary, detail }] = answer.cards;
      assert.ok(summary.length < 140 && summary.isWellFormed(), summary);
      assert.ok(tooltip.startsWith(summary.replace(/…$/, "")));
      assert.equal(summary.endsWith("…"), tooltip.length > 139);
      if (/^word/.test(tooltip) && tooltip.length > 139) assert.match(summary, /word…$/);
      assert.ok(detail.replaceAll("\\", "").includes(tooltip.replaceAll("\n", " ").replaceAll("\\", "")));
      assert.ok(!/(?<!\\)[<[`#]/.test(detail));
    }
  }
});

test("every action of many real decisions, with every notice, is a valid response", () => {
  const answers = [];
  const seen = new Set();
  for (const modifiers of [[], ["GP"], ["GO"], ["GP", "KX"], ["GP", "GA"], ["KX"], ["GP", "99"], ["GP", "59", "76", "CQ"]]) {
    for (const used of ["0.00", "2470.00", "2480.00", "3500.00"]) {
      for (const more of [
        {},
        { preferences: {} },
        { appointment: { date: "2026-03-10", renderingProvider: { discipline: "PTA" } } },
        { policy: { documentation: "require" } },
        { coverage: { program: "other" } },
      ]) {
        for (const code of ["97110", "97161", "97035", "99213"]) {
          const given = claim([claimItem(4, code, modifiers)]);
          const decision = kx.decide(fhir.request({ ...lineFromClaim(given, 4), allowed: "31.40" }, { used: { "PT/SLP": used } }, more));
          const answer = toCdsAnswer({ claim: given, sequence: 4, decision, uuid: randomUUID });
          seen.add(decision.action);
          assert.equal(schemaSays(answer), "");
          answers.push(answer);
        }
      }
    }
  }
  assert.deepEqual([...seen].sort(), ["apply", "keep", "none", "suggest"]);
  assert.deepEqual([...new Set(pythonSays(answers.map((value) => ({ kind: "cds", value }))))], [""]);
});

test("the validators are no rubber stamp", () => {
  const good = ask(["GP"], { more: { preferences: {} } }).answer;
  const wrong = (change) => {
    const answer = structuredClone(good);
    change(answer.cards[0], answer);
    return answer;
  };
  const both = [
    wrong((card) => {
      card.summary = "x".repeat(141);
    }),
    wrong((card) => {
      card.indicator = "success";
    }),
    wrong((card) => {
      delete card.source;
    }),
    wrong((card) => {
      delete card.selectionBehavior;
    }),
    wrong((card) => {
      delete card.suggestions[0].actions[0].resource;
    }),
    wrong((card) => {
      delete card.overrideReasons[0].system;
    }),
  ];
  for (const answer of both) assert.notEqual(schemaSays(answer), "");
  for (const said of pythonSays(both.map((value) => ({ kind: "cds", value })))) assert.notEqual(said, "");
  assert.notEqual(
    schemaSays(
      wrong((card) => {
        card.summary = "x".repeat(140);
      }),
    ),
    "",
  );
});

test("what is wrong with a request is a KxError", () => {
  const { given, decision } = ask(["GP"]);
  const good = { claim: given, sequence: 4, decision, uuid: randomUUID };
  const refused = (change, code, path) => assert.throws(() => toCdsAnswer({ ...good, ...change }), { name: "KxError", code, path });
  for (const bad of [null, undefined, 5, []])
    assert.throws(
      () => toCdsAnswer(bad),
      (error) => error instanceof kx.KxError && error.code === "wrong-type",
    );
  refused({ claim: null }, "wrong-type", "claim");
  refused({ claim: fhir.patient() }, "wrong-type", "claim.resourceType");
  assert.deepEqual(
    toCdsAnswer({ ...good, claim: { resourceType: "Claim", item: [{ sequence: 4 }] }, decision: { ...decision, action: "none", tooltip: "" } }),
    { cards: [] },
  );
  refused({ sequence: 9 }, "unknown-id", "sequence");
  refused({ sequence: 9, decision: { ...decision, action: "none" } }, "unknown-id", "sequence");
  refused({ uuid: "x" }, "wrong-type", "uuid");
  refused({ decision: null }, "wrong-type", "decision");
  refused({ decision: { ...decision, action: "add" } }, "wrong-type", "decision.action");
  refused({ decision: { ...decision, tooltip: "" } }, "wrong-type", "decision.tooltip");
  refused({ decision: { ...decision, conditions: [1] } }, "wrong-type", "decision.conditions");
  refused({ decision: { ...decision, notices: undefined } }, "wrong-type", "decision.notices");
  refused({ decision: { ...decision, modifiers: ["GP", 5] } }, "wrong-type", "decision.modifiers");
  refused({ decision: { ...decision, action: "suggest", modifiers: null } }, "wrong-type", "decision.modifiers");
});

test("every fixed word is a row of data/wording, and every row is used", () => {
  const rows = readFileSync(new URL("../../data/wording/en/ui.csv", import.meta.url), "utf8")
    .split("\n")
    .map((row) => row.split(",")[0])
    .filter((id) => /^(cds|fhir)\./.test(id));
  const folder = new URL("../../www/core/interop/", import.meta.url);
  const source = readdirSync(folder)
    .filter((name) => /(?<!\.d)\.ts$/.test(name))
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join("\n");
  const { answer } = ask(["GP"], { more: { preferences: {} } });
  const used = [...source.matchAll(/"((?:cds|fhir)\.[a-z-]+(?:\.[a-z-]+)*)"/g)].map((found) => found[1]);
  const ofEvents = ["add-kx", "asked", "leave-kx-off", "role.npp", "role.physician", "role.therapist"].map((one) => `fhir.provenance.${one}`);
  assert.deepEqual([...new Set([...used, ...ofEvents, ...answer.cards[0].overrideReasons.map(({ code }) => `cds.reason.${code}`)])].sort(), rows.sort());
});
