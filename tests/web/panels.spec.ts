import { expect, on, suggested, test } from "./screen.js";

test("Other Medicare Threshold Used changes what is left at once", async ({ visit }) => {
  await visit.open("elsewhere", { autoApply: true });
  const left = visit.ptSlp.getByRole("heading");
  await expect(left).toHaveText("$390.00 Medicare Threshold Remaining (PT/SLP)");
  await expect(visit.otherUsed("PT/SLP")).toHaveValue("450.00");
  const line = await visit.addCode("97110");
  await expect(line.getByText("No KX needed")).toBeVisible();

  await visit.otherUsed("PT/SLP").fill("840");
  await visit.otherUsed("PT/SLP").press("Enter");
  await expect(left).toHaveText("-$30.21 Medicare Threshold Remaining (PT/SLP)");
  await expect(visit.after(visit.ptSlp)).toHaveText("-$30.21");
  await expect(visit.ptSlp.locator(".before")).toHaveText("Before this visit: $0.00");
  await expect(on(line)).toBeVisible();
  await expect(visit.said).toContainText("97110: KX added");
  await visit.unfold();
  await expect(visit.ot.getByRole("heading")).toHaveText("$2,410.00 Medicare Threshold Remaining (OT)");

  await visit.otherUsed("PT/SLP").fill("");
  await visit.otherUsed("PT/SLP").press("Enter");
  await expect(left).toHaveText("$809.79 Medicare Threshold Remaining (PT/SLP)");
  await expect(visit.ptSlp.locator(".before")).toHaveText("Before this visit: $840.00");
  await expect(visit.after(visit.ptSlp)).toHaveText("$809.79");
  await expect(on(line)).toHaveCount(0);
});

test("an amount also counts after a pause, without leaving the field", async ({ visit }) => {
  await visit.open("elsewhere");
  await visit.otherUsed("PT/SLP").fill("840.01");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^-\$0\.01/);
  await expect(visit.otherUsed("PT/SLP")).toBeFocused();
});

test("an amount that is none is explained beside the field and changes nothing", async ({ visit }) => {
  await visit.open("elsewhere");
  const field = visit.otherUsed("PT/SLP");
  await field.fill("about 800");
  await field.press("Tab");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription("Enter an amount such as 1,200.50.");
  await expect(field).toHaveValue("about 800");
  await expect(visit.ptSlp.getByRole("alert")).toHaveText("✕ Enter an amount such as 1,200.50.");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$390\.00/);
  await field.fill("800");
  await field.press("Tab");
  await expect(field).toHaveAttribute("aria-invalid", "false");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$40\.00/);
});

test("a panel shows what it rests on", async ({ visit }) => {
  await visit.open("crossing");
  await visit.addCode("97110");
  await expect(visit.ptSlp).toContainText("Threshold$2,480.00");
  await expect(visit.ptSlp).toContainText("Used here$2,499.40");
  await expect(visit.ptSlp).toContainText("Includes pending$31.40");
  await expect(visit.ptSlp).toContainText("Until medical review$500.60");
  await expect(visit.ptSlp).toContainText("Account as ofSep 8, 2026");
  // The figures are those of the balance above them; the one before the visit stands by itself, and there is one verdict.
  await expect(visit.ptSlp).toContainText("After today's lines");
  await expect(visit.ptSlp.locator(".before")).toHaveText("Before this visit: $12.00");
  await expect(visit.ptSlp.getByText("Threshold reached")).toHaveCount(1);
  await expect(visit.after(visit.ptSlp)).toHaveText("-$19.40");
  await expect(visit.after(visit.ot)).toHaveCount(0);
});

test("OT alone is reached and comes first, and PT/SLP stays untouched", async ({ visit, page }) => {
  await visit.open("ot-only", { autoApply: true });
  await expect(visit.ot.getByRole("heading")).toHaveText("$0.00 Medicare Threshold Remaining (OT)");
  const line = await visit.addCode("97530");
  await line.getByLabel("Allowed amount for 97530").fill("38.15");
  await line.getByLabel("Allowed amount for 97530").press("Enter");
  await expect(on(line)).toBeVisible();
  await expect(line.locator(".claim")).toHaveText("GO KX");
  await expect(visit.after(visit.ot)).toHaveText("-$38.15");
  await expect(page.locator(".strip kx-threshold").first()).toHaveAttribute("data-bucket", "OT");
  await visit.unfold();
  await expect(visit.ptSlp.getByRole("heading")).toHaveText("$2,480.00 Medicare Threshold Remaining (PT/SLP)");
});

test("without Medicare there is no KX and no panel, and the reason is given", async ({ visit, page }) => {
  await visit.open("not-medicare", { autoApply: true });
  await expect(page.locator(".benefits")).toHaveText("Medicare is not the payer for this encounter, so the threshold does not apply.");
  await expect(page.locator("kx-threshold")).toHaveCount(0);
  await expect(page.locator("kx-documentation")).toHaveCount(0);
  await expect(page.locator(".strip")).toContainText(/No Medicare threshold\s*·\s*Employer plan/);
  const line = await visit.addCode("97110");
  await expect(line.getByText("No KX needed")).toBeVisible();
});

test("past medical review the speech line gets KX and the panel says so", async ({ visit }) => {
  await visit.open("review", { autoApply: true });
  await expect(visit.ptSlp).toContainText("▲ Over medical review threshold");
  await expect(visit.ptSlp).toContainText("Over medical review$35.10");
  const line = await visit.addCode("92507");
  await expect(line.locator(".claim")).toHaveText("GN KX");
  await line.getByRole("button", { name: "Why? 92507" }).click();
  await expect(line.locator(".notices .info")).toContainText("PT/SLP is $35.10 over the $3,000.00 medical review threshold");
});

test("totals of last year apply nothing and say so", async ({ visit }) => {
  await visit.open("last-year", { autoApply: true });
  // An alert from the start, and no calm figure beside it.
  await expect(visit.ptSlp.locator(".notices .error")).toContainText("another calendar year");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText("PT/SLP threshold remaining: not known");
  await expect(visit.ptSlp).not.toContainText("$2,480.00");
  const line = await visit.addCode("97110");
  await expect(on(line)).toHaveCount(0);
  await expect(suggested(line)).toHaveCount(0);
  await expect(line.locator(".notices .error")).toContainText("another calendar year, and do not count");
});

test("a panel says how many booked visits are left before the threshold", async ({ visit }) => {
  await visit.open("elsewhere");
  await expect(visit.ptSlp.locator(".visits")).toHaveText(/^About 3 visits left, with this one\. The .*2025 visit is expected to cross\.$/);
  await expect(visit.ot.locator(".visits")).toHaveText("No visits booked");
  await visit.otherUsed("PT/SLP").fill("600");
  await visit.otherUsed("PT/SLP").press("Enter");
  await expect(visit.ptSlp.locator(".visits")).toHaveText(/^About 2 visits left, with this one\. The .*2025 visit is expected to cross\.$/);
  await visit.otherUsed("PT/SLP").fill("0");
  await visit.otherUsed("PT/SLP").press("Enter");
  await expect(visit.ptSlp.locator(".visits")).toHaveText("The 6 booked visits stay within the threshold.");
});

test("today's lines count before the booked visits, and each bucket has its own", async ({ visit }) => {
  await visit.open("crossing");
  await expect(visit.ptSlp.locator(".visits")).toHaveText("This visit is expected to go over the threshold. Check KX on each line.");
  await expect(visit.ot.locator(".visits")).toHaveText("The 2 booked visits stay within the threshold.");
  await visit.page.getByLabel("Patient").selectOption("elsewhere");
  await expect(visit.ptSlp.locator(".visits")).toContainText("About 3 visits left");
  const line = await visit.addCode("97110");
  await line.getByLabel("Allowed amount for 97110").fill("100");
  await line.getByLabel("Allowed amount for 97110").press("Enter");
  await expect(visit.ptSlp.locator(".visits")).toContainText("After today's lines, about 2 visits left");
});
