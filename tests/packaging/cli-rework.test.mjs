// rework: denied lines of many patients, one a line, as a person types it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { kx } from "./command.mjs";

const answers = (text) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const lines = (...values) => values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join("\n");
const patient = (modifiers, more = {}) => ({
  denied: [
    {
      id: "7",
      date: "2026-07-01",
      serviceType: "PT/SLP",
      allowed: "0.00",
      code: "97110",
      modifiers,
      claim: "C7",
      denied: true,
      reasons: ["CO-119"],
    },
  ],
  billed: [{ id: "b", date: "2026-02-02", code: "97110", modifiers: ["GP"], allowed: "2500.00" }],
  decided: "2026-10-12",
  ...more,
});

test("an answer a line, and status 1 where KX can still be requested", () => {
  const { status, stdout, stderr } = kx(["rework"], lines({ patient: "A", ...patient(["GP"]) }, patient(["GP", "KX"])));
  assert.deepEqual([status, stderr], [1, ""]);
  assert.deepEqual(
    answers(stdout).map(({ patient: whose, denials: [denial] }) => [whose, denial.verdict, denial.channel, denial.lastDay, denial.text]),
    [
      ["A", "kx-missing", "reopening", "2027-10-12", null],
      [undefined, "has-kx", null, null, null],
    ],
  );
  assert.equal(kx(["rework"], lines(patient(["GP", "KX"]))).status, 0);
});

test("a bad patient is answered in place, with its line", () => {
  const { status, stdout, stderr } = kx(["rework"], lines(patient(["GP"]), patient(["GP"], { attested: ["9"] })));
  assert.equal(status, 2);
  assert.deepEqual(
    answers(stdout).map((one) => one.error?.code ?? one.denials[0].verdict),
    ["kx-missing", "unknown-id"],
  );
  assert.match(stderr, /^kx-modifier: standard input:2: unknown-id at attested\[0\]: no denied line has the id `9`; /);
});

test("--table has the request that was attested to", () => {
  const { stdout } = kx(["rework", "--table"], lines({ patient: "Ana Ruiz", ...patient(["GP"], { attested: ["7"] }) }));
  assert.match(stdout, /^patient {3}claim {2}line {2}code {3}denied because {2}remaining {2}through {5}appeal by {3}what to do\n/);
  assert.match(stdout, /Ana Ruiz {2}C7 {5}7 {5}97110 {2}kx-missing {9}-20\.00 {2}2027-10-12 {2}2027-02-09 {2}97110, Jul 1, 2026\. Denied with CARC 119\./);
  assert.match(stdout, /Reopening request: add modifier KX/);
});
