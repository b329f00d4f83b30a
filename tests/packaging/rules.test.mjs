// Rule packs, as the package that is installed takes them: in JavaScript, on the command line, and by the schema that ships.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import Ajv from "ajv";
import { checked } from "../contract/checked.mjs";
import { consumer, file, kx as run } from "./command.mjs";
import { trapping } from "./trap.mjs";

const require = createRequire(join(consumer, "index.js"));
const load = async (name) => checked(await import(pathToFileURL(require.resolve(name)).href));
const [kx, visit] = [await load("kx-modifier"), await load("kx-modifier/visit")];
await Promise.all([kx.default(), visit.default()]);
afterEach(() => {
  kx.useRules(null);
  visit.useRules(null);
});

const pack = (change = {}) => ({
  id: "2097.1",
  published: "2026-11-20",
  thresholds: [{ year: 2097, ptSlp: "2540", ot: "2550.50", medicalReview: "3000", source: "made up for a test" }],
  ...change,
});
const code = (change = {}) => ({
  code: "97999",
  description: "made-up service",
  class: "always",
  pt: true,
  ot: false,
  slp: false,
  timed: true,
  evaluation: false,
  confirmed: true,
  from: "2097-07-01",
  source: "made up for a test",
  ...change,
});
const context = (date = "2097-03-01") => ({
  appointment: { date, renderingProvider: { discipline: "PT" } },
  coverage: { program: "medicare-part-b" },
  preferences: { autoApplyKx: true },
  usage: { used: { "PT/SLP": "2540" } },
});
const line = { code: "97110", modifiers: ["GP"], allowed: "31.40" };
const unknown = { name: "KxError", code: "unknown-year", path: "appointment.date" };

test("packs are in force until others are given, in each of the two modules by itself", () => {
  const before = kx.versions();
  assert.deepEqual(before.packs, []);
  assert.throws(() => kx.decide({ line, ...context() }), unknown);
  assert.equal(kx.useRules([pack()]), undefined);
  const decision = kx.decide({ line, ...context() });
  assert.deepEqual(decision.basis.packs, ["2097.1"]);
  assert.deepEqual([decision.action, decision.thresholds["PT/SLP"].threshold, decision.thresholds.OT.threshold], ["apply", "2540.00", "2550.50"]);
  assert.deepEqual(kx.versions(), { ...before, packs: ["2097.1"], years: [...before.years, 2097] });
  assert.throws(() => visit.decide({ line, ...context() }), unknown);
  visit.useRules([pack()]);
  assert.deepEqual(visit.decide({ line, ...context() }), decision);
  kx.useRules(null);
  assert.throws(() => kx.decide({ line, ...context() }), unknown);
  assert.deepEqual(kx.versions(), before);
});

test("lists, lines of NDJSON and sessions follow", () => {
  const session = (() => {
    kx.useRules([pack()]);
    return kx.openAppointment(context());
  })();
  const request = { line, ...context() };
  const [{ decision }] = kx.decideAll([request]);
  const lines = new TextDecoder().decode(kx.decideNdjson(new TextEncoder().encode(JSON.stringify(request))));
  assert.deepEqual(JSON.parse(lines), { decision });
  assert.deepEqual(session.decide(line), decision);
  kx.useRules(null);
  assert.deepEqual(session.decide(line), decision, "an open session keeps the rules it was opened with");
  assert.throws(() => kx.openAppointment(context()), unknown);
});

test("an instance that takes the place of one that trapped has the packs too", () => {
  kx.useRules([pack()]);
  assert.throws(() => kx.decide({ ...context(), line: trapping(line, "code") }), { message: "mine" });
  assert.deepEqual(kx.decide({ line, ...context() }).basis.packs, ["2097.1"]);
});

test("what is given is copied, and what is refused changes nothing", () => {
  const given = [pack()];
  kx.useRules(given);
  given[0].id = "another";
  assert.throws(() => kx.useRules([pack({ thresholds: [{ ...pack().thresholds[0], source: "" }] })]), {
    name: "KxError",
    code: "unknown-value",
    path: "packs[0].thresholds[0].source",
  });
  assert.throws(() => kx.useRules("2097"), { name: "KxError", code: "wrong-type", path: "packs" });
  assert.throws(() => kx.useRules([pack(), pack()]), { name: "KxError", code: "duplicate-id", path: "packs[1].id" });
  assert.deepEqual(kx.decide({ line, ...context() }).basis.packs, ["2097.1"]);
  assert.deepEqual(kx.versions().packs, ["2097.1"]);
});

test("the schema takes what the package takes, and refuses what it can see is wrong", () => {
  const valid = new Ajv().compile(JSON.parse(readFileSync(require.resolve("kx-modifier/rules.schema.json"), "utf8")));
  const taken = (packs) => {
    try {
      kx.useRules(packs);
      return true;
    } catch (error) {
      assert.equal(error.name, "KxError");
      return false;
    }
  };
  const row = pack().thresholds[0];
  const good = [[], [pack()], [pack({ codes: [code()] })], [{ id: "codes", published: "2097-01-01", codes: [code({ to: "2097-12-31" })] }]];
  good.push([pack({ thresholds: [{ ...row, medicalReview: null, replaces: true }] })], [pack({ thresholds: [{ ...row, ptSlp: "2540.5" }] })]);
  for (const packs of good) assert.deepEqual([valid(packs), taken(packs)], [true, true], JSON.stringify(packs));
  const bad = [
    {},
    [pack({ id: "" })],
    [pack({ id: " a" })],
    [pack({ published: "Nov 20" })],
    [pack({ by: "me" })],
    [pack({ thresholds: [] })],
    [{ id: "a", published: "2026-11-20" }],
  ];
  for (const change of [{ year: "2097" }, { year: 2017 }, { year: 2097.5 }, { ptSlp: 2540 }, { ptSlp: "0" }, { ot: "-1" }, { ot: "1.234" }, { source: "" }])
    bad.push([pack({ thresholds: [{ ...row, ...change }] })]);
  for (const change of [{ code: "9711" }, { class: "often" }, { pt: "Y" }, { timed: undefined }, { description: "" }, { source: undefined }])
    bad.push([pack({ codes: [JSON.parse(JSON.stringify(code(change)))] })]);
  for (const packs of bad) assert.deepEqual([valid(packs), taken(packs)], [false, false], JSON.stringify(packs));
});

test("rules check: what is right is listed, what is wrong is named with its place", () => {
  const right = file("right.json", pack({ codes: [code()] }));
  const { stdout, status } = run(["rules", "check", right, "--json"]);
  assert.equal(status, 0);
  const [answer] = JSON.parse(stdout);
  assert.deepEqual(answer.packs, [pack({ codes: [code()] })]);
  assert.ok(answer.years.includes(2097));
  const wrong = file("wrong.json", [pack(), pack({ id: "b" })]);
  const refused = run(["rules", "check", right, wrong]);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /wrong\.json: duplicate-id at packs\[1\]\.thresholds\[0\]\.year: /);
  assert.match(refused.stdout, /2097\.1/);
  assert.equal(run(["rules", "check", file("no.json", "{")]).status, 2);
  assert.equal(run(["rules", right]).status, 2);
  assert.equal(run(["rules", "check"]).status, 2);
});

test("--rules: every command decides by the packs, and a bad one stops it", () => {
  const rules = file("packs.json", pack());
  const request = file("request.json", { line, ...context() });
  assert.equal(run(["decide", request]).status, 2);
  const { stdout, status } = run(["decide", request, "--rules", rules]);
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(stdout).basis.packs, ["2097.1"]);
  const later = file("later.json", [{ id: "2097.2", published: "2097-06-15", codes: [code()] }]);
  assert.deepEqual(JSON.parse(run(["decide", request, "--rules", rules, "--rules", later]).stdout).basis.packs, ["2097.1", "2097.2"]);
  const bad = run(["decide", request, "--rules", rules, "--rules", rules]);
  assert.deepEqual([bad.status, bad.stdout], [2, ""]);
  assert.match(bad.stderr, /packs\.json: duplicate-id at packs\[1\]\.id/);
});
