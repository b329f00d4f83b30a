// A month of a made-up clinic, as worked out by hand (tests/spec/month_*.csv): by the functions of the package, and by the command line.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import {
  auditOf,
  claims,
  datesRequest,
  denials,
  expectedDates,
  expectedDenials,
  expectedLeft,
  expectedStake,
  files,
  holdRequest,
  left,
  letterOf,
  patients,
  recordOf,
  remainingIn,
  reworkOf,
  seenDates,
  seenDenials,
  seenLeft,
  seenStake,
  TODAY,
  usagesOf,
  worklistPatient,
} from "../month/month.mjs";
import { consumer, file as written, kx as command } from "./command.mjs";

const kx = await import(pathToFileURL(join(consumer, "node_modules", "kx-modifier", "dist", "index.js")));
await kx.default();

const usages = new Map(patients.map((patient) => [patient.id, usagesOf(kx, patient)]));
const last = (id) => [...usages.get(id).values()].at(-1);
const answersOf = (text) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const asked = (requests) => requests.map((request) => JSON.stringify(request)).join("\n");

test("what each file holds, by the functions and by the command line", () => {
  for (const { name, kind, rows, text } of files) {
    const read = kind === "835" ? kx.readRemittance835(text) : kx.readEligibility271(text);
    assert.deepEqual(read.skipped ?? read.unread, [], name);
    const seen =
      kind === "835"
        ? read.entries.map(({ claim, allowed, denied, posted }) => [claim, `${allowed}${denied ? " denied" : ""}`, posted])
        : read.amounts.map(({ serviceType, kind: what, amount, patient }) => [patient.memberId, serviceType, what, amount]);
    const expected =
      kind === "835"
        ? rows.map(({ claim, entry, day }) => [claim, entry, day])
        : rows.map(({ patient, bucket, remaining }) => [patients.find(({ id }) => id === patient).member, bucket, "remaining", remaining]);
    assert.deepEqual(seen, expected, name);
    const { status, stdout } = command([`read-${kind}`, written(name, text)]);
    const { file: _, ...told } = JSON.parse(stdout);
    assert.deepEqual([status, told], [0, read], name);
  }
});

test("what remains behind each file", () => {
  for (const { file, rows } of files)
    for (const { patient, situation, "PT/SLP": ptSlp, OT } of rows)
      assert.deepEqual(remainingIn(kx, usages.get(patient).get(file)), { "PT/SLP": ptSlp, OT }, `${file} ${patient}: ${situation}`);
});

test("each denied line behind its file, by the functions and by the command line", () => {
  const moments = denials.map((row) => {
    const patient = patients.find(({ id }) => id === row.patient);
    return { row, request: reworkOf(patient, usages.get(patient.id).get(row.after), row.answer ? [row] : []) };
  });
  for (const { row, request } of moments)
    assert.deepEqual(seenDenials(kx.reworkDenials(request)), expectedDenials([row]), `${row.after} ${row.patient}: ${row.situation}`);
  const { status, stdout } = command(["rework"], asked(moments.map(({ row, request }) => ({ patient: row.patient, ...request }))));
  assert.equal(status, 1);
  assert.deepEqual(
    answersOf(stdout).map((answer) => [answer.patient, seenDenials(answer)]),
    moments.map(({ row }) => [row.patient, expectedDenials([row])]),
  );
});

test("a PT's answer for the plan of care is none for a denied line of speech therapy", () => {
  const cora = patients.find(({ id }) => id === "cora");
  const record = recordOf(kx, cora);
  const scope = { patient: "cora", year: 2026, line: "cora-1.1", visit: "2026-10-05", planOfCare: "cora PT" };
  assert.equal(kx.standingAttestation({ record, scope: { ...scope, discipline: "PT" }, on: "2026-10-05" }).answer, "add-kx");
  assert.equal(kx.standingAttestation({ record, scope: { ...scope, discipline: "SLP" }, on: "2026-10-05" }), null);
});

test("what is left at the month's end, by the functions and by the command line", () => {
  const requests = patients.map(({ id }) => auditOf(last(id)));
  for (const [place, { id }] of patients.entries()) assert.deepEqual(seenLeft(kx.audit(requests[place]).totals), expectedLeft(id), id);
  assert.equal(left.length, patients.length);
  assert.deepEqual(
    answersOf(command(["audit"], asked(requests)).stdout).map(({ totals }) => seenLeft(totals)),
    patients.map(({ id }) => expectedLeft(id)),
  );
});

test("what is due at the month's end, and the calendar of it", () => {
  for (const patient of patients) {
    const { dates } = kx.dueDates(datesRequest(kx, patient, last(patient.id)));
    assert.deepEqual(seenDates(dates, last(patient.id).entries), expectedDates(patient.id), patient.id);
    const text = kx.toCalendar({ dates, at: "2026-10-30T09:00:00-04:00", key: patient.id });
    assert.equal(text.split("BEGIN:VEVENT").length - 1, dates.length, patient.id);
  }
  const fay = patients.find(({ id }) => id === "fay");
  const packet = kx.reviewPacket({ date: TODAY, beneficiary: { name: fay.name, memberId: fay.member }, ...letterOf(fay) });
  const [review] = expectedDates("fay").filter(({ kind }) => kind === "review");
  assert.deepEqual([packet.due.day, packet.due.daysLeft], [review.day, review.daysLeft]);
});

test("claims that have not gone out, by the functions and by the command line", () => {
  const requests = patients.flatMap((patient) => {
    const request = holdRequest(kx, patient, last(patient.id));
    return request ? [request] : [];
  });
  const seen = (answer) =>
    answer.claims.map(({ id, status, amount, reasons }) => [id, status, amount, reasons.map(({ line, code }) => `${line}:${code}`).join(" ")]);
  const expected = claims.map(({ claim, status, amount, reasons }) => [[claim, status, amount, reasons]]);
  const answers = requests.map((request) => kx.holdClaims(request));
  assert.deepEqual(answers.map(seen), expected);
  assert.deepEqual(answersOf(command(["hold"], asked(requests)).stdout).map(seen), expected);
  const { rows, total } = kx.totalAtStake({
    rows: answers.flatMap(({ claims: all }) => all.map(({ atStake, clinic, therapist }) => ({ atStake, clinic, therapist }))),
  });
  assert.deepEqual(seenStake({ rows, total }), expectedStake("claims"));
});

test("what is at stake at the month's end, by clinic and therapist", () => {
  const waiting = kx.worklist(patients.map((patient) => worklistPatient(kx, patient, last(patient.id))));
  assert.deepEqual(
    waiting.map(({ error }) => error),
    patients.map(() => null),
  );
  const { rows, total } = kx.totalAtStake({ rows: waiting.map(({ atStake, clinic, therapist }) => ({ atStake, clinic, therapist })) });
  assert.deepEqual(seenStake({ rows, total }), expectedStake("worklist"));
  // A line that KX was left off asks nobody any more, and the reopened one is gone.
  const items = new Map(waiting.map(({ id, items: all }) => [id, all.filter(({ kind }) => kind === "denied").map(({ severity }) => severity)]));
  assert.deepEqual([items.get("cora"), items.get("ana"), items.get("eli")], [["info"], [], ["error"]]);
});
