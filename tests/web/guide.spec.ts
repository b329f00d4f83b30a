// First sight: what this is, and three situations that lead through it.
import { expect, on, suggested, test } from "./screen.js";

test("at first sight the page says what it is, and language and theme can be switched", async ({ visit, page }) => {
  await page.goto(visit.address);
  await expect(page.getByText("Catch KX denials before you bill")).toBeVisible();
  await expect(page.locator(".purpose")).toHaveText(/^Once a patient passes \$2,480 for the year, Medicare denies therapy lines without KX\./);
  await expect(page.getByRole("list", { name: "Guided situations" }).getByRole("button")).toHaveCount(3);
  await expect(page.getByText("No codes yet. Type one above and press Enter.")).toBeVisible();
  const tops = await page.locator(".situations ol li").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
  await page.getByLabel("Theme").selectOption("dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByLabel("Language").selectOption("es");
  await expect(page.getByRole("list", { name: "Situaciones guiadas" }).getByRole("button")).toHaveCount(3);
  await expect(page.getByText("Aún no hay códigos. Escriba uno arriba y presione Entrar.")).toBeVisible();
  // What is ours of the sample data too.
  await expect(page.locator(".visit-facts")).toContainText("Seguimiento de fisioterapia");
  await expect(page.locator("kx-traits")).toContainText("Necesidad médica");
});

test("adding 97110 for a patient over the threshold is led to its end", async ({ visit, page }) => {
  await visit.open();
  await page.getByRole("button", { name: "Over the threshold", exact: true }).click();
  const callout = page.locator(".callout");
  await expect(callout).toHaveText(/Step 1 of 2.*Type 97110/s);
  await expect(page.locator(".pointed")).toHaveCount(1);
  // The focus is in the field that the step speaks of.
  await expect(page.getByRole("combobox", { name: "Search for a code" })).toBeFocused();
  await page.keyboard.type("97110");
  await page.keyboard.press("Enter");
  await expect(callout).toHaveText(/Step 2 of 2.*Choose Add KX/s);
  await visit.line("97110").getByRole("button", { name: "Add KX to 97110" }).click();
  await expect(on(visit.line("97110"))).toBeVisible();
  await expect(callout).toHaveText(/Done.*KX is on the line.*complete and attested/s);
  // It ends plainly: nothing is left to check.
  await expect(visit.line("97110").getByRole("button", { name: /^KX on 97110/ })).toBeVisible();
  await expect(page.locator(".strip .hold")).toHaveCount(0);
  await expect(page.locator(".sign-off .outcome")).toContainText("✓");
  await expect(page.locator(".sign-off li")).toHaveCount(0);
  await callout.getByRole("button", { name: "End guide" }).click();
  await expect(callout).toHaveCount(0);
  await expect(on(visit.line("97110"))).toBeVisible();
});

test("a line that crosses is decided, and a patient that was in use starts over", async ({ visit, page }) => {
  await visit.open("crossing");
  await visit.addCode("97140");
  await page.getByRole("button", { name: "Line that crosses" }).click();
  await expect(visit.treatment.locator("tbody")).toHaveCount(0);
  await visit.addCode("97110");
  await expect(page.locator(".callout")).toHaveText(/Step 2 of 2/);
  await visit.line("97110").getByRole("button", { name: "Leave KX off 97110" }).click();
  await expect(page.locator(".callout")).toHaveText(/Done/);
});

test("what another provider used is pointed at where it is entered, in sight, and the way leads back to the line", async ({ visit, page }) => {
  await visit.open();
  await page.getByRole("button", { name: "Used elsewhere" }).click();
  const line = await visit.addCode("97110");
  const callout = page.locator(".callout");
  await expect(callout).toHaveText(/Step 2 of 3.*840/s);
  await expect(callout).toBeInViewport();
  await expect(page.locator(".thresholds")).toHaveClass(/pointed/);
  // The field is in view and has the focus: what is typed goes there.
  await expect(visit.otherUsed("PT/SLP")).toBeFocused();
  await expect(visit.otherUsed("PT/SLP")).toBeInViewport();
  await page.keyboard.type("840");
  await page.keyboard.press("Enter");
  await expect(callout).toHaveText(/Step 3 of 3/);
  await expect(callout).toBeInViewport();
  await expect(suggested(line)).toBeInViewport();
  // Another patient is not led.
  await page.getByLabel("Patient").selectOption("ot-only");
  await expect(callout).toHaveCount(0);
});

test("the situations stay closed once they were closed", async ({ visit, page }) => {
  await visit.open();
  const list = page.getByRole("list", { name: "Guided situations" });
  await page.getByRole("button", { name: "Hide guided situations" }).click();
  await expect(list).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Guides" })).toBeFocused();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Treatment" })).toBeVisible();
  await expect(list).toHaveCount(0);
  await page.getByRole("button", { name: "Guides" }).click();
  await expect(list).toBeVisible();
});

test("on a phone the work begins in the first half of the screen", async ({ visit, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit.open();
  const top = (await visit.treatment.boundingBox())?.y ?? Number.POSITIVE_INFINITY;
  expect(top).toBeLessThan(450);
  await expect(page.getByText("SAMPLEA0001").first()).toBeHidden();
  await page.getByRole("button", { name: "More" }).click();
  await expect(page.locator(".facts").getByText("SAMPLEA0001")).toBeVisible();
});
