import { expect, suggested, test } from "./screen.js";

test("a line without a typed amount gets the expected one, and a second procedure lowers it", async ({ visit }) => {
  await visit.open("elsewhere");
  const first = await visit.addCode("97110");
  await expect(first.locator(".expected")).toHaveText("Expected $30.21");
  await expect(visit.treatment.locator(".fees")).toContainText("sample fee schedule");
  await expect(visit.after(visit.ptSlp)).toHaveText("$359.79");

  // The dearer practice expense is allowed in full; the other line falls to its reduced amount.
  const second = await visit.addCode("97530");
  await expect(second.locator(".expected")).toHaveText("Expected $38.43");
  await expect(first.locator(".expected")).toHaveText("Expected $23.60 with MPPR");
  await expect(visit.after(visit.ptSlp)).toHaveText("$327.97");
});

test("units count, and what is no number of units is explained", async ({ visit }) => {
  await visit.open("elsewhere");
  const line = await visit.addCode("97110");
  const units = line.getByLabel("Units for 97110");
  await expect(units).toHaveValue("1");
  await units.fill("2");
  await units.press("Enter");
  await expect(line.locator(".expected")).toHaveText("Expected $53.81 with MPPR");
  await units.fill("two");
  await units.press("Enter");
  await expect(units).toHaveAttribute("aria-invalid", "true");
  await expect(units).toHaveAccessibleDescription("Units: Enter a whole number of units from 1 to 99.");
  await expect(line.locator(".expected")).toHaveText("Expected $53.81 with MPPR");
  await units.fill("");
  await units.press("Enter");
  await expect(units).toHaveAttribute("aria-invalid", "true");
  await expect(line).toContainText("Still using 2.");
  await expect(line.locator(".expected")).toHaveText("Expected $53.81 with MPPR");
  await expect(visit.after(visit.ptSlp)).toHaveText("$336.19");
});

test("a typed amount goes first, and taking it away brings the expected one back", async ({ visit }) => {
  await visit.open("elsewhere");
  const line = await visit.addCode("97110");
  const allowed = line.getByLabel("Allowed amount for 97110");
  await allowed.fill("40");
  await allowed.press("Enter");
  await expect(line.locator(".expected")).toHaveCount(0);
  await expect(visit.after(visit.ptSlp)).toHaveText("$350.00");
  await allowed.fill("");
  await allowed.press("Enter");
  await expect(line.locator(".expected")).toHaveText("Expected $30.21");
});

test("a code without a fee says so and has no amount", async ({ visit }) => {
  await visit.open("elsewhere");
  const line = await visit.addCode("97597");
  await expect(line.locator(".expected")).toHaveText("No fee on file");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$390\.00/);
  // What nobody knows is no zero: the line says that it is not counted, and the visit is not simply ready.
  const says = "No amount is known for this line, so the line is not counted. Enter the allowed amount.";
  await expect(line).toContainText(says);
  await expect(visit.page.locator(".sign-off")).toContainText("1 thing to check");
  await expect(visit.page.locator(".sign-off li.check")).toContainText(says);
  await line.getByLabel("Allowed amount for 97597").fill("40");
  await line.getByLabel("Allowed amount for 97597").press("Enter");
  await expect(line).not.toContainText(says);
  await expect(visit.page.locator(".sign-off")).toContainText("Ready to bill");
});

test("the line that will cross is seen before any amount is typed", async ({ visit }) => {
  await visit.open("elsewhere", { autoApply: true });
  await visit.otherUsed("PT/SLP").fill("815");
  await visit.otherUsed("PT/SLP").press("Enter");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$25\.00/);
  const line = await visit.addCode("97110");
  await expect(suggested(line)).toBeVisible();
  await expect(line.locator(".notices .warning")).toContainText("This line takes PT/SLP $5.21 over the threshold.");
});

test("an intervention is priced once it is done", async ({ visit }) => {
  await visit.open("elsewhere");
  const line = await visit.addIntervention("Treadmill Gait Training", "97116");
  await expect(line.locator(".expected")).toHaveCount(0);
  await line.getByRole("checkbox").check();
  await expect(line.locator(".expected")).toHaveText("Expected $29.88");
});

test("what accrues nothing has no expected amount", async ({ visit }) => {
  await visit.open("elsewhere");
  const line = await visit.addCode("99213");
  await expect(line.locator(".below > td > .notices")).toContainText("99213 is not on Medicare's therapy code list.");
  await expect(line.locator(".expected")).toHaveCount(0);
});

test("a refused amount names the amount that counts", async ({ visit }) => {
  await visit.open("elsewhere");
  const line = await visit.addCode("97110");
  const allowed = line.getByLabel("Allowed amount for 97110");
  await allowed.fill("much");
  await allowed.press("Enter");
  await expect(line.locator(".refusal + .hint, .refusal ~ .hint")).toHaveText("Still using $30.21.");
  await allowed.fill("40");
  await allowed.press("Enter");
  await allowed.fill("-3");
  await allowed.press("Enter");
  await expect(line.locator(".refusal ~ .hint")).toHaveText("Still using $40.00.");
  await visit.otherUsed("PT/SLP").fill("-3");
  await visit.otherUsed("PT/SLP").press("Enter");
  await expect(visit.ptSlp.locator(".other")).toContainText("Still using");
});
