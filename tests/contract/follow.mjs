// Requests of what follows a claim: denied lines, due dates, calendars, packets for a reviewer, and what is at stake.
import * as accounts from "../reading/account-random.mjs";
import { chance, int, maybe, pick } from "./random.mjs";

const TYPES = ["PT/SLP", "OT"];
const day = (rng, year = pick(rng, [2024, 2026, 2026, 2026])) =>
  `${year}-${String(int(rng, 1, 12)).padStart(2, "0")}-${String(int(rng, 1, 29)).padStart(2, "0")}`;
const existing = (text) => (/02-29$/.test(text) && !text.startsWith("2024") ? text.replace(/29$/, "28") : text);
const someDay = (rng) => existing(day(rng));
const money = (rng) => `${int(rng, 0, 2600)}.${String(int(rng, 0, 99)).padStart(2, "0")}`;
const several = (rng, most, make) => Array.from({ length: int(rng, 0, most) }, (_, at) => make(at));

function entry(rng, at, billed) {
  const from = billed.length > 0 && chance(rng, 0.6) ? pick(rng, billed) : {};
  const one = {
    id: chance(rng, 0.3) && from.id ? from.id : `d${at}`,
    date: from.date ?? someDay(rng),
    serviceType: from.serviceType ?? pick(rng, TYPES),
    allowed: pick(rng, ["0.00", "0.00", "31.40"]),
    code: from.code ?? pick(rng, ["97110", "97530", "99213", "98979"]),
    modifiers: pick(rng, [["GP"], ["GP"], ["GP", "KX"], ["GO"], ["GP", "GA"], ["GP", "GZ", "59"], ["99"], []]),
    claim: from.claim ?? `C${int(rng, 1, 4)}`,
    denied: chance(rng, 0.85),
    reasons: pick(rng, [["CO-119"], ["CO-119"], ["PR-119"], ["CO-45", "CO-119"], ["CO-50"], [], ["119"]]),
  };
  maybe(rng, 0.3, one, "posted", () => someDay(rng));
  maybe(rng, 0.1, one, "program", () => pick(rng, ["medicare-part-b", "medicare-advantage"]));
  maybe(rng, 0.3, one, "patient", () => ({ name: "RUIZ, ANA", memberId: pick(rng, ["1EG4", null]) }));
  return one;
}

export function randomRework(rng) {
  const { lines, otherUsed, policy } = accounts.randomAudit(rng);
  const billed = (Array.isArray(lines) ? lines : []).map((line) => (chance(rng, 0.3) ? { ...line, status: "pending", claim: `C${int(rng, 1, 4)}` } : line));
  const denied = several(rng, 5, (at) => entry(rng, at, billed));
  const request = { denied, billed };
  if (otherUsed !== undefined) request.otherUsed = otherUsed;
  if (policy !== undefined) request.policy = policy;
  maybe(rng, 0.5, request, "type", () => pick(rng, ["professional", "institutional"]));
  maybe(rng, 0.8, request, "decided", () => someDay(rng));
  const some = () => denied.filter((one) => one.denied && chance(rng, 0.6)).map(({ id }) => id);
  maybe(rng, 0.5, request, "attested", some);
  maybe(rng, 0.3, request, "leftOff", some);
  maybe(rng, 0.4, request, "date", () => someDay(rng));
  return request;
}

function review(rng, at) {
  const one = { id: `r${at}`, contractor: pick(rng, ["NGS", "CGS", "Qlarant, LLC"]), kind: pick(rng, ["MAC", "UPIC"]), controlNumber: `26-${int(rng, 1, 99)}` };
  maybe(rng, 0.5, one, "dated", () => someDay(rng));
  maybe(rng, 0.5, one, "received", () => someDay(rng));
  maybe(rng, 0.4, one, "due", () => someDay(rng));
  maybe(rng, 0.2, one, "sent", () => ({ on: someDay(rng), how: pick(rng, ["portal", "esmd", "fax", "mail"]), confirmation: pick(rng, ["E-1", null]) }));
  return one;
}

const denial = (rng, at) => ({
  id: `d${at}`,
  claim: "C7",
  code: "97110",
  verdict: "kx-missing",
  remaining: pick(rng, ["-20.00", null]),
  channel: pick(rng, ["reopening", "adjustment", null]),
  lastDay: pick(rng, [someDay(rng), null]),
  appealBy: pick(rng, [someDay(rng), null]),
  message: "97110.",
  nextStep: "Ask.",
  text: null,
});

export function randomDueDates(rng) {
  const record = {};
  maybe(rng, 0.6, record, "firstTreatment", () => someDay(rng));
  maybe(rng, 0.4, record, "certifiedThrough", () => someDay(rng));
  maybe(rng, 0.3, record, "orderOnFileAndPlanSent", () => chance(rng, 0.7));
  maybe(rng, 0.5, record, "treatmentDaysSinceProgressReport", () => int(rng, 0, 13));
  maybe(rng, 0.5, record, "lastReevaluation", () => someDay(rng));
  const request = { date: someDay(rng), documentation: record };
  maybe(rng, 0.3, request, "planDays", () => int(rng, 1, 120));
  maybe(rng, 0.5, request, "visits", () => several(rng, 6, () => someDay(rng)));
  maybe(rng, 0.5, request, "denials", () => several(rng, 3, (at) => denial(rng, at)));
  maybe(rng, 0.5, request, "reviews", () => several(rng, 3, (at) => review(rng, at)));
  maybe(rng, 0.2, request, "soonWithin", () => int(rng, 0, 40));
  return request;
}

export function randomCalendar(rng) {
  const dates = several(rng, 4, (at) => ({
    kind: pick(rng, ["recertification", "appeal", "review", "progress-report"]),
    id: pick(rng, [null, `r${at}`]),
    day: pick(rng, [someDay(rng), someDay(rng), null]),
    daysLeft: pick(rng, [int(rng, -9, 99), null]),
    treatmentDaysLeft: null,
    status: pick(rng, ["overdue", "due", "soon", "later", "unknown", "done"]),
    title: pick(rng, ["Recertification due", "Vence; la, cita"]),
    message: pick(rng, ["A day.", "ñandú, ".repeat(20), "a\\b\nc\u0000"]),
    nextStep: "Call.",
    source: "a page",
  }));
  const request = { dates, at: pick(rng, ["2026-09-14T15:04:05-04:00", "2026-12-31T23:59:60Z", "2026-01-01T00:30:00.5+01:00"]), key: "p-1" };
  maybe(rng, 0.3, request, "patient", () => "Ana Ruiz");
  return request;
}

const KINDS = ["order", "certification", "initial-evaluation", "treatment-note", "treatment-log", "plan-of-care", "progress-report", "signature-log", "other"];

export function randomPacket(rng) {
  const first = int(rng, 1, 12);
  const near = () => `2026-07-${String(first + int(rng, 0, 15)).padStart(2, "0")}`;
  const lines = Array.from({ length: int(rng, 1, 4) }, (_, at) => {
    const line = { id: `l${at}`, date: near(), code: pick(rng, ["97110", "97140"]) };
    maybe(rng, 0.8, line, "modifiers", () => pick(rng, [["GP", "KX"], ["GO"], []]));
    maybe(rng, 0.4, line, "charge", () => money(rng));
    return line;
  });
  const documents = several(rng, 8, (at) => {
    const document = { id: `f${at}`, kind: pick(rng, KINDS), day: near() };
    maybe(rng, 0.7, document, "pages", () => int(rng, 0, 5));
    maybe(rng, 0.7, document, "author", () => pick(rng, ["Kim Lee, PT", "Jo Park, PTA"]));
    maybe(rng, 0.4, document, "written", near);
    maybe(rng, 0.2, document, "through", () => "2026-07-31");
    maybe(rng, 0.2, document, "title", () => "Intake form");
    return document;
  });
  const request = { date: someDay(rng), review: review(rng, 1), beneficiary: { name: "Ana Ruiz", memberId: pick(rng, ["1EG4", null]) }, lines, documents };
  request.checklist = pick(rng, ["ngs", "cgs"]);
  maybe(rng, 0.3, request, "notApplicable", () => ["supervision"]);
  maybe(rng, 0.4, request, "signatures", () => [{ name: "Kim Lee, PT", signature: "K. Lee" }]);
  maybe(rng, 0.3, request, "abbreviations", () => [{ short: "HEP", meaning: "home exercise program" }]);
  return request;
}

export const randomStakes = (rng) => ({
  rows: several(rng, 6, () => ({
    clinic: pick(rng, ["North", "South", null]),
    therapist: pick(rng, ["Kim", null]),
    atStake: { onHold: money(rng), denied: money(rng), atRisk: money(rng) },
  })),
});
