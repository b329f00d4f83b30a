// The calendar: visits in the order of the clock, and what is to be known of each before it begins.
import { expectInOrder } from "./axe.js";
import { expect, test } from "./screen.js";

test("each visit has its time, its therapist and a flag of the core's", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.addCode("97110");
  await visit.turnTo("Calendar");
  const cell = (patient: string) => page.getByRole("button", { name: new RegExp(patient) });
  await expect(page.locator(".day h2")).toHaveText([
    /Oct 20, 2025$/,
    /Jan 6, 2026$/,
    /Aug 20, 2026$/,
    /^Monday\s+Sep 14, 2026$/,
    /Oct 5, 2026$/,
    /Nov 9, 2026$/,
    /Jan 11, 2027$/,
  ]);
  await expect(page.locator(".day", { hasText: "Sep 14, 2026" }).locator("time")).toHaveText(["9:00 AM", "10:30 AM"]);
  await expect(cell("Patient A")).toContainText("Alex Sample, PT");
  await expect(cell("Patient A").locator(".flag")).toHaveText([/Claim on hold$/, /Threshold reached PT\/SLP over by \$\d/]);
  await expect(cell("Patient B").locator(".flag")).toHaveText([/Near threshold PT\/SLP: \$12\.00 remaining$/]);
  await expect(cell("Patient C").locator(".flag")).toHaveText([/Threshold reached OT: \$0\.00 remaining$/]);
  await expect(cell("Patient D").locator(".flag")).toHaveText([/Medicare is not the payer/]);
  await expect(cell("Patient E").locator(".flag")).toHaveText([/Below threshold$/]);
  // The amount is of the threshold that the flag names.
  await expect(cell("Patient F").locator(".flag")).toHaveText([/Over medical review threshold PT\/SLP over by \$35\.10$/]);
  await expect(cell("Patient G").locator(".flag")).toHaveText([/another calendar year/]);
});

test("times and flags follow the language", async ({ visit, page }) => {
  await visit.open();
  await page.goto(`${visit.address}?lang=es#calendar`);
  await expect(page.locator(".day", { hasText: "14 sep" }).locator("time").first()).toHaveText("9:00 a.m.");
  await expect(page.getByRole("button", { name: /Patient B/ })).toContainText("saldo de $12.00");
});

for (const [width, scheme] of [
  [1280, "light"],
  [640, "light"],
  [320, "dark"],
] as const) {
  test(`axe finds nothing, and nothing is cut off: ${width} px, ${scheme}`, async ({ visit, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await visit.open("used-up");
    await visit.addCode("97110");
    await page.goto(`${visit.address}#calendar`);
    await expect(page.locator(".cell")).toHaveCount(8);
    await expectInOrder(page);
  });
}
