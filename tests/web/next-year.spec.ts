// A visit in a year that the rules have no amount for, and a rule pack that brings it. The pack is made up.
import { versions } from "../../dist/index.js";
import { expect, on, suggested, test } from "./screen.js";

const PACK = {
  id: "made-up-2027",
  published: "2026-11-20",
  thresholds: [{ year: 2027, ptSlp: "2460.00", ot: "2560.50", medicalReview: "3000", source: "made up for a test", replaces: true }],
};
const text = (change: object = {}): string => JSON.stringify({ ...PACK, ...change });

test.describe("where no amount of 2027 is built in", () => {
  test.skip(versions().years.includes(2027), "2027 is built in");

  test("a visit of 2027 opens, says which amount is missing, and goes on once a pack brings it", async ({ visit, page }) => {
    await visit.open("next-year", { autoApply: true });
    await expect(visit.ptSlp.getByRole("heading")).toHaveText("PT/SLP threshold remaining: not known");
    await expect(visit.ptSlp).toContainText("The 2027 PT/SLP threshold amount is missing, so KX can't be checked.");
    await expect(visit.ot).toContainText("The 2027 OT threshold amount is missing");
    // What is entered is kept, and the claim waits.
    const line = await visit.addCode("97110");
    await expect(line).toBeVisible();
    await expect(line.getByRole("button", { name: /KX/ })).toHaveCount(0);
    await expect(line).toContainText("Not checked: the 2027 threshold is missing.");
    await expect(line.getByRole("link", { name: "Add it in Preferences" })).toHaveAttribute("href", "#preferences");
    await expect(line.locator(".held")).toBeVisible();
    // What needs no answer has no mark.
    await expect((await visit.addCode("99213")).locator(".held")).toHaveCount(0);
    await expect(page.locator(".strip .hold")).toHaveText(/Claim on hold\s+2027 threshold missing/);
    await expect(page.locator(".strip kx-threshold").first()).toContainText(/PT\/SLP: 2027 threshold missing.*Not known/s);
    await visit.addCode("ABC");
    await expect(visit.treatment).toContainText("Enter a five-character code, such as 97110.");
    await expect(page.locator("kx-traits")).toContainText("The 2027 threshold amount is missing.");

    // By keyboard: from the card to the preference, paste, and add.
    const link = page.getByRole("link", { name: "Add the 2027 amounts in Preferences" });
    await link.focus();
    await link.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Preferences");
    const rules = page.locator("kx-rules");
    const field = rules.getByLabel("Or paste a rule pack (JSON)");
    await field.fill(text({ thresholds: [{ ...PACK.thresholds[0], source: "" }] }));
    await field.press("Tab");
    await page.keyboard.press("Enter");
    await expect(rules.getByRole("alert")).toContainText("Check “source” in row 1 of “thresholds”.");
    await field.fill(text());
    await rules.getByRole("button", { name: "Check and add" }).click();
    await expect(rules.getByRole("status")).toHaveText("Rule pack added");
    await expect(rules.locator('[data-pack="made-up-2027"]')).toContainText("2027: PT/SLP $2,460.00, OT $2,560.50, medical review $3,000.00");
    await expect(rules.locator('[data-pack="made-up-2027"]')).toContainText("Source: made up for a test");
    await visit.kept();

    // What is on file is of 2026, and a check of the year makes the balance known.
    await visit.turnTo("Appointment");
    await expect(page.locator(".strip .hold")).toContainText("Totals are from 2026. Check 2027.");
    await visit.treatment.getByRole("button", { name: "Enter eligibility check" }).first().click();
    const check = visit.ptSlp.locator("kx-eligibility");
    await check.getByLabel("Amount from the eligibility check").fill("2450");
    await check.getByLabel("Amount from the eligibility check").press("Enter");
    await check.getByRole("button", { name: "Enter $2,450.00 as used elsewhere" }).click();
    await expect(visit.ptSlp.locator(".before")).toHaveText("Before this visit: $10.00");
    await expect(suggested(visit.line("97110"))).toBeVisible();
    await expect(on(await visit.addCode("97140"))).toBeVisible();

    // Kept, and taken away again.
    await page.reload();
    await expect(on(visit.line("97140"))).toBeVisible();
    await visit.turnTo("Preferences");
    await rules.getByRole("button", { name: "Remove made-up-2027" }).click();
    await expect(rules).toContainText("No rule packs added");
    await visit.turnTo("Appointment");
    await expect(visit.ptSlp).toContainText("The 2027 PT/SLP threshold amount is missing");
  });

  test("in Spanish too", async ({ visit, page }) => {
    await visit.open("next-year");
    await page.getByLabel("Language").selectOption("es");
    await expect(visit.ptSlp).toContainText("Falta el monto del umbral PT/SLP de 2027");
    await expect(page.getByRole("link", { name: "Agregar los montos de 2027 en Preferencias" })).toBeVisible();
  });

  test("booked visits of 2027 say that they are not counted", async ({ visit }) => {
    await visit.open("review");
    await expect(visit.ptSlp.locator(".visits")).toContainText("Visits in 2027 are not counted");
  });
});

test("a pack from a file; what is wrong is said where it is, and changes nothing", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.turnTo("Preferences");
  const rules = page.locator("kx-rules");
  const file = rules.getByLabel("Add from a file");
  const bring = (content: string) => file.setInputFiles({ name: "pack.json", mimeType: "application/json", buffer: Buffer.from(content) });
  for (const [content, said] of [
    ["{", "This text isn't JSON. Paste the whole rule pack."],
    ["null", "This isn't a rule pack. It needs an id, a published date, and thresholds or codes."],
    ['{"x":1}', "This isn't a rule pack. It needs an id, a published date, and thresholds or codes."],
    [text({ published: "soon" }), "Check “published” in this rule pack."],
    [text({ thresholds: [{ ...PACK.thresholds[0], ptSlp: 2460 }] }), 'Check “ptSlp” in row 1 of “thresholds”. Write the amount in quotes, such as "2555.00".'],
    [text({ thresholds: [{ ...PACK.thresholds[0], year: 2026, replaces: false }] }), "This pack, or one of its years or codes, is already there."],
  ] as const) {
    await bring(content);
    await expect(rules.getByRole("alert")).toContainText(said);
    await expect(rules).toContainText("No rule packs added");
  }
  await bring(text());
  await expect(rules.locator("[data-pack]")).toHaveCount(1);
  await expect(rules.getByRole("alert")).toHaveCount(0);
  await bring(text());
  await expect(rules.getByRole("alert")).toContainText("is already there");
  await expect(rules.locator("[data-pack]")).toHaveCount(1);
});

test("the practice's own code list", async ({ visit, page }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("97161");
  await expect(suggested(line)).toBeVisible();
  await visit.turnTo("Preferences");
  const added = page.getByLabel("Codes to add (PT/SLP)");
  await added.fill("9716");
  await added.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("✕ “9716” is not a code. Enter five-character codes, such as 97110, 97530.");
  // Each of the four fields keeps what was typed.
  for (const [label, typed, bad] of [
    ["Codes to add (OT)", "97110 xx", "xx"],
    ["Codes to leave out (PT/SLP)", "97161, yy 97162", "yy"],
    ["Codes to leave out (OT)", "1 2", "1"],
  ] as const) {
    const field = page.getByLabel(label);
    await field.fill(typed);
    await field.press("Enter");
    await expect(field).toHaveValue(typed);
    await expect(field).toHaveAccessibleDescription(`“${bad}” is not a code. Enter five-character codes, such as 97110, 97530.`);
    await field.fill("");
    await field.press("Enter");
    await expect(field).toHaveAttribute("aria-invalid", "false");
  }
  await expect(added).toHaveValue("9716");
  // KX is for therapy alone.
  await added.fill("97161, 99999");
  await added.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("✕ 99999 is not on Medicare's therapy code list. A rule pack adds new codes.");
  await expect(added).toHaveValue("97161, 99999");
  await added.fill("97161, 97162");
  await added.press("Enter");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await visit.kept();
  await visit.turnTo("Appointment");
  await expect(on(visit.line("97161"))).toBeVisible();
  await visit.turnTo("Preferences");
  await expect(added).toHaveValue("97161 97162");
});
