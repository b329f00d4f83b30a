// Requests of what the generators of the second reading know nothing of: files that are read in, claims that go out, worklists.
import * as accounts from "../reading/account-random.mjs";
import * as random from "../reading/random.mjs";
import { chance, int, maybe, pick, shuffle } from "./random.mjs";

const TYPES = ["PT/SLP", "OT"];
const day = (rng, year = 2026) => `${year}-${String(int(rng, 1, 12)).padStart(2, "0")}-${String(int(rng, 1, 28)).padStart(2, "0")}`;
const money = (rng) =>
  pick(rng, ["31.40", "31.4", "52.00", "80", "2480.00", "2479.99", "0.00", "-31.40", "900.00", `${int(rng, 1, 2600)}.${int(rng, 10, 99)}`]);
const asList = (value) => (Array.isArray(value) ? value : []);
const withIds = (rng, lines) => asList(lines).map((line, index) => (chance(rng, 0.8) ? { ...line, id: `l${index}` } : line));

function entry(rng) {
  const one = { date: day(rng, pick(rng, [2026, 2026, 2026, 2025])), serviceType: pick(rng, TYPES), allowed: money(rng) };
  maybe(rng, 0.7, one, "id", () => `e${int(rng, 1, 8)}`);
  maybe(rng, 0.6, one, "claim", () => `C${int(rng, 1, 4)}`);
  maybe(rng, 0.6, one, "code", () => pick(rng, ["97110", "97110", "97530", "97035"]));
  maybe(rng, 0.4, one, "modifiers", () => pick(rng, [["GP"], ["GP", "KX"], ["GO"], []]));
  maybe(rng, 0.5, one, "status", () => pick(rng, ["adjudicated", "pending", "pending", "void"]));
  maybe(rng, 0.3, one, "posted", () => day(rng));
  maybe(rng, 0.2, one, "denied", () => chance(rng, 0.5));
  maybe(rng, 0.2, one, "allowedFrom", () => pick(rng, ["AMT*B6", "adjustments"]));
  maybe(rng, 0.15, one, "program", () => pick(rng, ["medicare-part-b", "medicare-advantage"]));
  return one;
}
const entries = (rng, most) => Array.from({ length: int(rng, 0, most) }, () => entry(rng));

export function randomPreview(rng) {
  const request = random.randomAppointment(rng);
  if (Array.isArray(request.lines)) request.lines = withIds(rng, request.lines);
  const read = {};
  maybe(rng, 0.8, read, "entries", () => entries(rng, 5));
  if (chance(rng, 0.4)) {
    read.otherUsed = Object.fromEntries(TYPES.filter(() => chance(rng, 0.7)).map((type) => [type, money(rng)]));
    maybe(rng, 0.85, read, "asOf", () => day(rng));
  }
  if (chance(rng, 0.5)) {
    const known = entries(rng, 4);
    // What was read before, a pending entry that a read one settles, or another payment of its claim.
    for (const one of asList(read.entries))
      if (chance(rng, 0.4))
        known.push(pick(rng, [{ ...one }, { ...one, id: "mine", status: "pending", allowed: "30.00" }, { ...one, id: "paid", status: "adjudicated" }]));
    const usage = typeof request.usage === "object" && request.usage !== null ? request.usage : {};
    request.usage = { ...usage, entries: shuffle(rng, known) };
  }
  request.read = read;
  return request;
}

export function randomPatients(rng) {
  const ids = ["1EG4-TE5-MK72", "1eg4te5mk72", "1EG4 TE5 MK72", "2AB3", "", "-", null];
  const patients = Array.from({ length: int(rng, 0, 4) }, (_, index) => ({
    name: pick(rng, ["DOE, JANE", "SMITH, MARY", ""]),
    memberId: pick(rng, ids),
    positions: Array.from({ length: int(rng, 0, 3) }, () => int(rng, 0, 9) + index),
  }));
  const request = { patients, memberId: pick(rng, ids) };
  maybe(rng, 0.35, request, "chosen", () => int(rng, 0, 4));
  return request;
}

export function randomScrub(rng) {
  const { lines, otherUsed, policy } = accounts.randomAudit(rng);
  const audited = asList(lines);
  const line = (index) => {
    const from = audited.length && chance(rng, 0.7) ? pick(rng, audited) : { code: "97110", modifiers: ["GP"], date: day(rng) };
    const one = {
      id: chance(rng, 0.95) ? `${index + 1}` : "1",
      date: chance(rng, 0.05) ? null : from.date,
      code: from.code,
      units: pick(rng, [1, 1, 2, 4, 0]),
    };
    maybe(rng, 0.9, one, "modifiers", () => from.modifiers ?? ["GO"]);
    maybe(rng, 0.5, one, "charge", () => money(rng));
    return one;
  };
  const claims = Array.from({ length: int(rng, 0, 3) }, (_, index) => {
    const claim = {
      id: chance(rng, 0.9) ? `C${index}` : "C0",
      medicare: chance(rng, 0.85),
      lines: Array.from({ length: int(rng, 0, 4) }, (__, at) => line(at)),
    };
    maybe(rng, 0.5, claim, "type", () => pick(rng, ["professional", "institutional"]));
    maybe(rng, 0.5, claim, "frequency", () => pick(rng, ["1", "7", "8", ""]));
    maybe(rng, 0.4, claim, "payer", () => pick(rng, ["MEDICARE", "", null]));
    return claim;
  });
  const request = { claims };
  if (chance(rng, 0.6)) request.billed = audited.map((one) => (chance(rng, 0.3) ? { ...one, claim: `C${int(rng, 0, 3)}` } : one));
  if (otherUsed !== undefined && chance(rng, 0.8)) request.otherUsed = otherUsed;
  if (policy !== undefined) request.policy = policy;
  maybe(rng, 0.6, request, "fees", () => accounts.randomEstimate(rng).fees);
  return request;
}

export function randomWorklist(rng) {
  return Array.from({ length: int(rng, 0, 4) }, (_, index) => {
    const { lines, ...context } = random.randomAppointment(rng);
    const patient = { id: `p${index}`, context };
    maybe(rng, 0.7, patient, "lines", () => withIds(rng, lines));
    maybe(rng, 0.5, patient, "billed", () => asList(accounts.randomAudit(rng).lines));
    maybe(rng, 0.5, patient, "booked", () =>
      Array.from({ length: int(rng, 0, 4) }, () => ({ date: day(rng), serviceType: pick(rng, TYPES), allowed: money(rng) })),
    );
    return patient;
  });
}

export function randomHolds(rng) {
  let ids = 0;
  const claims = Array.from({ length: int(rng, 0, 4) }, (_, index) => {
    const { lines } = random.randomAppointment(rng);
    const claim = { id: `c${index}`, lines: asList(lines).map((line) => ({ ...line, id: `l${ids++}`, date: day(rng, chance(rng, 0.97) ? 2026 : 2025) })) };
    maybe(rng, 0.4, claim, "type", () => pick(rng, ["professional", "institutional"]));
    return claim;
  });
  const { appointment, coverage, preferences, usage, policy, documentation } = random.randomAppointment(rng);
  const beside = { coverage, preferences, usage, policy, documentation, renderingProvider: appointment?.renderingProvider };
  const request = { claims, ...Object.fromEntries(Object.entries(beside).filter(([, value]) => value !== undefined)) };
  maybe(rng, 0.4, request, "released", () =>
    Array.from({ length: int(rng, 1, 3) }, () => {
      const word = {
        line: `l${int(rng, 0, chance(rng, 0.95) ? Math.max(0, ids - 1) : 20)}`,
        by: "Kim Lee",
        reason: pick(rng, ["record checked", "payer asked", " "]),
      };
      maybe(rng, 0.4, word, "codes", () => pick(rng, [["suggestion"], ["hospice", "early-kx"], ["therapy-modifier-missing"], []]));
      return word;
    }),
  );
  return request;
}
