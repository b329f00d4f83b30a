// First sight: what this is, and three situations that lead through it.
import { expect, on, suggested, test } from "./screen.js";

test("at first sight the page says what it is, and language and theme can be switched", async ({ visit, page }) => {
  await page.goto(visit.address);
  const purpose = page.getByText("Add a therapy code, and this screen says whether Medicare's KX modifier belongs on the line, and why.");
  await expect(purpose).toBeVisible();
  await expect(page.getByRole("list", { name: "Guided situations" }).getByRole("button")).toHaveCount(3);
  await expect(page.getByText("No codes yet. Type one above and press Enter.")).toBeVisible();
  await page.getByLabel("Theme").selectOption("dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByLabel("Language").selectOption("es");
  await expect(page.getByRole("list", { name: "Situaciones guiadas" }).getByRole("button")).toHaveCount(3);
  await expect(page.getByText("Aún no hay códigos. Escriba uno arriba y presione Entrar.")).toBeVisible();
});

test("adding 97110 for a patient over the threshold is led to its end", async ({ visit, page }) => {
  await visit.open();
  await page.getByRole("button", { name: "Add 97110 for a patient who is over the threshold" }).click();
  const callout = page.locator(".callout");
  await expect(callout).toBeFocused();
  await expect(callout).toHaveText(/Step 1 of 2.*Type 97110/s);
  await expect(page.locator(".pointed")).toHaveCount(1);
  // Past the button that ends it, the next stop is the field that is pointed at.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("combobox", { name: "Search for a code" })).toBeFocused();
  await page.keyboard.type("97110");
  await page.keyboard.press("Enter");
  await expect(callout).toHaveText(/Step 2 of 2.*Choose Add KX/s);
  await visit.line("97110").getByRole("button", { name: "Add KX to 97110" }).click();
  await expect(on(visit.line("97110"))).toBeVisible();
  await expect(callout).toHaveText(/Done.*KX is on the line/s);
  await callout.getByRole("button", { name: "End guide" }).click();
  await expect(callout).toHaveCount(0);
  await expect(on(visit.line("97110"))).toBeVisible();
});

test("a line that crosses is decided, and a patient that was in use starts over", async ({ visit, page }) => {
  await visit.open("crossing");
  await visit.addCode("97140");
  await page.getByRole("button", { name: "Decide on a line that goes over the threshold" }).click();
  await expect(visit.treatment.locator("tbody")).toHaveCount(0);
  await visit.addCode("97110");
  await expect(page.locator(".callout")).toHaveText(/Step 2 of 2/);
  await visit.line("97110").getByRole("button", { name: "Leave KX off 97110" }).click();
  await expect(page.locator(".callout")).toHaveText(/Done/);
});

test("what another provider used is pointed at where it is entered, in sight, and the way leads back to the line", async ({ visit, page }) => {
  await visit.open();
  await page.getByRole("button", { name: "Count what another provider used" }).click();
  const line = await visit.addCode("97110");
  const callout = page.locator(".callout");
  await expect(callout).toHaveText(/Step 2 of 3.*840/s);
  await expect(callout).toBeInViewport();
  await expect(page.locator(".thresholds")).toHaveClass(/pointed/);
  await visit.otherUsed("PT/SLP").fill("840");
  await visit.otherUsed("PT/SLP").press("Enter");
  await expect(callout).toHaveText(/Step 3 of 3/);
  await expect(callout).toBeInViewport();
  await expect(suggested(line)).toBeVisible();
  // Another patient is not led.
  await page.getByLabel("Patient").selectOption("ot-only");
  await expect(callout).toHaveCount(0);
});

test("the situations stay closed once they were closed", async ({ visit, page }) => {
  await visit.open();
  const list = page.getByRole("list", { name: "Guided situations" });
  await page.getByText("Add a therapy code, and this screen says").click();
  await expect(list).toBeHidden();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Treatment" })).toBeVisible();
  await expect(list).toBeHidden();
});
