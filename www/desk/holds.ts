// What holds the claim of the open visit.
import type { Release, holdClaims } from "kx-modifier";
import type { Chart } from "./chart.js";
import type { Functions } from "./functions.js";
import type { Context, NamedLine } from "./session.js";

export type Hold = ReturnType<typeof holdClaims>;
type Claims = Parameters<typeof holdClaims>[0]["claims"];

/** What claims of any day rest on. */
export function claimsRequest({ appointment, ...rest }: Context, claims: Claims, released: readonly Release[]): Parameters<typeof holdClaims>[0] {
  const ids = new Set(claims.flatMap(({ lines }) => lines.map(({ id }) => id)));
  const { renderingProvider } = appointment;
  // A word about a line that was removed is none.
  return { ...rest, ...(renderingProvider ? { renderingProvider } : {}), claims, released: released.filter(({ line }) => ids.has(line)) };
}

/** What the claim of a visit is called: the practice's number for it, or the chart's id.
 *  @example
 *  const visit: Pick<Chart, "id" | "claim"> = { id: "visit-1", claim: "S20128" };
 *  claimIdOf(visit); // "S20128" */
export const claimIdOf = ({ id, claim = id }: Pick<Chart, "id" | "claim">): string => claim;

export const claimOf = (chart: Chart, lines: readonly NamedLine[]): Claims[number] => ({
  id: claimIdOf(chart),
  lines: lines.map((line) => ({ ...line, date: chart.date })),
});

export const holdOf = (kx: Functions, context: Context, chart: Chart, lines: readonly NamedLine[], released: readonly Release[]): Hold | null =>
  kx.holdClaims?.(claimsRequest(context, [claimOf(chart, lines)], released)) ?? null;
