// The Treatment sections as docs/frameworks.md and the README write them: a line is added, KX is saved first and shown then, and the rest goes at once.
import { expect, test } from "@playwright/test";
import { consumerPage } from "./page.js";

for (const name of ["documented-react", "documented-vue", "documented-angular"]) {
  test(`${name}: a Treatment section with the state of its host`, async ({ page }) => {
    const wrong = await consumerPage(page, name);
    const treatment = page.locator("kx-treatment");
    const search = treatment.getByRole("combobox");
    await search.fill("97110");
    await search.press("Enter");
    const chip = treatment.locator("kx-chip");
    await expect(page.locator("kx-threshold").getByRole("heading")).toHaveText("$0.00 Medicare Threshold Remaining (PT/SLP)");
    await chip.getByRole("button", { name: "Add KX to 97110" }).click();
    // The host set it after the event was canceled: there is nothing here that the chip could undo.
    await expect(chip.getByRole("button", { name: "Remove KX from 97110" })).toBeVisible();
    await expect(chip.getByRole("button", { name: "Undo adding KX to 97110" })).toHaveCount(0);
    await expect(treatment.getByLabel("Modifiers for 97110")).toHaveValue("GP KX");
    await chip.getByRole("button", { name: "Remove KX from 97110" }).click();
    await chip.getByRole("dialog").getByRole("button", { name: "Threshold balance is wrong" }).click();
    await expect(chip.getByText("Threshold balance is wrong")).toBeVisible();
    await chip.getByRole("button", { name: /^Undo declining/ }).click();
    await expect(treatment.getByLabel("Modifiers for 97110")).toHaveValue("GP KX");
    const modifiers = treatment.getByLabel("Modifiers for 97110");
    await modifiers.fill("GP K");
    await modifiers.press("Enter");
    await expect(treatment.locator('[part="refusal"]')).toBeVisible();
    await modifiers.fill("GP");
    await modifiers.press("Enter");
    await expect(treatment.locator('[part="refusal"]')).toHaveCount(0);
    await treatment
      .getByRole("button", { name: /^Remove.*97110/ })
      .last()
      .click();
    await expect(chip).toHaveCount(0);
    expect(wrong).toEqual([]);
  });
}
