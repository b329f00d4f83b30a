// hold: claims of many patients, one a line, as a person types it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { kx } from "./command.mjs";

const lines = (...values) => values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join("\n");
const answers = (text) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

const patient = (used, more = {}) => ({
  claims: [{ id: "C1", lines: [{ id: "1", date: "2026-07-01", code: "97110", modifiers: ["GP"], allowed: "31.40" }] }],
  renderingProvider: { discipline: "PT" },
  coverage: { program: "medicare-part-b" },
  usage: { used: { "PT/SLP": used } },
  ...more,
});

test("an answer a line, and status 1 where a claim is on hold", () => {
  const { status, stdout, stderr } = kx(["hold"], lines({ patient: "A", ...patient("100.00") }, { patient: "B", ...patient("2500.00") }, patient("100.00")));
  assert.deepEqual([status, stderr], [1, ""]);
  assert.deepEqual(
    answers(stdout).map((one) => [one.patient, one.claims[0].status, one.claims[0].reasons.map(({ code }) => code)]),
    [
      ["A", "release", []],
      ["B", "hold", ["suggestion"]],
      [undefined, "release", []],
    ],
  );
  const free = kx(["hold"], lines(patient("100.00"), patient("100.00")));
  assert.deepEqual([free.status, answers(free.stdout).length], [0, 2]);
  const released = patient("2500.00", { released: [{ line: "1", by: "Kim Lee", reason: "record checked" }] });
  assert.equal(kx(["hold"], JSON.stringify(released)).status, 0);
});

test("a bad patient is answered in place, with its line", () => {
  const bad = patient("100.00", { released: [{ line: "9", by: "Kim Lee", reason: "record checked" }] });
  const { status, stdout, stderr } = kx(["hold"], lines(patient("2500.00"), { patient: "Ana Ruiz", ...bad }, '{"claims":', { patient: 7, ...patient("1.00") }));
  assert.equal(status, 2);
  assert.deepEqual(
    answers(stdout).map((one) => one.error?.code ?? one.claims[0].status),
    ["hold", "unknown-id", "wrong-type", "wrong-type"],
  );
  assert.equal(answers(stdout)[3].error.path, "patient");
  const nobody = kx(["hold"], lines({ patient: null, ...patient("2500.00") }));
  assert.deepEqual([nobody.status, Object.keys(JSON.parse(nobody.stdout))], [1, Object.keys(JSON.parse(kx(["hold"], lines(patient("2500.00"))).stdout))]);
  assert.equal(answers(stdout)[1].patient, "Ana Ruiz");
  assert.match(stderr, /^kx-modifier: standard input:2: unknown-id at released\[0\]\.line: no line has the id `9`; /);
});

test("--table says why, who answers and what to do", () => {
  const two = [
    { id: "C1", lines: [{ id: "1", date: "2026-07-01", code: "97110", modifiers: ["GP"], allowed: "31.40" }] },
    { id: "C2", lines: [{ id: "2", date: "2026-07-02", code: "97140", modifiers: ["GP", "KX"], allowed: "28.00" }] },
  ];
  const { status, stdout } = kx(["hold", "--table"], lines({ patient: "Ana Ruiz", ...patient("2500.00", { claims: two }) }, patient("100.00")));
  assert.equal(status, 1);
  assert.equal(
    stdout,
    `\
patient   claim  status   expected  line  why
Ana Ruiz  C1     hold        31.40  1     error, therapist: 97110, Jul 1, 2026. Check KX: PT/SLP is $20.00 over the threshold before this line, but Auto-Apply KX Modifier is off.
                                          Add KX, or leave KX off, before the claim goes out.
Ana Ruiz  C2     release     28.00
2         C1     release     31.40
`,
  );
});
