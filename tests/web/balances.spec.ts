// Each made-up patient's account and balance are one: what the lines add up to is what the cards show, to the cent.
import { expect, test } from "@playwright/test";
import * as kx from "../../dist/index.js";
import { practice } from "../../www/demo/practice.js";
import { auditOf } from "../../www/desk/account.js";
import { broughtBack } from "../../www/desk/visit.js";

const cents = (amount: string): number => Math.round(Number(amount) * 100);

test("every patient of the demo has an account that agrees with their balance", async () => {
  await kx.default();
  const charts = [...practice.charts, ...(practice.others ?? [])];
  expect(charts.length).toBeGreaterThan(1000);
  const differing: string[] = [];
  // A year without an amount has no balance to agree with.
  const { years } = kx.versions();
  for (const chart of charts.filter(({ date }) => years.includes(Number(date.slice(0, 4))))) {
    const { id, coverage, asOf, otherUsed, used, entries = [] } = chart;
    // What was attested is no part of a balance.
    const bare: typeof chart = Object.create(chart, { attestations: { value: [] } });
    const { name: _, ...program } = coverage;
    // Totals are of the year of their own day.
    const usage = { ...(used ? { used } : { entries: [...entries] }), otherUsed, asOf };
    const cards = kx.thresholds({ date: asOf, coverage: program, usage });
    // As the account page asks, for the visit as it begins.
    const { totals } = auditOf(kx, bare, broughtBack({}, bare), {}, (code) => code);
    for (const serviceType of ["PT/SLP", "OT"] as const) {
      const card = cards[serviceType];
      const total = totals.find((one) => one.serviceType === serviceType && one.year === card.year);
      const left = total ? total.remaining : card.threshold;
      if (cents(left) !== cents(card.remaining)) differing.push(`${id} ${serviceType}: the account leaves ${left}, the card ${card.remaining}`);
    }
  }
  expect(differing).toEqual([]);
});
