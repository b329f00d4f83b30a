// The documentation in a real browser: no finding of axe, nothing that the policy refuses, and all of it by keyboard.
import { expect, type Page, test } from "@playwright/test";
import { violations } from "../web/axe.js";

const address = (url: string) => `${process.env.KX_DOCS}${url}`;
const PAGES = [
  "",
  "guide/",
  "playground/",
  "functions/",
  "api/",
  "api/kx-modifier/functions/holdClaims/",
  "elements/kx-chip/",
  "codes/",
  "sources/",
  "accessibility/",
];

/** What the browser complains about: a refused script or style, a file that is not there, an error. */
function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && found.push(message.text()));
  page.on("pageerror", (error) => found.push(error.message));
  page.on("requestfailed", (request) => found.push(`failed: ${request.url()}`));
  return found;
}

/** Opened, and drawn as far as it will be. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(address(url), { waitUntil: "load" });
  if (url === "") await expect(page.locator("#live kx-chip")).toBeVisible();
  if (url.startsWith("playground/")) await expect(page.locator("#before")).toBeHidden();
}

for (const url of PAGES)
  test(`${url || "the first page"}: axe in light and dark, the policy, and no sideways scrolling`, async ({ page }) => {
    const found = complaints(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page, url);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), colorScheme).toEqual([]);
    }
    for (const width of [900, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `at ${width}`).toBeLessThanOrEqual(0);
    }
    expect(found).toEqual([]);
  });

test("the playground decides, refuses with a place, and takes what a person did", async ({ page }) => {
  const found = complaints(page);
  await open(page, "playground/");
  const chip = page.locator("kx-chip");
  await expect(page.locator("#tooltip")).toContainText("KX");
  await page.getByLabel("PT/SLP used here ($)").fill("100.00");
  await expect(page.locator("#answer")).toContainText('"action": "none"');
  await page.getByLabel("PT/SLP used here ($)").fill("2500.00");
  await expect(page.locator("#line-modifiers")).toHaveText("GP KX");
  await page.getByLabel("Allowed amount ($)").fill("12.345");
  await expect(page.getByRole("alert")).toContainText("line.allowed");
  await expect(page.locator("#shown")).toBeHidden();
  await page.getByLabel("Allowed amount ($)").fill("12.34");
  await chip.getByRole("button", { name: /Remove KX/ }).click();
  await expect(page.getByLabel(/As JSON/)).toHaveValue(/kxDeclined/);
  await page.getByLabel(/As JSON/).fill("{");
  await expect(page.getByRole("alert")).toContainText("not JSON");
  expect(found).toEqual([]);
});

test("a shared link brings the same request", async ({ page, context }) => {
  await open(page, "playground/");
  await page.getByLabel("Modifiers").fill("GP 59");
  await page.getByLabel("Rendering provider").selectOption("OT");
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByLabel("Modifiers")).toHaveValue("GP 59");
  await expect(other.getByLabel("Rendering provider")).toHaveValue("OT");
  expect(await other.getByLabel(/As JSON/).inputValue()).toBe(await page.getByLabel(/As JSON/).inputValue());
  // What cannot be read is left.
  await other.goto(address("playground/#banana"));
  await expect(other.getByLabel("Code", { exact: true })).toHaveValue("97110");
});

test("every situation has an answer", async ({ page }) => {
  const found = complaints(page);
  await open(page, "playground/");
  const situations = await page.getByLabel("Start from").locator("option").all();
  expect(situations.length).toBeGreaterThan(8);
  for (const situation of situations) {
    const [name = "", value = ""] = [await situation.textContent(), await situation.getAttribute("value")].map(String);
    await page.getByLabel("Start from").selectOption(value);
    await expect(page.locator("#answer")).toContainText(`"action": "${name.split(": ").pop()}"`);
  }
  expect(found).toEqual([]);
});

test("the first page's line follows the amount used elsewhere", async ({ page }) => {
  await open(page, "");
  const chip = page.locator("#live kx-chip");
  await expect(chip).toContainText("Remove KX");
  await page.locator("#live kx-threshold").getByRole("textbox").fill("300.00");
  await page.keyboard.press("Tab");
  await expect(chip).not.toContainText("Remove KX");
});

test("by keyboard: skipped, searched, found", async ({ page }) => {
  await open(page, "guide/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.keyboard.press("/");
  await page.keyboard.type("holdclaims");
  await expect(page.locator("#search-found a").first()).toContainText("holdClaims");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/holdClaims/);
});

test("the menu of a narrow window opens, closes by Escape and gives the focus back", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "guide/");
  const menu = page.getByRole("button", { name: "Menu" });
  await menu.click();
  await expect(page.getByRole("navigation", { name: "All pages" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("navigation", { name: "All pages" })).toBeHidden();
  await expect(menu).toBeFocused();
});

test("the chosen colors stay", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, "guide/");
  await page.getByRole("button", { name: "Dark colors" }).click();
  await page.goto(address("codes/"));
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("button", { name: "Dark colors" })).toHaveAttribute("aria-pressed", "true");
});

test("it works without a network once it is loaded, and asks no other server", async ({ page, context }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page, "playground/");
  await context.setOffline(true);
  await page.getByLabel("PT/SLP used here ($)").fill("1.00");
  await expect(page.locator("#answer")).toContainText('"action": "none"');
  expect(asked.filter((url) => !url.startsWith(address("")))).toEqual([]);
});

test("it can be read without scripts", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(address("guide/"));
  await expect(page.getByRole("heading", { name: "Decide" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Python wheel" })).toBeVisible();
  await context.close();
});
