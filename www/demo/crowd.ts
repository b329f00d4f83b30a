// The other patients of the made-up practice, so that its worklist is as long as a real one. Drawn by a fixed rule: the same at every visit.
import type { Chart } from "kx-modifier/desk";

const COUNT = 1993;
const DISCIPLINES = ["PT", "PT", "PT", "OT", "SLP"] as const;
const PLANS_OF_CARE = { PT: ["GP"], OT: ["GO"], SLP: ["GN"] };
const TYPES = { PT: "Physical therapy follow-up", OT: "Occupational therapy follow-up", SLP: "Speech therapy follow-up" };

/** A linear congruential generator after Numerical Recipes. */
function* drawn(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

export const crowd: readonly Chart[] = (() => {
  const draw = drawn(2026);
  const below = (end: number): number => Math.floor((draw.next().value / 2 ** 32) * end);
  return Array.from({ length: COUNT }, (_, place): Chart => {
    const discipline = DISCIPLINES[below(DISCIPLINES.length)] ?? "PT";
    // Most are far from the threshold, few beyond it. Written as dollars and cents, never calculated with.
    const dollars = [800, 1600, 2300, 2479, 2900, 3400][[0, 0, 0, 1, 1, 1, 2, 3, 4, 5][below(10)] ?? 0] ?? 0;
    const used = `${below(dollars)}.${String(below(100)).padStart(2, "0")}`;
    return {
      id: `crowd-${place + 1}`,
      patient: `Sample Patient ${String(place + 8).padStart(4, "0")}`,
      memberId: null,
      coverage: below(8) === 0 ? { program: "other", name: "Employer plan" } : { program: "medicare-part-b", name: "Medicare Part B" },
      date: "2026-09-14",
      provider: { name: "Sample Therapist", discipline, planOfCare: PLANS_OF_CARE[discipline] },
      appointmentType: TYPES[discipline],
      billed: [],
      used: discipline === "OT" ? { OT: used } : { "PT/SLP": used },
      otherUsed: {},
      asOf: "2026-09-11",
      booked: [],
    };
  });
})();
