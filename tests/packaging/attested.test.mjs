// The record of attestations beyond the core: an event as a Provenance, and what a CDS client says back as answers.
import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import * as fhir from "../fhir/resources.mjs";
import { assertR4 } from "../fhir/validators.mjs";

const consumer = process.env.KX_CONSUMER;
assert.ok(consumer, "KX_CONSUMER names the project that has the tarball installed: run `node scripts/check/package.mjs`");
const load = (name) => import(pathToFileURL(createRequire(join(consumer, "index.js")).resolve(name)).href);
const kx = await load("kx-modifier");
const visit = await load("kx-modifier/visit");
const { lineFromClaim, toProvenance } = await load("kx-modifier/fhir");
const { readFeedback, toCdsAnswer } = await load("kx-modifier/cds-hooks");
await Promise.all([kx.default(), visit.default()]);

const scope = { patient: "p", discipline: "PT", year: 2026, planOfCare: "poc-1", until: "2026-10-31" };
const request = {
  line: { id: "a", code: "97110", modifiers: ["GP"] },
  appointment: { date: "2026-09-14", renderingProvider: { discipline: "PT" } },
  coverage: { program: "medicare-part-b" },
  preferences: { autoApplyKx: true },
  usage: { used: { "PT/SLP": "2500.00" } },
  policy: { attestation: "require" },
};
const decision = kx.decide(request);
const asked = kx.askAttestation({ record: [], at: "2026-09-14t15:04:05.5-04:00", scope, decision });
const answer = { record: [asked], at: "2026-09-14T19:05:00z", asked: asked.hash, by: "Kim Lee, PT", role: "therapist", answer: "add-kx" };
const answered = kx.answerAttestation({ ...answer, enteredBy: "Jo Park" });
const record = [asked, answered];

test("anybody can work the hash out: SHA-256 over the names in their order", () => {
  for (const { hash, ...event } of record) assert.equal(createHash("sha256").update(JSON.stringify(event)).digest("hex"), hash);
});

test("the module of a visit goes by the record too, and has none of its functions", () => {
  assert.deepEqual(visit.decide({ ...request, attestations: record }), kx.decide({ ...request, attestations: record }));
  assert.equal(visit.decide({ ...request, attestations: record }).action, "apply");
  assert.equal(visit.askAttestation, undefined);
  const { line: _, ...context } = request;
  const session = kx.openAppointment({ ...context, attestations: record });
  assert.equal(session.decide(request.line).action, "apply");
  session.close();
});

test("an event is a Provenance, with its hash as the id and what was asked as its source", () => {
  const left = kx.answerAttestation({ ...answer, answer: "leave-kx-off", role: "npp", reason: "not necessary" });
  const resources = [...record, left].map((event) => toProvenance(event));
  assertR4(...resources, toProvenance(answered, { target: [{ reference: "Claim/1" }], who: { reference: "Practitioner/1" } }));
  assert.deepEqual(
    resources.map(({ id, activity }) => [id, activity.text]),
    [
      [asked.hash, "Asked about KX"],
      [answered.hash, "Attested to KX"],
      [left.hash, "Left KX off"],
    ],
  );
  const [question, attestation, off] = resources;
  assert.deepEqual([question.recorded, attestation.recorded], ["2026-09-14T15:04:05.5-04:00", "2026-09-14T19:05:00Z"]);
  assert.deepEqual(attestation.entity, [{ role: "source", what: { reference: `Provenance/${asked.hash}` } }]);
  assert.deepEqual(
    attestation.agent.map(({ type, who }) => [type.coding[0].code, who.display]),
    [
      ["attester", "Kim Lee, PT"],
      ["enterer", "Jo Park"],
    ],
  );
  assert.deepEqual([off.reason, off.agent[0].role], [[{ text: "not necessary" }], [{ text: "Nonphysician practitioner" }]]);
  assert.deepEqual(question.target, [{ type: "Patient", identifier: { value: "p" } }]);
});

test("what is no event is refused with its place", () => {
  for (const [event, path] of [
    [null, "event"],
    [{ ...answered, kind: "seen" }, "event.kind"],
    [{ ...answered, hash: "x" }, "event.hash"],
    [{ ...answered, asked: undefined }, "event.asked"],
    [{ ...answered, by: "" }, "event.by"],
    [{ ...answered, answer: "maybe" }, "event.answer"],
    [{ ...answered, by: " " }, "event.by"],
    [{ ...answered, role: "biller" }, "event.role"],
    [{ ...answered, role: null }, "event.role"],
    [{ ...asked, at: 1 }, "event.at"],
    [{ ...asked, scope: {} }, "event.scope"],
  ]) {
    assert.throws(() => toProvenance(event), { name: "KxError", code: "wrong-type", path });
  }
  for (const at of ["yesterday", "2026-02-30T10:00:00Z", "2026-09-14T10:00:00"])
    assert.throws(() => toProvenance({ ...asked, at }), { name: "KxError", code: "date-invalid", path: "event.at" });
  assert.throws(() => toProvenance(asked, null), { name: "KxError", code: "wrong-type", path: "options" });
  assert.throws(() => toProvenance(asked, { target: [] }), { name: "KxError", path: "options.target" });
});

test("an event that was kept with nulls and empty texts is the same Provenance", () => {
  const nulls = { by: null, role: null, enteredBy: null, answer: null, reason: null, asked: null };
  assert.deepEqual(toProvenance({ ...asked, ...nulls }, { target: null }), toProvenance(asked));
  const plain = kx.answerAttestation(answer);
  for (const empty of [
    { enteredBy: null, reason: null, shown: null },
    { enteredBy: "", reason: " " },
  ]) {
    const provenance = toProvenance({ ...plain, ...empty });
    assertR4(provenance);
    assert.deepEqual(provenance, toProvenance(plain));
  }
  // FHIR knows no offset beyond 14 hours.
  const far = kx.askAttestation({ record: [], at: "2026-09-14T02:00:00.25+15:00", scope, decision });
  assertR4(toProvenance(far));
  assert.equal(toProvenance(far).recorded, "2026-09-13T11:00:00.25Z");
});

// ---------------------------------------------------------------- feedback of a CDS client

const claim = fhir.claim([fhir.claimItem(1, "97110", ["GP"])]);
const { cards } = toCdsAnswer({
  claim,
  sequence: 1,
  decision: kx.decide({ ...request, line: lineFromClaim(claim, 1), appointment: { ...request.appointment, date: "2026-03-10" } }),
  uuid: randomUUID,
});
const [card] = cards;
const [add, leave] = card.suggestions;
const read = (...feedback) => readFeedback({ feedback: { feedback }, cards: [{ card, asked: asked.hash }], by: "Kim Lee, PT", role: "therapist" });
const outcomeTimestamp = "2026-09-14T19:05:00Z";
const accepted = (id) => ({ card: card.uuid, outcome: "accepted", acceptedSuggestions: [{ id }], outcomeTimestamp });
const overridden = (overrideReason) => ({ card: card.uuid, outcome: "overridden", overrideReason, outcomeTimestamp });

test("accepted and overridden cards are answers that the record takes", () => {
  const base = { at: outcomeTimestamp, asked: asked.hash, by: "Kim Lee, PT", role: "therapist" };
  const reason = { code: "documentation-incomplete", system: card.overrideReasons[0].system };
  for (const [feedback, expected] of [
    [accepted(add.uuid), { answer: "add-kx" }],
    [accepted(leave.uuid), { answer: "leave-kx-off", reason: "Leave KX off was chosen" }],
    [overridden({ reason, userComment: "note is open" }), { answer: "leave-kx-off", reason: "Documentation is incomplete: note is open" }],
    [overridden({ reason: { code: "x-1", display: "Own reason" } }), { answer: "leave-kx-off", reason: "Own reason" }],
    [overridden({ reason: { code: "x-1" } }), { answer: "leave-kx-off", reason: "x-1" }],
    [overridden({ userComment: "later" }), { answer: "leave-kx-off", reason: "later" }],
    [overridden(undefined), { answer: "leave-kx-off", reason: "Overridden without a reason" }],
  ]) {
    const { answers, unread } = read(feedback);
    assert.deepEqual([answers, unread], [[{ ...base, ...expected }], []]);
    const event = kx.answerAttestation({ record: [asked], ...answers[0] });
    assert.deepEqual(kx.verifyAttestations({ record: [asked, event], head: event.hash }).findings, []);
  }
});

test("what cannot be told is named, and the others are read; the earliest comes first", () => {
  const { answers, unread } = read(
    { ...accepted(add.uuid), card: "another" },
    { ...accepted(add.uuid), outcomeTimestamp: undefined },
    accepted("another"),
    { ...accepted(add.uuid), acceptedSuggestions: [{ id: add.uuid }, { id: leave.uuid }] },
    { ...accepted(add.uuid), outcome: "ignored" },
    overridden("no"),
    7,
    { ...accepted(add.uuid), outcomeTimestamp: "2026-09-14T21:00:00Z" },
    { ...accepted(leave.uuid), outcomeTimestamp: "2026-09-14T16:30:00-04:00" },
  );
  assert.deepEqual(
    unread.map(({ path }) => path),
    [
      "feedback[0].card",
      "feedback[1].outcomeTimestamp",
      "feedback[2].acceptedSuggestions",
      "feedback[3].acceptedSuggestions",
      "feedback[4].outcome",
      "feedback[5].overrideReason",
      "feedback[6]",
    ],
  );
  assert.deepEqual(
    answers.map(({ at }) => at),
    ["2026-09-14T16:30:00-04:00", "2026-09-14T21:00:00Z"],
  );
  const given = { feedback: { feedback: [{ outcome: "overridden", outcomeTimestamp }] }, by: "x", role: "therapist" };
  for (const [cards, path] of [
    [[null], "cards[0]"],
    [[{ card, asked: asked.hash }, { asked: asked.hash }], "cards[1].card"],
    [[{ card: { ...card, uuid: undefined }, asked: asked.hash }], "cards[0].card.uuid"],
    [[{ card }], "cards[0].asked"],
    [[{ card: { ...card, suggestions: [null] }, asked: asked.hash }], "cards[0].card.suggestions"],
  ]) {
    assert.throws(() => readFeedback({ ...given, cards }), { name: "KxError", code: "wrong-type", path });
  }
  assert.deepEqual(
    readFeedback({ ...given, cards: [{ card, asked: asked.hash }] }).unread.map(({ path }) => path),
    ["feedback[0].card"],
  );
  assert.throws(() => readFeedback({ feedback: {}, cards: [], by: "x", role: "therapist" }), { name: "KxError", code: "wrong-type", path: "feedback" });
  assert.throws(() => readFeedback({ feedback: { feedback: [] }, by: "x", role: "therapist" }), { name: "KxError", path: "cards" });
});

test("a suggestion that changes nothing is no attestation, however a server writes that out", () => {
  for (const actions of [undefined, null, []]) {
    const suggestions = card.suggestions.map((one) => (one.uuid === leave.uuid ? { ...one, actions } : one));
    const cards = [{ card: { ...card, suggestions }, asked: asked.hash }];
    const { answers } = readFeedback({ feedback: { feedback: [accepted(leave.uuid)] }, cards, by: "Kim Lee, PT", role: "therapist" });
    assert.deepEqual(
      answers.map(({ answer }) => answer),
      ["leave-kx-off"],
    );
  }
});

test("a time that is none is named, and the earliest comes first to the nanosecond", () => {
  const at = (outcomeTimestamp) => ({ ...accepted(add.uuid), outcomeTimestamp });
  const times = [
    "soon",
    "2026-09-14T19:05:00",
    "2026-09-14",
    "2026-02-30T10:00:00Z",
    "2026-09-14T10:05Z",
    "2026-09-14T24:00:00Z",
    "2026-09-14T10:00:00.1234567891Z",
  ];
  const { answers, unread } = read(...times.map(at), at("2026-09-14T19:05:00.0002Z"), at("2026-09-14t19:05:00.0001z"), at("2026-09-14T15:05:00.00001-04:00"));
  assert.deepEqual(
    unread.map(({ path }) => path),
    times.map((_, place) => `feedback[${place}].outcomeTimestamp`),
  );
  assert.deepEqual(
    answers.map((one) => one.at),
    ["2026-09-14T15:05:00.00001-04:00", "2026-09-14t19:05:00.0001z", "2026-09-14T19:05:00.0002Z"],
  );
});
