// `kx-modifier/testing` on the packed tarball, in jsdom, where a host's own unit tests run: each search finds its thing in each widget, each
// error says what is there, and the recorded decisions are the rules'.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { computeAccessibleName, getRole } from "dom-accessibility-api";
import { JSDOM } from "jsdom";

const requireThere = createRequire(join(process.env.KX_CONSUMER, "index.js"));
const there = (entry) => import(pathToFileURL(requireThere.resolve(entry)).href);

// Before there is a page: a server imports it, too.
const kx = await there("kx-modifier/testing");
const { fixtures } = kx;
const { window } = new JSDOM("<!doctype html><body></body>", { pretendToBeVisual: true, url: "http://host.test/" });
const { document } = window;
for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) globalThis[name] = window[name];
Object.assign(globalThis, {
  window,
  document,
  Event: window.Event,
  CustomEvent: window.CustomEvent,
  EventTarget: window.EventTarget,
  KeyboardEvent: window.KeyboardEvent,
});

before(() => there("kx-modifier/widgets/define"));

async function place(html, set = {}) {
  document.body.innerHTML = html;
  Object.assign(document.body.firstElementChild, set);
  await kx.settled();
  return document.body.firstElementChild;
}

const shown = (id, code, fixture, more = {}) => ({
  id,
  code,
  description: "",
  modifiers: (fixture.request.line.modifiers ?? []).join(" "),
  units: "1",
  allowed: "31.40",
  expected: null,
  kxDeclined: fixture.request.line.kxDeclined ?? null,
  decision: fixture.decision,
  ...more,
});
const twoLines = () => [shown("a", "97110", fixtures.autoApplyOff), shown("b", "97140", fixtures.blockedByGa)];
const messageOf = (act) => {
  try {
    act();
  } catch ({ message }) {
    return message;
  }
  return null;
};

test("each recorded decision is what the rules say (`node scripts/fixtures.mjs` records them anew)", async () => {
  const { default: init, decide } = await there("kx-modifier");
  await init();
  for (const [name, { request, decision }] of Object.entries(fixtures)) assert.deepEqual(decision, decide(request), name);
  const states = Object.fromEntries(Object.entries(fixtures).map(([name, { decision }]) => [name, decision.state]));
  assert.deepEqual(states, {
    overThreshold: "added",
    autoApplyOff: "check",
    belowThreshold: "not-needed",
    crossingLine: "check",
    blockedByGa: "blocked",
    withoutPlanOfCareModifier: "added",
    kxTooEarly: "check",
    medicareAdvantage: "not-needed",
    unknownUsage: "check",
    declined: "declined",
  });
});

test("no test can change a fixture for another one", () => {
  const { request, decision } = fixtures.overThreshold;
  assert.throws(() => request.line.modifiers.push("KX"), TypeError);
  assert.throws(() => {
    decision.action = "none";
  }, TypeError);
  assert.throws(() => {
    fixtures.overThreshold = null;
  }, TypeError);
});

for (const widget of ["treatment", "flowsheet"]) {
  test(`lines, chips and notices of kx-${widget}`, async () => {
    const lines = twoLines().map((line) => ({
      ...line,
      intervention: { name: `Intervention ${line.code}`, choices: [{ code: line.code, description: "" }] },
      done: true,
    }));
    const element = await place(`<kx-${widget}></kx-${widget}>`, { lines });
    assert.deepEqual(
      kx.queryAllLines(document).map(({ dataset }) => [dataset.line, dataset.code]),
      [
        ["a", "97110"],
        ["b", "97140"],
      ],
    );
    const line = kx.getLine(element, { code: "97140" });
    assert.equal(kx.getLine(element, { id: "b" }), line);
    assert.equal(kx.getChip(line).line, "b");
    assert.equal(kx.getChip(element, { code: "97140", id: "b" }), kx.getChip(line));
    assert.equal(kx.queryChip(element, { code: "97112" }), null);
    assert.equal(kx.queryLine(element, { id: "c" }), null);
    assert.deepEqual(
      kx.noticesOf(line).map(({ code, severity }) => [code, severity]),
      [["opposing-modifier", "error"]],
    );
    assert.equal(kx.noticesOf(line)[0].message, fixtures.blockedByGa.decision.notices[0].message);
    assert.equal(kx.getNotice(element, { code: "opposing-modifier", severity: "error", message: /can't be billed together/ }).localName, "li");
    assert.match(kx.textOf(line), /GA, GZ or GY with KX on 97140 Remove GA from 97140/);
  });

  test(`kx-${widget}: what is pressed and typed is heard by the host`, async () => {
    const heard = [];
    const element = await place(`<kx-${widget}></kx-${widget}>`, { lines: twoLines() });
    for (const name of ["kx-applied", "kx-line-changed", "kx-line-removed"]) element.addEventListener(name, ({ detail }) => heard.push([name, detail]));
    const line = kx.getLine(element, { code: "97110" });
    await kx.press(kx.getByShadowRole(line, "button", { name: "Add KX to 97110" }));
    await kx.fill(kx.getByShadowRole(line, "textbox", { name: "Modifiers for 97110" }), "GP CQ");
    await kx.fill(kx.getByShadowRole(line, "textbox", { name: /^Allowed/ }), "41.20");
    await kx.press(kx.getByShadowRole(line, "button", { name: /^Remove line/ }));
    assert.deepEqual(heard, [
      ["kx-applied", { id: "a" }],
      ["kx-line-changed", { id: "a", change: { modifiers: "GP CQ" } }],
      ["kx-line-changed", { id: "a", change: { allowed: "41.20" } }],
      ["kx-line-removed", { id: "a" }],
    ]);
  });
}

test("a chip alone: by its code, its id, or as the only one; what it says and asks", async () => {
  const { request, decision } = fixtures.declined;
  const chip = await place('<kx-chip line="a" code="97110"></kx-chip>', { decision, declined: request.line.kxDeclined });
  for (const found of [kx.getChip(document), kx.getChip(chip), kx.getChip(document, { code: "97110" }), kx.getChip(document, { id: "a" })])
    assert.equal(found, chip);
  assert.match(kx.textOf(chip), /Medicare is not primary/);
  await kx.press(kx.getByShadowRole(chip, "button", { name: /^Change reason/ }));
  assert.equal(kx.nameOf(kx.getByShadowRole(chip, "dialog")), "Why no KX on 97110?");
});

test("what stands behind Why? is found once it is open, or on demand", async () => {
  const chip = await place('<kx-chip line="a" code="97110"></kx-chip>', { decision: fixtures.crossingLine.decision });
  assert.deepEqual(kx.noticesOf(chip), []);
  assert.deepEqual(
    kx.noticesOf(chip, { hidden: true }).map(({ code, severity }) => [code, severity]),
    [["near-threshold", "info"]],
  );
  await kx.press(kx.getByShadowRole(chip, "button", { name: "Why? 97110" }));
  assert.equal(kx.noticesOf(chip).length, 1);
});

test("balances of kx-threshold: before the visit and after its lines, slim, without an amount, and alerts", async () => {
  const { thresholds } = fixtures.crossingLine.decision;
  const card = await place("<kx-threshold></kx-threshold>", {
    display: { ...fixtures.overThreshold.decision.thresholds["PT/SLP"], before: thresholds["PT/SLP"] },
  });
  const { before, ...shown } = kx.balanceOf(document, { serviceType: "PT/SLP" });
  assert.deepEqual(shown, { label: "-$10.00 Medicare Threshold Remaining (PT/SLP)", status: "Threshold reached" });
  assert.match(before, /^Before this visit: .*\$12\.00/);
  assert.equal(kx.queryBalance(document, { serviceType: "OT" }), null);
  card.slim = true;
  await kx.settled();
  assert.deepEqual(kx.balanceOf(document, { slim: true }), { label: "PT/SLP over by $10.00", status: "Threshold reached", before: null });
  assert.equal(kx.queryBalance(document, { slim: false }), null);
  await place("<kx-threshold></kx-threshold>", { missing: { serviceType: "OT", year: 2031 } });
  assert.deepEqual(kx.balanceOf(document, { serviceType: "OT" }), { label: "OT threshold remaining: not known", status: null, before: null });
  assert.deepEqual(
    kx.noticesOf(document).map(({ code, severity }) => [code, severity]),
    [[null, "error"]],
  );
});

test("what is typed into kx-threshold, and what it then says", async () => {
  const heard = [];
  const card = await place("<kx-threshold></kx-threshold>", { display: fixtures.belowThreshold.decision.thresholds["PT/SLP"] });
  card.addEventListener("kx-usage-changed", ({ detail }) => heard.push(detail));
  const field = kx.getByShadowRole(card, "textbox", { name: /\(PT\/SLP\)$/ });
  await kx.fill(field, "12,5");
  assert.deepEqual(heard, []);
  assert.match(kx.textOf(kx.getByShadowRole(card, "alert")), /^Enter an amount/);
  await kx.fill(field, "1,200.50");
  assert.deepEqual(heard, [{ serviceType: "PT/SLP", amount: "1200.50" }]);
});

test("patients and balances of kx-worklist", async () => {
  const { thresholds } = fixtures.overThreshold.decision;
  const item = { kind: "reached", severity: "warning", serviceType: "PT/SLP", line: null, due: null, message: "Reached.", nextStep: "Plan." };
  const row = { thresholds, items: [item], error: null };
  const list = await place("<kx-worklist></kx-worklist>", {
    rows: [
      { ...row, id: "p1", name: "Ana Ruiz" },
      { ...row, id: "p2", name: "Bo Chen" },
    ],
  });
  assert.deepEqual(
    kx.queryAllPatients(list).map(({ dataset }) => dataset.patient),
    ["p1", "p2"],
  );
  const patient = kx.getPatient(list, { name: "Bo Chen" });
  assert.equal(patient, kx.getPatient(list, { id: "p2" }));
  assert.deepEqual(kx.balanceOf(patient, { serviceType: "PT/SLP" }), { label: "PT/SLP over by $10.00", status: null, before: null });
  assert.match(
    messageOf(() => kx.getPatient(list, { name: "Cy" })),
    /^No patient with name "Cy" in <kx-worklist>\. There are 2:\n {2}"Ana Ruiz" \(id "p1"\)\n {2}"Bo Chen" \(id "p2"\)$/,
  );
});

test("lines and findings of kx-account", async () => {
  const line = { date: "2026-03-05", allowed: "31.40", serviceType: "PT/SLP", standing: "reached", before: "-10.00", after: "-41.40", modifiers: ["GP"] };
  const account = await place("<kx-account></kx-account>", {
    lines: [
      { ...line, id: "a", code: "97110", kx: "missing", findings: [{ code: "missing-kx", severity: "error", message: "KX missing." }] },
      { ...line, id: "b", code: "97140", kx: "correct" },
    ],
  });
  assert.deepEqual(kx.noticesOf(kx.getLine(account, { code: "97110" })), [{ code: "missing-kx", severity: "error", message: "KX missing." }]);
  // It opens on its exceptions.
  await kx.press(kx.getByShadowRole(account, "button", { name: "All lines (2)" }));
  assert.deepEqual(kx.noticesOf(kx.getLine(account, { id: "b" })), []);
});

test("kx-combobox: a text is typed, and one of the list is chosen", async () => {
  const heard = [];
  const box = await place('<kx-combobox label="Code"></kx-combobox>', {
    options: [
      { value: "97110", detail: "exercise" },
      { value: "97140", detail: "manual therapy" },
    ],
  });
  box.addEventListener("kx-picked", ({ detail }) => heard.push(detail.value));
  await kx.fill(kx.getByShadowRole(box, "combobox", { name: "Code" }), "97");
  assert.equal(kx.queryAllByShadowRole(box, "option").length, 2);
  await kx.press(kx.getByShadowRole(box, "option", { name: "97140 manual therapy" }));
  assert.deepEqual(heard, ["97140"]);
});

test("a list is chosen from by its words or its value", async () => {
  const heard = [];
  const flowsheet = await place("<kx-flowsheet></kx-flowsheet>", {
    lines: [
      shown("a", "97110", fixtures.belowThreshold, {
        intervention: {
          name: "Gait",
          choices: [
            { code: "97110", description: "exercise" },
            { code: "97116", description: "gait" },
          ],
        },
      }),
    ],
  });
  flowsheet.addEventListener("kx-line-changed", ({ detail }) => heard.push(detail.change));
  const list = kx.getByShadowRole(flowsheet, "combobox", { name: /Gait$/ });
  await kx.fill(list, "97116 gait");
  await kx.fill(list, "97110");
  await kx.press(kx.getByShadowRole(flowsheet, "checkbox"));
  assert.deepEqual(heard, [{ code: "97116" }, { code: "97110" }, { done: true }]);
  await assert.rejects(kx.fill(list, "97112"), /^Error: the combobox ".*Gait" has no "97112"\. It has: "Choose.*", "97110 exercise", "97116 gait"$/);
  await assert.rejects(kx.fill(kx.getByShadowRole(flowsheet, "checkbox"), "yes"), /the checkbox "Done Gait" is no field to write in: press it$/);
});

test("widgets under tags of the host's own, and in shadow roots of its own", async () => {
  const { defineWidgets } = await there("kx-modifier/widgets");
  defineWidgets({ chip: "acme-chip", treatment: "acme-treatment" });
  document.body.innerHTML = "<div></div>";
  const root = document.body.firstElementChild.attachShadow({ mode: "open" });
  root.innerHTML = "<acme-treatment></acme-treatment>";
  root.firstElementChild.lines = twoLines();
  await kx.settled();
  assert.equal(kx.getLine(document, { id: "a" }).localName, "tbody");
  assert.equal(kx.getChip(root, { id: "b" }).code, "97140");
  assert.equal(kx.shadowRoots(document)[1], root);
  assert.match(
    messageOf(() => kx.getChip(root, { id: "c" })),
    /^No chip with id "c" in the shadow root of <div>\. There are 2:/,
  );
});

test("what a person does not meet is not found: a page that is put away", async () => {
  const place_ = await place("<div hidden><kx-treatment></kx-treatment></div>");
  place_.firstElementChild.lines = twoLines();
  await kx.settled();
  assert.deepEqual([kx.queryAllLines(document), kx.queryAllChips(document)], [[], []]);
  assert.equal(kx.queryAllLines(document, { hidden: true }).length, 2);
  assert.equal(
    messageOf(() => kx.getLine(document, { code: "97110" })),
    'No line with code "97110" in the document. There are 2, hidden: pass `hidden: true` if that is meant.',
  );
});

test("an error says what is there", async () => {
  const treatment = await place("<kx-treatment></kx-treatment>", { lines: twoLines() });
  const cases = [
    [
      () => kx.getChip(treatment, { code: "97112" }),
      'No chip with code "97112" in <kx-treatment>. There are 2:\n  97110 (id "a"): check\n  97140 (id "b"): blocked',
    ],
    [
      () => kx.getChip(document),
      '2 chips in the document, and one was asked for. Narrow the container or the filter:\n  97110 (id "a"): check\n  97140 (id "b"): blocked',
    ],
    [
      () => kx.queryLine(treatment),
      '2 lines in <kx-treatment>, and one was asked for. Narrow the container or the filter:\n  97110 (id "a")\n  97140 (id "b")',
    ],
    [
      () => kx.getLine(treatment, { code: "97110", id: "b" }),
      'No line with code "97110" and id "b" in <kx-treatment>. There are 2:\n  97110 (id "a")\n  97140 (id "b")',
    ],
    [() => kx.getBalance(document, { serviceType: "OT" }), 'No balance with serviceType "OT" in the document. There is none.'],
    [
      () => kx.getNotice(treatment, { message: /expired/ }),
      `No notice with message /expired/ in <kx-treatment>. There is 1:\n  error opposing-modifier: ${JSON.stringify(fixtures.blockedByGa.decision.notices[0].message)}`,
    ],
    [
      () => kx.getByShadowRole(kx.getChip(treatment, { id: "a" }), "button", { name: "Add KX" }),
      'No element with name "Add KX" and role "button" in <kx-chip>. There are 3:\n  button "Add KX to 97110" in <kx-chip>\n  button "Leave KX off 97110" in <kx-chip>\n  button "Why? 97110" in <kx-chip>',
    ],
    [() => kx.getByShadowRole(treatment, "slider"), 'No element with role "slider" in <kx-treatment>. There is none.'],
    [() => kx.getChip(null), "the first argument says where to look: a document, an element or a shadow root"],
    [() => kx.getChip(treatment, { cod: "97110" }), "a chip is not looked for by `cod`: use code, id, hidden"],
  ];
  for (const [act, message] of cases) assert.equal(messageOf(act), message);
});

test("an error says why nothing is there: not registered, or not drawn", async () => {
  document.body.innerHTML = "<kx-chips></kx-chips>";
  assert.equal(
    messageOf(() => kx.getChip(document)),
    'No chip in the document. <kx-chips> is not registered: import "kx-modifier/widgets/define" first.',
  );
  const treatment = await place("<kx-treatment></kx-treatment>");
  treatment.lines = twoLines();
  assert.equal(
    messageOf(() => kx.getLine(treatment)),
    "No line in <kx-treatment>. <kx-treatment> has not drawn yet: `await settled()` first, or use the `find` form.",
  );
  assert.equal((await kx.findLine(treatment, { id: "b" })).dataset.code, "97140");
});

test("the find form waits for a host that answers later, whatever the clocks say", async ({ mock }) => {
  mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] });
  const treatment = await place("<kx-treatment></kx-treatment>");
  const found = kx.findChip(treatment, { code: "97140" });
  await kx.settled();
  treatment.lines = twoLines();
  assert.equal((await found).line, "b");
  await assert.rejects(kx.findChip(treatment, { code: "97112" }, { timeout: 50 }), /^Error: No chip with code "97112"/);
  await assert.rejects(kx.findChip(treatment, { cod: "97112" }), TypeError);
  await assert.rejects(kx.findByShadowRole(treatment, "slider", {}, { timeout: 0 }), /There is none\.$/);
});

test("what a person could not do is refused", async () => {
  const treatment = await place("<kx-treatment disabled></kx-treatment>", { lines: twoLines() });
  const add = kx.getByShadowRole(treatment, "button", { name: "Add KX to 97110" });
  const modifiers = kx.getByShadowRole(treatment, "textbox", { name: "Modifiers for 97110" });
  await assert.rejects(kx.press(add), /^Error: the button "Add KX to 97110" is disabled$/);
  await assert.rejects(kx.fill(modifiers, "GP"), /^Error: the textbox "Modifiers for 97110" is disabled$/);
  Object.assign(treatment, { disabled: false, readonly: true });
  await kx.settled();
  await assert.rejects(kx.fill(modifiers, "GP"), /is read only$/);
  treatment.hidden = true;
  await assert.rejects(kx.press(add), /is hidden$/);
  treatment.remove();
  await assert.rejects(kx.press(add), /is no longer on the page: find it again$/);
});

test("drawing without an end is told", async () => {
  const element = await place("<div></div>");
  Object.assign(element, { isUpdatePending: true, updateComplete: Promise.resolve() });
  await assert.rejects(kx.settled(), /^Error: still drawing after 50 rounds: <div>/);
  document.body.innerHTML = "";
});

test("roles and names are those of the specification", async () => {
  const page = await place("<main></main>");
  page.innerHTML =
    "<kx-treatment></kx-treatment><kx-flowsheet></kx-flowsheet><kx-threshold></kx-threshold><kx-eligibility></kx-eligibility><kx-documentation></kx-documentation><kx-traits></kx-traits><kx-import></kx-import><kx-rules></kx-rules><kx-worklist></kx-worklist><kx-auto-apply></kx-auto-apply><kx-chip></kx-chip>";
  const lines = twoLines().map((line) => ({ ...line, intervention: { name: "Gait", choices: [{ code: line.code, description: "gait" }] } }));
  for (const name of ["kx-treatment", "kx-flowsheet"]) page.querySelector(name).lines = lines;
  page.querySelector("kx-threshold").display = fixtures.overThreshold.decision.thresholds["PT/SLP"];
  Object.assign(page.querySelector("kx-chip"), { code: "97110", decision: fixtures.crossingLine.decision });
  await kx.settled();
  for (const name of ["kx-eligibility", "kx-documentation", "kx-import", "kx-rules"]) {
    for (const toggle of kx.queryAllByShadowRole(page.querySelector(name), "button").filter((button) => button.getAttribute("aria-expanded") === "false"))
      await kx.press(toggle);
  }
  const seen = new Map();
  for (const role of ["button", "textbox", "combobox", "checkbox", "switch", "radio", "heading", "link", "dialog", "region", "table", "group", "tooltip"]) {
    for (const element of kx.queryAllByShadowRole(page, role)) {
      seen.set(role, (seen.get(role) ?? 0) + 1);
      const isDate = element.localName === "input" && element.type === "date";
      if (!isDate && element.type !== "file") assert.equal(getRole(element), role, element.outerHTML);
      assert.equal(kx.nameOf(element), computeAccessibleName(element).replace(/\s+/g, " "), element.outerHTML);
    }
  }
  for (const role of ["button", "textbox", "combobox", "checkbox", "switch", "heading", "region", "table"]) assert.ok(seen.get(role) > 0, role);
});
