// Claims that wait at a desk: what holds them is the core's, words are kept by claim, and a smaller module says what it can.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { chart } from "./charts.mjs";

const dist = join(process.env.KX_CONSUMER, "node_modules", "kx-modifier", "dist");
const kx = await import(pathToFileURL(join(dist, "index.js")));
const { Desk, listen, show } = await import(pathToFileURL(join(dist, "desk", "index.js")));
await kx.default();

const line = (id, date, modifiers, claim) => ({ id, date, claim, code: "97110", modifiers, allowed: "30.00", status: "pending" });
const pending = ({ modifiers: _, ...rest }) => ({ ...rest, serviceType: "PT/SLP" });
/** A patient with a claim that waits since June, counted as pending. */
const waiting = (id, used, modifiers) => {
  const billed = [line("w1", "2026-06-20", modifiers, `${id}-june`)];
  const entry = { date: "2026-02-02", serviceType: "PT/SLP", allowed: used };
  const { used: _, ...rest } = chart(id, used);
  return { ...rest, billed, entries: [entry, ...billed.map(pending)], unsent: [{ claim: `${id}-june`, since: "2026-06-23" }] };
};
const practice = {
  charts: [chart("a", "2480.00"), waiting("b", "2500.00", ["GP"])],
  others: [waiting("c", "100.00", ["GP", "KX"]), waiting("d", "100.00", ["GP"]), chart("e", "0.00")],
  fees: { 97110: { full: "30.00", reduced: "20.00" } },
  feesSource: "test",
  interventions: [],
  templates: [],
  appointmentTypes: [],
};

function desk(functions = kx, kept = { patient: "a", autoApplyKx: false, visits: {} }, host = {}) {
  const seen = [];
  const one = new Desk(functions, practice, kept, {
    keep: async (data) => {
      seen.push(data);
      return true;
    },
    say: () => undefined,
    changed: () => undefined,
    ...host,
  });
  const events = new EventTarget();
  listen(one, events);
  const send = (name, detail) => events.dispatchEvent(Object.assign(new Event(name), { detail }));
  return { desk: one, seen, send };
}
const codes = (row) => row.claim.reasons.map(({ code }) => code);
const settled = () => new Promise((resolve) => setTimeout(resolve));

test("what a claim that waits will be denied without KX is known before it is released", async () => {
  const { desk: one, send } = desk();
  await one.lookThroughClaims();
  const of = (id) => one.claims.rows.find((row) => row.id === id);
  assert.deepEqual([of("b").withoutKx, of("c").withoutKx], ["30.00", "0.00"]);
  const released = of("b").claim.lines.map(({ id }) => ({ line: id, by: "Bea", reason: "sent" }));
  send("kx-claims-changed", { action: "released", claims: [{ id: "b", claim: "b-june", released }] });
  assert.deepEqual([of("b").claim.atStake.atRisk, of("b").withoutKx], ["30.00", undefined]);
});

test("a desk without a clock says that it keeps no history", () => {
  const shown = (host) => {
    const { desk: one, send } = desk(kx, undefined, host);
    send("kx-line-added", { code: "97110" });
    const element = { constructor: { widget: "history" } };
    show(one, { querySelectorAll: () => [element] });
    return [element.unkept, element.entries.length, element.chain];
  };
  assert.deepEqual(shown({}), [true, 0, null]);
  assert.deepEqual(shown({ now: () => "2026-07-01T09:00:00-04:00" }), [false, 0, null]);
});

test("the worklist says of a line that a person has let its claim go out", async () => {
  const { desk: one, send } = desk();
  send("kx-line-added", { code: "97110" });
  const stands = async () => {
    await one.lookThroughPatients();
    await one.lookThroughClaims();
    const items = one.worklist.rows.filter((row) => row.id === "a").flatMap(({ items }) => items.filter(({ line: of }) => of === "line-1"));
    return [one.claims.rows.find((row) => row.id === "a").claim.status, [...new Set(items.map(({ isReleased = false }) => isReleased))]];
  };
  const released = (codes) => [{ line: "line-1", by: "Bea", reason: "sent", codes }];
  const release = (words) => send("kx-claims-changed", { action: "released", claims: [{ id: "a", claim: "a", released: words }] });
  assert.deepEqual(await stands(), ["hold", [false]]);
  release(released(["suggestion"]));
  assert.deepEqual(await stands(), ["release", [true]]);
  // What comes up later waits again.
  send("kx-line-changed", { id: "line-1", change: { modifiers: "" } });
  assert.deepEqual(await stands(), ["hold", [false]]);
  release(released(["suggestion", "therapy-modifier-missing"]));
  assert.deepEqual(await stands(), ["release", [true]]);
  release([]);
  assert.deepEqual(await stands(), ["hold", [false]]);
});

test("an element that shows a queue has it looked through, and the open patient's rows follow the visit", async () => {
  const { desk: one, send } = desk();
  // An element as `show` knows it: by its class.
  const element = { constructor: { widget: "claims" } };
  const root = { querySelectorAll: () => [element] };
  show(one, root);
  for (let turn = 0; turn < 1000 && (one.claims.rows.length === 0 || one.claims.progress !== null); turn += 1) await settled();
  const ids = () => one.claims.rows.map((row) => row.claim.id);
  assert.deepEqual(ids(), ["b-june", "c-june", "d-june"]);
  const before = JSON.stringify(one.claims.stake);
  send("kx-line-added", { code: "97110" });
  assert.deepEqual([...ids()].sort(), ["a", "b-june", "c-june", "d-june"]);
  assert.notEqual(JSON.stringify(one.claims.stake), before);
  send("kx-line-removed", { id: one.lines("treatment")[0].id });
  assert.deepEqual(ids(), ["b-june", "c-june", "d-june"]);
  // Nothing shows the worklist, and nothing looked.
  assert.deepEqual(one.worklist.rows, []);
});

test("the claims of all patients: today's, and those that wait since earlier days", async () => {
  const { desk: one, send } = desk();
  send("kx-line-added", { code: "97110" });
  await one.lookThroughClaims();
  assert.deepEqual(
    one.claims.rows.map((row) => [row.id, row.claim.id, row.claim.status, codes(row), row.since, row.days]),
    [
      ["a", "a", "hold", ["suggestion"], "2026-07-01", { from: "2026-07-01", to: "2026-07-01" }],
      ["b", "b-june", "hold", ["suggestion"], "2026-06-23", { from: "2026-06-20", to: "2026-06-20" }],
      ["c", "c-june", "hold", ["early-kx"], "2026-06-23", { from: "2026-06-20", to: "2026-06-20" }],
      ["d", "d-june", "release", [], "2026-06-23", { from: "2026-06-20", to: "2026-06-20" }],
    ],
  );
  // What is pending of a claim is its own lines, and not counted before them.
  assert.equal(one.claims.rows[1].claim.lines[0].outcome.remaining, "-20.00");
  assert.equal(one.claims.progress, null);
});

test("what holds the visit is the same function's", () => {
  const { desk: one, send } = desk();
  assert.deepEqual([one.answer.held, one.answer.hold.summary], [[], "Nothing holds the claim."]);
  send("kx-line-added", { code: "97110" });
  assert.deepEqual(one.answer.held, ["line-1"]);
  assert.equal(one.answer.hold.summary, "The claim is on hold. Expected allowed amount if nothing is denied: $30.00.");
  send("kx-line-changed", { id: "line-1", change: { modifiers: "GP GA" } });
  assert.deepEqual([one.answer.held, one.answer.hold.claims[0].status], [[], "release"]);
});

test("a word is kept by claim, and counts for what was shown", async () => {
  const { desk: one, seen, send } = desk();
  send("kx-line-added", { code: "97110" });
  await one.lookThroughClaims();
  const word = { line: "line-1", by: "Kim Lee", reason: "record checked", codes: ["suggestion"] };
  send("kx-claims-changed", { action: "released", claims: [{ id: "a", claim: "a", released: [word] }] });
  assert.deepEqual([one.answer.held, one.claims.rows[0].claim.status, one.claims.rows[0].released], [[], "release", [word]]);
  assert.equal(one.claims.rows.length, 4);
  await settled();
  assert.deepEqual(seen.at(-1).released, { a: { a: [word] } });
  // Another reason holds the line again, and the schedule says so.
  send("kx-line-changed", { id: "line-1", change: { modifiers: "GO" } });
  assert.deepEqual([one.answer.held, one.schedule.find(({ chart: { id } }) => id === "a").held], [["line-1"], 1]);
  send("kx-line-changed", { id: "line-1", change: { modifiers: "GP" } });
  assert.deepEqual(one.answer.held, []);
  // A word about a line that is gone is no error.
  send("kx-line-removed", { id: "line-1" });
  assert.equal(one.answer.hold.claims[0].status, "release");
  send("kx-claims-changed", { action: "undone", claims: [{ id: "a", claim: "a", released: [] }] });
  await settled();
  assert.deepEqual(seen.at(-1).released, { a: { a: [] } });
});

test("who released a claim is in that patient's history, whoever is open; so is a claim that is put on hold again", async () => {
  const { desk: one, send } = desk(undefined, undefined, { now: () => "2026-07-02T09:00:00-04:00" });
  const word = { line: "w1", by: "Sam Lee", reason: "record checked", codes: ["suggestion"] };
  const claims = (released) => [{ id: "b", claim: "b-june", released }];
  send("kx-claims-changed", { action: "released", claims: [...claims([word]), { id: "c", claim: "c-june", released: [{ ...word, codes: ["early-kx"] }] }] });
  assert.deepEqual(one.history.entries, []);
  send("kx-claims-changed", { action: "undone", claims: claims([]) });
  one.openChart("b");
  const entry = { at: "2026-07-02T09:00:00-04:00", claim: "b-june", code: "97110" };
  const user = one.chart.provider.name;
  assert.deepEqual(one.history.entries, [
    { ...entry, kind: "released", by: "Sam Lee", enteredBy: user, reason: "record checked" },
    { ...entry, kind: "held", by: user },
  ]);
  one.openChart("c");
  assert.deepEqual(
    one.history.entries.map(({ kind, claim }) => [kind, claim]),
    [["released", "c-june"]],
  );
});

test("a word or an answer for a line is none for a line that is entered after starting over", () => {
  for (const host of [{}, { now: () => "2026-07-02T09:00:00-04:00" }]) {
    const { desk: one, send } = desk(undefined, undefined, host);
    send("kx-line-added", { code: "97110" });
    const word = { line: "line-1", by: "Kim Lee", reason: "record checked", codes: ["suggestion"] };
    send("kx-claims-changed", { action: "released", claims: [{ id: "a", claim: "a", released: [word] }] });
    assert.deepEqual(one.answer.held, []);
    one.startOver();
    send("kx-line-added", { code: "97110" });
    assert.deepEqual(one.answer.held, ["line-2"]);
  }
  const { desk: one, send } = desk(undefined, undefined, { now: () => "2026-07-02T09:00:00-04:00" });
  send("kx-line-added", { code: "97110" });
  send("kx-attested", { id: "line-1", by: "Kim Lee", covers: "line" });
  one.startOver();
  send("kx-line-added", { code: "97110" });
  assert.equal(one.lines("treatment").find(({ id }) => id === "line-2").attestation.standing, null);
});

test("a year without an amount hides no claim of another year", async () => {
  const next = { ...waiting("x", "100.00", ["GP", "KX"]), date: "2017-12-29", asOf: "2026-06-22" };
  const visits = {
    x: {
      lines: [
        {
          id: "line-1",
          section: "treatment",
          code: "97110",
          modifiers: ["GP"],
          units: "1",
          allowed: "",
          done: false,
          kxDeclined: null,
          hadKx: false,
          intervention: null,
        },
      ],
    },
  };
  const one = new Desk(
    kx,
    { ...practice, charts: [next], others: [] },
    { patient: "x", autoApplyKx: false, visits },
    { keep: async () => true, say() {}, changed() {} },
  );
  await one.lookThroughClaims();
  assert.deepEqual(
    one.claims.rows.map(({ claim, error }) => [claim?.id ?? null, error?.code ?? null]),
    [
      ["x-june", null],
      [null, "unknown-year"],
    ],
  );
});

test("a patient whose claims cannot be read is named, and the others go on", async () => {
  const bad = { ...practice, charts: [{ ...waiting("x", "100.00", ["GP"]), asOf: "2026-13-01" }, practice.charts[1]], others: [] };
  const one = new Desk(
    kx,
    { ...bad, charts: [practice.charts[0], ...bad.charts] },
    { patient: "a", autoApplyKx: false, visits: {} },
    { keep: async () => true, say() {}, changed() {} },
  );
  await one.lookThroughClaims();
  assert.deepEqual(
    one.claims.rows.map(({ id, claim, error }) => [id, claim?.id ?? null, error?.code ?? null]),
    [
      ["x", null, "date-invalid"],
      ["b", "b-june", null],
    ],
  );
});

test("a host of a visit's functions holds open suggestions, and shows no claims", async () => {
  const names = ["openAppointment", "therapyCodes", "documentationChecklist", "describeProjection", "thresholds", "traitsToEvaluate"];
  const { desk: one, send } = desk(Object.fromEntries(names.map((name) => [name, kx[name]])));
  send("kx-line-added", { code: "97110" });
  await one.lookThroughClaims();
  assert.deepEqual([one.answer.held, one.answer.hold, one.claims.rows, one.can.claims], [["line-1"], null, [], false]);
  class Claims {
    static widget = "claims";
    hidden = false;
  }
  const element = new Claims();
  show(one, { querySelectorAll: () => [element] });
  assert.equal(element.hidden, true);
});

test("Auto-Apply adds KX to the open visit, and answers for no claim that waits", async () => {
  const { desk: one, send } = desk(kx, { patient: "b", autoApplyKx: false, visits: {} });
  const waits = async () => {
    await one.lookThroughClaims();
    const row = one.claims.rows.find(({ id, claim }) => id === "b" && claim.id === "b-june");
    return [row.claim.status, row.claim.reasons.map(({ code }) => code), row.withoutKx];
  };
  assert.deepEqual(await waits(), ["hold", ["suggestion"], "30.00"]);
  send("kx-auto-apply-changed", { on: true });
  await settled();
  assert.deepEqual(await waits(), ["hold", ["suggestion", "attestation-missing"], "30.00"]);
  // The visit at hand has its KX, and one that waits and carries KX is asked nothing more.
  send("kx-line-added", { code: "97110" });
  assert.deepEqual(one.lines("treatment")[0].decision.modifiers, ["GP", "KX"]);
  await one.lookThroughClaims();
  assert.equal(one.claims.rows.find(({ claim }) => claim.id === "b").claim.status, "release");
  const early = one.claims.rows.find(({ id }) => id === "c");
  assert.ok(!early.claim.reasons.some(({ code }) => code === "attestation-missing"));
});
