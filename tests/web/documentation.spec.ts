import type { Locator } from "@playwright/test";
import { expect, on, suggested, test, type Screen } from "./screen.js";

const item = (visit: Screen, id: string): Locator => visit.documentation.locator(`[data-item="${id}"]`);
const answer = (within: Locator, choice: "Yes" | "No" | "Unknown", group?: RegExp): Locator =>
  (group ? within.getByRole("group", { name: group }) : within).getByRole("radio", { name: choice, exact: true });

test("the panel is closed at first, and says in one line how the record stands", async ({ visit }) => {
  await visit.open("used-up");
  await expect(visit.documentation.locator(".summary")).toHaveText("! 0 of 7 documented");
  await expect(visit.documentation.getByRole("radio")).toHaveCount(0);
  await visit.showDocumentation();
  await expect(visit.documentation.locator("[data-item]")).toHaveCount(8);
  await expect(item(visit, "certification").locator(".status")).toHaveText("? Unknown");
  // Advice says what is usual; it is in no count.
  await expect(item(visit, "re-evaluation")).toContainText("Re-evaluation: about every 90 days is usual (no fixed rule).");
  await visit.documentation.getByRole("button", { name: "Hide documentation" }).click();
  await expect(visit.documentation.getByRole("radio")).toHaveCount(0);
});

test("what is ticked changes the item, the tooltip and the notices of the lines at once", async ({ visit }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  const above = visit.treatment.locator(".common");
  await expect(above).toContainText("KX was added without an attestation, and the record is incomplete. Complete it before you bill.");
  await expect(line.locator(".documented")).toHaveText("! 0 of 7 documented");
  await visit.showDocumentation();
  await answer(item(visit, "treatment-note"), "No").check();
  await expect(item(visit, "treatment-note").locator(".status")).toHaveText("✕ Missing");
  await answer(item(visit, "treatment-note"), "Yes").check();
  await expect(line.locator(".documented")).toHaveText("! 1 of 7 documented");
  await visit.completeRecord();
  await answer(item(visit, "treatment-note"), "No").check();
  await expect(above).toContainText("treatment note");
  await expect(on(line)).toHaveAccessibleDescription(/Not documented yet: treatment note/);
  await answer(item(visit, "treatment-note"), "Unknown").check();
  await expect(item(visit, "treatment-note").locator(".status")).toHaveText("? Unknown");
  await expect(above).toContainText("treatment note");
});

test("a complete record is in order and leaves nothing to say", async ({ visit }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  await visit.showDocumentation();
  await visit.completeRecord();
  await expect(visit.documentation.locator(".summary")).toHaveText("✓ 7 of 7 documented");
  await expect(visit.treatment.locator(".common, .documented")).toHaveCount(0);
  await expect(line.locator(".notices")).toHaveCount(0);
  await expect(visit.documentation.locator(".facts")).toContainText("Recertification is due by Nov 30, 2026.");
  await expect(visit.documentation.locator(".facts")).toContainText("The next progress report is due within 3 treatment days.");

  const days = visit.documentation.getByLabel("Treatment days since last progress report");
  await days.fill("10");
  await days.press("Enter");
  await expect(item(visit, "progress-report").locator(".status")).toHaveText("◔ Due");
  await expect(visit.documentation.locator(".facts")).toContainText("The progress report is due today.");
  // Nothing is missing, and one item is to be renewed: no tick.
  await expect(visit.documentation.locator(".summary")).toHaveText("◔ 6 of 7 documented");
  await expect(visit.treatment.locator(".common, .documented")).toHaveCount(0);
  await expect(line.locator(".notices")).toHaveCount(0);
  await days.fill("11");
  await days.press("Enter");
  await expect(visit.documentation.locator(".summary")).toHaveText("! 6 of 7 documented");
  await expect(visit.treatment.locator(".common")).toContainText("progress report");
  await expect(line.locator(".documented")).toHaveText("! 6 of 7 documented");
});

test("KX with a complete record that nobody attested to is warned about, on the panel and in the strip", async ({ visit, page }) => {
  await visit.open("used-up", { autoApply: true });
  await visit.addCode("97110");
  await visit.showDocumentation();
  await expect(page.locator(".strip .hold")).toHaveText(/Record incomplete\s+KX is on 1 line/);
  await visit.completeRecord();
  await expect(visit.documentation.locator(".unattested")).toHaveText("! KX is on 1 line, but nobody has attested to the documentation.");
  const warning = page.locator(".strip").getByRole("button", { name: /Documentation not attested\s+KX is on 1 line/ });
  await warning.click();
  await expect(visit.documentation.getByRole("button", { name: "Hide documentation" })).toBeFocused();
  await visit.documentation.getByLabel("Attested by").fill("Sample Therapist");
  await visit.documentation.getByRole("button", { name: "Attest", exact: true }).click();
  await expect(warning).toHaveCount(0);
  await expect(visit.documentation.locator(".unattested")).toHaveCount(0);
});

test("an order on file asks for the first treatment date", async ({ visit }) => {
  await visit.open("used-up");
  await visit.showDocumentation();
  const note = visit.documentation.getByText("An order counts for 90 days from the first treatment. Enter that date.");
  await expect(note).toHaveCount(0);
  await visit.documentation
    .getByRole("group", { name: /^Order on file/ })
    .getByRole("radio", { name: "Yes" })
    .check();
  await expect(note).toBeVisible();
  await visit.documentation.getByLabel("First treatment date").fill("2026-08-03");
  await expect(note).toHaveCount(0);
  await expect(item(visit, "certification").locator(".status")).toHaveText("✓ Documented");
});

test("a count that is none is explained beside the field and changes nothing", async ({ visit }) => {
  await visit.open("used-up");
  await visit.showDocumentation();
  const days = visit.documentation.getByLabel("Treatment days since last progress report");
  await days.fill("about ten");
  await days.press("Enter");
  await expect(days).toHaveAttribute("aria-invalid", "true");
  await expect(days).toHaveAccessibleDescription("Enter a whole number of treatment days, such as 8.");
  await expect(item(visit, "progress-report").locator(".status")).toHaveText("? Unknown");
});

test("some items are asked only where they apply", async ({ visit }) => {
  await visit.open("used-up");
  await visit.showDocumentation();
  await expect(item(visit, "separate-justification")).toHaveCount(0);
  await answer(visit.documentation, "Yes", /^Services are more extensive than typical$/).check();
  await expect(item(visit, "separate-justification").locator(".status")).toHaveText("? Unknown");
  await expect(item(visit, "group-necessity")).toHaveCount(0);
  await visit.addCode("97150");
  await expect(item(visit, "group-necessity")).toBeVisible();
  await visit.page.getByRole("button", { name: "Remove line 97150" }).click();
  await expect(item(visit, "group-necessity")).toHaveCount(0);
});

test("the source of an item is shown on demand", async ({ visit }) => {
  await visit.open("used-up");
  await visit.showDocumentation();
  const source = item(visit, "complexity").getByRole("button", { name: "Source for The complexity of the service" });
  await expect(item(visit, "complexity").locator(".hint")).toBeHidden();
  await source.press("Enter");
  await expect(source).toHaveAttribute("aria-expanded", "true");
  await expect(item(visit, "complexity").locator(".hint")).not.toBeEmpty();
});

test("an attestation names who and when, and can be taken back", async ({ visit }) => {
  await visit.open("crossing");
  await visit.showDocumentation();
  const attest = visit.documentation.getByRole("button", { name: "Attest", exact: true });
  await attest.press("Enter");
  await expect(visit.documentation.getByText("Enter the clinician's name.")).toBeVisible();
  await expect(visit.documentation.getByLabel("Attested by")).toBeFocused();
  await visit.documentation.getByLabel("Attested by").fill("Sample Therapist, PT");
  await attest.press("Enter");
  const question = visit.documentation.getByRole("alertdialog", { name: "0 of 7 documented. Attest all the same?" });
  await expect(question.locator("li")).toHaveCount(7);
  await expect(question.getByRole("button", { name: "Back to the record" })).toBeFocused();
  await visit.page.keyboard.press("Escape");
  await expect(question).toHaveCount(0);
  await expect(attest).toBeFocused();
  await attest.press("Enter");
  await visit.page.keyboard.press("Tab");
  await visit.page.keyboard.press("Enter");
  await expect(visit.documentation.locator(".attest")).toContainText("Documentation attested by Sample Therapist, PT on Sep 14, 2026");
  await expect(visit.documentation.locator(".facts")).toContainText("Documentation attested by Sample Therapist, PT on Sep 14, 2026");
  const back = visit.documentation.getByRole("button", { name: "Withdraw attestation" });
  await expect(back).toBeFocused();
  await back.press("Enter");
  await expect(visit.documentation.getByLabel("Attested by")).toBeFocused();
  await expect(visit.documentation.locator(".facts")).toHaveText("Documentation not attested");
});

test("the setting decides whether an incomplete record warns, holds KX back or is not asked for", async ({ visit }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  await visit.setDocumentationCheck("require");
  await expect(suggested(line)).toBeVisible();
  await visit.showDocumentation();
  await visit.completeRecord();
  await expect(on(line)).toBeVisible();

  await answer(item(visit, "complexity"), "No").check();
  await expect(suggested(line)).toBeVisible();
  await visit.setDocumentationCheck("ignore");
  await expect(on(line)).toBeVisible();
  await expect(visit.treatment.locator(".common, .documented")).toHaveCount(0);
  await expect(line.locator(".notices")).toHaveCount(0);
  await visit.setDocumentationCheck("warn");
  await expect(on(line)).toBeVisible();
  await expect(visit.treatment.locator(".common")).toContainText("complexity");
});

test("the record and the setting survive a reload, and each patient has their own", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.setDocumentationCheck("require");
  await visit.showDocumentation();
  await visit.completeRecord();
  await visit.documentation.getByLabel("Attested by").fill("Sample Therapist");
  await visit.documentation.getByRole("button", { name: "Attest", exact: true }).click();
  await visit.kept();
  await page.reload();
  await visit.turnTo("Preferences");
  await expect(page.getByLabel("Documentation check")).toHaveValue("require");
  await visit.turnTo("Appointment");
  await expect(visit.documentation.locator(".summary")).toHaveText("✓ 7 of 7 documented");
  await expect(visit.documentation.locator(".facts")).toContainText("Documentation attested by Sample Therapist on Sep 14, 2026");
  await page.getByLabel("Patient").selectOption("crossing");
  await expect(visit.documentation.locator(".summary")).toHaveText("! 0 of 7 documented");
});

test("a name that is half typed for one patient is gone with the patient", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.showDocumentation();
  await visit.documentation.getByLabel("Attested by").fill("Sample Ther");
  await page.getByLabel("Patient").selectOption("crossing");
  await visit.showDocumentation();
  await expect(visit.documentation.getByLabel("Attested by")).toHaveValue("");
});

test("a patient without Medicare is asked for no record, and the panel says why", async ({ visit }) => {
  await visit.open("not-medicare", { autoApply: true });
  await expect(visit.documentation).toHaveCount(0);
  const line = await visit.addCode("97110");
  await line.getByLabel("Modifiers for 97110").fill("GP KX");
  await line.getByLabel("Modifiers for 97110").press("Enter");
  await expect(visit.treatment.locator(".common, .documented")).toHaveCount(0);
  await expect(line.locator(".notices")).toHaveCount(0);
});

test("an item is one row where there is room", async ({ visit, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await visit.open("used-up");
  await visit.showDocumentation();
  const height = async (at: Locator): Promise<number> => (await at.boundingBox())?.height ?? 0;
  expect(await height(item(visit, "treatment-note"))).toBeLessThanOrEqual(48);
  expect(await height(visit.documentation)).toBeLessThanOrEqual(760);
  expect(await height(item(visit, "treatment-note").getByRole("button"))).toBeGreaterThanOrEqual(24);
  // In half a window the answers of an item leave room for its text.
  await page.setViewportSize({ width: 900, height: 900 });
  expect((await item(visit, "certification").locator(".text").boundingBox())?.width ?? 0).toBeGreaterThan(220);
});
