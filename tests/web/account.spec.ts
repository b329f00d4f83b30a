import type { Locator } from "@playwright/test";
import { expectInOrder } from "./axe.js";
import { opened, sample } from "./panel.js";
import { test as plainTest } from "./plain.js";
import { expect, test, type Screen } from "./screen.js";

const line = (visit: Screen, id: string) => visit.page.locator(`kx-account [data-line="${id}"]`);

async function accountOf(visit: Screen, patient: string): Promise<void> {
  await visit.open(patient);
  await visit.turnTo("Account");
  const all = visit.page.getByRole("button", { name: /^All lines/ });
  if (await all.isVisible()) await all.click();
}

test("navigation names the page, moves the focus to its heading and survives a reload", async ({ visit, page }) => {
  await visit.open("used-up");
  await expect(page).toHaveTitle("Appointment: KX modifier");
  await visit.turnTo("Account");
  await expect(page).toHaveTitle("Account: KX modifier");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByRole("link", { name: "Account" })).toHaveAttribute("aria-current", "page");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Account");
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Treatment" })).toBeVisible();
});

test("a year of lines runs with its balance, the verdicts and the findings", async ({ visit }) => {
  await accountOf(visit, "review");
  await expect(visit.page.locator("kx-account .lines tbody")).toHaveCount(28);
  // 2,480.00 less the 825.00 that was used elsewhere.
  await expect(line(visit, "1.1").getByRole("cell")).toHaveText([
    "Jan 6, 2026",
    "Jan 15, 2026",
    /^92507/,
    "GN",
    "$78.53",
    "$1,655.00",
    "$1,576.47",
    /^✓ Correct/,
  ]);
  await expect(visit.page.locator("kx-account .verdict.crossing")).toHaveText(/^! Crossing line/);
  const missing = visit.page.locator("kx-account tbody", { has: visit.page.locator(".verdict.missing") });
  await expect(missing.locator(".verdict")).toHaveText(/^✕ KX missing/);
  await expect(missing.locator(".findings")).toContainText("✕ Error KX missing");
  await expect(visit.page.locator("kx-account .lines tbody").last().getByRole("cell")).toContainText([
    "Sep 1, 2026",
    "Sep 10, 2026",
    "92526",
    "GN KX",
    "$115.43",
    "over by $439.67",
    "over by $555.10",
  ]);
});

test("totals say when the threshold was reached", async ({ visit, page }) => {
  await accountOf(visit, "review");
  const totals = page.locator("kx-account .totals tbody tr");
  await expect(totals).toHaveCount(1);
  await expect(totals.getByRole("cell")).toHaveText([
    "PT/SLP",
    "$2,480.00",
    "$2,210.10",
    "$416.71",
    "$825.00",
    "over by $555.10",
    /^Jul 20, 2026 or later\s+Date of service Jul 10, 2026\s+Estimated: includes \$825\.00 used elsewhere, whose dates are not known\.$/,
  ]);
  await page.getByLabel("Patient", { exact: true }).selectOption("crossing");
  await expect(totals).toHaveCount(2);
  await expect(totals.nth(0).getByRole("cell").last()).toHaveText("Not reached");
  await expect(totals.nth(1).getByRole("cell")).toHaveText(["OT", "$2,480.00", "$310.25", "$0.00", "$0.00", "$2,169.75", "Not reached"]);
});

test("the account says whose it is, its totals stand at the end, and the heads stay in sight", async ({ visit, page }) => {
  await accountOf(visit, "crossing");
  await expect(page.locator("kx-account .top .whose")).toHaveText("Sample Patient B Member ID SAMPLEB0002");
  const lines = page.locator("kx-account .lines");
  // Two thresholds: each line says which one it counts toward.
  await expect(lines.getByRole("columnheader")).toHaveText([
    "Date of service",
    "Processed",
    "Code",
    "Modifiers",
    "Type",
    "Allowed",
    "Remaining before",
    "Remaining after",
    "KX",
  ]);
  await expect(lines.locator("tfoot tr")).toHaveText([/PT\/SLP total, 2026\s+\$2,468\.00\s+\$12\.00/, /OT total, 2026\s+\$310\.25\s+\$2,169\.75/]);
  await lines.locator("tbody").nth(40).scrollIntoViewIfNeeded();
  await expect(lines.locator("thead tr:not(.on-paper) th").first()).toBeInViewport();
  for (const width of [640, 900]) {
    await page.setViewportSize({ width, height: 800 });
    const rows = await lines.locator("tbody tr").evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
    expect(Math.max(...rows), `${width} px`).toBeLessThan(48);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const cell = await lines.locator("tbody td.service b").first().boundingBox();
    expect(cell?.width, `${width} px`).toBeGreaterThan(36);
  }
});

test("what is typed as used elsewhere counts in the account too", async ({ visit, page }) => {
  await visit.open("crossing");
  await visit.otherUsed("PT/SLP").fill("100");
  await visit.otherUsed("PT/SLP").press("Enter");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^-\$88\.00/);
  await visit.turnTo("Account");
  await expect(page.locator("kx-account .totals tbody tr").first().getByRole("cell").last()).not.toHaveText("Not reached");
  await expect(page.locator("kx-account .verdict.missing")).not.toHaveCount(0);
});

test("the year is drawn with the threshold and the review line, and says what it shows", async ({ visit, page }) => {
  await accountOf(visit, "review");
  const chart = page.getByRole("img", { name: "PT/SLP 2026: used over the year" });
  await expect(chart).toHaveAccessibleDescription(/threshold is \$2,480\.00, the medical review threshold \$3,000\.00/);
  await expect(chart).toHaveAccessibleDescription(
    /Used here: \$2,210\.10\. Used elsewhere: \$825\.00, as of Sep 11, 2026\. Threshold reached Jul 20, 2026 or later, because/,
  );
  // The crossing day is the table's, and the axes say what they are.
  await expect(chart.locator(".reached-name")).toHaveText("Reached Jul 20, 2026 or later");
  await expect(chart.locator(".dollars")).toHaveText(["$0", "$500", "$1,000", "$1,500", "$2,000", "$2,500", "$3,000", "$3,500"]);
  await expect(chart.locator(".axis")).toHaveText(["Allowed amounts", "Day processed (or date of service)"]);
  // Others' use begins where it is known, behind the crossing, and has its name in the legend.
  const start = (selector: string) => chart.locator(selector).evaluate((mark) => (mark as SVGGraphicsElement).getBBox().x);
  expect(await start(".others")).toBeGreaterThan(await start(".reached"));
  await expect(page.locator("kx-account .legend")).toContainText("Used elsewhere, as of Sep 11, 2026");
  const y = (selector: string) => chart.locator(selector).evaluate((mark) => Number(mark.getAttribute("y1") ?? mark.getAttribute("cy")));
  // The last line is over the review amount, which is over the threshold.
  expect(await y(".last")).toBeLessThan(await y("line.review"));
  expect(await y("line.review")).toBeLessThan(await y("line.threshold"));
  await page.getByLabel("Patient", { exact: true }).selectOption("elsewhere");
  const below = page.getByRole("img", { name: "PT/SLP 2025: used over the year" });
  expect(await below.locator(".last").evaluate((mark) => Number(mark.getAttribute("cy")))).toBeGreaterThan(
    await below.locator("line.threshold").evaluate((mark) => Number(mark.getAttribute("y1"))),
  );
});

test("an account opens on its exceptions, all lines are a press away, and a line that is opened is never left out", async ({ visit, page }) => {
  await visit.open("review");
  await visit.turnTo("Account");
  const lines = page.locator("kx-account .lines tbody");
  await expect(page.getByRole("button", { name: "Exceptions (2)" })).toHaveAttribute("aria-pressed", "true");
  await expect(lines).toHaveCount(2);
  await expect(page.getByText("2 of 28 lines", { exact: true })).toBeVisible();
  // Sums of all lines are none of these.
  await expect(page.locator("kx-account tfoot")).toHaveCount(0);
  await page.locator("kx-account").evaluate((element) => (element as HTMLElementTagNameMap["kx-account"]).reveal("1.1"));
  await expect(line(visit, "1.1").locator("tr")).toBeFocused();
  await expect(page.getByRole("button", { name: "All lines (28)" })).toHaveAttribute("aria-pressed", "true");
  // Another patient's account is looked at anew, and one in order has nothing to leave out.
  await page.getByLabel("Patient", { exact: true }).selectOption("used-up");
  await expect(page.getByRole("button", { name: /^Exceptions \(\d/ })).toHaveAttribute("aria-pressed", "true");
  await page.getByLabel("Patient", { exact: true }).selectOption("crossing");
  await expect(page.getByRole("button", { name: /^All lines/ })).toHaveAttribute("aria-pressed", "true");
});

test("the paper of an account says whether it has all lines, and whose they are above each sheet of them", async ({ visit, page }) => {
  await visit.open("review");
  await visit.turnTo("Account");
  await page.emulateMedia({ media: "print" });
  const heading = page.locator("kx-account #lines");
  await expect(heading).toHaveText("Lines: Exceptions (2), 2 of 28 lines");
  await expect(heading.locator(".on-paper")).toBeVisible();
  await expect(page.locator("kx-account .lines thead tr").first()).toContainText("Sample Patient F Member ID SAMPLEF0006");
  await expect(page.locator("kx-account .which")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "All lines (28)" }).click();
  await page.emulateMedia({ media: "print" });
  await expect(heading).toHaveText("Lines: All lines (28)");
});

test("in one hand a line takes two rows, below its month", async ({ visit, page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await accountOf(visit, "review");
  const rows = await page.locator("kx-account .lines tbody tr:not(.findings)").evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
  // What remained before and after stands in the second, and takes another line where one of the two is over.
  expect(Math.max(...rows)).toBeLessThan(88);
  expect(rows.filter((height) => height < 64).length).toBeGreaterThan(rows.length / 2);
  const months = page.locator("kx-account .lines tbody[data-month]");
  await expect(months.first()).toHaveAttribute("data-month", "January 2026");
  expect(await months.first().evaluate((month) => getComputedStyle(month, "::before").content)).toBe('"January 2026"');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

for (const [width, patient, language] of [
  [1280, "review", "en"],
  [900, "review", "en"],
  [390, "review", "en"],
  [390, "review", "es"],
  [390, "used-up", "es"],
] as const) {
  test(`no mark strikes through a name of the picture, and none leaves it: ${patient}, ${width} px, ${language}`, async ({ visit, page }) => {
    await page.setViewportSize({ width, height: 900 });
    await visit.open(patient);
    await page.locator("#language").selectOption(language);
    await page.goto(`${visit.address}#account`);
    const chart = page.locator("kx-account svg[part=chart]").first();
    await expect(chart).toBeVisible();
    const struck = await chart.evaluate((svg) => {
      const card = svg.getBoundingClientRect();
      const boxes = [...svg.querySelectorAll("text")].map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }));
      const lines = [...svg.querySelectorAll("line.reached, line.edge")].map((line) => line.getBoundingClientRect());
      return boxes
        .filter(
          ({ box }) =>
            box.right > card.right + 1 ||
            box.left < card.left - 1 ||
            lines.some((line) => line.left > box.left + 1 && line.left < box.right - 1 && line.top < box.bottom - 2 && line.bottom > box.top + 2),
        )
        .map(({ words }) => words);
    });
    expect(struck).toEqual([]);
  });
}

test("what was used ends at the visit in the picture, on a wide screen and on a phone", async ({ visit, page }) => {
  await visit.open("review");
  await page.goto(`${visit.address}#account`);
  const chart = page.locator("kx-account svg[part=chart]");
  const right = (selector: string) =>
    chart.locator(selector).evaluate((mark) => Math.round((mark as SVGGraphicsElement).getBBox().x + (mark as SVGGraphicsElement).getBBox().width));
  const edge = () => chart.locator("line.edge").evaluate((mark) => Math.round(Number(mark.getAttribute("x1"))));
  const [wide, narrow] = [1440, 390];
  await page.setViewportSize({ width: wide, height: 900 });
  const onWide = await edge();
  for (const width of [wide, narrow]) {
    await page.setViewportSize({ width, height: 900 });
    // The picture is drawn anew once its own width is known.
    if (width === narrow) await expect.poll(edge).toBeLessThan(onWide);
    const visitAt = await edge();
    for (const part of [".area", ".others", ".all", ".used"]) expect(await right(part), `${part}, ${width} px`).toBe(visitAt);
    expect(await chart.locator(".last").evaluate((mark) => Math.round(Number(mark.getAttribute("cx"))))).toBe(visitAt);
  }
});

test("in one hand only the amount that is over is red", async ({ visit, page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await accountOf(visit, "review");
  const crossing = page.locator("kx-account tbody", { has: page.locator(".verdict.crossing") }).locator(".after");
  const colors = (cell: Locator) => cell.evaluate((td) => (["::before", "::after"] as const).map((part) => getComputedStyle(td, part).color));
  const [before, after] = await colors(crossing);
  expect(before).not.toBe(after);
  const [wasOver, isOver] = await colors(page.locator("kx-account tbody", { has: page.locator(".verdict.missing") }).locator(".after"));
  expect(wasOver).toBe(isOver);
});

test("KX before the threshold is found, and a claim that is under way says so", async ({ visit, page }) => {
  await accountOf(visit, "elsewhere");
  await expect(page.locator("kx-account .verdict.early")).toHaveText(/^! KX too early/);
  await expect(page.locator("kx-account .findings")).toContainText("KX too early");
  await expect(page.locator("kx-account .lines tbody").last().getByRole("cell").nth(1)).toHaveText("Pending");
});

test("an account without Medicare lines says so", async ({ visit, page }) => {
  await accountOf(visit, "not-medicare");
  await expect(page.getByText("No Medicare lines on this account.")).toBeVisible();
});

test("on paper there is the account and nothing to press", async ({ visit, page }) => {
  await accountOf(visit, "review");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("img")).toBeVisible();
  // A foot of a table is printed at the end of each sheet, and a total is none of a part.
  await expect(page.locator("kx-account .lines tfoot")).toHaveCSS("display", "table-row-group");
  // A sheet of paper is narrower than the screen that lines are stacked on, and still takes the whole table.
  await page.setViewportSize({ width: 720, height: 900 });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const row = line(visit, "1.1");
  const tops = await row.getByRole("cell").evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().top)));
  expect(new Set(tops).size).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(720);
});

test("a reversal is no missing KX, the payment before it neither, and a denied line names its reason", async ({ visit, page }) => {
  const panel = await opened(visit, "used-up");
  const { name, text } = sample("remittance-2026.835");
  await panel.drop({ name, text: text.replace("CAS*CO*50", "CAS*PR*119") });
  const file = panel.file(name);
  await expect(file.locator("tr[data-change]").last()).toContainText("Denied CARC 119 (benefit maximum reached)");
  await panel.button(`Import ${name}`).click();
  await visit.turnTo("Account");
  await page.getByRole("button", { name: /^All lines/ }).click();
  const verdicts = page.locator("kx-account .lines tbody .verdict");
  await expect(verdicts.filter({ hasText: "Reversal" })).toHaveCount(2);
  await expect(verdicts.filter({ hasText: "Reversed" })).toHaveCount(2);
  await expect(page.locator("kx-account .lines")).toContainText("Reversal: the $53.81 counted for this line on Sep 9, 2026 was subtracted.");
  await expect(page.locator("kx-account .lines")).toContainText("Reversed: this payment was subtracted on Sep 11, 2026, so KX was not checked.");
  await expect(verdicts.last()).toContainText("CARC 119 (benefit maximum reached)");
  await expect(page.locator("kx-account .verdict.missing")).toHaveCount(0);
  // The balance is positive again, so nothing is reached.
  await expect(page.locator("kx-account .totals tbody tr").getByRole("cell").last()).toHaveText("Not reached");
});

plainTest("the answer of audit is taken as it is, and what it lacks is said", async ({ plain, page }) => {
  await plain.open(
    `<kx-account patient="Sample" member-id="S1"></kx-account>`,
    `
    const lines = [
      { id: "a", date: "2026-01-05", posted: "2026-01-15", code: "97110", modifiers: ["GP"], allowed: "2480.00" },
      { id: "b", date: "2026-01-12", posted: "2026-01-22", code: "97140", modifiers: ["GP"], allowed: "28.00" },
    ];
    const answer = rules.audit({ lines, otherUsed: { 2026: { "PT/SLP": "350.00" } } });
    const account = $("kx-account");
    Object.assign(account, { lines: answer.lines });
    window.more = () => Object.assign(account, { billed: lines, findings: answer.findings, totals: answer.totals });
  `,
  );
  const account = page.locator("kx-account");
  await account.getByRole("button", { name: /^All lines/ }).click();
  await expect(account.locator(".notices")).toContainText("Missing for some lines: Date of service, Code, Allowed.");
  await expect(account.locator(".lines tbody").last()).toContainText("KX missing");
  await page.evaluate("window.more()");
  await expect(account.locator(".lines .notices").last()).toContainText("KX missing: PT/SLP was already");
  await expect(account.locator(".lines tbody").first().getByRole("cell")).toContainText(["Jan 5, 2026", "Jan 15, 2026", "97110", "GP", "$2,480.00"]);
  await expect(account).not.toContainText("Missing for some lines");
  // By the total itself: nobody said what was used elsewhere.
  await expect(account.locator('.totals td[data-label="Used elsewhere"]')).toHaveText("$350.00");
  const picture = account.getByRole("img", { name: "PT/SLP 2026: used over the year" });
  await expect(picture).toBeVisible();
  await expect(picture).toHaveAccessibleDescription(/\$350\.00/);
});

test("totals alone: what is on file, and what brings lines", async ({ visit, page }) => {
  await accountOf(visit, "next-year");
  const account = page.locator("kx-account");
  // The visit is in 2027, and the totals are of their own year.
  await expect(account.locator(".empty")).toHaveText("Only totals are on file, as of Sep 11, 2026. There are no billed lines.");
  await expect(account.locator("tbody").getByRole("cell")).toHaveText(["PT/SLP", "$2,480.00", "$2,450.00", "$0.00", "$30.00"]);
  await expect(account).toContainText("To see each line and check its KX, import a remittance (835) on the appointment.");
  await expectInOrder(page);
});
