// What other providers used, from a claims feed and from pVerify: read, shown, imported, and not counted beside Medicare's own figure.
import { expect, test } from "./screen.js";

const PVERIFY = { MedicareInfoSummary: { OT_UsedAmount: { Value: "$512.30", Notes: null }, PT_SLP_UsedAmount: { Value: 5 } } };
const json = (value: object) => ({ name: "check.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(value)) });

test("a claims feed: other providers' lines are used elsewhere once imported, and ours are not", async ({ visit, page }) => {
  await visit.open("crossing");
  const panel = page.locator("kx-import");
  await panel.getByRole("button", { name: "Show clearinghouse files" }).click();
  await panel.getByRole("button", { name: "Medicare claims feed" }).click();
  const file = panel.locator('[data-file="feed-2026.ndjson"]');
  await expect(file).toContainText("Claims from a Medicare claims feed, updated Aug 15, 2026");
  await expect(file).toContainText("Other providers' lines: 3");
  await expect(file).toContainText("1 line is yours. It is in your account already and is not imported.");
  await expect(file).toContainText("OT: $116.46 used elsewhere, from other providers' claim lines.");
  await expect(file).toContainText("Riverside Rehab");
  await file.getByRole("button", { name: "Import feed-2026.ndjson" }).click();
  await expect(visit.ot.locator("dl")).toContainText("Used elsewhere$116.46");
  await expect(visit.ptSlp.locator("dl")).toContainText("Used elsewhere$53.81");
  await visit.kept();
  await page.reload();
  await expect(visit.ot.locator("dl")).toContainText("Used elsewhere$116.46");

  // Medicare's own figure comes in, and counts in their place.
  await panel.getByRole("button", { name: "Show clearinghouse files" }).click();
  await panel.locator("#files").setInputFiles(json(PVERIFY));
  const check = panel.locator('[data-file="check.json"]');
  await expect(check).toContainText("pVerify eligibility response.");
  await expect(check.getByRole("button", { name: "Import check.json" })).toHaveCount(0);
  await check.getByLabel("Date of the check").fill("2026-08-18");
  await check.getByLabel("Date of the check").press("Tab");
  await check.getByRole("button", { name: /Use for / }).click();
  await expect(check).toContainText("the amount is a number, and numbers can lose cents");
  await check.getByRole("button", { name: "Import check.json" }).click();
  // 512.30, of which 310.25 are ours.
  await expect(visit.ot.locator("dl")).toContainText("Used elsewhere$202.05");
  await expect(visit.ptSlp.locator("dl")).toContainText("Used elsewhere$53.81");
  await panel.getByRole("button", { name: "Medicare claims feed" }).click();
  await expect(panel.locator('[data-file="feed-2026.ndjson"]').last()).toContainText("OT: Medicare's figure counts.");

  // Undone, the lines count again.
  await panel.getByRole("button", { name: "Undo check.json" }).click();
  await expect(visit.ot.locator("dl")).toContainText("Used elsewhere$116.46");
});
