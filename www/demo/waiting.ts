// Claims of the made-up practice that have not gone out, each held by something else.
import type { AuditLine } from "kx-modifier";
import type { Chart } from "kx-modifier/desk";

type Discipline = "PT" | "OT" | "SLP";

const PLAN = { PT: "GP", OT: "GO", SLP: "GN" } as const;
const OTHER = { PT: "GO", OT: "GP", SLP: "GP" } as const;
const CODES = { PT: ["97110", "97140"], OT: ["97530", "97535"], SLP: ["92507", "92526"] } as const;
const ALLOWED = { PT: ["53.81", "44.10"], OT: ["65.96", "50.50"], SLP: ["78.53", "86.25"] } as const;

/** The modifiers of the first line of a claim, over the threshold and below it. The second line is in order below it, and asks for KX above. */
const OVER = (plan: string): string[][] => [[plan], [plan, "KX", "GA"], [plan, "99"], [plan, "59", "76", "LT"]];
const BELOW = (plan: string, other: string): string[][] => [[plan, "KX"], [], [other], [plan]];

export interface Waiting {
  lines: AuditLine[];
  unsent: NonNullable<Chart["unsent"]>;
  /** Another payer may be responsible. */
  hospice: boolean;
}

/** Every fortieth patient has a claim that waits since last week, and of those over the threshold every fifth. */
export function waitingOf(place: number, discipline: Discipline, isOver: boolean): Waiting | null {
  if (place % (isOver ? 5 : 40) !== 2) return null;
  const number = Math.floor(place / (isOver ? 5 : 40));
  const [plan, other] = [PLAN[discipline], OTHER[discipline]];
  const kinds = isOver ? OVER(plan) : BELOW(plan, other);
  const modifiers = kinds[number % kinds.length] ?? [plan];
  const claim = `S${41_000 + place}`;
  const days = [1, 3].map((day) => `2026-09-${String(day + (number % 7)).padStart(2, "0")}`);
  const lines = CODES[discipline].map(
    (code, index): AuditLine => ({
      id: `open.${index + 1}`,
      claim,
      date: days[index] ?? "2026-09-04",
      code,
      modifiers: index === 0 ? modifiers : isOver && number % 2 === 0 ? [plan, "KX"] : [plan],
      allowed: ALLOWED[discipline][index] ?? "44.10",
      status: "pending",
    }),
  );
  return { lines, unsent: [{ claim, since: days[1] ?? "2026-09-04" }], hospice: !isOver && number % 4 === 3 };
}
