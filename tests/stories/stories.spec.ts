// Every story as it is built: it is drawn, nothing goes wrong, axe finds nothing, and it stays so in the toolbar's other choices.
import type { Page } from "@playwright/test";
import { storiesBuilt } from "../../scripts/stories.mjs";
import { widgetNames } from "../../scripts/widgets.mjs";
import { readFileSync } from "node:fs";
import { violations } from "../web/axe.js";
import { address, expect, test } from "./page.js";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Where nothing is what is to be seen. */
const EMPTY = ["kx-threshold--without-an-answer"];

const stories: { id: string; title: string; name: string }[] = storiesBuilt();
/** Pages that are of no one element. */
const PAGES = ["Overview", "Tokens"];

/** The frame of the stories with the toolbar's choices, at the first of them; the others are turned to, as by the list beside it. */
async function load(page: Page, id: string, globals: string): Promise<void> {
  await page.goto(`${address()}iframe.html?id=${id}&viewMode=story&globals=${globals}`);
  await played(page, id);
}

async function turnTo(page: Page, id: string): Promise<void> {
  await page.evaluate((storyId) => {
    const { __STORYBOOK_ADDONS_CHANNEL__: channel } = window as unknown as { __STORYBOOK_ADDONS_CHANNEL__: { emit(event: string, detail: object): void } };
    channel.emit("setCurrentStory", { storyId, viewMode: "story" });
  }, id);
  await played(page, id);
}

/** Until a story is drawn and played. Asked in each frame: an assertion looks again after a tenth of a second, 532 times in all. */
async function played(page: Page, id: string): Promise<void> {
  await page.waitForFunction((wanted) => document.documentElement.dataset.played === wanted && document.body.classList.contains("sb-show-main"), id, {
    timeout: 20_000,
  });
}

const manifestTokens = (): { name: string }[] =>
  JSON.parse(readFileSync(new URL("../../dist/custom-elements.json", import.meta.url), "utf8"))
    .modules.flatMap((module: { declarations: { name: string; cssProperties?: [] }[] }) => module.declarations)
    .find(({ name }: { name: string }) => name === "KxElement").cssProperties;

test("every element has its stories, with live controls and its API, and a page for all comes first", () => {
  const elements = widgetNames().map((name: string) => `kx-${name}`);
  expect([...new Set(stories.map(({ title }) => title))]).toEqual([...PAGES, ...elements.sort()]);
  for (const title of elements)
    expect(stories.filter((story) => story.title === title).map(({ name }) => name)).toEqual(expect.arrayContaining(["Live", "Api"]));
});

for (const title of new Set(stories.map((story) => story.title))) {
  const own = stories.filter((story) => story.title === title);
  const first = own[0]?.id ?? "";

  test(`${title}: drawn, and axe finds nothing`, async ({ page }) => {
    test.setTimeout(180_000);
    await load(page, first, "");
    for (const { id, name } of own) {
      await test.step(name, async () => {
        await turnTo(page, id);
        const drawn = await page.evaluate((tag) => {
          const element = document.querySelector("main > article") ?? document.querySelector(`main ${tag}`);
          // kx-wording has no box of its own.
          const { height = 0, width = 0 } = (element?.firstElementChild ?? element)?.getBoundingClientRect() ?? {};
          return height * width;
        }, title);
        if (!EMPTY.includes(id)) expect.soft(drawn, `${name} drew something`).toBeGreaterThan(0);
        expect.soft(await violations(page, { tags: TAGS, within: "main" }), name).toEqual([]);
      });
    }
  });

  test(`${title}: dark, compact, right to left, Spanish, 320 px`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 320, height: 720 });
    await load(page, first, "theme:dark;density:compact;direction:rtl;language:es");
    for (const { id, name } of own) {
      await test.step(name, async () => {
        await turnTo(page, id);
        const { lang, dir, width } = await page.evaluate(() => ({
          lang: document.documentElement.lang,
          dir: document.documentElement.dir,
          width: document.documentElement.scrollWidth,
        }));
        expect.soft({ lang, dir }, name).toEqual({ lang: "es", dir: "rtl" });
        expect.soft(width, `${name} does not run off the side`).toBeLessThanOrEqual(320);
      });
    }
  });
}

test("the overview leads to every element; API and tokens say what custom-elements.json says", async ({ page }) => {
  await load(page, "overview--elements", "");
  for (const name of widgetNames()) await expect(page.locator(`main a[href$="kx-${name}--live"]`)).toBeVisible();
  await expect(page.locator("main kx-chip")).toHaveCount(5);
  await turnTo(page, "kx-threshold--api");
  const row = (name: string, table: string) => page.getByRole("table", { name: table, exact: true }).getByRole("row", { name });
  await expect(row("otherUsed", "Properties")).toContainText("Other Medicare Threshold Used");
  await expect(row("readonly", "Properties")).toContainText("a signed note");
  await expect(row("kx-usage-changed", "Events")).toContainText("CustomEvent<{ serviceType: ServiceType; amount: Money }>");
  await turnTo(page, "tokens--all");
  await expect(row("--kx-radius-control", "Corners")).toContainText("8px");
  await expect(page.locator("main table th code")).toHaveCount(manifestTokens().length);
});

test("live controls change the element", async ({ page }) => {
  await page.goto(`${address()}?path=/story/kx-chip--live`);
  const chip = page.frameLocator("#storybook-preview-iframe").locator("kx-chip");
  await expect(chip.getByRole("button", { name: "KX on 97110", exact: true })).toBeVisible({ timeout: 20_000 });
  await page.getByRole("tab", { name: /^Controls/ }).click();
  await page.locator("#control-modifiers").fill("GO");
  await expect(chip.getByRole("button", { name: /^Wrong GP, GO or GN for 97110/ })).toBeVisible();
  await page.locator("#control-readonly").press("Space");
  await expect(chip).toContainText("Locked.");
  await expect(chip.getByRole("button", { name: /^Change GO to GP/ })).toHaveCount(0);
});

test("the stories in their frame: the toolbar, the code of four kinds of pages, and events as they happen", async ({ page }) => {
  await page.goto(`${address()}?path=/story/kx-chip--check`);
  await page.getByRole("tab", { name: "Code" }).click();
  const panel = page.getByRole("tabpanel", { name: "Code" });
  for (const [kind, text] of [
    ["React", "<KxChip"],
    ["Angular", "[decision]="],
    ["Vue", ".decision="],
    ["Plain page", "chipElement.decision ="],
  ] as const) {
    await panel.getByRole("button", { name: kind }).click();
    await expect(panel).toContainText(text);
  }
  await page.getByRole("tab", { name: /^Actions/ }).click();
  await page.frameLocator("#storybook-preview-iframe").getByRole("button", { name: "Add KX to 97110" }).click();
  await expect(page.getByRole("tabpanel", { name: /^Actions/ })).toContainText("kx-applied");
  for (const choice of ["Colors", "Density", "Direction", "Language"]) await expect(page.getByRole("button", { name: choice })).toBeVisible();
});
