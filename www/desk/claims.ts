// The claims of a practice that have not gone out: those of the visits at hand, and those that wait since earlier days.
import type { AuditLine, CivilDate, Money, Release } from "kx-modifier";
import type { ClaimRow } from "../widgets/claims/model.js";
import type { Chart, Practice } from "./chart.js";
import { isRefusal, type Functions } from "./functions.js";
import { claimOf, claimsRequest, type Hold } from "./holds.js";
import type { Kept } from "./kept.js";
import { inPortions } from "./portions.js";
import { previewRequest, type Settings } from "./questions.js";
import { broughtBack } from "./visit.js";

type Claims = Parameters<typeof claimsRequest>[1];

/** What was said of a patient's claims. */
export const wordsOf = ({ released }: Kept, chart: string): Release[] => Object.values(released?.[chart] ?? {}).flat();

const lineOf = ({ id, date, code, modifiers, units, allowed, kxDeclined, kxDeclinedBecause }: AuditLine): Claims[number]["lines"][number] => ({
  id,
  date,
  code,
  allowed,
  ...(modifiers ? { modifiers } : {}),
  ...(units === undefined ? {} : { units }),
  ...(kxDeclined === undefined ? {} : { kxDeclined }),
  ...(kxDeclinedBecause === undefined ? {} : { kxDeclinedBecause }),
});

/** By calendar year: each has its own threshold. */
function byYear(claims: Claims): Claims[] {
  const years = new Map<string, Claims>();
  for (const claim of claims) {
    const year = claim.lines[0]?.date.slice(0, 4) ?? "";
    years.set(year, [...(years.get(year) ?? []), claim]);
  }
  return [...years.values()];
}

/** On a claim that waits somebody adds KX, or nobody does: of its lines without KX that is asked. `required`: the same claims where an answer is
 *  required. */
function unanswered(claims: Hold["claims"], required: Hold["claims"], own: Claims, visit: string): Hold["claims"] {
  return claims.map((claim, place) => {
    const other = required[place];
    const bare = new Set(own[place]?.lines.flatMap(({ id, modifiers = [] }) => (modifiers.includes("KX") ? [] : [id])));
    const isAsked = other?.reasons.some(({ code, line }) => code === "suggestion" && !claim.reasons.some((one) => one.code === code && one.line === line));
    if (!other || !isAsked || claim.id === visit) return claim;
    return {
      ...other,
      reasons: other.reasons.filter(({ code, line }) => code !== "attestation-missing" || (line !== null && bare.has(line))),
      lines: other.lines.map((line, at) => (bare.has(line.id) ? line : (claim.lines[at] ?? line))),
    };
  });
}

/** The claims of one patient. One that nothing holds, and nothing held, is among them too. */
export function claimRowsOf(kx: Functions, practice: Practice, chart: Chart, kept: Kept, settings: Settings): ClaimRow[] {
  const { holdClaims } = kx;
  const { id, patient: name, memberId, provider, unsent = [], billed } = chart;
  const clinic = chart.clinic ?? practice.location;
  const where = { therapist: provider.name, ...(clinic !== undefined && { clinic }) };
  const known = { id, name, memberId, therapist: provider.name };
  if (!holdClaims || (unsent.length === 0 && !kept.visits[id]?.lines?.length)) return [];
  const waiting = unsent.map(({ claim, type }) => ({ id: claim, ...(type ? { type } : {}), lines: billed.filter((line) => line.claim === claim).map(lineOf) }));
  const refused = (error: unknown, day: CivilDate): ClaimRow[] => {
    if (!isRefusal(error)) throw error;
    const { code, message, help, path } = error;
    return [{ ...known, claim: null, error: { code, message, help, path, year: Number(day.slice(0, 4)) } }];
  };
  const row = (claim: Hold["claims"][number], claims: Claims, withoutKx?: Money): ClaimRow => {
    const days =
      claims
        .find((one) => one.id === claim.id)
        ?.lines.map(({ date }) => date)
        .sort() ?? [];
    const [from = chart.date, to = from] = [days[0], days.at(-1)];
    const since = unsent.find((one) => one.claim === claim.id)?.since ?? chart.date;
    return {
      ...known,
      claim,
      days: { from, to },
      since,
      released: kept.released?.[id]?.[claim.id] ?? [],
      ...(withoutKx !== undefined && { withoutKx }),
      error: null,
    };
  };
  try {
    const { lines, ...context } = previewRequest(kx, practice, chart, broughtBack(kept.visits[id] ?? {}, chart), settings);
    const visit = claimOf(chart, lines as Parameters<typeof claimOf>[1]);
    const words = wordsOf(kept, id);
    // A year that cannot be looked at hides no claim of another one.
    return byYear([...waiting, ...(visit.lines.length > 0 ? [visit] : [])]).flatMap((own) => {
      try {
        const located = own.map((claim) => ({ ...claim, ...where }));
        const ask = (released: readonly Release[], by = context) => holdClaims(claimsRequest(by, located, released)).claims;
        const requiring = { ...context, policy: { ...context.policy, attestation: "require" as const } };
        /** Of claims that wait as where an answer is required, since Auto-Apply adds KX to a visit that is open. */
        const asked = (released: readonly Release[]) => {
          const claims = ask(released);
          return context.preferences?.autoApplyKx ? unanswered(claims, ask(released, requiring), own, visit.id) : claims;
        };
        const claims = asked(words);
        // Asked as if all went out: what is at risk then is told before somebody releases it.
        const freed = claims.some(({ status }) => status === "hold")
          ? asked(own.flatMap(({ lines }) => lines.map(({ id: line }) => ({ line, by: "-", reason: "-" }))))
          : [];
        return claims.map((claim, place) => row(claim, own, claim.status === "hold" ? freed[place]?.atStake.atRisk : undefined));
      } catch (error) {
        return refused(error, own[0]?.lines[0]?.date ?? chart.date);
      }
    });
  } catch (error) {
    return refused(error, chart.date);
  }
}

/** What is at stake in each. */
export const claimsAtStake = (rows: readonly ClaimRow[]) => rows.flatMap(({ claim }) => claim ?? []);

export const lookThroughClaims = (
  kx: Functions,
  practice: Practice,
  kept: Kept,
  settings: Settings,
  shown: (rows: ClaimRow[], done: number, total: number) => boolean,
): Promise<void> => inPortions(practice, (charts) => charts.flatMap((chart) => claimRowsOf(kx, practice, chart, kept, settings)), shown);
