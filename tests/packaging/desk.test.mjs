// The desk from the tarball, without a browser: what is entered is tried on the rules, kept by the host, and refused with reasons.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const dist = join(process.env.KX_CONSUMER, "node_modules", "kx-modifier", "dist");
const { default: init } = await import(pathToFileURL(join(dist, "index.js")));
const { Desk, listen } = await import(pathToFileURL(join(dist, "desk", "index.js")));
await init();

const chart = (id, used, date = "2026-07-01") => ({
  id, patient: id, memberId: null, coverage: { program: "medicare-part-b", name: "Part B" }, date, provider: { name: "T", discipline: "PT" }, appointmentType: "Follow-up",
  billed: [], used: { "PT/SLP": used }, otherUsed: {}, asOf: date, booked: [],
});
const practice = {
  charts: [chart("a", "2480.00"), chart("b", "100.00")],
  others: Array.from({ length: 250 }, (_, place) => chart(`other-${place}`, place % 2 ? "2500.00" : "0.00")),
  fees: { 97110: { full: "30.00", reduced: "20.00" } },
  feesSource: "test",
  interventions: [],
  templates: [{ id: "t", name: "Note", questions: [{ id: "q", label: "Q", traits: [{ name: "Need", prompt: "Say why.", onlyIfMedicareReached: true }] }] }],
  appointmentTypes: [{ id: "f", name: "Follow-up", templates: ["t"] }],
};

function desk(kept = { patient: "a", autoApplyKx: true, visits: {} }) {
  const seen = { kept: [], said: [], changes: 0 };
  const host = { keep: async (data) => { seen.kept.push(data); return true; }, say: (text) => { seen.said.push(text); }, changed: () => { seen.changes += 1; } };
  const own = new Desk(practice, structuredClone(kept), host);
  const root = new EventTarget();
  const end = listen(own, root);
  const send = (name, detail) => root.dispatchEvent(Object.assign(new Event(name), { detail }));
  return { desk: own, seen, send, end };
}

test("a line is decided, kept, and said; what the rules refuse changes nothing", async () => {
  const { desk: own, seen, send } = desk();
  send("kx-line-added", { code: " 97110 " });
  const [line] = own.lines("treatment");
  assert.deepEqual([line.code, line.decision.action, line.expected], ["97110", "apply", "30.00"]);
  assert.match(seen.said.join(" "), /97110: KX added/);
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual([own.stored, seen.kept.at(-1).visits.a.lines.length], ["yes", 1]);

  send("kx-line-changed", { id: line.id, change: { allowed: "12.345" } });
  assert.equal(own.lines("treatment")[0].refused.allowed.text, "12.345");
  assert.equal(own.visit.lines[0].allowed, "");
  send("kx-line-added", { code: "nope!" });
  assert.equal(own.lines("treatment").length, 1);
  assert.ok(own.refusals.get("code").help);
});

test("KX is left off with a reason, and comes back; each patient has their own visit", () => {
  const { desk: own, send, end } = desk();
  send("kx-line-added", { code: "97110" });
  const { id } = own.lines("treatment")[0];
  send("kx-removed", { id, reason: "balance wrong", because: "balance" });
  assert.deepEqual([own.lines("treatment")[0].decision.action, own.visit.lines[0].kxDeclined], ["none", "balance wrong"]);
  send("kx-restored", { id, undone: "removed" });
  assert.equal(own.lines("treatment")[0].decision.action, "apply");
  own.openChart("b");
  assert.equal(own.lines("treatment").length, 0);
  own.openChart("a");
  assert.equal(own.lines("treatment").length, 1);
  end();
  send("kx-line-removed", { id });
  assert.equal(own.lines("treatment").length, 1, "after the end nothing is listened to");
});

test("prompts of a template are evaluated where Medicare has been reached", async () => {
  const { desk: own, send } = desk();
  assert.deepEqual(own.evaluation.evaluate.map(({ name }) => name), ["Need"]);
  own.openChart("b");
  assert.match(own.evaluation.skipped[0].reason, /left/);
  send("kx-appointment-type-changed", { id: "f", template: "t", on: false });
  assert.deepEqual([own.evaluation.evaluate, own.evaluation.skipped], [[], []]);
  assert.equal(own.appointmentTypes[0].templates.length, 0);
});

test("many patients are looked through in portions, and a later look ends an earlier one", async () => {
  const { desk: own, seen } = desk();
  const before = seen.changes;
  await Promise.all([own.lookThroughPatients(), own.lookThroughPatients()]);
  assert.equal(own.worklist.rows.length, 252);
  assert.equal(own.worklist.progress, null);
  assert.ok(seen.changes - before >= 3);
  assert.equal(own.worklist.rows.filter(({ items }) => items.some(({ kind }) => kind === "reached")).length, 126);
});

test("what an earlier version kept and is no longer understood is left", () => {
  const { desk: own } = desk({ patient: "a", autoApplyKx: false, visits: { a: { lines: [{ id: "x", section: "nowhere", code: "97110", modifiers: [], units: "", allowed: "", done: false, kxDeclined: null, hadKx: false, intervention: null }] } } });
  assert.equal(own.lines("treatment").length, 0);
});
