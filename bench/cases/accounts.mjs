// A year of billed lines for each of many beneficiaries, as `auditNdjson` takes them. Among them is what an audit is made for: KX too early,
// missing, and on the line that crosses; lines without a plan of care, claims taken back, and payments that were processed out of order.
import { CODES_OT, CODES_PT_SLP } from "./tables.mjs";
import { dateIn, money, random } from "./random.mjs";

const YEARS = [2024, 2025, 2025, 2026];

export function accounts(beneficiaries, linesOfEach, { seed = 20260302, first = 0 } = {}) {
  const lines = [];
  for (let b = first; b < first + beneficiaries; b++) {
    // Each has a seed of their own, so that a part of them can be made without those before.
    const numbers = random(seed + b);
    const year = numbers.pick(YEARS);
    for (let i = 0; i < linesOfEach; i++) lines.push(line(numbers, `b${b}`, i, year));
  }
  return lines;
}

function line(numbers, beneficiary, i, year) {
  const { whole, pick, chance } = numbers;
  const isOt = chance(0.3);
  const modifiers = chance(0.04) ? [] : chance(0.02) ? ["GP", "GO"] : [isOt ? "GO" : "GP"];
  if (chance(0.2)) modifiers.push("59");
  if (chance(0.3)) modifiers.push("KX");
  if (chance(0.01)) modifiers.push("59");
  return {
    beneficiary,
    id: `${beneficiary}-${i}`,
    date: dateIn(numbers, chance(0.97) ? year : year - 1),
    code: chance(0.03) ? "99213" : pick(isOt ? CODES_OT : CODES_PT_SLP),
    modifiers,
    allowed: money(whole(2500, 14000)),
    ...(chance(0.02) ? { status: "void" } : {}),
    ...(chance(0.4) ? { posted: dateIn(numbers, year) } : {}),
  };
}
