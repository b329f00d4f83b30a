// The job by keyboard in Firefox, files too. Debian's Firefox is driven by WebDriver BiDi, which Playwright's own builds of it do not speak.
import { existsSync } from "node:fs";
import { expect, test as base } from "@playwright/test";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { serve } from "../../scripts/site.mjs";
import { type Hands, Walker, walkThroughKx } from "./walker.js";

const executablePath = process.env.FIREFOX || "/usr/bin/firefox-esr";

/** What puppeteer does for the walker. */
const hands = (page: Page): Hands => ({
  press: (key) => page.keyboard.press(key),
  type: (text) => page.keyboard.type(text),
  holdShift: (held) => (held ? page.keyboard.down("Shift") : page.keyboard.up("Shift")),
  inPage: (task, given) => page.evaluate(task as (given: unknown) => never, given),
});

const test = base.extend<{ walker: Walker }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
  walker: async ({}, use) => {
    const { server, address } = await serve(0);
    let browser: Browser | undefined;
    try {
      browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      const wrong: string[] = [];
      page.on("pageerror", (error) => wrong.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") wrong.push(message.text());
      });
      page.on("request", (request) => {
        // Firefox draws its own date fields with a font that it has at hand.
        if (!request.url().startsWith(address) && !request.url().startsWith("data:")) wrong.push(`request elsewhere: ${request.url()}`);
      });
      await page.goto(address);
      await page.waitForSelector("kx-treatment");
      await use(new Walker(hands(page)));
      expect(wrong).toEqual([]);
    } finally {
      await browser?.close();
      server.closeAllConnections();
      server.close();
    }
  },
});

test.describe("in Firefox", () => {
  test.skip(!existsSync(executablePath), "Firefox is not installed: FIREFOX names it");
  test.setTimeout(150_000);

  test("a line gets KX, loses it with a reason left open, gets it back and is explained, by keyboard alone", async ({ walker }) => {
    await walkThroughKx(walker);
  });

  test("an amount that is refused says so in its field, and one that is meant counts", async ({ walker }) => {
    await walker.tabTo(/^Other Medicare Threshold Used \(PT\/SLP\)$/);
    await walker.type("none");
    await walker.press("Enter");
    await expect.poll(async () => (await walker.text("[role=alert]")).join()).toContain("Enter an amount");
    for (let letter = 0; letter < 4; letter += 1) await walker.press("Backspace");
    await walker.type("100");
    await walker.press("Enter");
    await expect.poll(() => walker.text("[role=alert]")).toEqual([]);
  });

  test("a remittance is read, imported and undone, by keyboard alone", async ({ walker }) => {
    await walker.tabTo(/^Show clearinghouse files$/);
    await walker.press("Enter");
    await walker.tabTo(/835/);
    await walker.press("Enter");
    await expect.poll(async () => (await walker.text("article h3")).join()).toContain("835");
    await walker.tabTo(/^Import /);
    await walker.press("Enter");
    await expect.poll(walker.focused).toMatch(/^Undo/);
    expect((await walker.text("[data-accepted]")).length).toBe(1);
    await walker.press("Enter");
    await expect.poll(() => walker.text("[data-accepted]")).toEqual([]);
  });
});
