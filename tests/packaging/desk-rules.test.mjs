// Years without an amount, rule packs and a policy at a desk, without a browser.
import assert from "node:assert/strict";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chart } from "./charts.mjs";

const dist = join(process.env.KX_CONSUMER, "node_modules", "kx-modifier", "dist");
const kx = await import(pathToFileURL(join(dist, "index.js")));
const { Desk } = await import(pathToFileURL(join(dist, "desk", "index.js")));
await kx.default();
afterEach(() => kx.useRules(null));

const practice = { charts: [chart("a", "8990.00", "2099-01-11")], fees: {}, feesSource: "test", interventions: [], templates: [], appointmentTypes: [] };
const line = {
  id: "line-1",
  section: "treatment",
  code: "97110",
  modifiers: ["GP"],
  units: "1",
  allowed: "5.00",
  done: false,
  kxDeclined: null,
  hadKx: false,
  intervention: null,
};
const visits = () => ({ a: { lines: [line], otherUsed: {}, checked: {}, documentation: {}, nextLine: 2, imports: [], nextImport: 1 } });
const pack = (id, change = {}) => ({
  id,
  published: "2098-11-20",
  thresholds: [{ year: 2099, ptSlp: "9000.00", ot: "9000.00", source: "made up", ...change }],
});
const open = (more = {}, kept = {}) => {
  const data = { patient: "a", autoApplyKx: true, visits: visits(), ...kept };
  return { desk: new Desk(kx, { ...practice, ...more }, data, { keep: async () => true, changed: () => undefined, say: () => undefined }), data };
};

test("a visit in a year without an amount opens, keeps what was entered, and waits", () => {
  const { desk, data } = open();
  assert.deepEqual([desk.answer.missingYear, desk.answer.thresholds, desk.answer.held.length], [2099, null, 1]);
  assert.equal(data.visits.a.lines.length, 1);
  assert.equal(desk.lines("treatment")[0].decision, null);
  assert.deepEqual(desk.evaluation, { evaluate: [], skipped: [] });
});

test("packs of the practice and of a person; what is refused is named and left out", async () => {
  const { desk, data } = open({ packs: [pack("ours")] }, { packs: [pack("again")] });
  assert.deepEqual(
    desk.packs.map(({ id, removable, refusal }) => [id, removable, refusal?.code ?? null]),
    [
      ["ours", false, null],
      ["again", true, "duplicate-id"],
    ],
  );
  assert.equal(desk.answer.thresholds["PT/SLP"].threshold, "9000.00");
  await desk.removePack("again");
  await desk.addPacks(JSON.stringify(pack("later", { year: 2100 })));
  assert.deepEqual([data.packs.map(({ id }) => id), kx.versions().packs], [["later"], ["ours", "later"]]);
  // A fault is told by its place in the text, and changes nothing.
  await desk.addPacks(JSON.stringify([pack("bad", { year: 2101, ot: "0" })]));
  assert.deepEqual([desk.packRefusal.code, desk.packRefusal.path], ["money-invalid", "packs[0].thresholds[0].ot"]);
  await desk.addPacks("{");
  assert.deepEqual(desk.packRefusal, { code: "not-readable" });
  assert.deepEqual(kx.versions().packs, ["ours", "later"]);
  assert.equal(desk.answer.missingYear, null);
});

test("rules that a host put in force itself are left as they are", () => {
  kx.useRules([pack("of the host")]);
  assert.equal(open().desk.answer.missingYear, null);
  assert.deepEqual(kx.versions().packs, ["of the host"]);
});

test("the practice's policy, and what a person chose of it", async () => {
  const { desk, data } = open({ policy: { thresholds: { 2099: { kx: "8990.00" } }, crossingLine: "apply" } });
  assert.equal(desk.lines("treatment")[0].decision.action, "apply");
  await desk.setPolicy({ removeCodes: { "PT/SLP": ["97110"] } });
  assert.equal(desk.lines("treatment")[0].decision.action, "suggest");
  await desk.setPolicy({ addCodes: { OT: ["9711"] } });
  assert.equal(desk.policyRefusals.get("addCodes").code, "code-invalid");
  await desk.setPolicy({ removeCodes: { OT: ["9"] } }, "leave out", "9");
  assert.deepEqual([desk.policyRefusals.get("leave out").text, desk.policyRefusals.size], ["9", 2]);
  assert.deepEqual(data.policy, { removeCodes: { "PT/SLP": ["97110"] } });
});
