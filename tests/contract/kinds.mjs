// Every kind of request of the recorded comparison: how many, and how one is made. A request is a list of steps, each a function of the
// package or of the open session, with its arguments.
import * as accounts from "../reading/account-random.mjs";
import * as random from "../reading/random.mjs";
import { hostile } from "./hostile.mjs";
import * as follow from "./follow.mjs";
import * as larger from "./larger.mjs";
import { chance, int, makeRng, pick, seedOf } from "./random.mjs";
import { spoil } from "./spoil.mjs";
import * as text from "./text.mjs";
import { useWordings } from "./wordings.mjs";
import { randomX12 } from "./x12.mjs";

const GENERATORS = {
  decide: [random.randomRequest, 3000, 3500],
  decideAppointment: [random.randomAppointment, 1500, 1800],
  thresholds: [random.randomThresholds, 600, 700],
  traitsToEvaluate: [random.randomTraits, 400, 500],
  documentationChecklist: [random.randomChecklist, 300, 500],
  projectCrossing: [accounts.randomProjection, 400, 500],
  describeProjection: [accounts.randomProjection, 300, 300],
  estimateAllowed: [accounts.randomEstimate, 400, 600],
  otherUsedFromEligibility: [accounts.randomEligibility, 500, 600],
  audit: [accounts.randomAudit, 700, 900],
  compareBilling: [accounts.randomComparative, 300, 500],
  previewImport: [larger.randomPreview, 700, 800],
  matchPatient: [larger.randomPatients, 300, 400],
  scrubClaims: [larger.randomScrub, 500, 600],
  worklist: [larger.randomWorklist, 400, 500],
  holdClaims: [larger.randomHolds, 500, 600],
  reworkDenials: [follow.randomRework, 500, 600],
  dueDates: [follow.randomDueDates, 400, 500],
  toCalendar: [follow.randomCalendar, 200, 300],
  reviewPacket: [follow.randomPacket, 400, 500],
  totalAtStake: [follow.randomStakes, 150, 200],
};
const READERS = { readEligibility271: "271", readRemittance835: "835", readClaim837: "837", identifyX12: undefined };

const sound = (name, make) => (rng) => [[name, make(rng)]];
const spoilt = (name, make) => (rng, api) => [[name, ...spoil(rng, [structuredClone(make(rng))], api)]];

function decideAll(rng, api) {
  const requests = Array.from({ length: int(rng, 0, 5) }, () =>
    chance(rng, 0.5) ? random.randomRequest(rng) : chance(rng, 0.7) ? spoil(rng, [random.randomRequest(rng)], api)[0] : hostile(rng),
  );
  return [["decideAll", ...(chance(rng, 0.15) ? spoil(rng, [requests], api).slice(0, 1) : [requests])]];
}

const read = (name, kind) => (rng) => [[name, ...(chance(rng, 0.04) ? [hostile(rng)] : [randomX12(rng, chance(rng, 0.9) ? kind : undefined)])]];

function session(rng, api) {
  const { context, operations } = accounts.randomSession(rng);
  const open = ["openAppointment", ...(chance(rng, 0.12) ? spoil(rng, [structuredClone(context)], api) : [context])];
  const steps = operations.map(([name, ...args]) => [`session.${name}`, ...(chance(rng, 0.15) ? spoil(rng, structuredClone(args), api) : args)]);
  return [
    open,
    ...steps,
    ...(chance(rng, 0.5) ? [["session.lines"]] : []),
    ["session.close"],
    ...(chance(rng, 0.1) ? [["session.thresholds"], ["session.close"]] : []),
  ];
}

/** A read file on its way: what one function answers is what the next is given. A step that is a function is made of the answers so far. */
function chained(rng) {
  const kind = pick(rng, ["271", "835", "837"]);
  const file = randomX12(rng, kind);
  const { read: _, ...appointment } = larger.randomPreview(rng);
  const next = {
    271: [
      ["readEligibility271", file],
      ([, answer]) => ["otherUsedFromEligibility", { date: "2026-07-01", asOf: "2026-06-30", amounts: answer?.amounts, entries: [] }],
    ],
    835: [
      ["readRemittance835", file],
      ([, answer]) => ["previewImport", { ...appointment, read: { entries: answer?.entries } }],
      ([, , answer]) => ["decideAppointment", { ...appointment, usage: answer?.usage }],
    ],
    837: [["readClaim837", file], ([, answer]) => ["scrubClaims", { claims: answer?.claims }]],
  }[kind];
  return [["identifyX12", file], ...next, ([answer]) => ["matchPatient", { patients: answer?.patients, memberId: "1EG4" }]];
}

export const KINDS = [
  {
    name: "constants",
    count: 1,
    make: () => [
      ["therapyCodes"],
      ["therapyCodes", null],
      ["therapyCodes", { date: "2024-12-31" }],
      ["therapyCodes", { day: "2024-12-31" }],
      ["therapyCodes", 1],
      ["versions"],
      ["reviewChecklists"],
    ],
  },
  ...Object.entries(GENERATORS).flatMap(([name, [make, good, bad]]) => [
    { name, count: good, make: sound(name, make) },
    { name: `${name}-bad`, count: bad, make: spoilt(name, make) },
  ]),
  { name: "decideAll", count: 700, make: decideAll },
  ...Object.entries(READERS).map(([name, kind]) => ({ name, count: 800, make: read(name, kind) })),
  { name: "chained", count: 300, make: chained },
  { name: "session", count: 1300, make: session },
  { name: "decideNdjson", count: 800, make: (rng, api) => [["decideNdjson", ...text.decideLines(rng, api)]] },
  { name: "auditNdjson", count: 600, make: (rng, api) => [["auditNdjson", ...text.auditLines(rng, api)]] },
  { name: "useWording", count: 800, make: useWordings },
];

/** The request `number` of a kind; the same one at every call, and nothing in it is shared with another. */
export const request = (kind, number, api, seed) => kind.make(makeRng(seedOf(`${kind.name} ${number} ${seed}`)), api);
