// The claims of docs/frameworks.md as they stand there: held, released by a word, and a record whose end is known.
import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { transform } from "esbuild";
import { root } from "../../scripts/lib/run.mjs";
import { snippetsOf } from "../../scripts/lib/snippets.mjs";

const consumer = process.env.KX_CONSUMER;
const kx = await import(pathToFileURL(join(consumer, "node_modules", "kx-modifier", "dist", "index.js")));
await kx.default();

async function documented() {
  const { text } = snippetsOf(readFileSync(join(root, "docs", "frameworks.md"), "utf8")).find(({ name }) => name === "claims.ts");
  const { code } = await transform(text, { loader: "ts", format: "esm" });
  const file = join(consumer, "documented-claims.mjs");
  writeFileSync(file, code);
  try {
    return await import(pathToFileURL(file));
  } finally {
    rmSync(file);
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
  const { about, chainOf, changed, rowsOf } = await documented();
  const [row] = rowsOf(patient());
  assert.deepEqual([row.claim.status, row.since, row.error], ["hold", "2026-07-02", null]);
  const word = { line: "1", by: "Sam Lee", reason: "record checked", codes: ["suggestion"] };
  const at = "2026-07-02T09:00:00-04:00";
  const [released] = changed([patient()], { action: "released", claims: [{ id: "p", claim: "C1", released: [word] }] }, at, "Sam Lee");
  assert.equal(rowsOf(released)[0].claim.status, "release");
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
