// The panel of files by keyboard, for a screen reader, narrow and long.
import { expectNoViolations } from "./axe.js";
import { expect, test } from "./screen.js";
import { opened, type Panel, sample } from "./panel.js";

test("by keyboard alone: open, sample, accept, undo, close", async ({ visit, page }) => {
  const panel = await opened(visit, "used-up");
  // Before the key: the browser is told first that a test stands in for its dialog.
  const chooser = page.waitForEvent("filechooser");
  await panel.button("Show clearinghouse files").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(panel.root.getByLabel("Choose a file")).toBeFocused();
  await page.keyboard.press("Enter");
  expect((await chooser).isMultiple()).toBe(true);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(panel.button("835 remittance")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(visit.said).toHaveText("remittance-2026.835: Remittance (835) paid on Sep 11, 2026.");
  for (let step = 0; step < 12 && !(await panel.button("Import remittance-2026.835").evaluate((button) => button.matches(":focus"))); step++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(panel.button("Undo remittance-2026.835")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel.root.getByLabel("Choose a file")).toBeFocused();
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^-\$0\.01/);
});

test("a long list of what was not read is told at a glance", async ({ visit, page }) => {
  const panel = await opened(visit, "used-up");
  const { name, text } = sample("remittance-2026.835");
  const lines = Array.from({ length: 600 }, (_, place) => `SVC*HC:97110*${place}.00*0**1~`).join("\n");
  await page.setViewportSize({ width: 320, height: 800 });
  const counted = text.replace(/SE\*(\d+)/, (_, count) => `SE*${Number(count) + 600}`);
  await panel.drop({ name, text: counted.replace("CLP*SAMPLE-OTHER", `${lines}\nCLP*SAMPLE-OTHER`) });
  const unread = panel.file(name).locator(".unread");
  await expect(unread.getByRole("heading")).toHaveText("Not read (602)");
  await expect(unread.locator("summary")).toHaveCount(2);
  await unread.locator("summary").first().click();
  await expect(unread.locator("code:visible")).toHaveCount(50);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

const STATES: { [name: string]: (panel: Panel) => Promise<unknown> } = {
  "nothing chosen": (panel) => panel.show(),
  "a remittance with its unread list": async (panel) => {
    await panel.drop(sample("remittance-2026.835"));
    await panel.root.locator(".unread summary").first().click();
  },
  "an eligibility response": (panel) => panel.drop(sample("eligibility-2026.271")),
  claims: async (panel) => {
    await panel.drop(sample("claims-2026.837"));
    await panel.root.locator(".scrub summary").last().click();
  },
  refused: (panel) => panel.drop({ name: "holiday.txt", text: "hello" }),
  "somebody else's": async (panel) => {
    await panel.page.getByLabel("Patient").selectOption("ot-only");
    await panel.drop(sample("remittance-2026.835"));
    await panel.root.getByText("Patients in this file (2)").click();
  },
  "accepted, and the same again": async (panel) => {
    await panel.drop(sample("remittance-2026.835"));
    await panel.button("Import remittance-2026.835").click();
    await panel.drop(sample("remittance-2026.835"));
  },
};

for (const [name, reach] of Object.entries(STATES)) {
  for (const [width, colorScheme] of [
    [1280, "light"],
    [320, "dark"],
  ] as const) {
    test(`axe finds nothing and nothing scrolls sideways: ${name}, ${width} px, ${colorScheme}`, async ({ visit, page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      const panel = await opened(visit, "used-up");
      await reach(panel);
      await expect(panel.root.locator("article[data-state=reading]")).toHaveCount(0);
      await expectNoViolations(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      for (const target of await panel.root.locator("button, input, summary").all()) {
        const box = await target.boundingBox();
        if (box) expect(Math.min(box.width, box.height), await target.evaluate(({ outerHTML }) => outerHTML)).toBeGreaterThanOrEqual(24);
      }
    });
  }
}
