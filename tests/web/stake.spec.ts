// What is at stake: in the head of both queues, by clinic and therapist, and in their files.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectInOrder } from "./axe.js";
import { expect, test } from "./plain.js";

const STAKE = `
  const none = { onHold: "0.00", denied: "0.00", atRisk: "0.00" };
  const stake = {
    rows: [
      { clinic: "North", therapist: "Kim Lee, PT", onHold: "31.40", denied: "0.00", atRisk: "28.00" },
      { clinic: "North", therapist: "Jo Park, OT", ...none },
      { clinic: null, therapist: "Kim Lee, PT", onHold: "0.00", denied: "62.80", atRisk: "0.00" },
    ],
    total: { onHold: "31.40", denied: "62.80", atRisk: "28.00" },
    summary: "On hold: $31.40. Denied: $62.80. At risk: $28.00.",
  };
  const item = (kind, due) => ({ kind, severity: "error", serviceType: "PT/SLP", line: "1", due, message: "Said.", nextStep: "Done next." });
  const rows = [{
    id: "a", name: "Ana Ruiz", thresholds: null, error: null, clinic: "North", therapist: "Kim Lee, PT",
    atStake: { onHold: "31.40", denied: "0.00", atRisk: "28.00" },
    items: [item("denied", "2026-09-20"), item("due", "2026-09-10"), item("suggestion", "2026-09-14")],
  }];
`;

async function csvOf(page: Page): Promise<string[]> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Export/ }).click();
  return readFileSync(await (await download).path(), "utf8")
    .trim()
    .split("\r\n");
}

test("the worklist says what is at stake, by clinic and therapist, and how many days are left", async ({ plain, page }) => {
  await plain.open(
    `<main><h1>Queue</h1><kx-worklist day="2026-09-14"></kx-worklist></main>`,
    `${STAKE} Object.assign($("kx-worklist"), { rows, stake }); window.spanish = () => { $("kx-worklist").wording = spanish; };`,
  );
  const list = page.locator("kx-worklist");
  await expect(list.locator(".stake .sum")).toHaveText([
    "Lines without a KX decision: $31.40",
    "Denied lines: $62.80",
    "Over the threshold without KX (billed or not): $28.00",
  ]);
  await list.getByText("By clinic and therapist").click();
  // Nothing is said of whom nothing is at stake.
  await expect(list.locator(".stakes > div:not(.names)")).toHaveText([
    /North\s*Kim Lee, PT\s*\$31.40\s*\$0.00\s*\$28.00/,
    /Not named\s*Kim Lee, PT\s*\$0.00\s*\$62.80/,
    /Total/,
  ]);
  await expect(list.locator('[data-kind="denied"]')).toHaveText(/Denied line\s*1/);
  await expect(list.locator(".due .left-days")).toHaveText(["6 days left"]);
  await expect(list.locator(".due .late", { hasText: /^4 days overdue$/ })).not.toHaveCount(0);
  await list.locator('[data-kind="denied"]').click();
  await expect(list.locator("tbody .item")).toHaveCount(1);
  await list.locator('[data-kind="denied"]').click();
  const [head, first, second] = await csvOf(page);
  expect(head?.endsWith("Clinic,Lines without a KX decision,Denied lines,Over the threshold without KX (billed or not)")).toBe(true);
  expect(first?.endsWith("North,31.40,0.00,28.00")).toBe(true);
  // Once a patient: a sum over the column is right.
  expect(second?.endsWith("North,,,")).toBe(true);
  await page.evaluate("window.spanish()");
  await expect(list.locator(".stake summary")).toHaveText("Por clínica y terapeuta");
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expectInOrder(page);
  }
});

test("the claims say it too; nothing is said where nothing is at stake", async ({ plain, page }) => {
  await plain.open(
    `<main><h1>Queue</h1><kx-claims></kx-claims></main>`,
    `${STAKE} $("kx-claims").stake = stake; window.clear = () => { $("kx-claims").stake = { rows: [], total: none, summary: "Nothing." }; };`,
  );
  const claims = page.locator("kx-claims");
  // No sum has the name of one in the worklist, and what claims never have is no column.
  await expect(claims.locator(".stake .sum")).toHaveText(["Claims on hold: $31.40", "Not on hold, at risk without KX: $28.00"]);
  await claims.getByText("By clinic and therapist").click();
  await expect(claims.locator(".stakes .names")).toHaveText(/^\s*Clinic\s*Therapist\s*Claims on hold\s*Not on hold, at risk without KX\s*$/);
  await expectInOrder(page);
  await page.evaluate("window.clear()");
  await expect(claims.locator(".stake")).toHaveCount(0);
});

test("where nobody is named there is no table of names", async ({ plain, page }) => {
  await plain.open(
    `<main><h1>Queue</h1><kx-worklist day="2026-09-14"></kx-worklist></main>`,
    `${STAKE} Object.assign($("kx-worklist"), { rows, stake });
    window.nameless = () => { $("kx-worklist").stake = { ...stake, rows: [{ ...stake.rows[0], clinic: null, therapist: null }] }; };`,
  );
  await expect(page.locator("kx-worklist .stake details")).toHaveCount(1);
  await page.evaluate("nameless()");
  await expect(page.locator("kx-worklist .stake details")).toHaveCount(0);
  await expect(page.locator("kx-worklist .stake .sum")).toHaveCount(3);
});
