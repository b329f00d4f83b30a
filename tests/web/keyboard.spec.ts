import type { Page } from "@playwright/test";
import { focusedName } from "./focus.js";
import { expect, on, test } from "./screen.js";

const focused = (page: Page): Promise<string> => page.evaluate(focusedName);

async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press("Tab");
    const here = await focused(page);
    if (name.test(here)) return;
    seen.push(here);
  }
  throw new Error(`Tab never reached ${name}: ${seen.join(" → ")}`);
}

test("the whole job is done by keyboard alone", async ({ visit, page }) => {
  await visit.open();
  await tabTo(page, /^Preferences$/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Auto-Apply KX Modifier/);
  await page.keyboard.press("Space");
  await expect(visit.switch).toHaveAttribute("aria-checked", "true");
  await page.goBack();

  await tabTo(page, /^Search for a code$/);
  await page.keyboard.type("exercise");
  await expect(visit.treatment.getByRole("option")).toHaveText([/97110/, /97113/]);
  // Several codes: none is taken before one was moved to.
  await expect(visit.treatment.getByRole("option", { selected: true })).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(visit.treatment.getByRole("option", { selected: true })).toHaveText(/97110/);
  await page.keyboard.press("Enter");
  const line = visit.line("97110");
  await expect(on(line)).toBeVisible();

  await tabTo(page, /KX(: record incomplete)? on 97110/);
  await expect(line.getByRole("tooltip")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(line.getByRole("tooltip")).toBeHidden();
  await tabTo(page, /^Remove KX from 97110$/);
  await page.keyboard.press("Enter");
  // KX is off; the question why can be answered or left alone.
  await expect.poll(() => focused(page)).toMatch(/^Not medically necessary/);
  await page.keyboard.press("Escape");
  await expect.poll(() => focused(page)).toMatch(/^Undo/);
  await page.keyboard.press("Enter");
  await expect(on(line)).toBeFocused();
  await tabTo(page, /^Why\? 97110$/);
  await page.keyboard.press("Enter");
  await expect(line.locator(".conditions")).toBeVisible();

  await tabTo(page, /^Search for an intervention$/);
  await page.keyboard.type("hvlat");
  await page.keyboard.press("Enter");
  await tabTo(page, /^Code for Cervical/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, /^Done/);
  await page.keyboard.press("Space");
  await expect(on(visit.flowsheet)).toBeVisible();
});

test("the record is ticked and attested by keyboard alone", async ({ visit, page }) => {
  await visit.open();
  await tabTo(page, /^Show documentation$/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Unknown$/);
  // The group is one stop; the arrows choose.
  await page.keyboard.press("ArrowLeft");
  await expect(visit.documentation.getByRole("group", { name: /^Order on file/ }).getByRole("radio", { name: "No", exact: true })).toBeChecked();
  await page.keyboard.press("ArrowLeft");
  await expect(visit.documentation.locator('[data-item="certification"] .status')).toHaveText("✓ Documented");
  const outline = await visit.documentation
    .getByRole("radio", { name: "Yes" })
    .first()
    .evaluate((radio) => getComputedStyle(radio.nextElementSibling as Element).outlineStyle);
  expect(outline).toBe("solid");
  await tabTo(page, /^Attested by$/);
  await page.keyboard.type("Sample Therapist");
  await tabTo(page, /^Attest$/);
  await page.keyboard.press("Enter");
  // The record is not complete, so it is asked once more.
  await expect.poll(() => focused(page)).toMatch(/^Back to the record/);
  await tabTo(page, /^Attest with an incomplete record$/);
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toMatch(/^Withdraw/);
});

test("Escape closes the list and then empties the field", async ({ visit, page }) => {
  await visit.open();
  const search = page.getByRole("combobox", { name: "Search for a code" });
  await search.fill("97");
  await expect(search).toHaveAttribute("aria-expanded", "true");
  await search.press("ArrowDown");
  await expect(search).toHaveAttribute("aria-activedescendant", "option-0");
  await search.press("Escape");
  await expect(search).toHaveAttribute("aria-expanded", "false");
  await expect(search).toHaveValue("97");
  await search.press("Escape");
  await expect(search).toHaveValue("");
});

test("focus is always visible", async ({ visit, page }) => {
  await visit.open("used-up", { autoApply: true });
  await visit.addCode("97110");
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element && element !== document.body ? getComputedStyle(element).outlineStyle : "solid";
    });
    expect(outline).toBe("solid");
  }
});
