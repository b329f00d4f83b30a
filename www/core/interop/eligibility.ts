// CoverageEligibilityResponse: what Medicare says a bucket has used.
import type { EligibilityAmount, ServiceType } from "../index.js";
import type * as Fhir from "./fhir.d.ts";
import { codesIn, codings, X12_SERVICE_TYPES } from "./codes.js";
import { attempt, day, each, isTest, Left, list, money, object, resource, type Json, type Unread } from "./reading.js";
import { words } from "./words.js";

const BUCKETS: { readonly [code: string]: ServiceType } = { AD: "OT", AE: "PT/SLP", AF: "PT/SLP" };

/** A benefit that is a limit with what is used of it: FHIR's own code, and X12's EB01 for a described benefit and a limitation. */
const BALANCES = ["benefit", "D", "F"];

export const amountsFromEligibility: typeof Fhir.amountsFromEligibility = (response) => {
  const { insurance, created, status, outcome, meta } = resource(response, "CoverageEligibilityResponse", "response", ["insurance"]);
  const amounts: EligibilityAmount[] = [];
  const unread: Unread[] = [];
  attempt(unread, () => {
    if (isTest(meta)) unread.push({ path: "meta.security", reason: words("fhir.test-data") });
    if ((status ?? "active") !== "active") throw new Left("status", "fhir.status", status);
    if (outcome === "error" || outcome === "queued") throw new Left("outcome", "fhir.outcome", outcome);
    each(list(insurance, "insurance"), "insurance", unread, (one, at) => {
      if (one.inforce === false) throw new Left(`${at}.inforce`, "fhir.not-in-force");
      each(list(one.item, `${at}.item`), `${at}.item`, unread, (item, path) => readItem(item, path, one.benefitPeriod, `${at}.benefitPeriod`, amounts, unread));
    });
  });
  return { amounts, asOf: day(created), unread };
};

function readItem(item: Json, path: string, period: unknown, periodPath: string, amounts: EligibilityAmount[], unread: Unread[]): void {
  const serviceType = bucketOf(item, path);
  if (item.excluded === true) throw new Left(`${path}.excluded`, "fhir.excluded");
  const term = item.term === undefined ? [] : codings(item.term, `${path}.term`);
  const other = term.find(({ code }) => code !== "annual");
  if (other) throw new Left(`${path}.term`, "fhir.term", other.code);
  const benefits = list(item.benefit, `${path}.benefit`);
  if (benefits.length === 0) throw new Left(path, "fhir.no-benefit");
  each(benefits, `${path}.benefit`, unread, (benefit, at) => {
    // The allowed amount makes the used one a balance; what is left is for the rules core to say.
    if (benefit.allowedMoney === undefined) throw new Left(at, "fhir.no-allowed");
    if (benefit.usedMoney === undefined) throw new Left(at, "fhir.no-used");
    const type = benefit.type === undefined ? [] : codings(benefit.type, `${at}.type`);
    const wrong = type.find(({ code }) => !BALANCES.includes(String(code)));
    if (wrong) throw new Left(`${at}.type`, "fhir.benefit-type", wrong.code);
    money(benefit.allowedMoney, `${at}.allowedMoney`);
    const amount = money(benefit.usedMoney, `${at}.usedMoney`);
    if (amount.startsWith("-")) throw new Left(`${at}.usedMoney`, "fhir.money-negative");
    // R4 has the period on the insurance; some senders repeat it on the item.
    const [held, heldAt] = item.benefitPeriod === undefined ? [period, periodPath] : [item.benefitPeriod, `${path}.benefitPeriod`];
    amounts.push({ serviceType, kind: "used", amount, ...yearOf(held, heldAt), segment: at });
  });
}

function bucketOf(item: Json, path: string): ServiceType {
  const at = `${path}.category`;
  const codes = item.category === undefined ? [] : codesIn(X12_SERVICE_TYPES, item.category, at);
  const buckets = [...new Set(codes.flatMap((code) => (Object.hasOwn(BUCKETS, code) ? [BUCKETS[code]!] : [])))];
  if (buckets.length > 1) throw new Left(at, "fhir.buckets-differ");
  if (buckets[0] === undefined) throw new Left(path, "fhir.no-bucket");
  return buckets[0];
}

/** A period within one calendar year. A boundary that names only the year is that year's first or last day. */
function yearOf(value: unknown, path: string): { from: string; to: string | null } {
  if (value === undefined || value === null) throw new Left(path, "fhir.no-period");
  const { start, end } = object(value, path);
  if (start === undefined) throw new Left(path, "fhir.no-period");
  const bound = (given: unknown, rest: string) => day(typeof given === "string" && /^\d{4}$/.test(given) ? `${given}${rest}` : given);
  const from = bound(start, "-01-01");
  const to = end === undefined ? null : bound(end, "-12-31");
  if (from === null || (end !== undefined && to === null)) throw new Left(path, "fhir.bad-date");
  if (to !== null && (to.slice(0, 4) !== from.slice(0, 4) || to < from)) throw new Left(path, "fhir.period-several-years");
  return { from, to };
}
