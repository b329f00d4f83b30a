// How the appointment lies: the task first, a strip that stays, lines that are low, fields that hold what is typed, at every width.
import type { Locator, Page } from "@playwright/test";
import { expect, on, test } from "./screen.js";

const height = async (of: Locator): Promise<number> => (await of.boundingBox())?.height ?? Number.NaN;
const top = async (of: Locator): Promise<number> => (await of.boundingBox())?.y ?? Number.NaN;
const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test("97110 with KX takes at most nine keys from the page's start", async ({ visit, page }) => {
  await visit.open("used-up", { autoApply: true });
  await page.reload();
  await expect(page.getByRole("heading", { name: "Treatment" })).toBeVisible();
  const keys = ["Tab", "Enter", "9", "7", "1", "1", "0", "Enter"];
  expect(keys.length).toBeLessThanOrEqual(9);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to code search" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Search for a code" })).toBeFocused();
  for (const key of keys.slice(2)) await page.keyboard.press(key);
  await expect(on(visit.line("97110"))).toBeVisible();
  // The page is still the same one.
  await expect(page).toHaveURL(/#appointment$|\/$/);
});

test("on another page the skip link goes past the links to the heading", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Preferences");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Preferences");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Preferences");
});

test("the lines come before what stands behind them, and no setting is among them", async ({ visit, page }) => {
  await visit.open("used-up");
  const parts = [visit.treatment, visit.flowsheet, visit.ptSlp, visit.documentation, page.locator("kx-traits"), page.locator("kx-import")];
  const tops = await Promise.all(parts.map(top));
  expect(tops).toEqual([...tops].sort((one, other) => one - other));
  await expect(visit.switch).toHaveCount(0);
  await expect(page.getByLabel("Documentation check")).toHaveCount(0);
  // What the preference says decides about the lines, so it is told, and it is one step away.
  await page.getByRole("link", { name: "Off", exact: true }).click();
  await expect(visit.switch).toBeVisible();
  for (const label of ["Documentation check", "Language", "Theme"]) await expect(page.locator("[data-setting]").getByLabel(label)).toBeVisible();
});

for (const width of [1440, 900, 640, 390]) {
  test(`the strip stays in sight at ${width} px, with the patient, both balances and what holds the claim`, async ({ visit, page }) => {
    await page.setViewportSize({ width, height: 844 });
    await visit.open("crossing");
    const strip = page.getByRole("region", { name: "Balances" });
    await expect(strip.locator('kx-threshold[data-bucket="PT/SLP"]')).toContainText(/PT\/SLP remaining.*\$12\.00/s);
    await expect(strip.getByRole("button")).toHaveCount(0);
    await visit.addCode("97110");
    await visit.addCode("97140");
    // What is left now, over as over, without a minus.
    await expect(strip.locator('kx-threshold[data-bucket="PT/SLP"]')).toContainText(/PT\/SLP over by.*\$41\.45/s);
    await expect(strip.locator('kx-threshold[data-bucket="OT"]')).toContainText(/OT remaining.*\$2,169\.75/s);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    expect(await top(strip)).toBeLessThanOrEqual(1);
    expect(await height(strip)).toBeLessThanOrEqual(width < 640 ? 132 : 72);
    await expect(strip.getByLabel("Patient")).toBeVisible();
    // The name and nothing else: what is said of the patient is beside it, and cuts nothing.
    await expect(strip.getByLabel("Patient").locator("option:checked")).toHaveText("Sample Patient B");
    if (width < 900) {
      const member = strip.getByText("SAMPLEB0002");
      await expect(member).toBeInViewport({ ratio: 1 });
      expect(await member.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
    }

    const hold = strip.getByRole("button", { name: /Claim on hold/ });
    await expect(hold).toHaveText(/2 lines need an answer/);
    await hold.click();
    await expect(visit.line("97110").getByRole("button", { name: "Add KX to 97110" })).toBeFocused();
    const [line, below] = [await visit.line("97110").boundingBox(), await strip.boundingBox()];
    expect(line?.y ?? 0).toBeGreaterThanOrEqual((below?.y ?? 0) + (below?.height ?? 0) - 1);
    await expect(visit.line("97110").locator(".service")).toContainText("On hold");
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  });
}

test("what holds the claim is told beside the line, also in the flowsheet, and goes with the answer", async ({ visit, page }) => {
  await visit.open("used-up");
  const line = await visit.addIntervention("Treadmill Gait Training", "97116");
  await line.getByRole("checkbox").check();
  await expect(line.locator(".service")).toContainText("On hold");
  await page.getByRole("button", { name: /Claim on hold/ }).click();
  await expect(line.getByRole("button", { name: "Add KX to 97116" })).toBeFocused();
  await line.getByRole("button", { name: "Add KX to 97116" }).click();
  await expect(line.locator(".service")).not.toContainText("On hold");
  await expect(page.getByRole("button", { name: /Claim on hold/ })).toHaveCount(0);
});

test("a line is one row of at most 56 px in compact at every width, whatever is decided about it", async ({ visit, page }) => {
  const widths = [1440, 1280, 1120, 900, 720];
  const at = async (all: number[], measure: (width: number) => Promise<void>) => {
    for (const width of all) {
      await page.setViewportSize({ width, height: 900 });
      await measure(width);
    }
  };
  const low = (section: Locator, name: string, all = widths) =>
    at(all, async (width) => {
      const rows = section.locator("tbody tr:not(.below)");
      await expect(rows).not.toHaveCount(0);
      for (const row of await rows.all()) expect(await height(row), `${name}, ${width} px`).toBeLessThanOrEqual(56.5);
    });
  await visit.open("crossing");
  const first = await visit.addCode("97110");
  await visit.addCode("92507");
  await low(visit.treatment, "to be checked");
  await first.getByRole("button", { name: "Add KX to 97110" }).click();
  await low(visit.treatment, "applied");
  await first.getByRole("button", { name: "Remove KX from 97110" }).click();
  await page.keyboard.press("Escape");
  await low(visit.treatment, "declined");
  await first.getByLabel("Modifiers for 97110").fill("GP 59 76 XU");
  await first.getByLabel("Modifiers for 97110").press("Enter");
  await low(visit.treatment, "blocked");
  // The reasons are opened where the answer stands.
  await at(widths, async (width) => {
    const [chip, why] = [await first.locator("kx-chip").boundingBox(), await first.getByRole("button", { name: "Why? 97110" }).boundingBox()];
    expect(chip && why && why.y >= chip.y && why.x + why.width <= chip.x + chip.width + 1, `${width} px`).toBe(true);
  });
  await page.setViewportSize({ width: 1440, height: 900 });
  await (await visit.addIntervention("Cervical Thrust Manipulation (HVLAT)", "97140")).getByRole("checkbox").check();
  // An intervention has a name and a code: below 900 px what is typed about it stands below them.
  const wide = widths.filter((width) => width >= 900);
  await low(visit.flowsheet, "an intervention", wide);
});

test("four modifiers and the longest code fit their fields at every width", async ({ visit, page }) => {
  await visit.open("used-up");
  const line = await visit.addCode("97110");
  const field = line.getByLabel("Modifiers for 97110");
  await field.fill("GP 59 76 XU");
  await field.press("Enter");
  const select = (await visit.addIntervention("Balance Training on One Leg")).getByRole("combobox", { name: /^Code for/ });
  for (const width of [1440, 900, 640, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await field.evaluate((input: HTMLInputElement) => input.scrollWidth - input.clientWidth), `${width} px`).toBeLessThanOrEqual(0);
    // What it needs to show each of its choices, measured in a select that is as wide as it likes.
    const [own, wanted] = await select.evaluate((element: HTMLSelectElement) => {
      const copy = element.cloneNode(true) as HTMLSelectElement;
      copy.style.setProperty("width", "max-content");
      copy.style.setProperty("max-width", "none");
      element.after(copy);
      const width = copy.getBoundingClientRect().width;
      copy.remove();
      return [element.getBoundingClientRect().width, width];
    });
    expect(own, `${width} px`).toBeGreaterThanOrEqual(wanted);
  }
});

test("the Service column keeps its width, whatever stands in the others", async ({ visit }) => {
  await visit.open("crossing");
  const line = await visit.addCode("97110");
  const width = async () => (await line.locator(".service").boundingBox())?.width;
  const before = await width();
  await line.getByRole("button", { name: "Add KX to 97110" }).click();
  await expect(on(line)).toBeVisible();
  expect(await width()).toBe(before);
  await line.getByLabel("Modifiers for 97110").fill("GP 59 76 XU");
  await line.getByLabel("Modifiers for 97110").press("Enter");
  await expect(line.getByRole("button", { name: /^Edit modifiers/ })).toBeVisible();
  expect(await width()).toBe(before);
});

test("tables stay tables down to 640 px", async ({ visit, page }) => {
  await page.setViewportSize({ width: 640, height: 900 });
  await visit.open("review");
  const line = await visit.addCode("92507");
  for (const name of ["Service", "Modifiers", "Units", "Allowed amount"]) {
    const [head, cell] = [
      await visit.treatment.getByRole("columnheader", { name, exact: true }).boundingBox(),
      await (name === "Service" ? line.locator(".service") : line.getByLabel(`${name} for 92507`)).boundingBox(),
    ];
    expect(Math.abs((head?.x ?? 0) - (cell?.x ?? 99)), name).toBeLessThanOrEqual(12);
  }
  await visit.turnTo("Account");
  const account = page.locator("kx-account");
  await expect(account.getByRole("columnheader", { name: "Modifiers" })).toBeVisible();
  // Until the page has come to rest two measurements are of two moments.
  await expect(async () => {
    const date = await account.locator(".lines tbody tr").first().getByRole("cell").first().boundingBox();
    const amount = await account.locator(".lines tbody tr").first().locator(".amount").first().boundingBox();
    expect(date?.y).toBe(amount?.y);
  }).toPass({ timeout: 20_000 });
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  // It was 14,000 px once.
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4000);
});

for (const language of ["en", "es"]) {
  test(`the header is one row at every width in ${language}, and every page can be reached`, async ({ page, address, answers: _ }) => {
    await page.goto(`${address}?lang=${language}#appointment`);
    const header = page.locator("header");
    const menu = header.locator(".menu");
    for (const width of [1440, 1280, 900, 720, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(`${address}?lang=${language}#appointment`);
      await expect(header).toBeVisible();
      expect(await height(header), `${width} px`).toBeLessThanOrEqual(49);
      expect(await sideways(page), `${width} px`).toBeLessThanOrEqual(0);
      if (await menu.isVisible()) await menu.press("Enter");
      const links = header.getByRole("link");
      await expect(header.locator("nav a")).toHaveCount(9);
      // The last page stands clear of what stands beside them.
      const [beside, last] = [await header.locator(".looks").boundingBox(), await header.locator("nav a").last().boundingBox()];
      if (!(await menu.isVisible())) expect((last?.x ?? 0) + (last?.width ?? 0), `${width} px`).toBeLessThanOrEqual(beside?.x ?? 0);
      for (const link of await header.locator("nav a").all()) {
        const box = await link.boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= 844, `${width} px`).toBe(true);
      }
      await links.last().click();
      await expect(page).toHaveURL(/#preferences$/);
      await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
      if (await menu.isVisible()) await expect(header.locator("nav a").first()).toBeHidden();
    }
  });
}
