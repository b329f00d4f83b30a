// Every page in its states, as people see it at a desk, in half a window and on a phone; light, dark and in Spanish. `walk.spec.ts` has the
// pictures of the walk. Recorded with `--update-snapshots`, and looked at before they are kept.
import type { Page } from "@playwright/test";
import { expect, test } from "./screen.js";
import { otherwise } from "./taken.js";

const WIDTHS = [
  [1440, 900],
  [900, 900],
  [390, 844],
] as const;
/** A language, and the looks that a page is shown in one after the other. */
const LOOKS = [
  { language: "en", looks: { light: "light", dark: "dark" } },
  { language: "es", looks: { spanish: "light" } },
] as const;

/** By tags and roles, not by words: the words are in two languages. */
const patient = (page: Page, id: string) => page.locator("#patient").selectOption(id);
async function enter(page: Page, table: "treatment" | "flowsheet", ...texts: string[]): Promise<void> {
  for (const text of texts) {
    const search = page.locator(`kx-${table} input[role=combobox]`);
    await search.fill(text);
    await search.press("Enter");
  }
}
async function add(page: Page, ...codes: string[]): Promise<void> {
  await enter(page, "treatment", ...codes);
  await expect(page.locator("kx-treatment tbody")).toHaveCount(codes.length);
}
async function turnOn(page: Page): Promise<void> {
  const hash = await page.evaluate(() => window.location.hash);
  await page.evaluate(() => {
    window.location.hash = "#preferences";
  });
  await page.locator("kx-auto-apply").getByRole("switch").first().click();
  await page.evaluate((before) => {
    window.location.hash = before;
  }, hash);
}
const toTop = (page: Page, tag: string) =>
  page
    .locator(tag)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: "start" }));

/** What a new width changes is drawn a frame later. */
const settled = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))));

interface State {
  hash?: string;
  act?: (page: Page) => Promise<unknown>;
}
const STATES: { readonly [name: string]: State } = {
  appointment: {},
  "appointment-other-year": { act: (page) => patient(page, "last-year") },
  "appointment-not-medicare": { act: (page) => patient(page, "not-medicare") },
  treatment: {
    act: async (page) => {
      await turnOn(page);
      await add(page, "97110", "97161", "97140");
      const modifiers = page.locator("kx-treatment tbody").nth(2).locator("input").first();
      await modifiers.fill("GP GA");
      await modifiers.press("Enter");
      await toTop(page, "kx-treatment");
    },
  },
  "treatment-explained": {
    act: async (page) => {
      await add(page, "97110");
      await page.locator("kx-treatment [aria-controls^=why]").click();
      await toTop(page, "kx-treatment");
    },
  },
  "treatment-refused": {
    act: async (page) => {
      await add(page, "97110");
      for (const [place, text] of ["GP?", "two", "1,20"].entries()) {
        const field = page.locator("kx-treatment tbody input").nth(place);
        await field.fill(text);
        await field.press("Enter");
      }
      await toTop(page, "kx-treatment");
    },
  },
  flowsheet: {
    act: async (page) => {
      await enter(page, "flowsheet", "Cervical");
      await page.locator("kx-flowsheet select").selectOption("97110");
      await page.locator("kx-flowsheet").getByRole("checkbox").check();
      await toTop(page, "kx-flowsheet");
    },
  },
  documentation: {
    act: async (page) => {
      await page.locator("kx-documentation [aria-controls=body]").click();
      await toTop(page, "kx-documentation");
    },
  },
  files: {
    act: async (page) => {
      await page.locator("kx-import [aria-controls=body]").click();
      await page.locator("kx-import .samples button").nth(1).click();
      await expect(page.locator("kx-import article .actions button").first()).toBeVisible();
      await toTop(page, "kx-import");
    },
  },
  calendar: { hash: "calendar" },
  account: { hash: "account", act: (page) => patient(page, "review") },
  "account-lines": {
    hash: "account",
    act: async (page) => {
      await patient(page, "crossing");
      await page
        .locator("kx-account table")
        .last()
        .evaluate((table) => table.scrollIntoView({ block: "start" }));
    },
  },
  worklist: { hash: "worklist", act: (page) => expect(page.locator("kx-worklist tbody tr").nth(20)).toBeAttached({ timeout: 60_000 }) },
  claims: {
    hash: "claims",
    act: async (page) => {
      await expect(page.locator("kx-claims tbody").nth(20)).toBeAttached({ timeout: 60_000 });
      // The list sorts what comes in: the first is the first only when all are there.
      await expect
        .poll(() => page.locator("kx-claims").evaluate((claims: HTMLElementTagNameMap["kx-claims"]) => claims.progress), { timeout: 60_000 })
        .toBeNull();
      await page.locator("kx-claims .do button").first().click();
    },
  },
  "comparative-billing": {
    hash: "comparative-billing",
    act: async (page) => {
      await page.locator("kx-comparative-billing .choose button").first().click();
      await expect(page.locator("kx-comparative-billing [data-comparison]").first()).toBeAttached();
    },
  },
  "sign-off": {
    act: async (page) => {
      await add(page, "97110", "97140");
      await page
        .getByRole("button", { name: "Add KX to 97110" })
        .or(page.getByRole("button", { name: "Agregar KX a 97110" }))
        .click();
      await toTop(page, ".sign-off");
    },
  },
  "review-packet": {
    act: async (page) => {
      await patient(page, "last-year");
      await page.evaluate(() => {
        window.location.hash = "#review";
      });
      await expect(page.locator("kx-review-packet table").first()).toBeVisible();
    },
  },
  templates: { hash: "templates" },
  preferences: { hash: "preferences" },
};

// Three pictures each, of pages that look through thousands of patients, on a machine that does other things too.
test.setTimeout(180_000);

const wear = (page: Page, theme: "light" | "dark") =>
  page
    .locator("#theme")
    .first()
    .evaluate((select: HTMLSelectElement, chosen) => {
      select.value = chosen;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }, theme);

for (const { language, looks } of LOOKS) {
  for (const [name, { hash = "appointment", act }] of Object.entries(STATES)) {
    test(`${name}, ${Object.keys(looks).join(" and ")}`, async ({ page, address, answers: _ }) => {
      const reason = otherwise(page);
      test.skip(reason !== null, reason ?? "");
      await page.addInitScript((spoken) => {
        localStorage.setItem("kx-modifier-theme", "light");
        localStorage.setItem("kx-modifier-language", spoken);
      }, language);
      await page.goto(`${address}#${hash}`);
      await expect(page.locator("main > *").first()).toBeAttached();
      await act?.(page);
      // It names the revision, which no picture can keep.
      await page.locator("footer").evaluate((footer: HTMLElement) => {
        footer.style.visibility = "hidden";
      });
      await page.mouse.move(0, 0);
      for (const [width, height] of WIDTHS) {
        await page.setViewportSize({ width, height });
        for (const [look, theme] of Object.entries(looks)) {
          await wear(page, theme);
          await settled(page);
          // Lossy, a third of the size; what a person would not see is allowed for.
          const picture = await page.screenshot({ type: "webp", quality: 60, animations: "disabled", caret: "hide" });
          expect.soft(picture).toMatchSnapshot(["looks", `${name}-${width}-${look}.webp`], { threshold: 0.3, maxDiffPixelRatio: 0.005 });
        }
      }
    });
  }
}
