// Who works at the made-up practice.
import { word } from "./words.js";

type Discipline = "PT" | "OT" | "SLP";

const STAFF: { [D in Discipline]: readonly string[] } = {
  PT: ["Alex Sample", "Brook Sample", "Casey Sample", "Drew Sample"],
  OT: ["Ellis Sample", "Finley Sample"],
  SLP: ["Gale Sample"],
};

export const PLAN_OF_CARE: { [D in Discipline]: readonly string[] } = { PT: ["GP"], OT: ["GO"], SLP: ["GN"] };

/** One of those with the discipline. */
export function therapist(discipline: Discipline, place = 0) {
  const names = STAFF[discipline];
  return { name: names[place % names.length] ?? "", discipline, planOfCare: PLAN_OF_CARE[discipline] };
}

/** Whom work can be given to: the therapists, and the two who bill. */
export const assignees = (): readonly string[] => [...Object.values(STAFF).flat(), word("billing.a-m"), word("billing.n-z")];
