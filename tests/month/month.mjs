// A month of a made-up clinic, worked out by hand in tests/spec/month_*.csv: visits, remittances with denials, Medicare's own figures, a reopening and
// a reviewer's letter. What the tests of the package, of the command line and of the screen ask, and what they expect.
import { PLAN_OF_CARE, THERAPISTS, attested, rows, words } from "../week/shared.mjs";
import { filesOf } from "./files.mjs";

export const TODAY = "2026-10-30";
/** The day of what was known before the files. */
export const AS_OF = "2026-10-02";
export const POLICY = { attestation: "require" };
export const [denials, due, claims, stake, left] = ["denials", "due", "claims", "stake", "left"].map((name) => rows(`month_${name}`));
const lines = rows("month_lines");
const SHOWN_AT = "2026-09-01T09:00:00-04:00";

export const patients = rows("month_patients").map((row) => {
  const id = row.patient.split(" ")[0].toLowerCase();
  const [code, modifiers, allowed] = words(row.visit);
  return {
    ...row,
    id,
    name: row.patient,
    therapist: THERAPISTS[row.provider],
    lines: lines.filter(({ patient }) => patient === id),
    visit: code ? [{ id: "line-1", code, modifiers: [modifiers], allowed }] : [],
  };
});
export const patientOf = (id) => patients.find((patient) => patient.id === id);
export const files = filesOf(patientOf);

/** What was billed, as an account has it. */
export const billedOf = ({ lines: own }) =>
  own.map(({ claim, date, posted, code, modifiers, allowed, state }) => ({
    id: `${claim}.1`,
    claim,
    date,
    ...(posted && { posted }),
    code,
    modifiers: words(modifiers),
    allowed,
    status: state === "paid" ? "adjudicated" : "pending",
  }));
const bucketOf = (modifiers) => (modifiers.includes("GO") ? "OT" : "PT/SLP");
export const entriesOf = (patient) => billedOf(patient).map((line) => ({ ...line, serviceType: bucketOf(line.modifiers) }));

/** A PT's answer of the month before, for a plan of care. */
export function recordOf(kx, { id, record }) {
  if (!record) return [];
  const [discipline, answer] = record.split(":");
  const decision = kx.decide({
    appointment: { date: TODAY, renderingProvider: { discipline } },
    coverage: { program: "medicare-part-b" },
    usage: { used: { "PT/SLP": "2480.00" } },
    line: { code: "97110", modifiers: [PLAN_OF_CARE[discipline]] },
  });
  return attested(kx, [], { at: SHOWN_AT, scope: { patient: id, discipline, year: 2026, planOfCare: `${id} ${discipline}` }, decision, answer });
}

const request = (usage) => ({ lines: [], appointment: { date: TODAY }, coverage: { program: "medicare-part-b" }, usage });

/** What a patient has used before the first file and behind each. */
export function usagesOf(kx, patient) {
  let usage = { entries: entriesOf(patient), otherUsed: {}, asOf: AS_OF };
  const after = new Map();
  for (const { file, kind, day, text } of files) {
    const theirs = (list) => list.filter(({ patient: { memberId } }) => memberId === patient.member);
    if (kind === "835") {
      const entries = theirs(kx.readRemittance835(text).entries);
      if (entries.length > 0) usage = kx.previewImport({ ...request(usage), read: { entries } }).usage;
    } else {
      const amounts = theirs(kx.readEligibility271(text).amounts);
      if (amounts.length > 0) {
        const { otherUsed, asOf } = kx.otherUsedFromEligibility({ date: TODAY, asOf: day, amounts, entries: usage.entries });
        usage = kx.previewImport({ ...request(usage), read: { otherUsed, asOf } }).usage;
      }
    }
    after.set(file, usage);
  }
  return after;
}

export const remainingIn = (kx, usage) => {
  const both = kx.thresholds({ date: TODAY, usage });
  return { "PT/SLP": both["PT/SLP"].remaining, OT: both.OT.remaining };
};

const FIELDS = ["id", "claim", "date", "posted", "code", "modifiers", "serviceType", "allowed", "status"];
const asBilled = (entry) => Object.fromEntries(FIELDS.flatMap((name) => (entry[name] === undefined ? [] : [[name, entry[name]]])));
const isRemitted = ({ denied }) => denied !== undefined;
export const auditOf = ({ entries, otherUsed }) => ({ lines: entries.map(asBilled), otherUsed: { 2026: otherUsed } });

/** The ids of a patient's denied lines that were answered so, by claim. */
const answered = (usage, answers, wanted) =>
  usage.entries.flatMap(({ id, claim, denied }) => (denied && answers.some((one) => one.claim === claim && one.answer === wanted) ? [id] : []));

/** `reworkDenials` of a patient, with clinicians' answers to some claims. */
export function reworkOf(patient, usage, answers) {
  const { lines: billed, otherUsed } = auditOf(usage);
  return {
    denied: usage.entries.filter(isRemitted),
    billed,
    otherUsed,
    ...(patient.type && { type: patient.type }),
    attested: answered(usage, answers, "add-kx"),
    leftOff: answered(usage, answers, "leave-kx-off"),
    date: TODAY,
  };
}

/** Behind the last file: what was answered about denied lines. */
export const finalAnswers = denials.filter(({ answer }) => answer);

export const seenDenials = (answer) =>
  answer.denials.map(({ claim, verdict, remaining, channel, lastDay, appealBy, text, nextStep }) => ({
    claim,
    verdict,
    remaining,
    channel,
    lastDay,
    appealBy,
    text: text !== null,
    late: nextStep.includes("The last day to "),
  }));
/** The same of a row; nothing where nothing waits. */
export const expectedDenials = (own) =>
  own
    .filter(({ claim }) => claim)
    .map((row) => ({
      claim: row.claim,
      verdict: row.verdict,
      remaining: row.remaining,
      channel: row.channel || null,
      lastDay: row["last day"] || null,
      appealBy: row["appeal by"] || null,
      text: row.text === "yes",
      late: row.late === "yes",
    }));

const context = (kx, patient, usage) => {
  const attestations = recordOf(kx, patient);
  return {
    coverage: { program: "medicare-part-b" },
    preferences: { autoApplyKx: true },
    usage,
    policy: POLICY,
    ...(attestations.length > 0 && { attestations }),
    ...(patient.certified && { documentation: { certifiedThrough: patient.certified } }),
  };
};
const site = ({ clinic, therapist }) => ({ clinic, therapist });

export function worklistPatient(kx, patient, usage) {
  const { denied, billed, attested: yes, leftOff: no } = reworkOf(patient, usage, finalAnswers);
  return {
    id: patient.id,
    context: { ...context(kx, patient, usage), appointment: { date: TODAY, renderingProvider: { discipline: patient.provider } } },
    lines: patient.visit,
    billed,
    denied: denied.map((entry) => ({ ...entry, expected: patient.lines.find(({ claim }) => claim === entry.claim).allowed })),
    ...(patient.type && { claimType: patient.type }),
    attested: yes,
    leftOff: no,
    ...site(patient),
  };
}

/** Claims that have not gone out, those of the visits too; null where there are none. */
export function holdRequest(kx, patient, usage) {
  const unsent = patient.lines.filter(({ state }) => state === "unsent").map(({ claim }) => claim);
  const waiting = billedOf(patient).filter(({ claim }) => unsent.includes(claim));
  const own = [
    ...waiting.map(({ id, claim, date, code, modifiers, allowed }) => ({ id: claim, lines: [{ id, date, code, modifiers, allowed }] })),
    ...(patient.visit.length > 0 ? [{ id: patient.id, lines: patient.visit.map((line) => ({ ...line, date: TODAY })) }] : []),
  ];
  if (own.length === 0) return null;
  return {
    ...context(kx, patient, usage),
    renderingProvider: { discipline: patient.provider },
    claims: own.map((claim) => ({ ...claim, ...site(patient) })),
  };
}

/** A reviewer's letter, with what is under review: the line with KX that was paid. */
export function letterOf({ letter, lines: own }) {
  if (!letter) return null;
  const [contractor, kind, dated] = words(letter);
  const [{ claim, date, code, modifiers }] = own.filter(({ modifiers: all }) => all.includes("KX"));
  return {
    review: { id: "letter", contractor, kind, controlNumber: "MONTH-0042", dated },
    lines: [{ id: `${claim}.1`, date, code, modifiers: words(modifiers), claim }],
    documents: [{ id: "order", kind: "order", day: "2026-05-01", pages: 1, author: "Robin Sample, MD" }],
    checklist: "ngs",
  };
}

export function datesRequest(kx, patient, usage) {
  const letter = letterOf(patient);
  return {
    date: TODAY,
    ...(patient.certified && { documentation: { certifiedThrough: patient.certified } }),
    denials: kx.reworkDenials(reworkOf(patient, usage, finalAnswers)).denials,
    ...(letter && { reviews: [letter.review] }),
  };
}

/** By kind and claim, so that the order of equal days is no matter. */
const byKind = (one, other) => (`${one.kind} ${one.claim}` < `${other.kind} ${other.claim}` ? -1 : 1);
export const expectedDates = (id) =>
  due
    .filter(({ patient }) => patient === id)
    .map(({ kind, claim, day, status, "days left": daysLeft }) => ({ kind, claim, day, daysLeft: Number(daysLeft), status }))
    .sort(byKind);
/** `entries`: they tell the claim of a denied line. */
export const seenDates = (dates, entries) =>
  dates
    .map(({ kind, id, day, daysLeft, status }) => ({ kind, claim: entries.find((entry) => entry.id === id)?.claim ?? id ?? "", day, daysLeft, status }))
    .sort(byKind);

const stakeOf = (row) => ({ onHold: row["on hold"], denied: row.denied, atRisk: row["at risk"] });
export const expectedStake = (list) => {
  const own = stake.filter((row) => row.list === list);
  return {
    rows: own.filter(({ clinic }) => clinic !== "total").map((row) => ({ clinic: row.clinic, therapist: row.therapist, ...stakeOf(row) })),
    total: stakeOf(own.find(({ clinic }) => clinic === "total")),
  };
};
export const seenStake = ({ rows: all, total }) => ({
  rows: [...all].sort((one, other) => (`${one.clinic} ${one.therapist}` < `${other.clinic} ${other.therapist}` ? -1 : 1)),
  total,
});

export const expectedLeft = (id) =>
  left
    .filter(({ patient }) => patient === id)
    .map(({ year, bucket, allowed, left: remaining }) => ({ year: Number(year), serviceType: bucket, allowed, remaining }));
export const seenLeft = (totals) => totals.map(({ year, serviceType, allowed, remaining }) => ({ year, serviceType, allowed, remaining }));
