// The calendar: visits in the order of the clock, and what is to be known of each before it begins.
import { versions } from "../../dist/index.js";
import { expectInOrder } from "./axe.js";
import { expect, test } from "./screen.js";

test("each visit has its time, its therapist and a flag of the core's", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.addCode("97110");
  await visit.turnTo("Calendar");
  const cell = (patient: string) => page.locator(".cell:not(.booked)", { hasText: patient });
  await expect(page.locator(".day h3")).toHaveText([
    /Oct 20, 2025$/,
    /Sep 8, 2026$/,
    /Sep 10, 2026$/,
    /^Monday\s+Sep 14, 2026\s+Today$/,
    ...["15", "17", "18", "21", "22", "24", "25", "28", "29"].map((day) => new RegExp(`Sep ${day}, 2026$`)),
    /Oct 1, 2026$/,
    ...["4", "11", "18", "25"].map((day) => new RegExp(`Jan ${day}, 2027$`)),
  ]);
  await expect(page.locator(".day", { hasText: "Sep 14, 2026" }).locator("time")).toHaveText(["9:00 AM", "10:30 AM", "11:15 AM", "2:45 PM"]);
  await expect(cell("Patient A")).toContainText("Alex Sample, PT");
  await expect(cell("Patient A").locator(".flag")).toHaveText([/^! Claim on hold$/, /Threshold reached PT\/SLP over by \$\d.* after today's lines$/]);
  await expect(cell("Patient B").locator(".flag")).toHaveText([/Near threshold PT\/SLP: \$12\.00 remaining$/]);
  await expect(cell("Patient C").locator(".flag")).toHaveText([/Threshold reached OT: \$0\.00 remaining$/]);
  await expect(cell("Patient D").locator(".flag")).toHaveText([/Medicare is not the payer/]);
  await expect(cell("Patient E").locator(".flag")).toHaveText([/Below threshold$/]);
  // The amount is of the threshold that the flag names.
  await expect(cell("Patient F").locator(".flag")).toHaveText([/PT\/SLP \$35\.10 over the medical review threshold$/]);
  // What is not known is never below.
  await expect(cell("Patient G").locator(".flag.near")).toHaveText([/^\? Not known Totals from Dec 30, 2025$/]);
  if (!versions().years.includes(2027)) await expect(cell("Patient H").locator(".flag.near")).toHaveText([/^\? Not checked 2027 threshold missing$/]);
});

test("booked visits are on the calendar from today on, the same as on the appointment, and open the patient", async ({ visit, page }) => {
  await visit.open();
  await page.goto(`${visit.address}#calendar`);
  const on = (day: string) => page.locator(`[data-day="${day}"] .cell`);
  await expect(on("2026-09-18")).toHaveText([/9:00 AM.*Sample Patient A.*Alex Sample, PT.*Booked · PT\/SLP/s, /3:00 PM.*Sample Patient B.*Booked · OT/s]);
  // By the visits before them: A is over already, and B's OT stays below.
  await expect(on("2026-09-18").first().locator(".flag.near")).toHaveText(/Will need a KX decision$/);
  await expect(on("2026-09-18").last().locator(".flag.near")).toHaveCount(0);
  await expect(page.locator(".booked", { hasText: "Patient B" }).filter({ hasText: "PT/SLP" }).first()).toContainText("Will need a KX decision");
  // Another discipline than the visit's is booked with somebody else.
  await expect(on("2026-09-18").last()).not.toContainText("Brook Sample");
  expect(
    await page.locator(".booked time").evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? "").filter((day) => day < "2026-09-14")),
  ).toEqual([]);
  await on("2026-09-18").first().click();
  await expect(page.getByRole("dialog")).toContainText("Sample Patient A");
  await page.getByRole("button", { name: "Open appointment" }).click();
  await expect(visit.ptSlp.locator(".visits")).toContainText("Decide on KX for this visit");
});

test("a claim on hold has one color and one sign on the calendar and on the appointment", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.addCode("97110");
  const hold = page.locator(".strip .hold");
  await expect(hold).toContainText("! Claim on hold");
  const color = await hold.evaluate((button) => getComputedStyle(button).color);
  await visit.turnTo("Calendar");
  await expect(page.locator(".flag.held")).toHaveText("! Claim on hold");
  await expect(page.locator(".flag.held")).toHaveCSS("color", color);
});

test("days are grouped by month, it opens on today, and a button leads back to it", async ({ visit, page }) => {
  await visit.open();
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(`${visit.address}#calendar`);
  await expect(page.locator(".calendar-page h2")).toHaveText(["October 2025", "September 2026", "September 2026", "October 2026", "January 2027"]);
  const today = page.locator('[aria-current="date"]');
  await expect(today).toContainText("Sep 14, 2026");
  await expect(today).toBeInViewport();
  await page.getByText("3 earlier visits to finish", { exact: true }).click();
  await expect(page.getByRole("button", { name: /Patient E/ })).toBeInViewport();
  await expect(today).not.toBeInViewport();
  await page.getByRole("button", { name: "Today", exact: true }).press("Enter");
  await expect(today).toBeInViewport();
  await expect(today).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator('[data-day="2026-09-14"] .cell').first()).toBeFocused();
});

test("a threshold has one sign on every screen", async ({ visit, page }) => {
  await visit.open("crossing");
  const sign = await page.locator('.strip kx-threshold[data-bucket="PT/SLP"] .tone').textContent();
  await expect(visit.ptSlp.locator(".status")).toHaveText(`${sign} Near threshold`);
  await visit.turnTo("Calendar");
  await expect(page.locator(".cell:not(.booked)", { hasText: "Patient B" }).locator(".flag")).toHaveText(new RegExp(`^${sign} Near threshold`));
  await visit.turnTo("Worklist");
  await page.locator('kx-worklist [data-kind="near"]').click();
  const row = page.locator("kx-worklist tbody").first();
  await expect(row.locator(".badge")).toHaveText(new RegExp(`^${sign} Near threshold`));
  await expect(row.locator(".balance.near")).toContainText(sign);
});

test("times and flags follow the language", async ({ visit, page }) => {
  await visit.open();
  await page.goto(`${visit.address}?lang=es#calendar`);
  await expect(page.locator(".day", { hasText: "14 sep" }).locator("time").first()).toHaveText("9:00 a.m.");
  await page.getByText("3 visitas anteriores por terminar", { exact: true }).click();
  await expect(page.locator(".booked").first()).toContainText("Programada");
  await expect(page.locator(".cell:not(.booked)", { hasText: "Patient B" })).toContainText("quedan $12.00");
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
    await page.locator(".earlier summary").click();
    await expect(page.locator(".cell:not(.booked)")).toHaveCount(8);
    await expectInOrder(page);
  });
}

test("the calendar says whose visits it has, since the worklist has more patients", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Calendar");
  await expect(page.locator(".calendar-scope")).toHaveText(
    "The calendar has the visits of 8 sample patients. The worklist also has 1,992 more made-up patients of the practice.",
  );
});
