// What a queue of claims shows, and the orders and groups a person may look at it in.
import type { CivilDate, HoldReason, Money, Release, holdClaims, totalAtStake } from "kx-modifier";
import type { ClaimOrder, ClaimStatus, ClaimsView, HoldCode, UnreadPatient } from "../shared/model.js";

export type { ClaimOrder, ClaimStatus, ClaimsView, HoldCode } from "../shared/model.js";

export type Claim = ReturnType<typeof holdClaims>["claims"][number];

/** What `holdClaims` answers for one claim, with what the host knows of it. */
export interface ClaimRow {
  /** The patient's id. */
  id: string;
  name: string;
  memberId?: string | null;
  /** Who rendered the services: the one who answers what a therapist answers. */
  therapist?: string | null;
  /** Null with an error: no claim of the patient could be looked at. */
  claim: Claim | null;
  /** First and last date of service. */
  days?: { from: CivilDate; to: CivilDate } | null;
  /** Since when the claim waits, by the host. */
  since?: CivilDate | null;
  /** What is kept of it: the words that were given. */
  released?: readonly Release[];
  /** Of a claim that waits: what `holdClaims` answers as its `atRisk` once everything is released, the lines that Medicare denies without KX. */
  withoutKx?: Money;
  /** Why the patient's claims could not be looked at: by `code`, that of the error, or without one in the host's own words. */
  error: UnreadPatient | null;
}

export const STATUSES: readonly ClaimStatus[] = ["hold", "released"];
export const ORDERS: readonly ClaimOrder[] = ["urgency", "expected", "since", "days", "name"];
export const WHO: readonly HoldReason["who"][] = ["therapist", "biller"];

/** The gravest first: what cannot be looked at, errors, warnings. */
export const CODES: readonly HoldCode[] = [
  "unread",
  "suggestion",
  "no-modifier-place",
  "opposing-modifier",
  "kx-declined-present",
  "therapy-modifier-conflict",
  "other-year-usage",
  "assistant-evaluation",
  "documentation-incomplete",
  "attestation-missing",
  "early-kx",
  "modifiers-in-note",
  "therapy-modifier-missing",
  "assistant-modifier-missing",
  "usage-unknown",
  "home-health-episode",
  "hospice",
];

/** No two claims have one. */
export const keyOf = ({ id, claim }: ClaimRow): string => JSON.stringify([id, claim?.id ?? null]);

/** A claim with the reasons that are shown of it. */
export interface ShownClaim {
  row: ClaimRow;
  key: string;
  /** One of each cause. */
  reasons: readonly HoldReason[];
  /** All that these stand for. */
  shown: readonly HoldReason[];
}

/** A claim without a reason is in no queue. */
function statusOf({ claim, error }: ClaimRow): ClaimStatus | null {
  if (error || claim?.status === "hold") return "hold";
  return claim && claim.reasons.length > 0 ? "released" : null;
}

/** What is still to be answered of a claim that waits, all of one that was released. */
const reasonsOf = (row: ClaimRow): readonly HoldReason[] =>
  row.claim?.reasons.filter(({ released }) => row.claim?.status !== "hold" || released === null) ?? [];

/** Reasons that one step answers. */
export interface Cause {
  /** Whose words are shown: of what is in the way, or else of the gravest. */
  reason: HoldReason;
  codes: readonly HoldReason["code"][];
}

/** Two reasons of a line with one step are one cause. What is about the patient is said each by itself.
 *  @example
 *  const { claims } = holdClaims({
 *    claims: [{ id: "claim-1", lines: [{ id: "1", date: "2026-07-01", code: "97110", modifiers: ["GP"], allowed: "31.40" }] }],
 *    renderingProvider: { discipline: "PT" },
 *    coverage: { program: "medicare-part-b" },
 *    usage: { used: { "PT/SLP": "2500.00" } },
 *  });
 *  causesOf(claims[0]?.reasons ?? []).map(({ codes }) => codes); // [["suggestion"]] */
export function causesOf(reasons: readonly HoldReason[]): Cause[] {
  const causes = new Map<string, Cause>();
  for (const [place, reason] of reasons.entries()) {
    const { line, nextStep, released } = reason;
    const key = JSON.stringify(line === null ? place : [line, nextStep, released]);
    const known = causes.get(key);
    // What is in the way says more than that somebody decides.
    const shown = known === undefined || reason.severity === "error" ? reason : known.reason;
    causes.set(key, { reason: shown, codes: [...(known?.codes ?? []), reason.code] });
  }
  return [...causes.values()];
}

const codesOf = (row: ClaimRow): readonly HoldCode[] => (row.error ? ["unread"] : reasonsOf(row).map(({ code }) => code));

const urgency = ({ row, reasons: [first] }: ShownClaim): number => {
  if (row.error || !first) return -1;
  return (first.severity === "error" ? 0 : CODES.length) + CODES.indexOf(first.code);
};

const NEVER = "9999-99-99";
const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const amountOf = ({ row: { claim } }: ShownClaim): number => Number(claim?.amount ?? -1);

/** What has the status, one of the codes, the one who answers, and holds the text, in the order asked for. */
export function arranged(rows: readonly ClaimRow[], { codes, who, sought, status, order, backwards }: ClaimsView, locale: string): ShownClaim[] {
  const text = sought.trim().toLocaleLowerCase(locale);
  const holds = ({ name, memberId, therapist, claim }: ClaimRow): boolean =>
    [name, memberId, therapist, claim?.id].some((part) => part?.toLocaleLowerCase(locale).includes(text));
  const kept = rows.flatMap((row): ShownClaim[] => {
    if (statusOf(row) !== status || (text !== "" && !holds(row))) return [];
    if (row.error) return (codes.length === 0 || codes.includes("unread")) && who === "" ? [{ row, key: keyOf(row), reasons: [], shown: [] }] : [];
    const reasons = reasonsOf(row).filter((reason) => (codes.length === 0 || codes.includes(reason.code)) && (who === "" || reason.who === who));
    const answered = codes.length === 0 && who === "" ? (row.claim?.reasons.filter((reason) => !reasonsOf(row).includes(reason)) ?? []) : [];
    const shown = [...reasons, ...answered];
    return reasons.length > 0 ? [{ row, key: keyOf(row), reasons: causesOf(shown).map(({ reason }) => reason), shown }] : [];
  });
  const collator = new Intl.Collator(locale, { numeric: true });
  const compare: { [O in ClaimOrder]: (one: ShownClaim, other: ShownClaim) => number } = {
    urgency: (one, other) => urgency(one) - urgency(other),
    expected: (one, other) => amountOf(other) - amountOf(one),
    since: (one, other) => byText(one.row.since ?? NEVER, other.row.since ?? NEVER),
    days: (one, other) => byText(one.row.days?.from ?? NEVER, other.row.days?.from ?? NEVER),
    name: (one, other) => collator.compare(one.row.name, other.row.name),
  };
  const direction = backwards ? -1 : 1;
  return kept.sort((one, other) => direction * compare[order](one, other) || urgency(one) - urgency(other) || compare.since(one, other));
}

/** Claims of each code among those with the status. */
export function counted(rows: readonly ClaimRow[], status: ClaimStatus): Map<HoldCode, number> {
  const counts = new Map<HoldCode, number>();
  for (const row of rows) if (statusOf(row) === status) for (const code of new Set(codesOf(row))) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Claims in each status. */
export function inStatus(rows: readonly ClaimRow[]): { [S in ClaimStatus]: number } {
  const counts = { hold: 0, released: 0 };
  for (const row of rows) {
    const status = statusOf(row);
    if (status) counts[status] += 1;
  }
  return counts;
}

/** The line of a claim whose note decides a reason: 99 hides whether KX is on it. */
export function lineOfNote({ claim }: ClaimRow, { line, released }: HoldReason): string | null {
  if (released || line === null) return null;
  return claim?.reasons.some((one) => one.line === line && one.code === "modifiers-in-note" && !one.released) ? line : null;
}

/** Somebody has read the claim's note. That KX is in it answers all that is asked of the line; that it is not leaves KX to the clinician.
 *  @example
 *  const released = noteRead({}, "1", "Bea Biller", "KX is in the claim note", true);
 *  released.map(({ line, codes }) => [line, codes]); // [["1", ["suggestion", "attestation-missing", "modifiers-in-note"]]] */
export function noteRead({ released = [] }: Pick<ClaimRow, "released">, line: string, by: string, reason: string, has: boolean): Release[] {
  // The newest word counts: KX may have been added to the note since.
  const before = released.filter((one) => one.line !== line || !one.codes?.includes("modifiers-in-note"));
  return [...before, { line, by, reason, codes: has ? ["suggestion", "attestation-missing", "modifiers-in-note"] : ["modifiers-in-note"] }];
}

/** The words that let a claim go: one for each line that holds it, for what is shown of it and for nothing else. Earlier ones stay. */
export function releasing({ row: { claim, released = [] }, shown }: ShownClaim, by: string, reason: string): Release[] {
  const codesOf = (of: string) => [...new Set(shown.filter(({ line }) => line === null || line === of).map(({ code }) => code))];
  const words = (claim?.lines ?? []).filter(({ held }) => held).map(({ id }) => ({ line: id, by, reason, codes: codesOf(id) }));
  return [...released, ...words.filter(({ codes }) => codes.length > 0)];
}

/** Whether something holds a claim that a filter hides. */
export const hasHidden = ({ row: { claim }, shown }: ShownClaim): boolean =>
  claim?.reasons.some((reason) => reason.released === null && !shown.includes(reason)) ?? false;

const openReasons = ({ row: { claim } }: ShownClaim): readonly HoldReason[] => claim?.reasons.filter(({ released }) => released === null) ?? [];

/** Such a claim goes out by itself, and with no others: nobody looks at fifty errors. */
export const hasError = (one: ShownClaim): boolean => openReasons(one).some(({ code, severity }) => code !== "suggestion" && severity === "error");

/** What follows once claims are released. */
export interface Consequences {
  /** Claims that go out, and what they are expected to be allowed. */
  go: { count: number; amount: Money };
  /** Of those: with lines that Medicare denies without KX. No amount where a host tells none of one of them, or no line has one. */
  denied: { count: number; amount: Money | null };
  /** Of those: with a line whose KX, if any, is in a note that nobody has read. */
  noted: number;
  /** Why the others were held: how many of each, the gravest first. */
  codes: readonly { code: HoldCode; count: number }[];
  /** Held by what a filter hides: they do not go out. */
  stay: number;
}

const NONE: Money = "0.00";
/** Where a note may have KX, a denial is no certainty. */
const isNoted = (one: ShownClaim, of?: string): boolean =>
  openReasons(one).some(({ code, line }) => code === "modifiers-in-note" && (of === undefined || line === of));

/** A line over the threshold may have no amount. */
const isDenied = (one: ShownClaim): boolean =>
  Number(one.row.withoutKx ?? 0) !== 0 ||
  openReasons(one).some(
    ({ code, line }) =>
      code === "suggestion" &&
      line !== null &&
      !isNoted(one, line) &&
      one.row.claim?.lines.some(({ id, outcome }) => id === line && outcome.standing === "reached"),
  );

/** `add`: `totalAtStake`, so that amounts are added up as they are everywhere. */
export function consequencesOf(claims: readonly ShownClaim[], add: typeof totalAtStake): Consequences {
  const going = claims.filter((one) => !hasHidden(one));
  const rows = going.map(({ row: { claim, withoutKx } }) => ({ atStake: { onHold: claim?.amount ?? NONE, denied: NONE, atRisk: withoutKx ?? NONE } }));
  const { total } = add({ rows });
  const denied = going.filter(isDenied);
  const isTold = Number(total.atRisk) !== 0 && denied.every(({ row }) => row.withoutKx !== undefined);
  const countOf = (code: HoldCode): number => going.filter((one) => openReasons(one).some((reason) => reason.code === code)).length;
  return {
    go: { count: going.length, amount: total.onHold },
    denied: { count: denied.length, amount: isTold ? total.atRisk : null },
    noted: going.filter((one) => isNoted(one)).length,
    codes: CODES.map((code) => ({ code, count: countOf(code) })).filter(({ code, count }) => count > 0 && code !== "modifiers-in-note"),
    stay: claims.length - going.length,
  };
}
