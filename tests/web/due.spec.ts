// Due dates of the record: the day, the days left, where their number is from, and the same as a calendar file.
import { readFileSync } from "node:fs";
import { expectInOrder } from "./axe.js";
import { expect, test } from "./screen.js";

test("the record's clocks are in its panel, what is near also above and in the strip, and all of them in a calendar file", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.showDocumentation();
  await expect(visit.documentation.locator("[data-due]")).toHaveCount(0);
  await visit.documentation.getByLabel("Certified through").fill("2026-09-21");
  await visit.documentation.getByLabel("Treatment days since last progress report").fill("7");
  await page.keyboard.press("Enter");
  const recertification = visit.documentation.locator('[data-due="recertification"]');
  await expect(recertification.locator(".status")).toHaveText("! Due soon");
  await expect(recertification.locator(".when")).toHaveText(/Sep 21, 2026\s*7 days left/);
  await expect(recertification).toContainText("Source: ");
  await expect(visit.documentation.locator(".urgent")).toContainText("Recertification due: Sep 21, 2026 7 days left");
  await expect(page.locator(".strip .due-next")).toHaveText(/Recertification due\s*7 days left/);
  await expectInOrder(page);
  const download = page.waitForEvent("download");
  await visit.documentation.getByRole("button", { name: "Save dates to a calendar (ICS)" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("kx-dates.ics");
  const text = readFileSync(await file.path(), "utf8");
  expect(text.startsWith("BEGIN:VCALENDAR\r\n")).toBe(true);
  expect(text).toContain("DTSTART;VALUE=DATE:20260921");
  expect(text).not.toContain("Sample Patient");
});

test("a date that is over is said so, and the strip leads to the record", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.showDocumentation();
  await visit.documentation.getByLabel("Certified through").fill("2026-09-10");
  await page.keyboard.press("Enter");
  await expect(visit.documentation.locator('[data-due="recertification"] .status')).toHaveText("✕ Overdue");
  const strip = page.locator(".strip .due-next");
  await expect(strip).toHaveText(/Recertification due\s*4 days overdue/);
  await visit.documentation.getByRole("button", { name: "Hide documentation" }).click();
  await strip.click();
  await expect(visit.documentation.getByLabel("Certified through")).toBeVisible();
});
