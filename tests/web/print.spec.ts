// On paper: whose it is and when it was printed, and nothing to press.
import type { Page } from "@playwright/test";
import { expect, test } from "./screen.js";

/** What can be pressed or typed into and is on the paper, through every shadow root. A chip's face is text there, and so is a field. */
const controls = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walk = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll<HTMLElement>("*")) {
        if (element.shadowRoot) walk(element.shadowRoot);
        const isControl = element.matches("button:not(.face), summary, input[type=checkbox], input[type=radio], input[type=file], nav a");
        const isFramed = element.matches("input, select") && Number.parseFloat(getComputedStyle(element).borderTopWidth) > 0;
        const framed = isFramed && getComputedStyle(element).borderTopColor !== "rgba(0, 0, 0, 0)";
        if ((isControl || framed) && element.checkVisibility() && element.getClientRects().length > 0) found.push(element.outerHTML.slice(0, 100));
      }
    };
    walk(document);
    return found;
  });

/** The practice's, whatever day the test runs on. */
const TODAY = "Sep 14, 2026";

test("an appointment prints its patient, member ID and day, and no controls", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.addCode("97110");
  await (await visit.addIntervention("Treadmill Gait Training", "97116")).getByRole("checkbox").check();
  await visit.addIntervention("Group Exercise");
  await page.emulateMedia({ media: "print" });
  const head = page.locator(".print-head");
  await expect(head).toContainText("Sample Patient A");
  await expect(head).toContainText("SAMPLEA0001");
  await expect(head).toContainText(TODAY);
  await expect(visit.line("97110")).toContainText("97110");
  await expect(visit.ptSlp).toContainText("After today's lines");
  expect(await controls(page)).toEqual([]);
});

test("the paper of an appointment has KX in a column of its own, and what is open by name", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.addCode("97110");
  const declined = await visit.addCode("97140");
  await declined.getByRole("button", { name: "Leave KX off 97140" }).click();
  await declined.getByRole("dialog").getByRole("button", { name: "Documentation is incomplete" }).click();
  await page.emulateMedia({ media: "print" });
  const paper = page.locator(".paper");
  await expect(paper.locator(".paper-lines th")).toHaveText(["Service", "Modifiers on claim", "Units", "Allowed amount", "KX modifier"]);
  await expect(paper.locator(".paper-lines tbody tr")).toHaveText([/^97110 .*GP.*Not decided\s*$/s, /^97140 .*KX off: Documentation is incomplete\s*$/s]);
  await expect(paper.locator(".paper-thresholds tbody tr")).toHaveText([/^PT\/SLP/, /^OT/]);
  await expect(paper.locator("li").first()).toContainText("☐");
  await expect(page.getByText("No interventions yet")).toBeHidden();
  await expect(page.locator("h1")).toBeHidden();
  // One sheet of letter paper at 12 mm.
  expect(await paper.evaluate((section) => section.getBoundingClientRect().bottom)).toBeLessThan(960);
});

test("an open record prints without its buttons", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.showDocumentation();
  await page.emulateMedia({ media: "print" });
  expect(await controls(page)).toEqual([]);
});

test("an account prints its patient, and a page of no patient only the day", async ({ visit, page }) => {
  await visit.open("review");
  await visit.turnTo("Account");
  await expect(page.locator("kx-account .lines")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".print-head")).toContainText("Sample Patient F");
  await expect(page.locator(".print-head")).toContainText("SAMPLEF0006");
  expect(await controls(page)).toEqual([]);
  await page.emulateMedia({ media: "screen" });
  await visit.turnTo("Comparative billing");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".print-head")).toHaveText(new RegExp(`^\\s*Printed on\\s*${TODAY}\\s*$`));
});

/** How many sheets the browser prints. */
const sheets = async (page: Page): Promise<number> =>
  (await page.pdf({ preferCSSPageSize: true, format: "Letter" })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

test("the worklist prints close together, and its head on each sheet", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Worklist");
  expect(await sheets(page)).toBeLessThanOrEqual(9);
  await page.emulateMedia({ media: "print" });
  // A browser repeats no button.
  const heads = page.locator("kx-worklist thead button");
  for (const head of await heads.all()) await expect(head).toHaveCSS("display", "contents");
});

test("the calendar prints a visit in a row, and begins below its head", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Calendar");
  expect(await sheets(page)).toBeLessThanOrEqual(2);
});

test("an example of what to type is not printed as if it had been typed", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Preferences");
  await page.emulateMedia({ media: "print" });
  const field = page.locator("input[placeholder]").first();
  expect(await field.evaluate((input) => getComputedStyle(input, "::placeholder").color)).toBe("rgba(0, 0, 0, 0)");
});

test("a patient without a letter prints a page with a head", async ({ visit, page }) => {
  await visit.open("review");
  await visit.turnTo("Review packet");
  expect(await sheets(page)).toBe(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".print-head")).toContainText("SAMPLEF0006");
});
