// Where it is known from what other providers used: CMS's claims feeds and pVerify, as functions and on the command line. The resources have
// the form of Blue Button's second and third version, and what is in them is made up.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { checked } from "../contract/checked.mjs";
import * as fhir from "../fhir/resources.mjs";
import { assertR4 } from "../fhir/validators.mjs";
import { consumer, file, GROUP, HEADER, kx, TRAILERS } from "./command.mjs";

const load = (name) => import(pathToFileURL(createRequire(join(consumer, "index.js")).resolve(name)).href);
const { default: init, otherUsedFromEligibility } = checked(await load("kx-modifier"));
const { readExplanationsOfBenefit } = await load("kx-modifier/fhir");
await init();

const OURS = "1234567893";
const THEIRS = "1548226988";
const MBI = "1EG4TE5MK73";
const patient = () =>
  fhir.patient({ id: "123", name: [{ family: "SAMPLE", given: ["A"] }], identifier: [{ system: "http://hl7.org/fhir/sid/us-mbi", value: MBI }] });

/** The third version: the provider is contained. */
const third = (id, npi, items, more = {}) =>
  fhir.eob(items, {
    id,
    meta: { lastUpdated: "2026-03-01T03:02:28.000Z", tag: [{ system: "https://bluebutton.cms.gov/fhir/CodeSystem/Final-Action", code: "FinalAction" }] },
    contained: [
      { resourceType: "Organization", id: "org", active: true, name: "Other Clinic", identifier: [{ system: "http://hl7.org/fhir/sid/us-npi", value: npi }] },
    ],
    provider: { reference: "#org" },
    patient: { reference: "Patient/123" },
    insurance: [{ focal: true, coverage: { display: "Part B" } }],
    ...more,
  });
/** The second: the primary provider of the care team. */
const second = (id, npi, items) => {
  const type = { coding: [{ system: "http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBIdentifierType", code: "npi" }] };
  const role = { coding: [{ system: "http://terminology.hl7.org/CodeSystem/claimcareteamrole", code: "primary" }] };
  return third(id, "", items, {
    contained: [{ resourceType: "Organization", id: "org", active: true, name: "x" }],
    careTeam: [{ sequence: 1, provider: { identifier: { type, value: npi }, display: "SECOND CLINIC" }, role }],
  });
};
const bundle = (resources, more = {}) => ({
  resourceType: "Bundle",
  type: "searchset",
  meta: { lastUpdated: "2026-03-04T10:00:00Z" },
  entry: resources.map((resource, place) => ({ fullUrl: `https://example.org/fhir/${place}`, resource })),
  ...more,
});
const lines = [fhir.eobItem(1, ["GP"], 31.4), fhir.eobItem(2, ["GO"], 20)];
const read = (value, ours = [OURS]) => readExplanationsOfBenefit(typeof value === "string" ? value : JSON.stringify(value), { ours });

test("a bundle: ours and others' by the billing NPI, whose they are, and the day of the file", () => {
  const resources = [
    patient(),
    third("a", THEIRS, lines),
    third("b", OURS, [fhir.eobItem(1, ["GP"], 10)]),
    second("c", "1497758544", [fhir.eobItem(1, ["GN"], 5)]),
  ];
  assertR4(...resources);
  const answer = read(bundle(resources));
  assert.deepEqual(answer.unread, []);
  assert.equal(answer.asOf, "2026-03-04");
  assert.deepEqual(
    answer.lines.map(({ whose, provider, entry }) => [whose, provider.npi, provider.name, entry.serviceType, entry.allowed]),
    [
      ["elsewhere", THEIRS, "Other Clinic", "PT/SLP", "31.40"],
      ["elsewhere", THEIRS, "Other Clinic", "OT", "20.00"],
      ["ours", OURS, "Other Clinic", "PT/SLP", "10.00"],
      ["elsewhere", "1497758544", "SECOND CLINIC", "PT/SLP", "5.00"],
    ],
  );
  for (const { entry } of answer.lines) assert.deepEqual(entry.patient, { name: "SAMPLE, A", memberId: MBI });
});

test("others' lines go into otherUsedFromEligibility as they are", () => {
  const elsewhere = read(bundle([third("a", THEIRS, lines)])).lines.map(({ entry }) => entry);
  const request = { date: "2026-03-10", asOf: "2026-03-04", amounts: [], entries: [], elsewhere };
  assert.deepEqual(otherUsedFromEligibility(request).otherUsed, { "PT/SLP": "31.40", OT: "20.00" });
  const figure = { serviceType: "OT", kind: "used", amount: "75.00", from: null, to: null, segment: "EB" };
  const both = otherUsedFromEligibility({ ...request, amounts: [figure] });
  assert.deepEqual(both.otherUsed, { "PT/SLP": "31.40", OT: "75.00" });
  assert.deepEqual(
    both.elsewhere.map(({ serviceType, counted, lines: sum }) => [serviceType, counted, sum]),
    [
      ["PT/SLP", "lines", "31.40"],
      ["OT", "figure", "20.00"],
    ],
  );
});

test("NDJSON, one resource, and a list are the same lines", () => {
  const one = third("a", THEIRS, lines);
  const expected = read(bundle([one])).lines.map(({ entry }) => entry.id);
  for (const text of [`${JSON.stringify(patient())}\n${JSON.stringify(one)}\n\n`, `\uFEFF${JSON.stringify(one)}`, JSON.stringify([one])])
    assert.deepEqual(
      read(text).lines.map(({ entry }) => entry.id),
      expected,
    );
});

test("what is not to count is named with its place", () => {
  const left = (resource) => read(bundle([resource]));
  const said = (resource) => left(resource).unread.map(({ path, reason }) => `${path}: ${reason}`);
  const at = "entry[0].resource";
  assert.deepEqual(said(third("a", THEIRS, lines, { insurance: [{ focal: true, coverage: { reference: "Coverage/part-c-123" } }] })), [
    `${at}.insurance: Medicare Advantage (Part C), not Part B`,
  ]);
  assert.deepEqual(said(third("a", THEIRS, lines, { meta: { tag: [{ code: "NotFinalAction" }] } })), [
    `${at}.meta.tag: another version of this claim is the final one`,
  ]);
  assert.deepEqual(said(third("a", THEIRS, lines, { provider: { display: "the clinic" } })), [
    `${at}.provider: the claim has no billing NPI, so we can't tell whether it is ours`,
  ]);
  assert.deepEqual(said(third("a", THEIRS, [fhir.eobItem(1, [], 90)])), [`${at}.item[0]: the line needs exactly one of GP, GO or GN`]);
  assert.deepEqual(said({ resourceType: "OperationOutcome" }), [`${at}: OperationOutcome is not a claim`]);
  assert.deepEqual(said(third("a", THEIRS, "none")), [`${at}.item: expected a list`]);
  assert.deepEqual(
    read(bundle([null], { link: [{ relation: "next", url: "https://example.org/2" }] })).unread.map(({ path }) => path),
    ["link", "entry[0].resource"],
  );
  assert.deepEqual(read(`${JSON.stringify(third("a", THEIRS, lines))}\n{"cut`).unread, [{ path: "line 2", reason: "not a FHIR resource" }]);
  for (const resource of [third("a", THEIRS, lines, { status: "cancelled" })]) assert.equal(left(resource).lines[0].entry.status, "void");
});

test("text without a resource, and NPIs that are none, are refused", () => {
  const refused = (run, code, path) =>
    assert.throws(run, (error) => error.name === "KxError" && error.code === code && error.path === path && error.help !== "");
  for (const text of ["", "ISA*00*", "[1", "{}", '"text"', "null"]) refused(() => read(text), "wrong-type", "text");
  refused(() => readExplanationsOfBenefit(null, { ours: [OURS] }), "wrong-type", "text");
  for (const ours of [undefined, [], "1234567893"]) refused(() => readExplanationsOfBenefit("{}", { ours }), "missing-field", "ours");
  for (const ours of [[1234567893], ["123"], [OURS, ""]]) refused(() => readExplanationsOfBenefit("{}", { ours }), "unknown-value", `ours[${ours.length - 1}]`);
});

const PVERIFY = { PayerName: "Medicare", MedicareInfoSummary: { OT_UsedAmount: { Value: "$1,234.50", Notes: null }, PT_SLP_UsedAmount: { Value: 12 } } };

test("read-pverify: the amounts of the year of the check", () => {
  file("pverify.json", PVERIFY);
  const { status, stdout, stderr } = kx(["read-pverify", "--checked", "2026-07-01", "pverify.json"]);
  assert.equal(stderr, "");
  assert.equal(status, 1);
  const { amounts, unread } = JSON.parse(stdout);
  assert.deepEqual(
    amounts.map(({ serviceType, amount, from, to }) => [serviceType, amount, from, to]),
    [["OT", "1234.50", "2026-01-01", "2026-12-31"]],
  );
  assert.deepEqual(unread, [{ segment: "MedicareInfoSummary.PT_SLP_UsedAmount", reason: "the amount is a number, and numbers can lose cents" }]);
  assert.match(kx(["read-pverify", "pverify.json"]).stderr, /needs the day of the check: --checked/);
  assert.match(kx(["read-pverify", "--checked", "July", "pverify.json"]).stderr, /pverify\.json: date-invalid at checked/);
  assert.match(kx(["read-pverify", "--checked", "2026-07-01", "--table", "pverify.json"]).stdout, /OT +used +1234\.50/);
});

test("read-eob: lines of a feed, and what other providers used, unless Medicare's own figure says it", () => {
  file("feed.ndjson", [patient(), third("a", THEIRS, lines), third("b", OURS, [fhir.eobItem(1, ["GP"], 10)])].map((one) => JSON.stringify(one)).join("\n"));
  const alone = kx(["read-eob", "--ours", OURS, "feed.ndjson"]);
  assert.equal(alone.stderr, "");
  assert.equal(alone.status, 0);
  const [{ patient: whose, year, otherUsed, elsewhere }] = JSON.parse(alone.stdout).usedElsewhere;
  assert.deepEqual([whose.memberId, year, otherUsed], [MBI, 2026, { "PT/SLP": "31.40", OT: "20.00" }]);
  assert.ok(elsewhere.every(({ counted }) => counted === "lines"));

  file(
    "figure.271",
    `${HEADER}\n${GROUP}\nST*271*0001~\nBHT*0022*11*1*20260401~\nHL*1**20*1~\nNM1*PR*2*MEDICARE~\nHL*2*1*21*1~\nNM1*1P*2*CLINIC~\nHL*3*2*22*0~\nNM1*IL*1*SAMPLE*A****MI*${MBI}~\nEB*D**AE*MB***50.00~\nMSG*USED AMOUNT~\nSE*11*0001~\n${TRAILERS}`,
  );
  const beside = JSON.parse(kx(["read-eob", "--ours", OURS, "--eligibility", "figure.271", "feed.ndjson"]).stdout).usedElsewhere[0];
  // 50.00 of Medicare's figure hold our 10.00.
  assert.deepEqual([beside.asOf, beside.otherUsed], ["2026-04-01", { "PT/SLP": "40.00", OT: "20.00" }]);
  assert.deepEqual(
    beside.elsewhere.map(({ counted }) => counted),
    ["figure", "lines"],
  );
  const table = kx(["read-eob", "--table", "--ours", OURS, "feed.ndjson"]).stdout;
  assert.match(table, new RegExp(`elsewhere +${THEIRS} +${MBI}`));
  assert.match(table, /PT\/SLP: \$31\.40 used elsewhere/);
  assert.match(kx(["read-eob", "feed.ndjson"]).stderr, /needs your billing NPI/);
  assert.match(kx(["read-eob", "--ours", "12", "feed.ndjson"]).stderr, /unknown-value at ours\[0\]/);
});
