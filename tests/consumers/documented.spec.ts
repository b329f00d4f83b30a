// The Treatment sections as docs/frameworks.md and the README write them: a line is added, KX is saved first and shown then, and the rest goes at once.
// And the Playwright test of docs/testing.md, on one of them.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { built, consumerPage, origin } from "./page.js";

for (const name of ["documented-react", "documented-vue", "documented-angular"]) {
  test(`${name}: a Treatment section with the state of its host`, async ({ page }) => {
    const wrong = await consumerPage(page, name);
    const treatment = page.locator("kx-treatment");
    const search = treatment.getByRole("combobox");
    // What the rules refuse is said at its field, and the section stays.
    await search.fill("banana");
    await search.press("Enter");
    await expect(treatment.locator('[part="refusal"]')).toContainText("five-character code");
    await search.fill("97110");
    await search.press("Enter");
    await expect(treatment.locator('[part="refusal"]')).toHaveCount(0);
    const chip = treatment.locator("kx-chip");
    await expect(page.locator("kx-threshold").getByRole("heading")).toHaveText("-$10.00 Medicare Threshold Remaining (PT/SLP)");
    await expect(treatment.locator(".notices", { hasText: "the line is not counted" })).toBeVisible();
    await chip.getByRole("button", { name: "Add KX to 97110" }).click();
    // The host set it after the event was canceled: there is nothing here that the chip could undo.
    await expect(chip.getByRole("button", { name: "Remove KX from 97110" })).toBeVisible();
    await expect(chip.getByRole("button", { name: "Undo adding KX to 97110" })).toHaveCount(0);
    await expect(treatment.getByLabel("Modifiers for 97110")).toHaveValue("GP KX");
    await chip.getByRole("button", { name: "Remove KX from 97110" }).click();
    await chip.getByRole("dialog").getByRole("button", { name: "Threshold balance is wrong" }).click();
    await expect(treatment.locator(".notices", { hasText: "KX is off (“Threshold balance is wrong”)" })).toBeVisible();
    await chip.getByRole("button", { name: /^Undo leaving KX off/ }).click();
    await expect(treatment.getByLabel("Modifiers for 97110")).toHaveValue("GP KX");
    const other = page.getByRole("textbox", { name: "Other Medicare Threshold Used" });
    await other.fill("500");
    await other.press("Enter");
    await expect(page.locator("kx-threshold").getByRole("heading")).toHaveText("-$100.00 Medicare Threshold Remaining (PT/SLP)");
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

test("readme-react: a line keeps its amount, whatever is pressed", async ({ page }) => {
  const wrong = await consumerPage(page, "readme-react");
  const added = page.getByRole("button", { name: "KX on 97110", exact: true });
  await page.getByRole("button", { name: "Add KX to 97110" }).click();
  // Without its amount the line would not cross the threshold, and KX would be too early.
  await expect(added).toBeVisible();
  await page.getByRole("button", { name: "Remove KX from 97110" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Threshold balance is wrong" }).click();
  await page.getByRole("button", { name: /^Undo leaving KX off/ }).click();
  await expect(added).toBeVisible();
  expect(wrong).toEqual([]);
});

test("documented-claims: a claim on hold is released with a name and a reason, and its host keeps the word", async ({ page }) => {
  const wrong = await consumerPage(page, "documented-claims");
  const claims = page.locator("kx-claims");
  await expect(claims).toContainText("Ana Ruiz");
  await claims.getByRole("button", { name: "Release Ana Ruiz" }).click();
  await claims.getByLabel("Reason").fill("Asked the MAC today: the threshold is not reached.");
  await claims.getByRole("button", { name: "Release 1 claim" }).click();
  await claims.getByLabel("Show", { exact: true }).selectOption({ label: "Released claims (1)" });
  await expect(claims).toContainText("Sam Poe, billing");
  await expect(claims).toContainText("Asked the MAC today");
  expect(wrong).toEqual([]);
});

const readme = readFileSync(join(built, "readme.html"), "utf8");
const map = JSON.stringify(JSON.parse(readFileSync(join(built, "kx-modifier", "dist", "import-map.json"), "utf8")));
const byName = readme.replace("./kx-modifier/dist/index.js", "kx-modifier").replace("./kx-modifier/dist/desk/standalone.js", "kx-modifier/desk");
const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

for (const [name, head, body] of [
  ["by path", "", readme],
  ["by the import map", `<script type="importmap">${map}</script>`, byName],
] as const) {
  test(`the README's plain page, ${name}: a Treatment section under a strict policy`, async ({ page }) => {
    const [, script = ""] = /<script type="module">([\s\S]*?)<\/script>/.exec(body) ?? [];
    const html = `<!doctype html><html lang="en"><title>plain</title><link rel="icon" href="data:,">${head}<body>${body}`;
    const wrong = await consumerPage(page, "readme", { html, scripts: [hash(script), hash(map)] });
    const search = page.locator("kx-treatment").getByRole("combobox");
    await search.fill("97110");
    await search.press("Enter");
    await page.getByRole("button", { name: "Add KX to 97110" }).click();
    await expect(page.getByRole("button", { name: "Remove KX from 97110" })).toBeVisible();
    await expect(page.locator("kx-threshold").getByRole("heading")).toHaveText("-$10.00 Medicare Threshold Remaining (PT/SLP)");
    expect(await page.evaluate(() => (globalThis as { litElementVersions?: string[] }).litElementVersions?.length)).toBe(1);
    expect(wrong).toEqual([]);
  });
}

test.describe("docs/testing.md", () => {
  test.use({ baseURL: origin });
  test("its Playwright test passes on the README's plain page", async ({ page }) => {
    const [, script = ""] = /<script type="module">([\s\S]*?)<\/script>/.exec(readme) ?? [];
    const html = `<!doctype html><html lang="en"><title>plain</title><link rel="icon" href="data:,"><body>${readme}`;
    const wrong = await consumerPage(page, "readme", { html, scripts: [hash(script)] });
    const written = readFileSync(join(built, "treatment.spec.ts"), "utf8").replace(/^import .*$/m, "");
    const run: Promise<void>[] = [];
    new Function("test", "expect", written)((_: string, body: (fixtures: { page: typeof page }) => Promise<void>) => run.push(body({ page })), expect);
    expect(run).toHaveLength(1);
    await run[0];
    expect(wrong).toEqual([]);
  });
});
