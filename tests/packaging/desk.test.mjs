// The desk from the tarball, without a browser: what is entered is tried on the rules, kept by the host, and refused with reasons.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { chart } from "./charts.mjs";

const dist = join(process.env.KX_CONSUMER, "node_modules", "kx-modifier", "dist");
const kx = await import(pathToFileURL(join(dist, "index.js")));
const { Desk, listen, show } = await import(pathToFileURL(join(dist, "desk", "index.js")));
await kx.default();

const practice = {
  charts: [chart("a", "2480.00"), chart("b", "100.00")],
  others: Array.from({ length: 250 }, (_, place) => chart(`other-${place}`, place % 2 ? "2500.00" : "0.00")),
  fees: { 97110: { full: "30.00", reduced: "20.00" } },
  feesSource: "test",
  interventions: [],
  templates: [{ id: "t", name: "Note", questions: [{ id: "q", label: "Q", traits: [{ name: "Need", prompt: "Say why.", onlyIfMedicareReached: true }] }] }],
  appointmentTypes: [{ id: "f", name: "Follow-up", templates: ["t"] }],
};

/** What the entry of a visit alone exports. */
const VISIT = [
  "init",
  "initSync",
  "KxError",
  "versions",
  "decide",
  "decideAll",
  "thresholds",
  "decideAppointment",
  "openAppointment",
  "traitsToEvaluate",
  "documentationChecklist",
  "projectCrossing",
  "describeProjection",
  "therapyCodes",
  "useWording",
  "useRules",
];
const visitOnly = Object.fromEntries(VISIT.flatMap((name) => (name in kx ? [[name, kx[name]]] : [])));

function desk(kept = { patient: "a", autoApplyKx: true, visits: {} }, wording, functions = kx, own = practice) {
  const seen = { kept: [], said: [], changes: 0 };
  const host = {
    keep: async (data) => {
      seen.kept.push(data);
      return true;
    },
    say: (text) => {
      seen.said.push(text);
    },
    changed: () => {
      seen.changes += 1;
    },
    ...(wording && { wording }),
  };
  const made = new Desk(functions, own, structuredClone(kept), host);
  const root = new EventTarget();
  const end = listen(made, root);
  const send = (name, detail) => root.dispatchEvent(Object.assign(new Event(name), { detail }));
  return { desk: made, seen, send, end, root };
}

test("what a host could not keep is told, also where it rejects", async () => {
  const thrown = () => {
    throw new Error("full");
  };
  for (const keep of [async () => false, () => false, async () => Promise.reject(new Error("500")), thrown]) {
    const stored = [];
    const one = new Desk(kx, practice, { patient: "a", autoApplyKx: true, visits: {} }, { keep, say() {}, changed: () => stored.push(one.stored) });
    await one.set({ autoApplyKx: false });
    assert.equal(stored.at(-1), "no");
  }
});

test("what a host cancels before it comes to the desk is left, and the host's words stand at the field", () => {
  const { desk: own, root, end } = desk();
  const send = (name, detail) => root.dispatchEvent(Object.assign(new Event(name, { cancelable: true }), { detail }));
  send("kx-line-added", { code: "97110" });
  const [{ id, units }] = own.lines("treatment");
  // Here no element is above another: who listens first hears first.
  end();
  root.addEventListener("kx-line-changed", (event) => event.preventDefault());
  listen(own, root);
  send("kx-line-changed", { id, change: { units: "9" } });
  assert.equal(own.lines("treatment")[0].units, units);
  own.refusals.set(`units ${id}`, { text: "9", message: "At most 8 units.", help: "Enter 8 or fewer." });
  own.refresh();
  assert.equal(own.lines("treatment")[0].refused.units.message, "At most 8 units.");
});

test("a line is decided, kept, and said; what the rules refuse changes nothing", async () => {
  const { desk: own, seen, send } = desk();
  send("kx-line-added", { code: " 97110 " });
  const [line] = own.lines("treatment");
  assert.deepEqual([line.code, line.modifiers, line.decision.action, line.expected], ["97110", "GP", "apply", "30.00"]);
  assert.match(seen.said.join(" "), /97110: KX added/);
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual([own.stored, seen.kept.at(-1).visits.a.lines.length], ["yes", 1]);

  send("kx-line-changed", { id: line.id, change: { allowed: "12.345" } });
  assert.equal(own.lines("treatment")[0].refused.allowed.text, "12.345");
  assert.equal(own.visit.lines[0].allowed, "");
  send("kx-line-added", { code: "nope!" });
  assert.equal(own.lines("treatment").length, 1);
  assert.ok(own.refusals.get("code").help);
});

test("where a change has nothing to say, nothing is said", async () => {
  const { desk: own, seen, send } = desk({ patient: "b", autoApplyKx: true, visits: {} });
  send("kx-line-added", { code: "97110" });
  const [{ id }] = own.lines("treatment");
  send("kx-line-changed", { id, change: { units: "2" } });
  send("kx-documentation-changed", { field: "treatmentDaysSinceProgressReport", value: 3 });
  await own.set({ autoApplyKx: false });
  send("kx-line-removed", { id });
  assert.equal(seen.said.includes(""), false, JSON.stringify(seen.said));
});

test("no more is expected than the practice charges for a line, and codes are those of the day", () => {
  const { desk: own, send } = desk(undefined, undefined, kx, { ...practice, chargeOf: ({ units }) => (units === 2 ? "45.00" : undefined) });
  send("kx-line-added", { code: "97110" });
  const [{ id, expected }] = own.lines("treatment");
  assert.equal(expected, "30.00");
  send("kx-line-changed", { id, change: { units: "2" } });
  assert.equal(own.lines("treatment")[0].expected, "45.00");
  const offered = own.codes.map(({ code }) => code);
  assert.equal(offered.includes("98979"), own.chart.date >= "2026-01-01");
  assert.equal(own.codes, own.codes);
});

test("KX is left off with a reason, and comes back; each patient has their own visit", () => {
  const { desk: own, send, end } = desk();
  send("kx-line-added", { code: "97110" });
  const { id } = own.lines("treatment")[0];
  send("kx-removed", { id, reason: "balance wrong", because: "balance" });
  assert.deepEqual([own.lines("treatment")[0].decision.action, own.visit.lines[0].kxDeclined], ["none", "balance wrong"]);
  send("kx-restored", { id, undone: "removed" });
  assert.equal(own.lines("treatment")[0].decision.action, "apply");
  own.openChart("b");
  assert.equal(own.lines("treatment").length, 0);
  own.openChart("a");
  assert.equal(own.lines("treatment").length, 1);
  end();
  send("kx-line-removed", { id });
  assert.equal(own.lines("treatment").length, 1, "after the end nothing is listened to");
});

test("prompts of a template are evaluated where Medicare has been reached", async () => {
  const { desk: own, send } = desk();
  assert.deepEqual(
    own.evaluation.evaluate.map(({ name }) => name),
    ["Need"],
  );
  own.openChart("b");
  assert.match(own.evaluation.skipped[0].reason, /remains/);
  send("kx-appointment-type-changed", { id: "f", template: "t", on: false });
  assert.deepEqual([own.evaluation.evaluate, own.evaluation.skipped], [[], []]);
  assert.equal(own.appointmentTypes[0].templates.length, 0);
});

test("many patients are looked through in portions, and a later look ends an earlier one", async () => {
  const { desk: own, seen } = desk();
  const before = seen.changes;
  await Promise.all([own.lookThroughPatients(), own.lookThroughPatients()]);
  assert.equal(own.worklist.rows.length, 252);
  assert.equal(own.worklist.progress, null);
  assert.ok(seen.changes - before >= 3);
  assert.equal(own.worklist.rows.filter(({ items }) => items.some(({ kind }) => kind === "reached")).length, 126);
});

test("what was made of a worklist's items is kept by patient and given back; a patient without a balance has the reason", async () => {
  const booked = [
    { date: "2026-07-15", time: "10:00", serviceType: "PT/SLP", allowed: "60.00" },
    { date: "2026-07-08", time: "09:30", serviceType: "PT/SLP", allowed: "60.00" },
  ];
  const last = { ...chart("old", "100.00"), asOf: "2025-12-30" };
  const billed = [{ id: "x", date: "2026-01-05", code: "97110", modifiers: ["GP", "KX"], allowed: "10.00" }];
  const own = {
    ...practice,
    charts: [
      { ...chart("a", "2480.00"), booked },
      { ...last, billed },
    ],
    others: [],
  };
  const { desk: one, seen, send } = desk(undefined, undefined, kx, own);
  await one.lookThroughPatients();
  const [first, second] = one.worklist.rows;
  assert.deepEqual([first.nextVisit, first.therapist, first.items[0].due], [{ date: "2026-07-08", time: "09:30" }, "T", "2026-07-08"]);
  assert.equal(first.notKnown, undefined);
  assert.match(second.notKnown, /another calendar year/);
  assert.equal(second.items[0].kind, "early-kx");
  const { kind, line, serviceType, due } = first.items[0];
  const handling = { assignedTo: "B", done: [{ kind, line, serviceType, due }], snoozed: [] };
  send("kx-worklist-changed", { action: "done", patients: [{ id: "a", handling }] });
  assert.deepEqual([one.worklist.rows[0].handling, one.worklist.rows[1].handling], [handling, undefined]);
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(seen.kept.at(-1).handled, { a: handling });
  await one.lookThroughPatients();
  assert.deepEqual(one.worklist.rows[0].handling, handling);
});

test("an amount used elsewhere counts in an account in the year that it is of", () => {
  const billed = [{ id: "x", date: "2025-11-05", code: "97110", modifiers: ["GP"], allowed: "2400.00" }];
  const last = { ...chart("old", "0.00"), asOf: "2025-12-30", otherUsed: { "PT/SLP": "50.00" }, billed };
  const { desk: own, send } = desk({ patient: "old", autoApplyKx: false, visits: {} }, undefined, kx, { ...practice, charts: [last], others: [] });
  const of2025 = () => own.account.totals.filter(({ year }) => year === 2025).map(({ otherUsed, remaining }) => [otherUsed, remaining]);
  assert.deepEqual(of2025(), [["50.00", "-40.00"]]);
  // Entered at a visit of 2026, it says nothing of the year that the totals are of.
  send("kx-usage-changed", { serviceType: "PT/SLP", amount: "300.00" });
  assert.deepEqual(of2025(), [[null, "10.00"]]);
});

test("the next visit of a patient may be the visit of the day", async () => {
  const booked = [{ date: "2026-07-08", time: "09:30", serviceType: "PT/SLP", allowed: "60.00" }];
  const ofDay = { ...chart("a", "2480.00"), time: "10:00", booked };
  const nextOn = async (today) => {
    const { desk: one } = desk(undefined, undefined, kx, { ...practice, today, charts: [ofDay], others: [] });
    await one.lookThroughPatients();
    return one.worklist.rows[0].nextVisit;
  };
  assert.deepEqual(await nextOn(ofDay.date), { date: ofDay.date, time: "10:00" });
  assert.deepEqual(await nextOn("2026-07-02"), booked.map(({ date, time }) => ({ date, time }))[0]);
  assert.equal(await nextOn("2026-07-09"), null, "what is over is not next");
});

test("a visit that is over is nothing to decide on: the worklist is given what is booked from today on", async () => {
  const booked = ["2026-07-08", "2026-07-20"].map((date) => ({ date, serviceType: "PT/SLP", allowed: "400.00" }));
  const nearOn = async (today) => {
    const { desk: one } = desk(undefined, undefined, kx, { ...practice, today, charts: [{ ...chart("a", "2300.00"), booked }], others: [] });
    await one.lookThroughPatients();
    return one.worklist.rows[0].items.find(({ kind }) => kind === "near");
  };
  assert.equal((await nearOn("2026-07-02")).due, "2026-07-08");
  const later = await nearOn("2026-07-14");
  assert.deepEqual([later.due, later.message.includes("Jul 20, 2026")], ["2026-07-20", true]);
  const none = await nearOn("2026-07-21");
  assert.deepEqual([none.due, none.message.includes("expected to cross")], [null, false]);
  assert.match(none.message, / in 2026\./);
});

test("patients that are looked at again stay in the list as they were seen last", async () => {
  const { desk: own } = desk();
  await own.lookThroughPatients();
  const again = own.lookThroughPatients();
  assert.deepEqual([own.worklist.rows.length, own.worklist.progress], [252, { done: 100, total: 252 }]);
  await again;
  assert.deepEqual([own.worklist.rows.length, own.worklist.progress], [252, null]);
});

test("an answer to a prompt is kept with the visit, and empty text takes it back", async () => {
  const { desk: own, seen, send } = desk();
  const given = { name: "Need", prompt: "Say why.", answer: "Unsafe alone." };
  send("kx-prompt-answered", given);
  assert.deepEqual(own.visit.answers, [given]);
  send("kx-prompt-answered", { ...given, answer: "Unsafe on stairs." });
  assert.deepEqual(
    own.visit.answers.map(({ answer }) => answer),
    ["Unsafe on stairs."],
  );
  await new Promise((resolve) => setTimeout(resolve));
  assert.equal(seen.kept.at(-1).visits.a.answers.length, 1);
  own.openChart("b");
  assert.deepEqual(own.visit.answers, []);
  own.openChart("a");
  send("kx-prompt-answered", { ...given, answer: "" });
  assert.deepEqual(own.visit.answers, []);
});

test("the schedule has the booked visits too, those that are over left out", () => {
  const booked = ["2026-06-30", "2026-07-02", "2026-07-08"].map((date) => ({ date, time: "09:30", serviceType: "OT", allowed: "60.00" }));
  const practice = {
    charts: [{ ...chart("a", "100.00"), booked }],
    today: "2026-07-02",
    fees: {},
    feesSource: "",
    interventions: [],
    templates: [],
    appointmentTypes: [],
  };
  const one = new Desk(kx, practice, { patient: "a", autoApplyKx: false, visits: {} }, { keep: async () => true, changed: () => {}, say: () => {} });
  assert.deepEqual(
    one.schedule.filter((visit) => visit.booked !== null).map(({ date, time, booked, standing }) => [date, time, booked, standing]),
    booked.map(({ date }) => [date, "09:30", "OT", null]).filter(([date]) => date >= "2026-07-02" && date !== one.chart.date),
  );
});

test("the schedule says in the core's words how each visit stands", () => {
  const other = { ...chart("c", "0"), coverage: { program: "other", name: "Employer" }, date: "2026-06-30", asOf: "2026-06-30" };
  const own = { ...practice, charts: [{ ...chart("a", "2480.00"), time: "10:00" }, { ...chart("b", "2300.00"), time: "09:00" }, other] };
  const { desk: one, send } = desk({ patient: "a", autoApplyKx: false, visits: {} }, undefined, visitOnly, own);
  send("kx-line-added", { code: "97110" });
  assert.deepEqual(
    one.schedule.map(({ chart: { id }, held, standing: { thresholds, tight, reason } }) => [
      id,
      held,
      thresholds,
      reason ?? tight.map(({ status, afterLines }) => [status, afterLines]),
    ]),
    [
      ["c", 0, "none", "Medicare is not the payer for this encounter, so the threshold does not apply."],
      ["b", 0, "known", [["near", false]]],
      ["a", 1, "known", [["reached", false]]],
    ],
  );
});

test("a visit whose threshold is not known is never below it", () => {
  const charts = [
    { ...chart("later", "0"), date: "2099-01-05", asOf: "2099-01-04" },
    { ...chart("stale", "0"), asOf: "2025-12-30" },
  ];
  const { desk: one, send } = desk({ patient: "later", autoApplyKx: false, visits: {} }, undefined, visitOnly, { ...practice, charts });
  for (const code of ["97110", "99213", "A1234"]) send("kx-line-added", { code });
  assert.deepEqual(
    one.lines("treatment").map(({ held, notChecked, modifiers }) => [held, notChecked?.message, modifiers]),
    [
      [true, "Not checked: the 2099 threshold is missing.", "GP"],
      [false, undefined, ""],
      [false, undefined, ""],
    ],
  );
  const [stale, later] = one.schedule.map(({ standing }) => standing);
  assert.deepEqual([stale.thresholds, stale.totalsFrom, later], ["unknown", "2025-12-30", { thresholds: "missing", year: 2099 }]);
});

test("an older figure of elsewhere makes the account no older", () => {
  const figures = (asOf) => ({ amounts: [{ serviceType: "PT/SLP", kind: "used", amount: "2000.00", from: null, to: null, segment: "EB" }], asOf });
  const imported = (asOf) => ({ id: "import-1", kind: "271", name: "a.271", day: asOf, figures: figures(asOf), summary: "", changes: [] });
  const asOfWith = (day) => desk({ patient: "a", autoApplyKx: false, visits: { a: { imports: [imported(day)], nextImport: 2 } } }).desk.usage.asOf;
  assert.deepEqual([asOfWith("2026-05-19"), asOfWith("2026-07-01")], ["2026-07-01", "2026-07-01"]);
  // The figure keeps its own day, as one that was entered by hand does.
  const billed = [{ id: "1", claim: "c", date: "2026-06-01", code: "97110", modifiers: ["GP"], allowed: "31.40" }];
  const charts = [{ ...chart("a", "0"), used: undefined, entries: billed.map((line) => ({ ...line, serviceType: "PT/SLP" })), billed }];
  const given = desk({ patient: "a", autoApplyKx: false, visits: { a: { imports: [imported("2026-05-19")], nextImport: 2 } } }, undefined, kx, {
    ...practice,
    charts,
  });
  assert.deepEqual(
    given.desk.account.totals.map(({ otherUsedAsOf }) => otherUsedAsOf),
    ["2026-05-19"],
  );
});

test("of two thresholds the one that is known is said, and the other is named as not known", () => {
  const charts = [{ ...chart("stale", "0"), asOf: "2025-12-30" }];
  const { desk: one, send } = desk({ patient: "stale", autoApplyKx: false, visits: {} }, undefined, kx, { ...practice, charts });
  send("kx-eligibility-asked", { serviceType: "PT/SLP", amount: "2450.00", kind: "used", asOf: "2026-06-30" });
  send("kx-eligibility-accepted", { serviceType: "PT/SLP" });
  const [{ standing }] = one.schedule;
  assert.deepEqual(
    [standing.thresholds, standing.tight.map(({ serviceType, status }) => [serviceType, status]), standing.notKnown],
    ["known", [["PT/SLP", "near"]], "OT"],
  );
});

test("what an earlier version kept and is no longer understood is left", () => {
  const { desk: own } = desk({
    patient: "a",
    autoApplyKx: false,
    visits: {
      a: {
        lines: [
          {
            id: "x",
            section: "nowhere",
            code: "97110",
            modifiers: [],
            units: "",
            allowed: "",
            done: false,
            kxDeclined: null,
            hadKx: false,
            intervention: null,
          },
        ],
      },
    },
  });
  assert.equal(own.lines("treatment").length, 0);
});

test("what is of all patients names each of their clinics, and none where they are many", () => {
  const headed = (clinics, rest = {}) => {
    const [first, ...others] = clinics.map((clinic, place) => ({ ...chart(`p${place}`, "0.00"), ...(clinic && { clinic }) }));
    return desk({ patient: "p0", autoApplyKx: true, visits: {} }, undefined, kx, { ...practice, charts: [first], others, ...rest }).desk;
  };
  const ours = ["1234567893"];
  assert.equal(headed([null, null], { location: "North", ours }).practiceLetterhead, "North · NPI 1234567893");
  assert.equal(headed([null, "South", "North", "South"], { location: "North", ours }).practiceLetterhead, "North, South · NPI 1234567893");
  assert.equal(headed([null, "South"]).practiceLetterhead, "South");
  assert.equal(headed(["A", "B", "C"]).practiceLetterhead, "A, B, C");
  assert.equal(headed(["A", "B", "C", "D"], { location: "A", ours }).practiceLetterhead, "NPI 1234567893");
  assert.equal(headed([null, "South"], { location: "North" }).letterhead, "North");
});

test("a desk speaks its host's language", async () => {
  const { default: spanish } = await import(pathToFileURL(join(dist, "labels", "es.js")));
  const { desk: own, seen, send } = desk(undefined, spanish);
  send("kx-line-added", { code: "97110" });
  send("kx-removed", { id: own.lines("treatment")[0].id, reason: "saldo", because: "balance" });
  assert.equal(seen.said.at(-1), "97110: sin KX en la línea.");
  own.startOver();
  assert.equal(seen.said.at(-1), "Visita borrada");
});

test("with the functions of a visit alone a line is decided and refused as ever, and what else there would be is hidden", async () => {
  const { desk: own, seen, send } = desk(undefined, undefined, visitOnly);
  assert.deepEqual(own.can, {
    account: false,
    attestation: false,
    claims: false,
    comparison: false,
    eligibility: false,
    files: false,
    reviews: false,
    rules: true,
    worklist: false,
  });
  send("kx-line-added", { code: "97110" });
  const [line] = own.lines("treatment");
  assert.deepEqual([line.decision.action, line.expected], ["apply", null]);
  send("kx-line-changed", { id: line.id, change: { allowed: "12.345" } });
  assert.equal(own.lines("treatment")[0].refused.allowed.text, "12.345");
  assert.deepEqual(
    own.evaluation.evaluate.map(({ name }) => name),
    ["Need"],
  );

  send("kx-eligibility-asked", { serviceType: "OT", kind: "used", amount: "1.00", asOf: "2026-07-01" });
  send("kx-file-chosen", { files: [{ name: "x.835", text: async () => "ISA" }] });
  send("kx-peer-file-chosen", { file: { name: "peers.json", text: async () => "[]" } });
  await own.lookThroughPatients();
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(
    [own.account, own.comparison.rows, own.comparison.refusal, own.worklist.rows, own.files.files, own.checks.size],
    [{ lines: [], totals: [], onFile: null, day: "2026-07-01" }, [], null, [], [], 0],
  );

  const element = (widget) => {
    class Shown {
      static widget = widget;
      closest = () => null;
      hasAttribute = () => false;
    }
    return new Shown();
  };
  const elements = ["treatment", "threshold", "account", "comparative-billing", "eligibility", "import", "worklist"].map(element);
  show(own, { querySelectorAll: () => elements });
  assert.deepEqual(
    elements.map(({ hidden = false }) => hidden),
    [false, false, true, true, true, true, true],
  );
  assert.equal(elements[0].lines.length, 1);
  const { desk: whole } = desk();
  const again = ["account", "worklist"].map(element);
  show(whole, { querySelectorAll: () => again });
  assert.deepEqual(
    again.map(({ hidden = false }) => hidden),
    [false, false],
  );
  assert.ok(seen.kept.length > 0);
});

test("what was accepted from files is not left out in silence where nothing counts it", () => {
  const one = { id: "1", kind: "835", name: "r.835", day: null, entries: [], summary: "", changes: [] };
  const kept = { patient: "b", autoApplyKx: true, visits: { a: { imports: [one] } } };
  assert.throws(() => desk(kept, undefined, visitOnly), /imported files count only with the functions that read them/);
  assert.doesNotThrow(() => desk(kept));
});

test("a host of a smaller module has none of the larger one in its bundle", async () => {
  const consumer = process.env.KX_CONSUMER;
  const work = mkdtempSync(join(consumer, "host-"));
  try {
    writeFileSync(join(work, "visit.js"), "export const therapyCodes = () => [];\nexport const openAppointment = () => { throw new Error('a stub'); };\n");
    writeFileSync(
      join(work, "host.js"),
      `import * as kx from "./visit.js";\nimport { Desk, listen, show } from "kx-modifier/desk";\nexport const start = (practice, kept, host) => { const desk = new Desk(kx, practice, kept, host); listen(desk, document.body); show(desk, document.body); };\n`,
    );
    const { metafile, outputFiles } = await build({
      absWorkingDir: work,
      entryPoints: ["host.js"],
      bundle: true,
      write: false,
      format: "esm",
      metafile: true,
      logLevel: "silent",
    });
    const taken = Object.keys(metafile.inputs);
    assert.ok(
      taken.some((path) => path.endsWith("kx-modifier/dist/desk/index.js")),
      taken.join(),
    );
    assert.deepEqual(
      taken.filter((path) => /kx-modifier\/dist\/(index|url|kx-modifier)\./.test(path)),
      [],
    );
    const [{ text }] = outputFiles;
    for (const trace of ["WebAssembly", "AGFzbQ", "kx-modifier.wasm", "wasm_bindgen", "not-initialized"]) assert.ok(!text.includes(trace), trace);
    assert.ok(text.length < 156_000, `${text.length} bytes`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});
