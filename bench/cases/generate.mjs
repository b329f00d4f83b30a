// Decisions to be made: one line, its day and provider, the coverage, and a ledger of 0 to 40 rows that is to be summed up.
import { BUCKET, CODES_OT, CODES_PT_SLP, THRESHOLD } from "./tables.mjs";
import { dateIn, money, random } from "./random.mjs";

/** Professions that bill no therapy are among them, and codes that are on no list. */
const DISCIPLINES = ["PT", "PT", "PT", "PTA", "OT", "OT", "OTA", "SLP", "DC", "LMT"];
const CODES = [...new Set([...CODES_PT_SLP, ...CODES_OT, "97161", "97010", "G0283", "97014"])];
const MODIFIERS = ["GP", "GO", "GN", "59", "CQ", "CO", "XU", "76"];
const YEARS = [2023, 2024, 2025, 2025, 2025, 2026];

export function generate(count = 4000, seed = 20251122) {
  const numbers = random(seed);
  const cases = Array.from({ length: count }, () => one(numbers));
  for (let i = 0; i < count; i += 50) atTheEdge(cases[i], i % 100 !== 0);
  return cases;
}

function one(numbers) {
  const { whole, pick, chance } = numbers;
  const year = chance(0.04) ? 2019 : pick(YEARS);
  const discipline = pick(DISCIPLINES);
  const modifiers = [];
  for (let left = whole(0, 3); left > 0; left--) {
    const modifier = pick(MODIFIERS);
    if (!modifiers.includes(modifier)) modifiers.push(modifier);
  }
  if (chance(0.1)) modifiers.splice(whole(0, modifiers.length), 0, "KX");
  const ledger = [];
  for (let left = whole(0, 40); left > 0; left--) {
    ledger.push({
      date: dateIn(numbers, chance(0.9) ? year : year - 1),
      discipline: pick(DISCIPLINES),
      allowed: money(chance(0.05) ? -whole(1000, 9000) : whole(1500, 14000)),
    });
  }
  const own = BUCKET[discipline] === "OT" ? CODES_OT : CODES_PT_SLP;
  return {
    line: { cpt: BUCKET[discipline] && chance(0.85) ? pick(own) : pick(CODES), modifiers, allowed: money(whole(1500, 14000)) },
    date: dateIn(numbers, year),
    discipline,
    coverage: { payer: chance(0.92) ? "medicare" : "commercial", outpatientTherapy: chance(0.95) },
    preference: { autoApplyKx: chance(0.9) },
    otherUsed: { ptSlp: money(chance(0.4) ? 0 : whole(0, 260000)), ot: money(chance(0.4) ? 0 : whole(0, 260000)) },
    precomputed: { ptSlp: chance(0.12) ? money(whole(-50000, 90000)) : null, ot: chance(0.12) ? money(whole(-50000, 90000)) : null },
    ledger,
  };
}

/** Nothing is left, or one cent is: where a contender that rounds would be found out. */
function atTheEdge(one, usedUp) {
  const threshold = THRESHOLD[one.date.slice(0, 4)];
  if (!BUCKET[one.discipline] || !threshold) return;
  const bucket = BUCKET[one.discipline] === "OT" ? "ot" : "ptSlp";
  one.ledger = [];
  one.precomputed[bucket] = null;
  one.otherUsed[bucket] = usedUp ? threshold : money(Number.parseInt(threshold, 10) * 100 - 1);
}
