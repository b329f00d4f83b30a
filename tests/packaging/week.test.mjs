// A week of a made-up clinic, as worked out by hand (tests/spec/week_*.csv): by the functions of the package, and by the command line.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { MOMENTS, expectedOf, patients, requestsOf, seen } from "../week/week.mjs";
import { consumer, kx as command } from "./command.mjs";

const kx = await import(pathToFileURL(join(consumer, "node_modules", "kx-modifier", "dist", "index.js")));
await kx.default();

const UNKNOWN = "unknown-year";

/** The requests of all patients at a moment, each with what is expected of its claims. */
const asked = (moment) =>
  patients.flatMap((patient) =>
    requestsOf(kx, patient, moment).map((request) => ({
      patient: patient.name,
      request,
      expected: request.claims.map(({ id }) => patient.claims.find(({ claim }) => claim === id)).map((claim) => expectedOf(claim, moment)),
    })),
  );

for (const moment of MOMENTS) {
  test(`the week as ${moment}, by the functions`, () => {
    for (const { patient, request, expected } of asked(moment)) {
      if (expected[0].status === UNKNOWN) {
        assert.throws(() => kx.holdClaims(request), { code: UNKNOWN }, patient);
        continue;
      }
      assert.deepEqual(kx.holdClaims(request).claims.map(seen), expected, patient);
    }
  });

  test(`the week as ${moment}, by the command line`, () => {
    const all = asked(moment);
    const { status, stdout } = command(["hold"], all.map(({ patient, request }) => JSON.stringify({ patient, ...request })).join("\n"));
    // The year that has no amount is named in its place; the other patients are answered.
    assert.equal(status, 2);
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.equal(answers.length, all.length);
    for (const [place, { patient, expected }] of all.entries()) {
      const answer = answers[place];
      if (expected[0].status === UNKNOWN) assert.equal(answer.error.code, UNKNOWN, patient);
      else assert.deepEqual([answer.patient, answer.claims.map(seen)], [patient, expected]);
    }
    const known = all.filter(({ expected }) => expected[0].status !== UNKNOWN);
    const alone = command(["hold"], known.map(({ request }) => JSON.stringify(request)).join("\n"));
    assert.equal(alone.status, moment === "released" ? 0 : 1);
  });
}

test("the record of each patient is whole", () => {
  for (const patient of patients) {
    const [{ attestations: record = [] }] = requestsOf(kx, patient, "answered");
    const head = record.at(-1)?.hash;
    assert.deepEqual(kx.verifyAttestations({ record, ...(head && { head }) }), { whole: true, head: head ?? null, findings: [] }, patient.name);
  }
});
