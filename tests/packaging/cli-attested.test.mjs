// The commands about the record of attestations and about the decision support itself.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { consumer, decision, file, kx } from "./command.mjs";

const {
  default: init,
  askAttestation,
  answerAttestation,
  decide,
} = await import(pathToFileURL(join(consumer, "node_modules", "kx-modifier", "dist", "index.js")).href);
await init();

const scope = { patient: "p", discipline: "PT", year: 2026, line: "a" };
const asked = askAttestation({ record: [], at: "2026-07-01T09:00:00-04:00", scope, decision: decide(decision()) });
const answered = answerAttestation({
  record: [asked],
  at: "2026-07-01T09:01:00-04:00",
  asked: asked.hash,
  by: "Kim Lee, PT",
  role: "therapist",
  answer: "leave-kx-off",
  reason: '=not "necessary", yet',
});
const record = [asked, answered];

test("feedback gives a row for each answer, as JSON, lines, CSV and a table", () => {
  const name = file("record.json", record);
  const row = { intervention: `kx-modifier ${asked.shown.rules}`, action: "leave-kx-off", feedback: answered.reason, user: "Kim Lee, PT", date: answered.at };
  const json = kx(["feedback", "--location", "Main Street", name]);
  assert.deepEqual([json.status, json.stderr, JSON.parse(json.stdout)], [0, "", [{ ...row, location: "Main Street" }]]);
  assert.deepEqual(JSON.parse(kx(["feedback", "--ndjson", name]).stdout), { ...row, location: null });
  const [heads, cells] = kx(["feedback", "--csv", name]).stdout.split("\r\n");
  assert.equal(heads, "intervention,action,feedback,user,date,location");
  assert.equal(cells, `${row.intervention},leave-kx-off,"'=not ""necessary"", yet","Kim Lee, PT",${answered.at},`);
  assert.match(kx(["feedback", "--table", "-"], JSON.stringify(record)).stdout, /^intervention +action +feedback/);
});

test("a record that is not whole is a finding, and one that is no record is named with its place", () => {
  const broken = kx(["feedback", file("broken.json", [asked, { ...answered, by: "Jo" }])]);
  assert.deepEqual([broken.status, JSON.parse(broken.stdout)[0].user], [1, "Jo"]);
  assert.match(broken.stderr, /broken\.json: Entry 2 was changed after it was recorded\./);
  const wrong = kx(["feedback", file("wrong.json", [{ ...asked, at: "today" }])]);
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /wrong\.json: date-invalid at record\[0\]\.at/);
  assert.match(kx(["feedback"]).stderr, /feedback needs a file name/);
});

test("of several files each row names its own", () => {
  const [one, two] = [file("one.json", record), file("two.json", record)];
  const several = JSON.parse(kx(["feedback", one, two]).stdout);
  assert.deepEqual(
    several.map(({ file: name }) => name),
    ["one.json", "two.json"],
  );
  assert.match(kx(["feedback", "--csv", one, two]).stdout, /^file,intervention,/);
  assert.match(kx(["feedback", "--help"]).stdout, /an array, one row per answer/);
});

test("about tells the thirteen source attributes", () => {
  const json = kx(["about"]);
  const rows = JSON.parse(json.stdout);
  assert.deepEqual([json.status, rows.length, rows[0].id, rows[12].id], [0, 13, "citation", "health-status"]);
  assert.match(kx(["about", "--csv"]).stdout, /^id,label,value\r\ncitation,Citation,"42 USC/);
  assert.match(kx(["about", "--table"]).stdout, /\nrace +Use of race +Not used\n/);
  assert.match(kx(["about", "x.json"]).stderr, /about reads no file/);
  assert.equal(kx(["about", "--csv", "--json"]).status, 2);
  assert.match(kx(["--help"]).stdout, /^ {2}feedback FILE…[\s\S]*^ {2}about/m);
});

test("the help of both says what the status means", () => {
  for (const command of ["feedback", "about"]) assert.match(kx([command, "--help"]).stdout, /--csv[\s\S]*Exit status: 0 .*; 1 .*;\n2 /);
});
