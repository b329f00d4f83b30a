// ExplanationOfBenefit: therapy items with their allowed amounts, ready for usage.entries.
import type { ServiceType, UsageEntry } from "../index.js";
import type * as Fhir from "./fhir.d.ts";
import { ADJUDICATIONS, codesIn, codings, modifiersOf, procedureOf } from "./codes.js";
import { attempt, day, each, isObject, isTest, Left, list, money, object, resource, text, type Json, type Unread } from "./reading.js";
import { words } from "./words.js";

const BUCKETS: { readonly [modifier: string]: ServiceType } = { GP: "PT/SLP", GN: "PT/SLP", GO: "OT" };

/** What all entries of one resource have in common. */
interface Whole {
  id: string;
  status: NonNullable<UsageEntry["status"]>;
  denied: boolean;
  shared: Pick<UsageEntry, "posted" | "claim">;
}

export const entriesFromExplanationOfBenefit: typeof Fhir.entriesFromExplanationOfBenefit = (resourceGiven) => {
  const eob = resource(resourceGiven, "ExplanationOfBenefit", "eob", ["item", "addItem", "adjudication", "identifier"]);
  const entries: UsageEntry[] = [];
  const unread: Unread[] = [];
  attempt(unread, () => {
    if (isTest(eob.meta)) unread.push({ path: "meta.security", reason: words("fhir.test-data") });
    const whole = readWhole(eob);
    const seen = new Set<number>();
    if (list(eob.item, "item").length + list(eob.addItem, "addItem").length === 0) throw new Left("item", "fhir.no-item");
    each(list(eob.item, "item"), "item", unread, (item, path) => entries.push(readItem(item, path, whole, seen)));
    each(list(eob.addItem, "addItem"), "addItem", unread, (_, path) => {
      throw new Left(path, "fhir.added-by-payer");
    });
  });
  return { entries, unread };
};

function readWhole(eob: Json): Whole {
  if ((eob.use ?? "claim") !== "claim") throw new Left("use", "fhir.other-use", eob.use);
  const status = statusOf(eob);
  const left = LEFT_BILL_TYPES[typeOfBill(eob)];
  if (left) throw new Left("supportingInfo", left);
  const identifier = list(eob.identifier, "identifier")
    .filter(isObject)
    .find(({ value }) => text(value) !== null);
  const id = text(eob.id) ?? (identifier ? [text(identifier.system), text(identifier.value)].filter((part) => part !== null).join("|") : null);
  if (id === null) throw new Left("id", "fhir.no-id");
  const posted = day(eob.created);
  const claim = isObject(eob.claim) ? (text(eob.claim.reference) ?? (isObject(eob.claim.identifier) ? text(eob.claim.identifier.value) : null)) : null;
  const denied = saysDenied(eob.adjudication, "adjudication") || (isObject(eob.payment) && isDenied(eob.payment.type, "payment.type"));
  return { id, status, denied, shared: { ...(posted === null ? {} : { posted }), ...(claim === null ? {} : { claim }) } };
}

/** Institutional claims whose therapy does not count toward a threshold, or not with the amount that is allowed (the X12 readers leave the
 *  same): a Part A stay, home health under a plan of care, a critical access hospital. */
const LEFT_BILL_TYPES: { readonly [digits: string]: string } = {
  "11": "fhir.part-a-stay",
  "18": "fhir.part-a-stay",
  "21": "fhir.part-a-stay",
  "32": "fhir.home-health",
  "33": "fhir.home-health",
  "85": "fhir.critical-access",
};

/** The first two digits of the type of bill (CARIN), which is written with or without a zero before it. */
function typeOfBill({ supportingInfo }: Json): string {
  for (const [index, one] of list(supportingInfo, "supportingInfo").entries()) {
    const at = `supportingInfo[${index}]`;
    if (!isObject(one) || !isObject(one.category) || !isObject(one.code)) continue;
    if (!codings(one.category, `${at}.category`).some(({ code }) => code === "typeofbill")) continue;
    const [code] = codings(one.code, `${at}.code`).map((coding) => text(coding.code));
    return (code ?? "").replace(/^0/, "").slice(0, 2);
  }
  return "";
}

/** What was entered in error never was: an earlier reading of it is to count no more, as with what was cancelled. */
function statusOf({ status, outcome }: Json): Whole["status"] {
  if (status === "cancelled" || status === "entered-in-error") return "void";
  if ((status ?? "active") !== "active") throw new Left("status", "fhir.status", status);
  if (outcome === "queued" || outcome === "partial") return "pending";
  if ((outcome ?? "complete") !== "complete") throw new Left("outcome", "fhir.outcome", outcome);
  return "adjudicated";
}

function readItem(item: Json, path: string, whole: Whole, seen: Set<number>): UsageEntry {
  const { sequence } = item;
  if (typeof sequence !== "number" || !Number.isInteger(sequence) || sequence < 1) throw new Left(path, "fhir.no-sequence");
  if (seen.has(sequence)) throw new Left(path, "fhir.repeated-sequence");
  seen.add(sequence);
  const modifiers = modifiersOf(item, path);
  // The same plan of care twice is one.
  const [named, another] = new Set(modifiers.filter((modifier) => Object.hasOwn(BUCKETS, modifier)));
  const serviceType = BUCKETS[named ?? ""];
  if (serviceType === undefined || another !== undefined) throw new Left(path, "fhir.no-therapy-modifier");
  const code = procedureOf(item, path);
  const date = servicedOn(item, path);
  const allowed = eligibleOf(item, path);
  const denied = whole.denied || saysDenied(item.adjudication, `${path}.adjudication`);
  if (denied && !/^-?0+\.00$/.test(allowed)) throw new Left(path, "fhir.denied-with-amount");
  return {
    id: `eob ${whole.id} item ${sequence}`,
    date,
    serviceType,
    allowed,
    status: whole.status,
    ...whole.shared,
    code,
    modifiers,
    ...(denied ? { denied } : {}),
  };
}

function servicedOn(item: Json, path: string): string {
  if (item.servicedDate !== undefined) {
    const date = day(item.servicedDate);
    if (date === null) throw new Left(`${path}.servicedDate`, "fhir.bad-date");
    return date;
  }
  if (item.servicedPeriod === undefined) throw new Left(path, "fhir.no-date");
  const at = `${path}.servicedPeriod`;
  const period = object(item.servicedPeriod, at);
  const [first, last] = [day(period.start), day(period.end)];
  if (first === null || (last === null && period.end !== undefined)) throw new Left(at, "fhir.bad-date");
  if (first !== last) throw new Left(at, "fhir.period-several-days");
  return first;
}

function eligibleOf(item: Json, path: string): string {
  const found = list(item.adjudication, `${path}.adjudication`).flatMap((one, index) => {
    const at = `${path}.adjudication[${index}]`;
    const { category, amount } = object(one, at);
    if (category === undefined || !codesIn(ADJUDICATIONS, category, `${at}.category`, /^ELIGIBLE$/).includes("ELIGIBLE")) return [];
    return [money(amount, `${at}.amount`)];
  });
  const [allowed] = found;
  if (allowed === undefined) throw new Left(path, "fhir.no-eligible");
  if (found.some((other) => other !== allowed)) throw new Left(path, "fhir.allowed-differ");
  return allowed;
}

/** Adjudications that give as their reason that the whole was denied. A denial reason of another kind may be of a part of the line. */
function saysDenied(adjudications: unknown, path: string): boolean {
  return list(adjudications, path).some((one, index) => isObject(one) && isDenied(one.reason, `${path}[${index}].reason`));
}

/** The payer's adjudication status (CARIN), or X12's reason that the benefit maximum is reached: the denial of a line over the threshold. */
function isDenied(status: unknown, path: string): boolean {
  const says = ({ system, code }: Json) =>
    (code === "denied" && String(system).endsWith("/C4BBPayerAdjudicationStatus")) ||
    (code === "119" && /\/claim-adjustment-reason-codes\/?$/.test(String(system)));
  return status !== undefined && codings(status, path).some(says);
}
