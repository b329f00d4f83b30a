// Denied lines of a remittance: what each was denied for, what can be done by when, and no request to a contractor before a clinician has attested.
import { expectInOrder } from "./axe.js";
import { opened, sample } from "./panel.js";
import { expect, test, type Screen } from "./screen.js";

const FILE = "denials-2026.835";

async function chosen(visit: Screen) {
  const panel = await opened(visit, "review");
  await panel.show();
  await panel.choose(sample(FILE));
  return panel;
}

test("each denied line has its verdict, its days and its next step; nothing is written before somebody attests", async ({ visit, page }) => {
  const file = (await chosen(visit)).file(FILE);
  const denied = file.locator("[data-denial]");
  await expect(denied).toHaveCount(3);
  await expect(denied.locator(".verdict")).toHaveText(["✕ KX missing", "! KX was on the line", "i Another reason"]);
  const missing = denied.first();
  await expect(missing).toContainText("Remaining before the line");
  await expect(missing).toContainText("Reopening");
  await expect(missing.locator(".terms")).toContainText("Last day to correctSep 8, 2027");
  await expect(missing.locator(".terms")).toContainText("Last day to appealJan 6, 2027");
  await expect(missing).toContainText("Without that attestation, don't request KX.");
  await expect(file.locator("pre")).toHaveCount(0);
  await expect(denied.nth(1).locator("form")).toHaveCount(0);
  await expect(denied.nth(2).locator("form")).toHaveCount(0);
  for (const one of await denied.allTextContents()) expect(one).not.toMatch(/bill the (patient|beneficiary)/i);
  await expectInOrder(page);
});

test("a clinician's answer is recorded, then the request can be copied; both stay once the file is imported", async ({ visit, page, context }) => {
  test.slow();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const panel = await chosen(visit);
  const missing = panel.file(FILE).locator("[data-denial]").first();
  const by = missing.getByLabel("Clinician who decides");
  await by.fill("");
  await missing.getByRole("button", { name: "Attest to KX" }).click();
  await expect(missing.getByRole("alert")).toContainText("Enter the name of the clinician.");
  await expect(by).toBeFocused();
  await expectInOrder(page);
  await by.fill("Gale Sample, SLP");
  await page.keyboard.press("Enter");
  const request = missing.locator("pre");
  await expect(request).toBeFocused();
  await expect(request).toContainText("Reopening request: add modifier KX");
  await expect(request).toContainText("The treating clinician attests");
  await expect(missing).toContainText("Gale Sample, SLP attested to KX on");
  await missing.getByRole("button", { name: "Copy request" }).click();
  await expect(missing.getByRole("status")).toHaveText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await request.textContent());
  await panel.button("Import").first().click();
  await expect(panel.accepted(FILE).locator("pre")).toContainText("Reopening request");
  await visit.turnTo("Account");
  await expect(page.locator("kx-history")).toContainText("Attested to KX");
  await expect(page.locator("kx-history")).toContainText("Record intact: no answer was altered or deleted");
});

test("a locked panel shows the denied lines and asks nobody", async ({ visit, page }) => {
  const panel = await chosen(visit);
  await panel.root.evaluate((element) => element.setAttribute("readonly", ""));
  await expect(panel.file(FILE).locator("[data-denial]")).toHaveCount(3);
  await expect(panel.file(FILE).getByRole("button", { name: "Attest to KX" })).toBeHidden();
  await expectInOrder(page);
});

test("KX is left off a denied line: who said so and why stands there, and nothing can be requested", async ({ visit, page }) => {
  const missing = (await chosen(visit)).file(FILE).locator("[data-denial]").first();
  const leave = missing.getByRole("button", { name: "Leave KX off" });
  await missing.getByLabel("Clinician who decides").fill("");
  await leave.click();
  await expect(missing.getByRole("alert")).toContainText("Enter the name of the clinician.");
  await missing.getByLabel("Clinician who decides").fill("Gale Sample, SLP");
  await leave.click();
  const why = missing.getByRole("group", { name: /^Why no KX on/ });
  await expect(why.getByRole("button", { name: "Not medically necessary" })).toBeFocused();
  await expectInOrder(page);
  await page.keyboard.press("Escape");
  await expect(why).toHaveCount(0);
  await expect(leave).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(missing).toContainText(/Gale Sample, SLP left KX off on [\s\S]*Documentation is incomplete/);
  await expect(missing).toContainText("A clinician left KX off, so don't request it.");
  await expect(missing.locator(".terms")).not.toContainText("Last day to correct");
  await expect(missing.locator(".terms")).toContainText("Last day to appeal");
  await expect(leave).toHaveCount(0);
  await expect(missing.getByRole("button", { name: "Attest to KX" })).toBeVisible();
  await expectInOrder(page);
  await visit.turnTo("Account");
  await expect(page.locator("kx-history")).toContainText("KX off");
});
