// kx-modifier/fhir from the tarball: what is taken, what is left and why, and a claim that only changes where it must.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { checked } from "../contract/checked.mjs";
import * as fhir from "../fhir/resources.mjs";
import { assertR4, medplumSays, pythonSays } from "../fhir/validators.mjs";

const consumer = process.env.KX_CONSUMER;
assert.ok(consumer, "KX_CONSUMER names the project that has the tarball installed: run `node scripts/check/package.mjs`");
const load = (name) => import(pathToFileURL(createRequire(join(consumer, "index.js")).resolve(name)).href);
const kx = checked(await load("kx-modifier"));
const { amountsFromEligibility, applyToClaim, entriesFromExplanationOfBenefit, lineFromClaim } = await load("kx-modifier/fhir");
await kx.default();

const { benefit, bucket, claim, claimItem, eligibility, eob, eobItem, modifier, usd } = fhir;
const amountsOf = (items, more) => amountsFromEligibility(eligibility(items, more));
const entriesOf = (items, more) => entriesFromExplanationOfBenefit(eob(items, more));
/** The one thing that is unread, as "path: reason". */
const left = ({ amounts, entries, unread }) => {
  assert.deepEqual(amounts ?? entries, []);
  assert.equal(unread.length, 1);
  assert.deepEqual(Object.keys(unread[0]), ["path", "reason"]);
  return `${unread[0].path}: ${unread[0].reason}`;
};

test("importing it loads no module, and its errors are the package's KxError, by either entry", () => {
  const program = `
    const instances = [];
    for (const name of ["Module", "Instance", "instantiate", "compile"]) Object.defineProperty(WebAssembly, name, { value: () => instances.push(name) });
    const { lineFromClaim } = await import("kx-modifier/fhir");
    const { toCdsAnswer } = await import("kx-modifier/cds-hooks");
    const entries = [await import("kx-modifier"), await import("kx-modifier/url")];
    for (const refused of [() => lineFromClaim(null, 1), () => toCdsAnswer(null)]) {
      try { refused(); } catch (error) { console.log(entries.every(({ KxError }) => error instanceof KxError), error.name, error.code); }
    }
    console.log(instances.length);`;
  const printed = execFileSync(process.execPath, ["--input-type=module", "-e", program], { cwd: consumer, encoding: "utf8" });
  assert.equal(printed, "true KxError wrong-type\ntrue KxError wrong-type\n0\n");
});

test("the resources of these tests are valid R4, and the validators are no rubber stamp", () => {
  assertR4(
    fhir.patient(),
    fhir.coverage(),
    eligibility([bucket("AE", [benefit(2480, 12.5)])]),
    eob([eobItem(1, ["GP"], 31.4)]),
    claim([claimItem(1, "97110", ["GP"])]),
  );
  const wrong = [
    claim([claimItem(1, "97110", ["GP"], { modifer: [] })]),
    claim([claimItem(1, "97110", [], { modifier: [{ coding: [{ code: 5 }] }] })]),
    claim([], { provider: undefined }),
  ];
  for (const resource of wrong.slice(0, 2)) assert.notEqual(medplumSays(resource), "");
  for (const said of pythonSays(wrong.map((value) => ({ kind: "r4", value: JSON.parse(JSON.stringify(value)) })))) assert.notEqual(said, "");
});

test("eligibility: both buckets, with the benefit's own year and path", () => {
  const { amounts, asOf, unread } = amountsOf([bucket("AE", [benefit(2480, 2100.5)]), bucket("AD", [benefit(2480, 0)]), bucket("AF", [benefit(2480, 7)])]);
  const year = { from: "2026-01-01", to: "2026-12-31" };
  assert.deepEqual(amounts, [
    { serviceType: "PT/SLP", kind: "used", amount: "2100.50", ...year, segment: "insurance[0].item[0].benefit[0]" },
    { serviceType: "OT", kind: "used", amount: "0.00", ...year, segment: "insurance[0].item[1].benefit[0]" },
    { serviceType: "PT/SLP", kind: "used", amount: "7.00", ...year, segment: "insurance[0].item[2].benefit[0]" },
  ]);
  // The day as it is written, also where it is another day in another zone.
  assert.deepEqual([asOf, unread], ["2026-03-10", []]);
  const { otherUsed } = kx.otherUsedFromEligibility({
    date: "2026-03-10",
    asOf,
    amounts: amounts.slice(0, 2),
    entries: [{ date: "2026-02-03", serviceType: "PT/SLP", allowed: "100.50" }],
  });
  assert.deepEqual(otherUsed, { "PT/SLP": "2000.00", OT: "0.00" });
});

test("eligibility: nothing is guessed", () => {
  const one = (more, item = {}, whole = {}) => left(amountsOf([bucket("AE", [benefit(2480, 100, more)], item)], whole));
  const insurance = (more) => ({ insurance: [{ ...eligibility([bucket("AE", [benefit(2480, 100)])]).insurance[0], ...more }] });
  const concept = (code, system = "https://x12.org/codes/service-type-codes") => ({ category: { coding: [{ system, code }] } });
  const said = [
    [one({}, concept("30")), /^insurance\[0\]\.item\[0\]: no service type code AD/],
    [one({}, concept("AE", "https://example.org/codes")), /no service type code AD/],
    [one({}, { category: { coding: [{ code: "AE" }] } }), /no service type code AD/],
    [one({}, { category: undefined }), /no service type code AD/],
    [one({}, { category: { coding: [concept("AE").category.coding[0], concept("AD").category.coding[0]] } }), /item\[0\]\.category: .*both PT\/SLP and OT/],
    [one({}, { category: { coding: "AE" } }), /category\.coding: not a list/],
    [one({}, { excluded: true }), /excluded/],
    [one({}, { benefit: [] }), /item\[0\]: no amount is given/],
    [one({}, { benefit: undefined }), /no amount is given/],
    [one({}, { benefit: [null] }), /benefit\[0\]: not an object/],
    [one({}, { term: { coding: [{ code: "lifetime" }] } }), /is per lifetime,/],
    [one({ type: { coding: [{ code: "copay" }] } }), /benefit\[0\]\.type: .*is copay,/],
    [one({ type: { coding: [{ code: "deductible" }] } }), /is deductible,/],
    [one({ allowedMoney: undefined }), /benefit\[0\]: .*allowed/],
    [one({ usedMoney: undefined }), /benefit\[0\]: .*used/],
    [one({ usedMoney: { value: 1 } }), /benefit\[0\]\.usedMoney: .*the amount has no currency/],
    [one({ usedMoney: { value: 1, currency: "EUR" } }), /is EUR,/],
    [one({ usedMoney: usd(1.005) }), /amount 1\.005 is/],
    [one({ usedMoney: usd(0.1 + 0.2) }), /amount 0\.30000000000000004 is/],
    [one({ usedMoney: usd(1e21) }), /amount 1e\+21 is/],
    [one({ usedMoney: usd(1e-7) }), /amount 1e-7 is/],
    [one({ usedMoney: usd(1e9) }), /amount 1000000000 is/],
    [one({ usedMoney: usd(NaN) }), /amount NaN is/],
    [one({ usedMoney: usd(-5) }), /negative/],
    [one({ usedMoney: usd("5.00") }), /not a number/],
    [one({ usedMoney: 5 }), /usedMoney: not an object/],
    [left(amountsFromEligibility(eligibility([], insurance({ benefitPeriod: undefined })))), /^insurance\[0\]\.benefitPeriod: no benefit period/],
    [left(amountsFromEligibility(eligibility([], insurance({ benefitPeriod: { start: "2025-07-01", end: "2026-06-30" } })))), /more than one calendar year/],
    [left(amountsFromEligibility(eligibility([], insurance({ benefitPeriod: { start: "2026-02-30", end: "2026-12-31" } })))), /the date is not valid/],
    [left(amountsFromEligibility(eligibility([], insurance({ benefitPeriod: { end: "2026-12-31" } })))), /no benefit period/],
    [left(amountsFromEligibility(eligibility([], insurance({ inforce: false })))), /^insurance\[0\]\.inforce: the coverage is not active/],
    [left(amountsFromEligibility(eligibility([], insurance({ item: "x" })))), /^insurance\[0\]\.item: not a list/],
    [left(amountsFromEligibility(eligibility([], { insurance: [7] }))), /^insurance\[0\]: not an object/],
    [one({}, {}, { status: "cancelled" }), /^status: the status is cancelled/],
    [one({}, {}, { status: "draft" }), /status is draft$/],
    [one({}, {}, { outcome: "error" }), /^outcome: .*with error$/],
  ];
  for (const [text, expected] of said) assert.match(text, expected);
});

test("eligibility: what is odd leaves the rest, and odd spellings of the system are the system", () => {
  const { amounts, unread } = amountsOf(
    [
      bucket("30", [benefit(1, 1)]),
      { ...bucket("AE", [benefit(2480, 5), {}]), category: { coding: [{ system: "HTTP://X12.org/codes/service-type-codes/", code: " ae " }] } },
    ],
    { created: "2026" },
  );
  assert.deepEqual(
    amounts.map(({ amount, segment }) => [amount, segment]),
    [["5.00", "insurance[0].item[1].benefit[0]"]],
  );
  assert.deepEqual(
    unread.map(({ path }) => path),
    ["insurance[0].item[0]", "insurance[0].item[1].benefit[1]"],
  );
  assert.equal(amountsOf([], { created: "2026" }).asOf, null);
  const years = amountsFromEligibility(
    eligibility([], { insurance: [{ coverage: {}, benefitPeriod: { start: "2026", end: "2026" }, item: [bucket("AD", [benefit(2480, 5)])] }] }),
  );
  assert.deepEqual([years.amounts[0].from, years.amounts[0].to], ["2026-01-01", "2026-12-31"]);
});

test("explanations of benefit become entries, the same ones when they are read again", () => {
  const given = eob([
    eobItem(1, ["GP", "CQ"], 31.4),
    eobItem(2, ["GO"], 20, { servicedDate: undefined, servicedPeriod: { start: "2026-02-04", end: "2026-02-04" } }),
    eobItem(3, ["gn"], -8.5),
  ]);
  const { entries, unread } = entriesFromExplanationOfBenefit(given);
  const shared = { status: "adjudicated", posted: "2026-02-20", claim: "Claim/77", code: "97110" };
  assert.deepEqual(entries, [
    { id: "eob eob-1 item 1", date: "2026-02-03", serviceType: "PT/SLP", allowed: "31.40", ...shared, modifiers: ["GP", "CQ"] },
    { id: "eob eob-1 item 2", date: "2026-02-04", serviceType: "OT", allowed: "20.00", ...shared, modifiers: ["GO"] },
    { id: "eob eob-1 item 3", date: "2026-02-03", serviceType: "PT/SLP", allowed: "-8.50", ...shared, modifiers: ["GN"] },
  ]);
  assert.deepEqual(unread, []);
  assert.deepEqual(entriesFromExplanationOfBenefit(structuredClone(given)), { entries, unread });
  const used = (list) => kx.thresholds({ date: "2026-03-10", usage: { entries: list } })["PT/SLP"].used;
  assert.equal(used(entries), "22.90");
  assert.equal(used([...entries, ...entriesFromExplanationOfBenefit(given).entries]), "22.90");
});

test("explanations of benefit that are left as a whole are named", () => {
  const typeOfBill = (code) => ({
    supportingInfo: [
      {
        sequence: 1,
        category: { coding: [{ system: "http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBSupportingInfoType", code: "typeofbill" }] },
        code: { coding: [{ system: "https://www.nubc.org/CodeSystem/TypeOfBill", code }] },
      },
    ],
  });
  for (const [more, path, reason] of [
    [{ item: [] }, "item", /no items/],
    [{ item: undefined }, "item", /no items/],
    [typeOfBill("321"), "supportingInfo", /home health/],
    [typeOfBill("0329"), "supportingInfo", /home health/],
    [typeOfBill("0851"), "supportingInfo", /critical access/],
    [typeOfBill("111"), "supportingInfo", /Part A stay/],
  ]) {
    const { entries, unread } = entriesFromExplanationOfBenefit(eob([eobItem(1, ["GP"], 31.4)], more));
    assert.deepEqual([entries.length, unread.length, unread[0]?.path], [0, 1, path]);
    assert.match(unread[0].reason, reason);
  }
  for (const code of ["131", "0341", "0221"])
    assert.equal(entriesFromExplanationOfBenefit(eob([eobItem(1, ["GP"], 31.4)], typeOfBill(code))).entries.length, 1);
  // Test data is given, and named.
  const meta = { security: [{ system: "http://terminology.hl7.org/CodeSystem/v3-ActReason", code: "HTEST" }] };
  const marked = entriesFromExplanationOfBenefit(eob([eobItem(1, ["GP"], 31.4)], { meta }));
  assert.deepEqual([marked.entries.length, marked.unread.map(({ path }) => path)], [1, ["meta.security"]]);
  assert.deepEqual(
    amountsFromEligibility(eligibility([], { meta })).unread.map(({ path }) => path),
    ["meta.security"],
  );
});

test("explanations of benefit: status and outcome", () => {
  const status = (more) => entriesOf([eobItem(1, ["GP"], 31.4)], more).entries.map((entry) => [entry.id, entry.status]);
  assert.deepEqual(status({ status: "cancelled" }), [["eob eob-1 item 1", "void"]]);
  assert.deepEqual(status({ status: "entered-in-error" }), [["eob eob-1 item 1", "void"]]);
  assert.deepEqual(status({ outcome: "queued" }), [["eob eob-1 item 1", "pending"]]);
  assert.deepEqual(status({ outcome: "partial" }), [["eob eob-1 item 1", "pending"]]);
  assert.deepEqual(status({ id: undefined, identifier: [{ value: "  " }, { system: "urn:x", value: "7" }] }), [["eob urn:x|7 item 1", "adjudicated"]]);
  for (const [more, expected] of [
    [{ status: "draft" }, /^status: .*is draft$/],
    [{ outcome: "error" }, /^outcome: .*with error$/],
    [{ use: "preauthorization" }, /^use: .*a preauthorization,/],
    [{ id: undefined }, /^id: no ID or identifier/],
  ])
    assert.match(left(entriesOf([eobItem(1, ["GP"], 31.4)], more)), expected);
  const cancelled = [...entriesOf([eobItem(1, ["GP"], 31.4)]).entries, ...entriesOf([eobItem(1, ["GP"], 31.4)], { status: "cancelled" }).entries];
  assert.equal(kx.thresholds({ date: "2026-03-10", usage: { entries: cancelled } })["PT/SLP"].used, "0.00");
});

test("explanations of benefit: nothing is guessed", () => {
  const one = (more, codes = ["GP"]) => left(entriesOf([eobItem(1, codes, 31.4, more)]));
  const period = (start, end) => one({ servicedDate: undefined, servicedPeriod: { start, end } });
  const adjudication = (value, more = {}) => ({
    category: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/adjudication", code: "eligible" }] },
    amount: usd(value),
    ...more,
  });
  const denied = {
    category: { text: "status" },
    reason: { coding: [{ system: "http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBPayerAdjudicationStatus", code: "denied" }] },
  };
  // X12's reason for a line over the threshold, whatever group it stands in.
  const overThreshold = {
    category: { text: "denial reason" },
    reason: { coding: [{ system: "https://x12.org/codes/claim-adjustment-reason-codes", code: "119" }] },
  };
  const said = [
    [one({ adjudication: [adjudication(1), overThreshold] }), /denied/],
    [one({}, []), /^item\[0\]: the line needs exactly one of GP, GO or GN/],
    [one({}, ["GP", "GO"]), /exactly one of/],
    [one({}, ["GP", "GN"]), /exactly one of/],
    [one({}, ["KX", "59"]), /exactly one of/],
    [one({ modifier: [{ text: "GP" }] }), /item\[0\]\.modifier\[0\]: the modifier has no code/],
    [one({ modifier: {} }), /item\[0\]\.modifier: not a list/],
    [one({ modifier: [modifier("GPX")] }), /the modifier GPX is/],
    [one({ sequence: "1" }), /no sequence/],
    [one({ sequence: 0 }), /no sequence/],
    [one({ productOrService: { text: "exercise" } }), /item\[0\]\.productOrService: no HCPCS code for the service/],
    [one({ productOrService: undefined }), /no HCPCS code/],
    [one({ productOrService: { coding: [{ system: fhir.CPT, code: "9711" }] } }), /: 9711 is not/],
    [
      one({
        productOrService: {
          coding: [
            { system: fhir.CPT, code: "97110" },
            { system: fhir.HCPCS, code: "97112" },
          ],
        },
      }),
      /contradict/,
    ],
    [one({ servicedDate: undefined }), /item\[0\]: no date of service/],
    [one({ servicedDate: "2026-02" }), /servicedDate: the date is not valid/],
    [period("2026-02-03", "2026-02-05"), /more than one day/],
    [period("2026-02-03"), /more than one day/],
    [period("soon", "2026-02-05"), /the date is not valid/],
    [one({ adjudication: [] }), /no eligible amount/],
    [one({ adjudication: undefined }), /no eligible amount/],
    [one({ adjudication: "x" }), /adjudication: not a list/],
    [one({ adjudication: [adjudication(1), adjudication(2)] }), /more than one eligible amount/],
    [one({ adjudication: [adjudication(1.234)] }), /adjudication\[0\]\.amount: .*1\.234 is/],
    [one({ adjudication: [adjudication(1, { amount: undefined })] }), /amount: not an object/],
    [one({ adjudication: [adjudication(1), denied] }), /denied/],
    [left(entriesOf([], { addItem: [{ productOrService: {} }] })), /^addItem\[0\]: the payer added/],
    [left(entriesOf([null])), /^item\[0\]: not an object/],
  ];
  for (const [text, expected] of said) assert.match(text, expected);
  const twice = entriesOf([eobItem(1, ["GP"], 1), eobItem(1, ["GP"], 2)]);
  assert.deepEqual([twice.entries.length, twice.unread[0].path], [1, "item[1]"]);
  const whole = { payment: { type: denied.reason } };
  for (const [items, more] of [
    [[eobItem(1, ["GP"], 0, { adjudication: [adjudication(0), denied] })], {}],
    [[eobItem(1, ["GP"], 0, { adjudication: [adjudication(0), overThreshold] })], {}],
    [[eobItem(1, ["GP"], 0)], whole],
    [[eobItem(1, ["GP"], 0)], { adjudication: [denied] }],
  ]) {
    const {
      entries: [entry],
    } = entriesOf(items, more);
    assert.deepEqual([entry.allowed, entry.denied], ["0.00", true]);
  }
  assert.match(left(entriesOf([eobItem(1, ["GP"], 1)], whole)), /denied/);
});

test("the names that CMS's own interfaces give the code systems are understood", () => {
  for (const system of [
    "https://bluebutton.cms.gov/resources/codesystem/hcpcs",
    "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
    "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
    "http://www.ama-assn.org/go/cpt",
    "urn:oid:2.16.840.1.113883.6.285",
    undefined,
  ]) {
    const one = entriesOf([
      eobItem(1, [], 31.4, {
        modifier: [{ coding: [{ system, code: "GP", version: "0" }] }],
        productOrService: {
          coding: [
            { system: "http://example.org/own", code: "TX" },
            { system, code: "97110" },
          ],
        },
      }),
    ]);
    assert.deepEqual([one.entries[0]?.serviceType, one.entries[0]?.code, one.unread], ["PT/SLP", "97110", []], system);
  }
});

test("what is no such resource is refused clearly", () => {
  const good = {
    amountsFromEligibility: eligibility([]),
    entriesFromExplanationOfBenefit: eob([]),
    lineFromClaim: claim([claimItem(1, "97110", [])]),
    applyToClaim: claim([claimItem(1, "97110", [])]),
  };
  const functions = { amountsFromEligibility, entriesFromExplanationOfBenefit, lineFromClaim, applyToClaim };
  for (const [name, run] of Object.entries(functions)) {
    for (const bad of [
      undefined,
      null,
      5,
      "Claim",
      [],
      () => {},
      Symbol("x"),
      {},
      { resourceType: "Patient" },
      { resourceType: [good[name].resourceType] },
      { ...good[name], item: "x", insurance: 5 },
    ]) {
      assert.throws(
        () => run(bad, 1, { modifiers: [] }),
        (error) => error instanceof kx.KxError && error.code === "wrong-type" && error.path.length > 0 && error.help.length > 0,
        `${name} ${String(bad)}`,
      );
    }
  }
  assert.throws(() => amountsFromEligibility(claim([])), { path: "response.resourceType" });
  assert.throws(() => entriesFromExplanationOfBenefit({ ...eob([]), item: {} }), { path: "eob.item" });
});

test("a line out of a claim", () => {
  const given = claim([
    claimItem(3, "97110", ["gp", "59"]),
    claimItem(7, "g0283", [], { modifier: undefined, quantity: { value: 30, system: "http://unitsofmeasure.org", code: "min" } }),
  ]);
  const before = structuredClone(given);
  assert.deepEqual(lineFromClaim(given, 3), { id: "3", code: "97110", modifiers: ["GP", "59"], units: 2 });
  assert.deepEqual(lineFromClaim(given, 7), { id: "7", code: "G0283", modifiers: [] });
  const own = { coding: [{ system: "http://terminology.hl7.org/CodeSystem/modifiers", code: "rooh" }] };
  assert.deepEqual(lineFromClaim(claim([claimItem(1, "97110", [], { modifier: [own, modifier("GP")] })]), 1).modifiers, ["GP"]);
  assert.deepEqual(given, before);
  const wrong = (item, code, path) => assert.throws(() => lineFromClaim(claim([claimItem(1, "97110", ["GP"], item)]), 1), { name: "KxError", code, path });
  assert.throws(() => lineFromClaim(given, 1), { name: "KxError", code: "unknown-id", path: "sequence" });
  assert.throws(() => lineFromClaim(claim([], { item: undefined }), 1), { code: "unknown-id" });
  for (const bad of ["3", 3.5, -1, NaN, null, undefined]) assert.throws(() => lineFromClaim(given, bad), { code: "wrong-type", path: "sequence" });
  assert.throws(() => lineFromClaim(claim([claimItem(1, "97110", []), claimItem(1, "97112", [])]), 1), {
    code: "duplicate-id",
    path: "claim.item[1].sequence",
  });
  wrong({ productOrService: undefined }, "missing-field", "claim.item[0].productOrService");
  wrong({ productOrService: { text: "exercise" } }, "missing-field", "claim.item[0].productOrService");
  wrong({ productOrService: { coding: [{ system: "http://snomed.info/sct", code: "91251008" }] } }, "missing-field", "claim.item[0].productOrService");
  wrong({ productOrService: { coding: [{ system: fhir.CPT, code: "9711O0" }] } }, "code-invalid", "claim.item[0].productOrService");
  // An error for engineers marks what was given; a reason for people does not.
  assert.throws(() => lineFromClaim(claim([claimItem(1, "9711", [])]), 1), { message: "`9711` is not a five-character HCPCS code" });
  wrong({ modifier: [modifier("GP"), { text: "KX" }] }, "modifier-invalid", "claim.item[0].modifier[1]");
  wrong({ modifier: [{ coding: [modifier("GP").coding[0], modifier("GO").coding[0]] }] }, "code-invalid", "claim.item[0].modifier[0]");
  wrong({ modifier: "GP" }, "wrong-type", "claim.item[0].modifier");
  wrong({ modifier: [null] }, "wrong-type", "claim.item[0].modifier[0]");
});

const reached = { used: { "PT/SLP": "2480.00" } };

test("claim → line → decision → claim: KX is added and nothing else changes", () => {
  const kept = modifier("GP", { text: "under a PT plan of care", extension: [{ url: "http://example.org/why", valueString: "x" }] });
  kept.coding[0].display = "Services delivered under an outpatient physical therapy plan of care";
  const given = claim(
    [claimItem(1, "97112", ["GP"]), claimItem(2, "97110", [], { modifier: [kept], extension: [{ url: "http://example.org/own", valueDecimal: 1.5 }] })],
    { supportingInfo: [{ sequence: 1, category: { text: "note" }, valueString: "x" }] },
  );
  const before = structuredClone(given);
  const decision = kx.decide(fhir.request(lineFromClaim(given, 2), reached));
  assert.equal(decision.action, "apply");
  const applied = applyToClaim(given, 2, decision);
  const expected = structuredClone(before);
  expected.item[1].modifier.push({ coding: [{ system: fhir.HCPCS, code: "KX" }] });
  assert.deepEqual(applied, expected);
  assert.deepEqual(given, before);
  assert.notEqual(applied.item[1].modifier[0], given.item[1].modifier[0]);
  assertR4(given, applied);
  assert.equal(kx.decide(fhir.request(lineFromClaim(applied, 2), reached)).action, "keep");
  assert.deepEqual(applyToClaim(applied, 2, kx.decide(fhir.request(lineFromClaim(applied, 2), reached))), applied);
});

test("modifiers that are no HCPCS codes stay where they are; the decision's list is the item's", () => {
  const own = { coding: [{ system: "http://terminology.hl7.org/CodeSystem/modifiers", code: "a" }] };
  const given = claim([claimItem(1, "97110", [], { modifier: [own, modifier("GP"), modifier("GA")] })]);
  const codes = (modifiers) => applyToClaim(given, 1, { modifiers }).item[0].modifier?.map(({ coding }) => coding[0].code);
  assert.deepEqual(codes(["GP", "GA", "KX"]), ["a", "GP", "GA", "KX"]);
  assert.deepEqual(codes(["GP", "KX"]), ["a", "GP", "KX"]);
  assert.deepEqual(codes(["GA", "GP"]), ["a", "GA", "GP"]);
  assert.deepEqual(codes([]), ["a"]);
  assert.equal(Object.hasOwn(applyToClaim(claim([claimItem(1, "97110", ["GP"])]), 1, { modifiers: [] }).item[0], "modifier"), false);
  assert.deepEqual(applyToClaim(claim([claimItem(1, "97110", ["GP", "GP"])]), 1, { modifiers: ["GP", "GP"] }), claim([claimItem(1, "97110", ["GP", "GP"])]));
  for (const bad of [null, {}, { modifiers: "KX" }, { modifiers: ["kx"] }, { modifiers: [5] }])
    assert.throws(() => applyToClaim(given, 1, bad), { code: "wrong-type", path: "decision.modifiers" });
  assert.throws(() => applyToClaim({ ...given, extension: [() => {}] }, 1, { modifiers: [] }), { name: "KxError", code: "wrong-type", path: "claim" });
});

const generated = fc.record({
  items: fc.array(
    fc.record({
      code: fc.constantFrom("97110", "97112", "97140", "97530", "92507", "97161", "99213", "G0283"),
      modifiers: fc.uniqueArray(fc.constantFrom("GP", "GO", "GN", "CQ", "CO", "59", "KX", "GA", "76", "gp"), {
        maxLength: 4,
        selector: (one) => one.toUpperCase(),
      }),
      own: fc.boolean(),
      text: fc.option(fc.string({ minLength: 1, maxLength: 8 }), { nil: undefined }),
      none: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  at: fc.nat(4),
  used: fc.constantFrom("0.00", "2479.99", "2480.00", "3100.00"),
  auto: fc.boolean(),
  allowed: fc.option(fc.constantFrom("0.01", "31.40"), { nil: undefined }),
});

test("whatever the claim, only the item's modifiers change, and only by what the decision says", () => {
  const shown = [];
  fc.assert(
    fc.property(generated, ({ items, at, used, auto, allowed }) => {
      const given = claim(
        items.map(({ code, modifiers, own, text, none }, index) =>
          claimItem(index + 1, code, [], {
            modifier:
              none && modifiers.length === 0
                ? undefined
                : [
                    ...(own ? [{ coding: [{ system: "http://terminology.hl7.org/CodeSystem/modifiers", code: "x" }] }] : []),
                    ...modifiers.map((one) => modifier(one, text === undefined ? {} : { text })),
                  ],
          }),
        ),
      );
      const before = structuredClone(given);
      const sequence = (at % items.length) + 1;
      const line = lineFromClaim(given, sequence);
      const decision = kx.decide(
        fhir.request(allowed === undefined ? line : { ...line, allowed }, { used: { "PT/SLP": used } }, { preferences: { autoApplyKx: auto } }),
      );
      const applied = applyToClaim(given, sequence, decision);
      assert.deepEqual(given, before);
      assert.deepEqual(lineFromClaim(applied, sequence).modifiers, decision.modifiers);
      const item = applied.item[sequence - 1];
      const old = before.item[sequence - 1].modifier ?? [];
      assert.deepEqual((item.modifier ?? []).slice(0, old.length), old);
      assert.deepEqual((item.modifier ?? []).slice(old.length), decision.action === "apply" ? [modifier("KX")] : []);
      item.modifier = before.item[sequence - 1].modifier;
      assert.deepEqual(applied, before);
      if (shown.length < 60) shown.push(applyToClaim(given, sequence, decision));
    }),
    { numRuns: 2000, seed: 1 },
  );
  assertR4(...shown.map((one) => JSON.parse(JSON.stringify(one))).map(withoutEmpty));
});

/** FHIR knows no empty list; the generated claims have them to see that they are left as they are. */
function withoutEmpty(value) {
  for (const item of value.item) if (item.modifier?.length === 0) delete item.modifier;
  return value;
}

test("hostile shapes are refused or left, and never anything else", () => {
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(undefined, NaN, Infinity, Symbol.iterator, () => {}, new Date(0), new Map()),
  );
  const mutate = (resource, path, value) => {
    const copy = structuredClone(resource);
    let holder = copy;
    const keys = path.slice();
    const last = keys.pop();
    for (const key of keys) holder = holder?.[key];
    if (holder && typeof holder === "object") holder[last] = value;
    return copy;
  };
  const paths = (value, path = []) =>
    value && typeof value === "object" ? Object.keys(value).flatMap((key) => [[...path, key], ...paths(value[key], [...path, key])]) : [];
  const cases = [
    [eligibility([bucket("AE", [benefit(2480, 5)])]), amountsFromEligibility],
    [eob([eobItem(1, ["GP"], 5)]), entriesFromExplanationOfBenefit],
    [claim([claimItem(1, "97110", ["GP"])]), (one) => lineFromClaim(one, 1)],
    [claim([claimItem(1, "97110", ["GP"])]), (one) => applyToClaim(one, 1, { modifiers: ["GP", "KX"] })],
  ];
  for (const [resource, run] of cases) {
    fc.assert(
      fc.property(fc.constantFrom(...paths(resource)), odd, (path, value) => {
        let answer;
        try {
          answer = run(mutate(resource, path, value));
        } catch (error) {
          assert.ok(error instanceof kx.KxError, `${path.join(".")}: ${error.stack}`);
          return;
        }
        for (const one of answer.unread ?? []) assert.ok(one.path.length > 0 && one.reason.length > 0 && !one.reason.includes("{value}"));
        // What was taken is taken by the core.
        if (answer.entries) kx.thresholds({ date: "2026-03-10", usage: { entries: answer.entries } });
        if (answer.amounts) kx.otherUsedFromEligibility({ date: "2026-03-10", asOf: answer.asOf ?? "2026-03-10", amounts: answer.amounts, entries: [] });
      }),
      { numRuns: 1500, seed: 2 },
    );
  }
});
