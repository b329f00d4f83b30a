import { opened, sample } from "./panel.js";
import { test as plainTest } from "./plain.js";
import { expect, test, type Screen } from "./screen.js";

const line = (visit: Screen, id: string) => visit.page.locator(`kx-account [data-line="${id}"]`);

async function accountOf(visit: Screen, patient: string): Promise<void> {
  await visit.open(patient);
  await visit.turnTo("Account");
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
    "Feb 10, 2026",
    "Feb 19, 2026",
    /^92507/,
    "GN",
    "$78.53",
    "$1,655.00",
    "$1,576.47",
    /^✓ Correct/,
  ]);
  await expect(visit.page.locator("kx-account .verdict.crossing")).toHaveText(/^\? Crossing line/);
  const missing = visit.page.locator("kx-account tbody", { has: visit.page.locator(".verdict.missing") });
  await expect(missing.locator(".verdict")).toHaveText(/^✕ KX missing/);
  await expect(missing.locator(".findings")).toContainText("✕ Error KX missing");
  await expect(visit.page.locator("kx-account .lines tbody").last().getByRole("cell")).toContainText([
    "Oct 27, 2026",
    "Nov 5, 2026",
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
    /^Sep 14, 2026\s+Date of service Sep 4, 2026\s+Counts \$825\.00 used elsewhere, whose dates are not known\.$/,
  ]);
  await page.getByLabel("Patient").selectOption("crossing");
  await expect(totals).toHaveCount(2);
  await expect(totals.nth(0).getByRole("cell").last()).toHaveText("Not reached");
  await expect(totals.nth(1).getByRole("cell")).toHaveText(["OT", "$2,480.00", "$310.25", "$0.00", "$0.00", "$2,169.75", "Not reached"]);
});

test("the account says whose it is, its totals stand at the end, and the heads stay in sight", async ({ visit, page }) => {
  await accountOf(visit, "crossing");
  await expect(page.locator("kx-account .whose")).toHaveText("Sample Patient B Member ID SAMPLEB0002");
  const lines = page.locator("kx-account .lines");
  // Two thresholds: each line says which one it counts toward.
  await expect(lines.getByRole("columnheader")).toHaveText([
    "Date of service",
    "Processed",
    "Code",
    "Modifiers",
    "Threshold",
    "Allowed",
    "Remaining before",
    "Remaining after",
    "KX",
  ]);
  await expect(lines.locator("tfoot tr")).toHaveText([/PT\/SLP total, 2026\s+\$2,468\.00\s+\$12\.00/, /OT total, 2026\s+\$310\.25\s+\$2,169\.75/]);
  await lines.locator("tbody").nth(40).scrollIntoViewIfNeeded();
  await expect(lines.locator("thead th").first()).toBeInViewport();
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
    /Used here: \$2,210\.10\. Used elsewhere: \$825\.00, known since Nov 6, 2026\. Threshold reached Sep 14, 2026\./,
  );
  // The crossing day is the table's, and the axes say what they are.
  await expect(chart.locator(".reached-name")).toHaveText("Reached Sep 14, 2026");
  await expect(chart.locator(".dollars")).toHaveText(["$0", "$500", "$1,000", "$1,500", "$2,000", "$2,500", "$3,000"]);
  await expect(chart.locator(".axis")).toHaveText(["Allowed amounts", /^Day processed/]);
  // Others' use begins where it is known, behind the crossing, and has its name in the legend.
  const start = (selector: string) => chart.locator(selector).evaluate((mark) => (mark as SVGGraphicsElement).getBBox().x);
  expect(await start(".others")).toBeGreaterThan(await start(".reached"));
  await expect(page.locator("kx-account .legend")).toContainText("Used elsewhere, known since Nov 6, 2026");
  const y = (selector: string) => chart.locator(selector).evaluate((mark) => Number(mark.getAttribute("y1") ?? mark.getAttribute("cy")));
  // The last line is over the review amount, which is over the threshold.
  expect(await y(".last")).toBeLessThan(await y("line.review"));
  expect(await y("line.review")).toBeLessThan(await y("line.threshold"));
  await page.getByLabel("Patient").selectOption("elsewhere");
  const below = page.getByRole("img", { name: "PT/SLP 2025: used over the year" });
  expect(await below.locator(".last").evaluate((mark) => Number(mark.getAttribute("cy")))).toBeGreaterThan(
    await below.locator("line.threshold").evaluate((mark) => Number(mark.getAttribute("y1"))),
  );
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
  // A sheet of paper is narrower than the screen that lines are stacked on, and still takes the whole table.
  await page.setViewportSize({ width: 720, height: 900 });
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
    const answer = rules.audit({ lines });
    const account = $("kx-account");
    Object.assign(account, { lines: answer.lines });
    window.more = () => Object.assign(account, { billed: lines, findings: answer.findings, totals: answer.totals });
  `,
  );
  const account = page.locator("kx-account");
  await expect(account.locator(".notices")).toContainText("Missing for some lines: Date of service, Code, Allowed.");
  await expect(account.locator(".lines tbody").last()).toContainText("KX missing");
  await page.evaluate("window.more()");
  await expect(account.locator(".lines .notices")).toContainText("KX missing: PT/SLP was already");
  await expect(account.locator(".lines tbody").first().getByRole("cell")).toContainText(["Jan 5, 2026", "Jan 15, 2026", "97110", "GP", "$2,480.00"]);
  await expect(account).not.toContainText("Missing for some lines");
  await expect(account.getByRole("img", { name: "PT/SLP 2026: used over the year" })).toBeVisible();
});
