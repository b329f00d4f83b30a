// The walk through the screens, in the order in which a practice meets them, with a picture of each that a person has looked at.
import { readFileSync } from "node:fs";
import { byTab, expect, on, test, type Screen } from "./screen.js";
import { otherwise } from "./taken.js";

async function picture({ page }: Screen, name: string): Promise<void> {
  const reason = otherwise(page);
  if (reason !== null) {
    console.log(`left out: picture ${name}: ${reason}`);
    return;
  }
  // It names the revision, which no picture can keep.
  await page.locator("footer").evaluate((footer: HTMLElement) => {
    footer.style.visibility = "hidden";
  });
  await page.mouse.move(0, 0);
  // Where a press has scrolled it to depends on when what it changed was drawn.
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(page).toHaveScreenshot(`${name}.png`, { animations: "disabled", maxDiffPixelRatio: 0.02 });
}

test("a calendar cell opens the appointment's drawer with the Medicare threshold remaining", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Calendar");
  await picture(visit, "calendar");
  await page.locator(".earlier summary").click();
  await page.getByRole("button", { name: /Sample Patient E/ }).click();
  const drawer = page.getByRole("dialog", { name: "Appointment Details" });
  await expect(drawer.getByText("Sample Patient E")).toBeVisible();
  await expect(visit.ptSlp.getByRole("heading")).toHaveText("$390.00 Medicare Threshold Remaining (PT/SLP)");
  await picture(visit, "drawer");
});

test("Other Medicare Threshold Used is changed in the drawer, and the remaining amount follows; Escape goes back to the cell", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Calendar");
  await page.locator(".earlier summary").click();
  const cell = page.getByRole("button", { name: /Sample Patient E/ });
  await cell.click();
  await visit.otherUsed("PT/SLP").fill("840.01");
  await visit.otherUsed("PT/SLP").press("Enter");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText("-$0.01 Medicare Threshold Remaining (PT/SLP)");
  await expect(visit.ptSlp).toContainText("Threshold reached");
  await picture(visit, "drawer-changed");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(cell).toBeFocused();
  await cell.click();
  await page.getByRole("button", { name: "Open appointment" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Appointment");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText("-$0.01 Medicare Threshold Remaining (PT/SLP)");
});

test("preferences: a search for KX finds the switch, which says that the setting was updated, on and off", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Preferences");
  await expect(page.locator("[data-setting]")).toHaveCount(9);
  await page.getByLabel("Search").fill("KX");
  await expect(page.locator("#theme-setting")).toBeHidden();
  await visit.switch.click();
  await expect(visit.switch).toBeChecked();
  await expect(page.getByText("Setting updated successfully")).toBeVisible();
  await picture(visit, "preferences");
  await visit.switch.click();
  await expect(visit.switch).not.toBeChecked();
  await page.getByLabel("Search").fill("fax");
  await expect(page.getByText("No setting matches “fax”.")).toBeVisible();
  await expect(visit.switch).toBeHidden();
});

test("templates: a Paragraph Answer gets a trait that is evaluated only if Medicare has been reached, and an appointment type uses it", async ({
  visit,
  page,
}) => {
  await visit.open("ot-only");
  await expect(page.locator("kx-traits")).toContainText("No prompts for this appointment type.");
  await visit.turnTo("Templates");
  await page.getByRole("button", { name: "Create template" }).click();
  const traits = page.locator("kx-traits");
  await traits.getByLabel("Template name").fill("OT progress");
  await traits.getByLabel("Template name").press("Enter");
  await traits.getByRole("button", { name: "Add Paragraph Answer" }).click();
  await expect(traits.getByLabel("Question")).toBeFocused();
  await page.keyboard.type("Goals");
  await traits.getByRole("button", { name: "Create a new trait" }).click();
  await expect(traits.getByLabel("Trait name")).toBeFocused();
  await page.keyboard.type("Necessity");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Say why a therapist's skill was needed.");
  await page.keyboard.press("Tab");
  await expect(traits.getByLabel("Evaluate only if Medicare has been reached")).toBeChecked();
  await traits.getByLabel("Occupational therapy follow-up").check();
  await expect(page.getByText("Template saved")).toBeVisible();
  await picture(visit, "templates");
  await visit.turnTo("Appointment");
  await expect(page.locator("kx-traits .evaluation")).toContainText("Necessity");
  await page.getByLabel("Patient").selectOption("crossing");
  await expect(page.locator("kx-traits .evaluation li").first()).toContainText(/! To answer.*Progress/s);
  await expect(page.locator("kx-traits .evaluation li").last()).toContainText(/– Not needed.*Medical necessity.*remains/s);
});

test("treatment: a qualified procedure gets KX by itself, with a tooltip", async ({ visit }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  await byTab(on(line));
  await expect(line.getByRole("tooltip")).toContainText("KX added");
  await visit.flowsheet.scrollIntoViewIfNeeded();
  await picture(visit, "treatment");
});

test("flowsheet: an intervention with a qualified procedure gets KX once it is marked as done", async ({ visit }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addIntervention("Cervical Thrust Manipulation (HVLAT)", "97110");
  await expect(on(line)).toHaveCount(0);
  await line.getByRole("checkbox", { name: /^Done/ }).check();
  await byTab(on(line));
  await expect(line.getByRole("tooltip")).toContainText("KX added");
  await line.scrollIntoViewIfNeeded();
  await picture(visit, "flowsheet");
});

test("account: the year, line by line, with what is missing and early", async ({ visit }) => {
  await visit.open("review");
  await visit.turnTo("Account");
  await expect(visit.page.locator("kx-account .verdict.missing")).not.toHaveCount(0);
  await picture(visit, "account");
});

test("comparative billing: the practice's own share beside its peers'", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Comparative billing");
  await page
    .getByRole("button", { name: /sample/i })
    .first()
    .click();
  await expect(page.locator("kx-comparative-billing [part~=chart].on-screen")).toBeVisible();
  await picture(visit, "comparative-billing");
});

test("worklist: 2,000 patients, the most urgent first, each with its next step; a name opens the appointment", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Worklist");
  const list = page.locator("kx-worklist");
  // What has not gone out comes first; a year without an amount, of a visit that is months away, does not hurry.
  await expect(list.locator("tbody tr").first()).toContainText("Before billing");
  await expect(list.locator("tbody tr", { hasText: "Not checked" })).toHaveCount(0);
  await picture(visit, "worklist");
  await list.getByRole("button", { name: "Sample Patient F", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Appointment");
  await expect(page.getByLabel("Patient")).toHaveValue("review");
});

test("the host of all this is about 400 lines", () => {
  const lines = (name: string) =>
    readFileSync(new URL(`../../www/demo/${name}`, import.meta.url), "utf8")
      .trimEnd()
      .split("\n").length;
  const host = ["main.ts", "pages.ts", "parts.ts", "appointment.ts", "preferences.ts"].map(lines);
  expect(host.reduce((sum, one) => sum + one, 0)).toBeLessThan(480);
});
