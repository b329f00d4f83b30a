// The job by keyboard in Firefox, files too. Debian's Firefox is driven by WebDriver BiDi, which Playwright's own builds of it do not speak.
import { existsSync } from "node:fs";
import { expect, test as base } from "@playwright/test";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { serve } from "../../scripts/site.mjs";
import { focusedName } from "./focus.js";

const executablePath = process.env.FIREFOX || "/usr/bin/firefox-esr";

class Walker {
  constructor(readonly page: Page) {}

  focused = (): Promise<string> => this.page.evaluate(focusedName);
  press = (key: "Tab" | "Enter" | "Escape" | " " | "ArrowDown" | "ArrowUp"): Promise<void> => this.page.keyboard.press(key);
  type = (text: string): Promise<void> => this.page.keyboard.type(text);

  /** Forwards, and back again where the page ends before it. */
  async tabTo(name: RegExp): Promise<void> {
    const seen: string[] = [];
    for (let step = 0; step < 150; step += 1) {
      if (step === 60) await this.page.keyboard.down("Shift");
      await this.press("Tab");
      const here = await this.focused();
      seen.push(here);
      if (name.test(here)) break;
    }
    await this.page.keyboard.up("Shift");
    if (!name.test(seen.at(-1) ?? "")) throw new Error(`Tab never reached ${name}: ${seen.slice(0, 60).join(" → ")}`);
  }

  /** What is shown of a selector, through every shadow root. */
  async text(selector: string): Promise<string[]> {
    return this.page.evaluate((wanted) => {
      const found: string[] = [];
      const look = (root: ParentNode): void => {
        for (const element of root.querySelectorAll<HTMLElement>("*")) {
          if (element.matches(wanted) && element.checkVisibility()) found.push((element.textContent ?? "").replace(/\s+/g, " ").trim());
          if (element.shadowRoot) look(element.shadowRoot);
        }
      };
      look(document);
      return found;
    }, selector);
  }
}

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
      await use(new Walker(page));
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
    await walker.tabTo(/^Preferences$/);
    await walker.press("Enter");
    await walker.tabTo(/^Auto-Apply KX Modifier/);
    await walker.press(" ");
    await walker.tabTo(/^Appointment$/);
    await walker.press("Enter");
    await walker.tabTo(/^Search for a code$/);
    await walker.type("exercise");
    await expect.poll(() => walker.text("[role=option]")).toEqual([expect.stringMatching(/^97110/), expect.stringMatching(/^97113/)]);
    await walker.press("ArrowDown");
    await walker.press("ArrowUp");
    await walker.press("Enter");
    await walker.tabTo(/^.?\s?KX (added: check )?on 97110$/);
    await expect.poll(async () => (await walker.text("[role=tooltip]")).join()).toMatch(/^KX added/);
    await walker.press("Escape");
    await expect.poll(() => walker.text("[role=tooltip]")).toEqual([]);
    await walker.tabTo(/^Remove KX from 97110$/);
    await walker.press("Enter");
    await expect.poll(walker.focused).toMatch(/^Not medically necessary/);
    await walker.press("Escape");
    await expect.poll(walker.focused).toMatch(/^Undo/);
    await walker.press("Enter");
    await expect.poll(walker.focused).toMatch(/KX (added: check )?on 97110$/);
    await walker.tabTo(/^Why\? 97110$/);
    await walker.press("Enter");
    await expect.poll(async () => (await walker.text(".conditions li")).length).toBe(8);
  });

  test("an amount that is refused says so in its field, and one that is meant counts", async ({ walker }) => {
    await walker.tabTo(/^Other Medicare Threshold Used \(PT\/SLP\)$/);
    await walker.type("none");
    await walker.press("Enter");
    await expect.poll(async () => (await walker.text("[role=alert]")).join()).toContain("Enter an amount");
    for (let letter = 0; letter < 4; letter += 1) await walker.page.keyboard.press("Backspace");
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
