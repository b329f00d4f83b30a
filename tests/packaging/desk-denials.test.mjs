// After a denial, and before a reviewer, at a desk: what is the core's stays the core's, answers are recorded, and what is said of a letter is kept.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { chart } from "./charts.mjs";

const dist = join(process.env.KX_CONSUMER, "node_modules", "kx-modifier", "dist");
const kx = await import(pathToFileURL(join(dist, "index.js")));
const visit = await import(pathToFileURL(join(dist, "visit", "index.js")));
const { Desk, listen, show } = await import(pathToFileURL(join(dist, "desk", "index.js")));
await Promise.all([kx.default(), visit.default()]);

const DENIED = {
  id: "7",
  claim: "a-june",
  date: "2026-06-20",
  posted: "2026-06-29",
  code: "97110",
  modifiers: ["GP"],
  serviceType: "PT/SLP",
  allowed: "0.00",
  denied: true,
  reasons: ["CO-119"],
};
const letter = {
  review: { id: "r-1", contractor: "NGS", kind: "MAC", controlNumber: "26-4471", dated: "2026-06-10" },
  lines: [{ id: "7", date: "2026-06-20", code: "97110", modifiers: ["GP"] }],
  documents: [{ id: "o", kind: "order", day: "2026-05-01", pages: 1, author: "Dr. Jo Park" }],
  checklist: "ngs",
};
const { used: _, ...rest } = chart("a");
const over = {
  ...rest,
  clinic: "North",
  billed: [
    { id: "1", claim: "a-february", date: "2026-02-02", posted: "2026-02-12", code: "97110", modifiers: ["GP"], allowed: "2500.00" },
    { id: "7", claim: "a-june", date: "2026-06-20", code: "97110", modifiers: ["GP"], allowed: "31.40" },
  ],
  entries: [
    { id: "1", claim: "a-february", date: "2026-02-02", posted: "2026-02-12", code: "97110", modifiers: ["GP"], serviceType: "PT/SLP", allowed: "2500.00" },
    DENIED,
  ],
  reviews: [letter],
};
const practice = {
  charts: [over],
  others: [chart("b", "100.00")],
  today: "2026-07-01",
  fees: {},
  feesSource: "test",
  interventions: [],
  templates: [],
  appointmentTypes: [],
};

function desk(functions = kx, kept = { patient: "a", autoApplyKx: false, visits: {} }, of = practice) {
  const seen = [];
  let moments = 0;
  const one = new Desk(functions, of, kept, {
    keep: async (data) => {
      seen.push(data);
      return true;
    },
    say: () => undefined,
    changed: () => undefined,
    now: () => `2026-07-01T10:00:${String(moments++).padStart(2, "0")}-04:00`,
  });
  const events = new EventTarget();
  listen(one, events);
  return { desk: one, seen, send: (name, detail) => events.dispatchEvent(Object.assign(new Event(name), { detail })) };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

test("what is due: the record's dates from the visit on, letters and denied lines from today", () => {
  const { desk: one, send } = desk();
  assert.deepEqual(
    one.dates.map(({ kind, id, day }) => [kind, id, day]),
    [
      ["review", "r-1", "2026-07-25"],
      ["appeal", "7", "2026-10-27"],
      ["correction", "7", "2027-06-29"],
    ],
  );
  send("kx-documentation-changed", { field: "certifiedThrough", value: "2026-07-08" });
  assert.equal(one.dates[0]?.kind, "recertification");
  assert.equal(one.left(one.dates[0]), "7 days left");
  const text = one.calendar();
  assert.equal(text.match(/BEGIN:VEVENT/g).length, 4);
  assert.ok(!text.includes("SUMMARY:a"));
});

test("what is overdue is named before what is due later, whatever it is of", () => {
  const { desk: one, send } = desk();
  send("kx-documentation-changed", { field: "treatmentDaysSinceProgressReport", value: 12 });
  assert.deepEqual(
    one.dates.slice(0, 2).map(({ kind, status }) => [kind, status]),
    [
      ["progress-report", "overdue"],
      ["review", "later"],
    ],
  );
});

test("an amount that other providers used counts against denied lines of its own year alone", () => {
  const asked = (asOf) => {
    const at = { ...over, otherUsed: { "PT/SLP": "100.00" }, asOf };
    const requests = [];
    const watched = {
      ...kx,
      reworkDenials(request) {
        requests.push(request);
        return kx.reworkDenials(request);
      },
    };
    assert.ok(desk(watched, undefined, { ...practice, charts: [at] }).desk.dates.some(({ kind }) => kind === "appeal"));
    return requests[0].otherUsed;
  };
  assert.deepEqual(asked("2026-06-01"), { 2026: { "PT/SLP": "100.00" } });
  assert.deepEqual(asked("2025-12-01"), { 2025: { "PT/SLP": "100.00" } });
});

test("a clinician's answer about a denied line is recorded on its day, and only then is there a request", async () => {
  const { desk: one, seen, send } = desk();
  send("kx-denial-attested", { id: "8", by: "Kim Lee, PT" });
  assert.equal(one.visit.attestations.length, 0);
  send("kx-denial-attested", { id: "7", by: "Kim Lee, PT" });
  await settled();
  const [asked, answered] = seen.at(-1).visits.a.attestations;
  assert.deepEqual(asked.scope, { patient: "a", discipline: "PT", year: 2026, line: "7", visit: "2026-06-20" });
  assert.equal(asked.shown.action, "suggest");
  assert.equal(answered.by, "Kim Lee, PT");
  assert.ok(one.history.chain.whole);
});

test("the worklist has denied lines and letters that are due; what is at stake is added up", async () => {
  const { desk: one } = desk();
  await one.lookThroughPatients();
  const row = one.worklist.rows.find(({ id }) => id === "a");
  const kinds = row.items.map(({ kind }) => kind);
  assert.ok(kinds.includes("denied"));
  assert.ok(!kinds.includes("missing-kx"));
  assert.equal(row.atStake.denied, "31.40");
  // The line of February went over the threshold.
  assert.deepEqual(one.worklist.stake.rows[0], { clinic: "North", therapist: "T", onHold: "0.00", denied: "31.40", atRisk: "2500.00" });
  assert.equal(one.worklist.stake.total.denied, "31.40");
  await one.lookThroughClaims();
  assert.equal(one.claims.stake.total.denied, "0.00");
});

test("what is said of a letter is kept: nothing to send of an item, sent, and not after all", async () => {
  const { desk: one, seen, send } = desk();
  const statusOf = (id) => one.packet().sections.find((section) => section.id === id).status;
  assert.equal(statusOf("diagnostic-tests"), "check");
  send("kx-review-item-marked", { review: "r-1", item: "diagnostic-tests", notApplicable: true });
  assert.equal(statusOf("diagnostic-tests"), "not-applicable");
  send("kx-review-sent", { review: "r-1", sent: { on: "2026-07-01", how: "esmd" } });
  await settled();
  assert.deepEqual(seen.at(-1).reviews, { a: { "r-1": { notApplicable: ["diagnostic-tests"], sent: { on: "2026-07-01", how: "esmd" } } } });
  assert.equal(one.packet().due.status, "done");
  assert.ok(!one.dates.some(({ kind, status }) => kind === "review" && status !== "done"));
  send("kx-review-sent", { review: "r-1", sent: null });
  send("kx-review-item-marked", { review: "r-1", item: "diagnostic-tests", notApplicable: false });
  assert.equal(statusOf("diagnostic-tests"), "check");
  assert.notEqual(one.packet().due.status, "done");
  assert.equal(one.packet("none such").due.id, "r-1");
});

test("a smaller module shows no packet, no dates and no denied lines", async () => {
  const { desk: one } = desk(visit);
  assert.equal(one.can.reviews, false);
  assert.deepEqual([one.dates, one.calendar, one.packet()], [[], null, null]);
  const element = { constructor: { widget: "review-packet" }, hidden: false, hasAttribute: () => false, getAttribute: () => null };
  show(one, { querySelectorAll: () => [element] });
  assert.equal(element.hidden, true);
});

test("a clinician leaves KX off a denied line: recorded with the reason, nothing to request, and the worklist asks nobody", async () => {
  const { desk: one, seen, send } = desk();
  send("kx-denial-left-off", { id: "7", by: "Kim Lee, PT", reason: "Documentation is incomplete" });
  await settled();
  const [asked, answered] = seen.at(-1).visits.a.attestations;
  assert.equal(asked.scope.line, "7");
  assert.deepEqual([answered.answer, answered.by, answered.reason], ["leave-kx-off", "Kim Lee, PT", "Documentation is incomplete"]);
  assert.deepEqual(
    one.dates.map(({ kind, id }) => [kind, id]),
    [
      ["review", "r-1"],
      ["appeal", "7"],
    ],
  );
  await one.lookThroughPatients();
  const denied = () => one.worklist.rows.find(({ id }) => id === "a").items.find(({ kind }) => kind === "denied");
  assert.deepEqual([denied().severity, denied().due], ["info", "2026-10-27"]);
  assert.equal(one.worklist.rows.find(({ id }) => id === "a").atStake.denied, "31.40");
  // A changed mind is a new answer.
  send("kx-denial-attested", { id: "7", by: "Kim Lee, PT" });
  await one.lookThroughPatients();
  assert.deepEqual([denied().severity, denied().due], ["error", "2027-06-29"]);
  assert.match(denied().nextStep, /^A clinician attested to KX\./);
});

test("a denied line that a later remittance paid waits no longer", async () => {
  const paid = { ...DENIED, id: "8", posted: "2026-06-30", modifiers: ["GP", "KX"], allowed: "31.40", denied: false, reasons: ["CO-45"] };
  const reopened = { ...practice, charts: [{ ...over, reviews: [], entries: [...over.entries, paid] }] };
  const one = new Desk(
    kx,
    reopened,
    { patient: "a", autoApplyKx: false, visits: {} },
    { keep: async () => true, say: () => undefined, changed: () => undefined },
  );
  assert.deepEqual(one.dates, []);
  await one.lookThroughPatients();
  const row = one.worklist.rows.find(({ id }) => id === "a");
  assert.deepEqual([row.atStake.denied, row.items.filter(({ kind }) => kind === "denied")], ["0.00", []]);
});

test("of a patient with totals alone a denied line runs behind them, and the account says what is on file", async () => {
  const { billed: _, entries: __, ...without } = over;
  const totals = { ...without, reviews: [], billed: [], used: { "PT/SLP": "2400.00" }, otherUsed: { "PT/SLP": "100.00" } };
  const file = [
    "ISA*00*          *00*          *ZZ*S              *ZZ*R              *260629*1200*^*00501*000000001*0*P*:",
    "GS*HP*S*R*20260629*1200*1*X*005010X221A1",
    "ST*835*0001",
    "BPR*I*0*C*NON************20260629",
    "TRN*1*T*1",
    "CLP*a-june*4*80*0*0*MB*I1*11*1",
    "NM1*QC*1*A*A****MI*M1",
    "SVC*HC:97110:GP*80*0**1",
    "DTM*472*20260620",
    "CAS*CO*119*80",
    "SE*9*0001",
    "GE*1*1",
    "IEA*1*000000001",
  ].map((segment) => `${segment}~`);
  const known = { ...practice, charts: [{ ...totals, memberId: "M1" }] };
  const one = new Desk(kx, known, { patient: "a", autoApplyKx: false, visits: {} }, { keep: async () => true, say: () => undefined, changed: () => undefined });
  const { onFile, lines } = one.account;
  assert.deepEqual(lines, []);
  assert.deepEqual(
    [onFile.asOf, ...onFile.thresholds.map(({ serviceType, used, otherUsed, remaining }) => [serviceType, used, otherUsed, remaining])],
    ["2026-07-01", ["PT/SLP", "2400.00", "100.00", "-20.00"]],
  );
  await one.imports.read([{ name: "denied.835", text: async () => file.join("") }]);
  const [denial] = one.files.files[0].read.denials;
  assert.deepEqual([denial.verdict, denial.remaining], ["kx-missing", "-20.00"]);
  one.acceptImport("1");
  assert.equal(one.account.totals[0].remaining, "-20.00");
  await one.lookThroughPatients();
  assert.equal(one.worklist.rows[0].items.find(({ kind }) => kind === "denied").severity, "error");
});
