// The code of docs/frameworks.md as it stands there: claims held, released by a word, and a record whose end is known; a host's own refusals.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { transform } from "esbuild";
import { root } from "../../scripts/lib/run.mjs";
import { snippetsOf } from "../../scripts/lib/snippets.mjs";

const consumer = process.env.KX_CONSUMER;
const kx = await import(pathToFileURL(join(consumer, "node_modules", "kx-modifier", "dist", "index.js")));
await kx.default();

async function documented(name = "claims.ts", others = []) {
  const all = snippetsOf(readFileSync(join(root, "docs", "frameworks.md"), "utf8"));
  const folder = mkdtempSync(join(consumer, "documented-"));
  try {
    for (const one of [name, ...others]) {
      const { code } = await transform(all.find((snippet) => snippet.name === one).text, { loader: "ts", format: "esm" });
      writeFileSync(join(folder, one.replace(/\.ts$/, ".mjs")), code.replace(/from "(\.\/\w+)"/g, 'from "$1.mjs"'));
    }
    return await import(pathToFileURL(join(folder, name.replace(/\.ts$/, ".mjs"))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const lines = [{ id: "1", date: "2026-07-01", code: "97110", modifiers: ["GP"], allowed: "31.40" }];
const patient = (more = {}) => ({
  id: "p",
  name: "Ana Ruiz",
  therapist: "Kim Lee, PT",
  request: {
    claims: [{ id: "C1", lines }],
    renderingProvider: { discipline: "PT" },
    coverage: { program: "medicare-part-b" },
    usage: { used: { "PT/SLP": "2500.00" } },
  },
  since: { C1: "2026-07-02" },
  released: {},
  record: [],
  head: null,
  history: [],
  ...more,
});

test("a claim waits, is released and is put on hold again; the history says so", async () => {
  const { about, chainOf, changed, rowsOf, stakeOf } = await documented();
  const [row] = rowsOf(patient());
  assert.deepEqual([row.claim.status, row.since, row.error], ["hold", "2026-07-02", null]);
  assert.deepEqual(row.days, { from: "2026-07-01", to: "2026-07-01" });
  assert.equal(stakeOf([row]).total.onHold, "31.40");
  assert.equal(row.withoutKx, "31.40");
  const word = { line: "1", by: "Sam Lee", reason: "record checked", codes: ["suggestion"] };
  const at = "2026-07-02T09:00:00-04:00";
  const [released] = changed([patient()], { action: "released", claims: [{ id: "p", claim: "C1", released: [word] }] }, at, "Sam Lee");
  assert.equal(rowsOf(released)[0].claim.status, "release");
  assert.equal(stakeOf(rowsOf(released)).total.atRisk, "31.40");
  const [held] = changed([released], { action: "held", claims: [{ id: "p", claim: "C1", released: [] }] }, at, "Sam Lee");
  assert.equal(rowsOf(held)[0].claim.status, "hold");
  assert.deepEqual(held.history, [
    { at, kind: "released", claim: "C1", by: "Sam Lee", reason: "record checked" },
    { at, kind: "held", claim: "C1", by: "Sam Lee" },
  ]);
  assert.equal(chainOf(held).whole, true);
  assert.equal(chainOf(patient({ head: "0".repeat(64) })).findings[0].code, "truncated");
  assert.equal(about([held]).sources.length, 13);
});

test("who cannot be looked at is a row", async () => {
  const { rowsOf } = await documented();
  const request = { ...patient().request, claims: [{ id: "C1", lines: [{ ...lines[0], date: "2017-07-01" }] }] };
  assert.deepEqual(
    rowsOf(patient({ request })).map(({ claim, error }) => [claim, error.code]),
    [[null, "unknown-year"]],
  );
});

test("a host refuses a code and an amount in its own words, and takes the rest", async () => {
  const { added, changed } = await documented("limits.ts", ["lines.ts"]);
  const begun = { lines: [], otherUsed: "400.00" };
  assert.equal(added({ code: "97164" })(begun).refused.code.message, "97164 is not in the contract.");
  const line = { id: "a", code: "97110", modifiers: "GP", units: "1", allowed: "", kxDeclined: null };
  const refused = changed({ id: "a", change: { allowed: "500.01" } })({ ...begun, lines: [line] });
  assert.deepEqual([refused.lines[0].allowed, refused.lines[0].refused.allowed.text], ["", "500.01"]);
});

test("a save that failed is said at its line", async () => {
  const { begun, on, ready } = await documented("lines.ts");
  await ready;
  const visit = on.added({ code: "97110" })(begun);
  const [{ id }] = visit.lines;
  assert.deepEqual(on.notSaved({ id })(visit).lines[0].refused.modifiers, { text: "GP", message: "KX was not saved.", help: "Add it again." });
  const again = on.applied({ id })(on.notSaved({ id })(visit));
  assert.deepEqual([again.lines[0].modifiers, again.lines[0].refused], ["GP KX", {}]);
});

test("an answer at the chip is recorded for what it covers, and stands at the line", async () => {
  const { attestationOf, attested, historyOf, leftOff } = await documented("attest.ts");
  const seen = { patient: "p", date: "2026-07-01", discipline: "PT", clinician: "Kim Lee, PT", plan: { id: "poc", until: "2026-08-31" } };
  const at = "2026-07-01T09:00:00-04:00";
  const request = {
    appointment: { date: seen.date, renderingProvider: { discipline: "PT" } },
    coverage: { program: "medicare-part-b" },
    preferences: { autoApplyKx: true },
    usage: { used: { "PT/SLP": "2500.00" } },
    policy: { attestation: "require" },
  };
  const line = (id, code) => ({ id, code, modifiers: ["GP"] });
  const decisionOf = (id, code, attestations = []) => kx.decide({ ...request, line: line(id, code), attestations });
  const decisions = new Map([
    ["a", decisionOf("a", "97110")],
    ["b", decisionOf("b", "97140")],
  ]);
  assert.deepEqual(attestationOf(seen, [], "a", true), { standing: null, asks: true, by: "Kim Lee, PT", plan: { discipline: "PT", until: "2026-08-31" } });
  for (const [covers, others, next] of [
    ["line", null, null],
    ["visit", "Kim Lee, PT", null],
    ["plan", "Kim Lee, PT", "Kim Lee, PT"],
  ]) {
    const record = attested(seen, [], decisions, { id: "a", by: "Kim Lee, PT", covers }, at);
    assert.equal(kx.verifyAttestations({ record }).whole, true);
    assert.equal(decisionOf("a", "97110", record).action, "apply", covers);
    assert.equal(attestationOf(seen, record, "a", true).standing.by, "Kim Lee, PT");
    assert.equal(attestationOf(seen, record, "b", true).standing?.by ?? null, others, covers);
    assert.equal(attestationOf({ ...seen, date: "2026-07-08" }, record, "a", true).standing?.by ?? null, next, covers);
  }
  const both = attested(seen, [], decisions, { id: "a", by: "Kim Lee, PT", covers: "line", lines: ["a", "b"] }, at);
  assert.deepEqual(
    both.map(({ kind, scope }) => [kind, scope.line]),
    [
      ["asked", "a"],
      ["answered", "a"],
      ["asked", "b"],
      ["answered", "b"],
    ],
  );
  assert.equal(
    leftOff({ ...seen, clinician: "" }, both, decisions.get("a"), { id: "a", modifiers: ["GP"], reason: "Not skilled that day", because: "not-needed" }, at),
    both,
  );
  const off = leftOff(seen, both, decisions.get("a"), { id: "a", modifiers: ["GP"], reason: "Not skilled that day", because: "not-needed" }, at);
  assert.equal(attestationOf(seen, off, "a", true).standing.answer, "leave-kx-off");
  assert.equal(leftOff(seen, both, decisions.get("a"), { id: "a", modifiers: ["GP"], reason: "", because: null }, at), both);
  assert.deepEqual(historyOf(seen, { id: "a", by: "Kim Lee, PT", covers: "visit" }, at), {
    at,
    kind: "attested",
    line: "a",
    visit: "2026-07-01",
    by: "Kim Lee, PT",
    covers: "visit",
  });
});

test("a line that carries KX is not given it twice", async () => {
  const { begun, on, ready, shown } = await documented("lines.ts");
  await ready;
  const visit = on.added({ code: "97110" })(begun);
  const [{ id }] = visit.lines;
  const twice = on.applied({ id })(on.applied({ id })(visit));
  assert.equal(twice.lines[0].modifiers, "GP KX");
  assert.equal(shown(twice).rows[0].decision.action, "keep");
});
