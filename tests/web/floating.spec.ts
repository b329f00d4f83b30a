// What floats stays in view, also at 200 % zoom and by keyboard, and covers nothing that comes next.
import type { Locator, Page } from "@playwright/test";
import { byTab, expect, on, test } from "./screen.js";

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

async function inView(page: Page, of: Locator): Promise<Box> {
  await expect(of).toBeVisible();
  const box = await of.boundingBox();
  const window = page.viewportSize();
  if (!box || !window) throw new Error("it has no place");
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(window.width);
  expect(box.y + box.height).toBeLessThanOrEqual(window.height);
  return box;
}

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

// 1280 × 800 and 1440 × 900 at 200 %, half of a small laptop, and two telephones.
for (const [width, height] of [
  [640, 400],
  [720, 450],
  [900, 700],
  [390, 844],
  [320, 568],
] as const) {
  test(`tooltip, question and list stay in view at ${width} × ${height}`, async ({ visit, page }) => {
    await page.setViewportSize({ width, height });
    await visit.open("used-up", { autoApply: true });
    for (const code of ["97110", "97140", "97112"]) await visit.addCode(code);
    for (const code of ["97110", "97112"]) {
      const line = visit.line(code);
      await byTab(on(line));
      const tip = await inView(page, line.getByRole("tooltip"));
      const next = await line.getByRole("button", { name: `Remove KX from ${code}` }).boundingBox();
      expect(next && overlap(tip, next), `the tooltip covers what removes KX from ${code}`).toBe(false);
    }
    const last = visit.line("97112");
    await last.getByRole("button", { name: "Remove KX from 97112" }).press("Enter");
    await inView(page, last.getByRole("dialog"));
    for (let step = 0; step < 6; step++) {
      const focused = page.locator("kx-treatment kx-chip :focus");
      await inView(page, focused);
      await page.keyboard.press("Tab");
    }
    await page.getByRole("combobox", { name: "Search for a code" }).fill("the");
    await inView(page, visit.treatment.getByRole("listbox"));
    for (let step = 0; step < 12; step++) await page.keyboard.press("ArrowDown");
    await inView(page, visit.treatment.getByRole("option", { selected: true }));
  });
}

test("a tooltip at the top of the window turns to the other side", async ({ visit, page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  await page.evaluate(() => document.querySelector("kx-treatment")?.shadowRoot?.querySelector("tbody")?.scrollIntoView());
  // By Tab, and nothing is scrolled for it.
  await on(line).evaluate((chip: HTMLElement) => {
    chip.focus({ preventScroll: true });
    chip.dispatchEvent(new KeyboardEvent("keyup", { key: "Tab", bubbles: true }));
  });
  const [tip, chip] = [await inView(page, line.getByRole("tooltip")), await on(line).boundingBox()];
  expect(chip && overlap(tip, chip)).toBe(false);
});

test("a host that cuts off what is too wide cuts off nothing that floats", async ({ visit, page }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  await page.evaluate(() => document.querySelector<HTMLElement>("kx-treatment")?.style.setProperty("overflow", "hidden"));
  await on(line).hover();
  const tip = line.getByRole("tooltip");
  await inView(page, tip);
  const isOnTop = await tip.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const root = element.getRootNode() as ShadowRoot;
    return element.contains(root.elementFromPoint(left + width / 2, top + height / 2));
  });
  expect(isOnTop).toBe(true);
});

test("a tooltip covers no button of its own line nor of its neighbours", async ({ visit, page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await visit.open("used-up", { autoApply: true });
  for (const code of ["97110", "97140", "97112"]) await visit.addCode(code);
  await byTab(on(visit.line("97140")));
  const tip = await inView(page, visit.line("97140").getByRole("tooltip"));
  const buttons = visit.treatment.locator("table").getByRole("button");
  expect(await buttons.count()).toBeGreaterThan(10);
  for (const button of await buttons.all()) {
    const box = await button.boundingBox();
    expect(box && overlap(tip, box), (await button.textContent()) ?? "").toBe(false);
  }
});

test("a tooltip gives way to a press: at once where a key opened it, and where the pointer did it is closed", async ({ visit, page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  const amount = line.getByLabel("Allowed amount for 97110");
  const tip = line.getByRole("tooltip");
  const press = async () => {
    const { x = 0, y = 0, width = 0, height = 0 } = (await amount.boundingBox()) ?? {};
    const covering = await inView(page, tip);
    expect(overlap(covering, { x, y, width, height })).toBe(true);
    await page.mouse.click(x + width / 2, y + height / 2);
  };
  await byTab(on(line));
  await press();
  await expect(amount).toBeFocused();
  await expect(tip).toBeHidden();
  await on(line).hover();
  await press();
  await expect(tip).toBeHidden();
  await amount.click();
  await expect(amount).toBeFocused();
});

test("on a phone the question lies at the foot of the screen and leaves its line in sight", async ({ visit, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit.open("used-up", { autoApply: true });
  for (const code of ["97110", "97140"]) await visit.addCode(code);
  const line = visit.line("97140");
  await line.getByRole("button", { name: "Remove KX from 97140" }).click();
  // What the answer changes around the line moves it too.
  await expect.poll(async () => (await line.locator(".declined").boundingBox())?.y ?? 999).toBeLessThan((await line.getByRole("dialog").boundingBox())?.y ?? 0);
  const sheet = await inView(page, line.getByRole("dialog"));
  expect(sheet.x).toBe(0);
  expect(sheet.y + sheet.height).toBeGreaterThanOrEqual(843);
  for (const part of [line.locator(".code"), line.locator("[part~=chip] .declined")]) {
    const box = await inView(page, part);
    expect(overlap(box, sheet)).toBe(false);
  }
  const strip = await page.locator(".strip").boundingBox();
  expect(strip && overlap(strip, sheet)).toBe(false);
});
