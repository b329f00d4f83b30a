// A record of attestations that was tampered with: it stays as it came, the screen goes on and says so, and nobody else's is touched.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { chart } from "./charts.mjs";

const dist = join(process.env.KX_CONSUMER, "node_modules", "kx-modifier", "dist");
const kx = await import(pathToFileURL(join(dist, "index.js")));
const { Desk, listen } = await import(pathToFileURL(join(dist, "desk", "index.js")));
await kx.default();

const settled = () => new Promise((resolve) => setTimeout(resolve));
const practice = {
  charts: [chart("a", "2480.00"), chart("b", "2480.00")],
  others: [],
  fees: { 97110: { full: "30.00", reduced: "20.00" }, 97140: { full: "30.00", reduced: "20.00" } },
  feesSource: "test",
  interventions: [],
  templates: [],
  appointmentTypes: [],
};

function desk(kept, own = practice) {
  const seen = { kept, said: [] };
  const host = {
    keep: async (data) => {
      seen.kept = data;
      return true;
    },
    say: (text) => seen.said.push(text),
    changed: () => undefined,
    now: () => "2026-07-01T09:00:00-04:00",
  };
  const one = new Desk(kx, own, kept, host);
  const events = new EventTarget();
  listen(one, events);
  const send = (name, detail) => events.dispatchEvent(Object.assign(new Event(name), { detail }));
  return { desk: one, seen, send };
}

/** Two patients, each with a line that a clinician attested to. */
async function attested(own) {
  const { desk: one, seen, send } = desk({ patient: "a", autoApplyKx: false, visits: {} }, own);
  for (const patient of ["a", "b"]) {
    one.openChart(patient);
    send("kx-line-added", { code: "97110" });
    send("kx-attested", { id: "line-1", by: "Kim Lee, PT", covers: "line" });
    await settled();
  }
  return structuredClone({ ...seen.kept, patient: "a" });
}

const SPOILED = {
  role: (record) => Object.assign(record[1], { role: "therapisu" }),
  answer: (record) => Object.assign(record[1], { answer: "add-kz" }),
  time: (record) => Object.assign(record[1], { at: "yesterday" }),
  hash: (record) => Object.assign(record[1], { hash: null }),
  amount: (record) => Object.assign(record[0].shown, { remaining: "x" }),
  "a name": (record) => Object.assign(record[1], { bY: "Kim" }),
  patient: (record) => Object.assign(record[1].scope, { patient: "b" }),
  "no event": (record) => record.splice(1, 1, null),
};

for (const [what, spoil] of Object.entries(SPOILED)) {
  test(`a record with another ${what} stays as it is, is not whole and covers nothing`, async () => {
    const kept = await attested({ ...practice, policy: { attestation: "require" } });
    spoil(kept.visits.a.attestations);
    const before = structuredClone(kept.visits);
    const { desk: one, seen, send } = desk(kept, { ...practice, policy: { attestation: "require" } });
    const { entries, chain } = one.history;
    assert.equal(chain.whole, false);
    assert.ok(chain.findings.some(({ code, severity }) => code === "changed" && severity === "error"));
    assert.ok(entries.every(({ kind }) => kind !== undefined));
    assert.equal(one.lines("treatment")[0].attestation.standing, null);
    assert.deepEqual([one.about.leftOut, one.about.feedback.length], [["a"], 1]);
    // The visit goes on.
    send("kx-line-added", { code: "97140" });
    await settled();
    assert.equal(seen.kept.visits.a.lines.length, 2);
    assert.deepEqual([seen.kept.visits.a.attestations, seen.kept.visits.a.head], [before.a.attestations, before.a.head]);
    assert.deepEqual(seen.kept.visits.b, before.b);
    // Nothing is added to it, and why is said beside the line.
    send("kx-attested", { id: "line-1", by: "Kim Lee, PT", covers: "line" });
    await settled();
    assert.deepEqual(seen.kept.visits.a.attestations, before.a.attestations);
    assert.match(seen.said.at(-1), /cannot be read/);
    assert.match(one.lines("treatment")[0].refused.modifiers.message, /cannot be read/);
    // Lists of all patients, and the other patient.
    assert.equal(one.schedule.length, 2);
    await one.lookThroughPatients();
    await one.lookThroughClaims();
    assert.deepEqual(
      one.claims.rows.map(({ id, error }) => [id, error]),
      [
        ["a", null],
        ["b", null],
      ],
    );
    one.openChart("b");
    assert.equal(one.history.chain.whole, true);
    assert.equal(one.lines("treatment")[0].attestation.standing.answer, "add-kx");
    one.openChart("a");
    assert.equal(one.history.chain.whole, false);
  });
}

test("a record that is no list stays too", async () => {
  const kept = await attested();
  kept.visits.a.attestations = "gone";
  kept.visits.a.head = 7;
  const { desk: one } = desk(kept);
  assert.equal(one.history.chain.whole, false);
  assert.deepEqual(one.about.leftOut, ["a"]);
});

test("a visit that is no longer understood loses what was entered, and nothing that is on record", async () => {
  const kept = await attested();
  kept.visits.a.lines = [{ id: 7, code: 97110, modifiers: "GP" }];
  kept.visits.b.lines = 7;
  const before = structuredClone(kept.visits);
  const { desk: one } = desk(kept);
  assert.deepEqual(one.visit.lines, []);
  assert.deepEqual([one.visit.attestations, one.visit.head, one.visit.history], [before.a.attestations, before.a.head, before.a.history]);
  assert.equal(one.history.chain.whole, true);
  one.openChart("b");
  assert.deepEqual([one.visit.lines, one.visit.attestations], [[], before.b.attestations]);
});

test("an answer for a plan of care whose certification has ended is not offered", () => {
  const { desk: one, send } = desk({ patient: "a", autoApplyKx: false, visits: {} });
  send("kx-line-added", { code: "97110" });
  send("kx-documentation-changed", { field: "certifiedThrough", value: "2026-07-01" });
  assert.deepEqual(one.lines("treatment")[0].attestation.plan, { discipline: "PT", until: "2026-07-01" });
  send("kx-documentation-changed", { field: "certifiedThrough", value: "2026-06-30" });
  assert.equal(one.lines("treatment")[0].attestation.plan, null);
  // Whoever sends it all the same has an answer for the visit, which covers its lines.
  send("kx-attested", { id: "line-1", by: "Kim Lee, PT", covers: "plan" });
  assert.deepEqual(one.visit.attestations[1].scope, { discipline: "PT", patient: "a", visit: "2026-07-01", year: 2026 });
  assert.equal(one.lines("treatment")[0].attestation.standing.answer, "add-kx");
});

const answersOf = (one) =>
  one.lines("treatment").map(({ decision, kxDeclined, attestation }) => [decision.modifiers.join(" "), kxDeclined, attestation.standing?.answer ?? null]);

for (const autoApplyKx of [false, true]) {
  test(`an answer ends where something is written over the KX it was about${autoApplyKx ? ", with Auto-Apply too" : ""}`, async () => {
    const { desk: one, send } = desk({ patient: "a", autoApplyKx, visits: {} });
    send("kx-line-added", { code: "97110" });
    send("kx-attested", { id: "line-1", by: "Kim Lee, PT", covers: "line" });
    await settled();
    assert.deepEqual(answersOf(one), [["GP KX", null, "add-kx"]]);
    const write = (modifiers) => send("kx-line-changed", { id: "line-1", change: { modifiers } });
    write("GP GA");
    assert.deepEqual(answersOf(one), [["GP GA", null, null]]);
    // Without GA the rules say what they say, and nobody has attested.
    write("GP");
    assert.deepEqual(answersOf(one), [[autoApplyKx ? "GP KX" : "GP", null, null]]);
    assert.equal(one.history.chain.whole, true);
    assert.deepEqual(
      one.history.entries.filter(({ kind }) => kind === "attested").map(({ code }) => code),
      ["97110"],
    );
    send("kx-attested", { id: "line-1", by: "Kim Lee, PT", covers: "line" });
    await settled();
    assert.deepEqual(answersOf(one), [["GP KX", null, "add-kx"]]);
    // What leaves KX where it is ends nothing.
    write(autoApplyKx ? "GP 59" : "GP 59 KX");
    assert.deepEqual(answersOf(one), [["GP 59 KX", null, "add-kx"]]);
  });
}

test("an answer about a line is none about the code that it has later", async () => {
  const interventions = [{ name: "Gait", codes: ["97116", "97110"] }];
  const { desk: one, send } = desk({ patient: "a", autoApplyKx: false, visits: {} }, { ...practice, interventions, policy: { attestation: "require" } });
  send("kx-intervention-added", { name: "Gait" });
  const change = (given) => send("kx-line-changed", { id: "line-1", change: given });
  change({ code: "97116" });
  change({ done: true });
  send("kx-attested", { id: "line-1", by: "Kim Lee, PT", covers: "line" });
  await settled();
  const shown = () => {
    const [{ code, decision, attestation }] = one.lines("flowsheet");
    return [code, decision.modifiers.join(" "), decision.action, attestation.standing?.by ?? null];
  };
  assert.deepEqual(shown(), ["97116", "GP KX", "keep", "Kim Lee, PT"]);
  change({ code: "97110" });
  assert.deepEqual(shown(), ["97110", "GP", "suggest", null]);
  // The record is whole, and says of which code the answer was.
  assert.equal(one.history.chain.whole, true);
  assert.deepEqual(
    one.history.entries.map(({ kind, code }) => [kind, code]),
    [
      ["kx-removed", "97116"],
      ["attested", "97116"],
    ],
  );
  send("kx-attested", { id: "line-1", by: "Kim Lee, PT", covers: "line" });
  await settled();
  assert.deepEqual(shown(), ["97110", "GP KX", "keep", "Kim Lee, PT"]);
  assert.deepEqual(
    one.history.entries.filter(({ kind }) => kind === "attested").map(({ code, incomplete }) => [code, incomplete]),
    [
      ["97116", true],
      ["97110", true],
    ],
  );
});

test("one answer for several lines is one entry, and adds KX to each of them", async () => {
  for (const covers of ["line", "visit"]) {
    const { desk: one, send } = desk({ patient: "a", autoApplyKx: false, visits: {} }, { ...practice, policy: { attestation: "require" } });
    for (const code of ["97110", "97140"]) send("kx-line-added", { code });
    send("kx-attested", { id: "line-1", by: "Kim Lee, PT", covers, lines: ["line-1", "line-2"] });
    await settled();
    assert.deepEqual(answersOf(one), [
      ["GP KX", null, "add-kx"],
      ["GP KX", null, "add-kx"],
    ]);
    assert.deepEqual(
      one.history.entries.map(({ kind, code }) => [kind, code]),
      covers === "line"
        ? [
            ["attested", "97110"],
            ["attested", "97140"],
          ]
        : [["attested", undefined]],
    );
    // What was shown of each is on record.
    assert.equal(one.visit.attestations.filter(({ kind }) => kind === "asked").length, 2);
    // Of these lines the answer says nothing about another.
    send("kx-line-added", { code: "97530" });
    assert.deepEqual(answersOf(one)[2], ["GP", null, covers === "line" ? null : "add-kx"]);
  }
});

test("a word that was searched for is no code", () => {
  const { desk: one, seen, send } = desk({ patient: "a", autoApplyKx: false, visits: {} });
  for (const word of ["hello", " Moist "]) {
    send("kx-line-added", { code: word });
    assert.equal(one.refusals.get("code").code, "code-invalid");
    assert.match(seen.said.at(-1), /five-character code/);
  }
  for (const code of ["a1234", "0001f", "97110"]) send("kx-line-added", { code });
  assert.deepEqual(
    one.visit.lines.map(({ code }) => code),
    ["A1234", "0001F", "97110"],
  );
  assert.equal(one.refusals.size, 0);
});
