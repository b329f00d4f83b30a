import type { Locator } from "@playwright/test";
import { expect, test, type Screen } from "./screen.js";

async function checkOf(visit: Screen, bucket: "PT/SLP" | "OT"): Promise<Locator> {
  const check = visit.page.locator(`kx-threshold[data-bucket="${bucket}"]:not([slim]) kx-eligibility`);
  if (!(await check.isVisible())) await visit.unfold();
  await check.getByRole("button", { name: `Enter eligibility check (${bucket})` }).click();
  return check;
}

async function type(check: Locator, amount: string): Promise<void> {
  await check.getByLabel("Amount from the eligibility check").fill(amount);
  await check.getByLabel("Amount from the eligibility check").press("Enter");
}

test("Medicare's figure is split, and only what is elsewhere becomes other used", async ({ visit }) => {
  await visit.open("elsewhere");
  const check = await checkOf(visit, "PT/SLP");
  await expect(check.getByLabel("Checked on")).toHaveValue("2025-10-16");
  // 1,570.00 ours, of which 158.14 is still pending: Medicare has seen 1,411.86 of it.
  await type(check, "1911.86");
  const [whose, left] = [check.locator("dl").first(), check.locator("dl").last()];
  await expect(whose.locator("dd")).toHaveText(["$1,911.86", "$1,411.86", "$500.00"]);
  await expect(whose.locator("dt")).toContainText(["Oct 16, 2025", "less Our claims processed by that day Oct 16, 2025", "equals Used elsewhere Oct 16, 2025"]);
  await expect(left.locator("dd")).toHaveText(["$2,410.00", "$1,570.00", "$500.00", "$340.00"]);
  await expect(left.locator("dt")).toContainText(["2025 threshold", "Oct 16, 2025 · includes $158.14 pending", "Oct 16, 2025", "equals Remaining"]);
  // Nothing has changed yet.
  await expect(visit.otherUsed("PT/SLP")).toHaveValue("450.00");

  await check.getByRole("button", { name: "Enter $500.00 as used elsewhere" }).press("Enter");
  await expect(visit.otherUsed("PT/SLP")).toHaveValue("500.00");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$340\.00/);
  await expect(check).toContainText("Checked Oct 16, 2025");
  const undo = check.getByRole("button", { name: "Undo the eligibility check (PT/SLP)" });
  await expect(undo).toBeFocused();
  await undo.press("Enter");
  await expect(visit.otherUsed("PT/SLP")).toHaveValue("450.00");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$390\.00/);
  await expect(undo).toHaveCount(0);
});

test("a day of another year is not offered, and no sum is made of it", async ({ visit }) => {
  await visit.open("last-year");
  const check = await checkOf(visit, "PT/SLP");
  const day = check.getByLabel("Checked on");
  await expect(day).toHaveValue("2026-09-08");
  await type(check, "500");
  await expect(check.getByRole("button", { name: "Enter $500.00 as used elsewhere" })).toBeVisible();
  await day.fill("2025-12-30");
  await day.press("Enter");
  await expect(day).toHaveAccessibleDescription("Enter a check date in 2026.");
  await expect(check.locator("dl")).toHaveCount(0);
  await expect(check.getByRole("button", { name: /as used elsewhere$/ })).toHaveCount(0);
});

test("remaining is read the other way round", async ({ visit }) => {
  await visit.open("elsewhere");
  const check = await checkOf(visit, "PT/SLP");
  await type(check, "498.14");
  await check.getByLabel("Medicare reports").selectOption("remaining");
  await expect(check.getByRole("button", { name: "Enter $500.00 as used elsewhere" })).toBeVisible();
  await expect(check.locator("dl").first().locator("dd")).toHaveText(["$2,410.00", "$498.14", "$1,911.86", "$1,411.86", "$500.00"]);
});

test("an earlier day takes off less of ours", async ({ visit }) => {
  await visit.open("elsewhere");
  const check = await checkOf(visit, "PT/SLP");
  await type(check, "1911.86");
  await check.getByLabel("Checked on").fill("2025-06-30");
  await expect(check.locator("dl").first()).toContainText("Jun 30, 2025");
  await expect(check.getByRole("button", { name: "Enter $500.00 as used elsewhere" })).toHaveCount(0);
});

test("a figure smaller than our own is reported and gives nothing", async ({ visit }) => {
  await visit.open("elsewhere");
  const check = await checkOf(visit, "PT/SLP");
  await type(check, "100");
  await expect(check.locator(".notices")).toContainText("! Warning");
  await expect(check.locator(".notices")).toContainText("$1,411.86");
  await expect(check.getByRole("button", { name: "Enter $0.00 as used elsewhere" })).toBeVisible();
});

test("what is no amount is explained beside the field", async ({ visit }) => {
  await visit.open("elsewhere");
  const check = await checkOf(visit, "OT");
  await type(check, "1,90");
  await expect(check.getByLabel("Amount from the eligibility check")).toHaveAttribute("aria-invalid", "true");
  await expect(check.getByLabel("Amount from the eligibility check")).toHaveAccessibleDescription("Enter an amount such as 1,200.50.");
  await expect(check.getByRole("button", { name: /as used elsewhere$/ })).toHaveCount(0);
});

test("an accepted check survives a reload; typing by hand ends it; another patient starts closed", async ({ visit, page }) => {
  await visit.open("elsewhere");
  const check = await checkOf(visit, "PT/SLP");
  await type(check, "1911.86");
  await check.getByRole("button", { name: "Enter $500.00 as used elsewhere" }).click();
  await visit.kept();
  await page.reload();
  await expect(check).toContainText("Checked Oct 16, 2025");
  await visit.otherUsed("PT/SLP").fill("10");
  await visit.otherUsed("PT/SLP").press("Enter");
  await expect(check).not.toContainText("Checked");
  await check.getByRole("button", { name: /^Enter eligibility check/ }).click();
  await expect(check.getByLabel("Medicare reports")).toBeVisible();
  await page.getByLabel("Patient").selectOption("crossing");
  await expect(check.getByLabel("Medicare reports")).toHaveCount(0);
});

test("a figure of another year is an error and cannot be entered", async ({ visit }) => {
  await visit.open("elsewhere");
  const check = await checkOf(visit, "PT/SLP");
  await type(check, "1911.86");
  await check.getByLabel("Checked on").fill("2024-12-30");
  await expect(check.getByLabel("Checked on")).toHaveAccessibleDescription("Enter a check date in 2025.");
  await expect(check.locator("dl")).toHaveCount(0);
  await expect(check.getByRole("button", { name: /as used elsewhere$/ })).toHaveCount(0);
});

test("what was said of an amount goes while another one is refused or asked about", async ({ visit }) => {
  await visit.open("elsewhere");
  const check = await checkOf(visit, "PT/SLP");
  await type(check, "1000");
  const notices = check.locator(".notices");
  await expect(notices).toContainText("($1,000.00)");
  for (const wrong of ["-5", "two", "12345"]) {
    await type(check, wrong);
    await expect(notices).toHaveCount(0);
    await type(check, "1000");
    await expect(notices).toContainText("($1,000.00)");
  }
});

test("a sum that comes under the pointer is read before it is entered", async ({ visit }) => {
  await visit.open("elsewhere");
  const check = await checkOf(visit, "PT/SLP");
  await type(check, "1911.86");
  const enter = check.getByRole("button", { name: /^Enter \$/ });
  await expect(enter).toHaveText("Enter $500.00 as used elsewhere");
  // An earlier day takes off less of ours; it counts once its field is left, which the press does.
  const day = check.getByLabel("Checked on");
  await day.focus();
  await day.evaluate((field: HTMLInputElement) => {
    field.value = "2025-09-01";
    field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  });
  await enter.click();
  await expect(enter).not.toHaveText("Enter $500.00 as used elsewhere");
  await expect(visit.otherUsed("PT/SLP")).toHaveValue("450.00");
  await enter.click();
  await expect(visit.otherUsed("PT/SLP")).not.toHaveValue("450.00");
});

test("a press that is broken off takes nothing from the key that comes after it", async ({ visit, page }) => {
  await visit.open("elsewhere");
  const check = await checkOf(visit, "PT/SLP");
  await type(check, "1911.86");
  const enter = check.getByRole("button", { name: /^Enter \$/ });
  await enter.hover();
  await page.mouse.down();
  await page.mouse.move(0, 0);
  await page.mouse.up();
  await type(check, "1811.86");
  await expect(enter).toHaveText("Enter $400.00 as used elsewhere");
  await enter.press("Enter");
  await expect(visit.otherUsed("PT/SLP")).toHaveValue("400.00");
});
