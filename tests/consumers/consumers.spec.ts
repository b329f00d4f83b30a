// The same few steps on each page: properties arrive, events leave with their details, and what the host writes down comes back.
import { expect, test } from "@playwright/test";
import { consumerPage } from "./page.js";

for (const name of ["plain", "script-tag", "react", "react-wrapped", "vue", "angular"]) {
  test(`${name}: a suggestion is applied, taken off with a reason, and taken back`, async ({ page }) => {
    const wrong = await consumerPage(page, name);
    const output = page.locator("output");
    await expect(output).toHaveText("GP");
    await expect(page.locator("kx-threshold").getByRole("heading")).toHaveText("$0.00 Medicare Threshold Remaining (PT/SLP)");
    await page.getByRole("button", { name: "Add KX to 97110" }).click();
    await expect(output).toHaveText("GP KX");
    await page.getByRole("button", { name: "Undo adding KX to 97110" }).click();
    await expect(output).toHaveText("GP");
    await page.getByRole("button", { name: "Add KX to 97110" }).click();
    await page.getByRole("button", { name: "Remove KX from 97110" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Threshold balance is wrong" }).click();
    await expect(output).toHaveText("GP Threshold balance is wrong");
    await page.getByRole("button", { name: /^Undo leaving KX off/ }).click();
    await expect(output).toHaveText("GP KX");
    const amount = page.getByLabel("Other Medicare Threshold Used (PT/SLP)");
    await amount.fill("300");
    await amount.press("Enter");
    await expect(page.locator("kx-threshold").getByRole("heading")).toHaveText("$100.00 Medicare Threshold Remaining (PT/SLP)");
    expect(wrong).toEqual([]);
  });
}
