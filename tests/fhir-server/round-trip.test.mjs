// A patient's year on a real FHIR server: eligibility, explanations of benefit and a draft claim are read from it, and the decided claim
// goes back. The entries are the built ones; the server is named by KX_FHIR_SERVER.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { Client } from "fhir-kit-client";
import init, * as kx from "../../dist/index.js";
import { toCdsAnswer } from "../../dist/interop/cds-hooks.js";
import { amountsFromEligibility, applyToClaim, entriesFromExplanationOfBenefit, lineFromClaim } from "../../dist/interop/fhir.js";
import { checked } from "../contract/checked.mjs";
import * as fhir from "../fhir/resources.mjs";
import { startServer } from "./server.mjs";

const { decide, otherUsedFromEligibility } = checked(kx);
const binary = process.env.KX_FHIR_SERVER;
assert.ok(binary, "KX_FHIR_SERVER names the server's binary: run `node scripts/check/fhir.mjs`");

let server;
let client;
const stored = {};

/** Creates what is given, without an id of our own, and reads it back. */
async function create({ id: _, ...body }) {
  const { id, resourceType } = await client.create({ resourceType: body.resourceType, body });
  return client.read({ resourceType, id });
}

/** The same without what a server adds to each version. */
const withoutMeta = ({ meta: _, ...resource }) => resource;

async function found(resourceType, searchParams) {
  const bundle = await client.search({ resourceType, searchParams });
  // A server adds an outcome where it has ignored a part of the search.
  assert.deepEqual(
    (bundle.entry ?? []).filter(({ search }) => search?.mode === "outcome"),
    [],
  );
  return (bundle.entry ?? []).map(({ resource }) => resource);
}

before(async () => {
  await init();
  server = await startServer(binary);
  client = new Client({ baseUrl: server.baseUrl });
  const patient = await create(fhir.patient());
  stored.patient = { reference: `Patient/${patient.id}` };
  const coverage = await create(fhir.coverage({ beneficiary: stored.patient }));
  const of = { patient: stored.patient };
  const insured = { coverage: { reference: `Coverage/${coverage.id}` } };
  const {
    insurance: [insurance],
  } = fhir.eligibility([]);
  await create(
    fhir.eligibility([], {
      ...of,
      insurance: [
        {
          ...insurance,
          ...insured,
          item: [fhir.bucket("AE", [fhir.benefit(2480, 2475.3)]), fhir.bucket("AD", [fhir.benefit(2480, 40)]), fhir.bucket("30", [fhir.benefit(100, 1)])],
        },
      ],
    }),
  );
  const eob = (items, more = {}) => create(fhir.eob(items, { ...of, insurance: [{ focal: true, ...insured }], ...more }));
  await eob([fhir.eobItem(1, ["GP"], 31.4), fhir.eobItem(2, ["GP", "CQ"], 28.9)]);
  await eob([fhir.eobItem(1, ["GN"], 80)]);
  await eob([fhir.eobItem(1, ["GP"], 500)], { status: "cancelled" });
  await eob([fhir.eobItem(1, ["GP"], 5.5)], { outcome: "queued" });
  // Of somebody else.
  const other = await create(fhir.patient());
  await create(fhir.eob([fhir.eobItem(1, ["GP"], 999)], { patient: { reference: `Patient/${other.id}` } }));
  stored.claim = await create(
    fhir.claim([fhir.claimItem(1, "97112", ["GP"]), fhir.claimItem(2, "97110", ["GP"])], { ...of, insurance: [{ sequence: 1, focal: true, ...insured }] }),
  );
});
after(() => server?.stop());

test("it is a server of R4", () => {
  assert.equal(server.capabilities.resourceType, "CapabilityStatement");
  assert.match(server.capabilities.fhirVersion, /^4\.0/);
});

/** What the server knows of the patient's usage, as `decide` takes it. */
async function usageOf() {
  const [response] = await found("CoverageEligibilityResponse", { patient: stored.patient.reference });
  const { amounts, asOf, unread } = amountsFromEligibility(response);
  const eobs = await found("ExplanationOfBenefit", { patient: stored.patient.reference });
  const read = eobs.map(entriesFromExplanationOfBenefit);
  const entries = read.flatMap((one) => one.entries);
  const { otherUsed, notices } = otherUsedFromEligibility({ date: "2026-03-10", asOf, amounts, entries });
  return { eobs, amounts, unread: [...unread, ...read.flatMap((one) => one.unread)], entries, usage: { entries, otherUsed, asOf }, notices };
}

test("eligibility and explanations of benefit, as the server gives them back", async () => {
  const { eobs, amounts, unread, entries, usage, notices } = await usageOf();
  assert.deepEqual(
    amounts.map(({ serviceType, amount }) => [serviceType, amount]),
    [
      ["PT/SLP", "2475.30"],
      ["OT", "40.00"],
    ],
  );
  assert.deepEqual(
    unread.map(({ path }) => path),
    ["insurance[0].item[2]"],
  );
  assert.equal(eobs.length, 4);
  assert.deepEqual(entries.map(({ allowed, status }) => [allowed, status]).sort(), [
    ["28.90", "adjudicated"],
    ["31.40", "adjudicated"],
    ["5.50", "pending"],
    ["500.00", "void"],
    ["80.00", "adjudicated"],
  ]);
  assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
  // 2475.30 less the 140.30 that are ours.
  assert.deepEqual(usage.otherUsed, { "PT/SLP": "2335.00", OT: "40.00" });
  assert.deepEqual(notices, []);
});

/** The decision for a line of the stored claim, with the server's usage. */
async function decision(claim, sequence, preferences) {
  const { usage } = await usageOf();
  return decide(fhir.request(lineFromClaim(claim, sequence), usage, { preferences }));
}

test("the decided claim is updated on the server, and only the line's modifiers differ", async () => {
  const claim = await client.read({ resourceType: "Claim", id: stored.claim.id });
  const decided = await decision(claim, 2, { autoApplyKx: true });
  assert.deepEqual([decided.action, decided.thresholds["PT/SLP"].remaining], ["apply", "-0.80"]);
  const body = applyToClaim(claim, 2, decided);
  await client.update({ resourceType: "Claim", id: claim.id, body });
  const again = await client.read({ resourceType: "Claim", id: claim.id });
  const expected = structuredClone(claim);
  expected.item[1].modifier.push(fhir.modifier("KX"));
  assert.deepEqual(withoutMeta(again), withoutMeta(expected));
  assert.equal((await decision(again, 2, { autoApplyKx: true })).action, "keep");
});

test("what a card suggests can be stored as it is", async () => {
  const claim = await client.read({ resourceType: "Claim", id: stored.claim.id });
  const decided = await decision(claim, 1, {});
  assert.equal(decided.action, "suggest");
  const {
    cards: [card],
  } = toCdsAnswer({ claim, sequence: 1, decision: decided, uuid: randomUUID });
  const { type, resource } = card.suggestions.find(({ label }) => label === "Add KX").actions[0];
  assert.equal(type, "update");
  await client.update({ resourceType: resource.resourceType, id: resource.id, body: resource });
  const again = await client.read({ resourceType: "Claim", id: claim.id });
  assert.deepEqual(withoutMeta(again), withoutMeta(resource));
  assert.deepEqual(lineFromClaim(again, 1).modifiers, ["GP", "KX"]);
  assert.deepEqual(
    (await found("Claim", { patient: stored.patient.reference })).map(({ id }) => id),
    [claim.id],
  );
});
