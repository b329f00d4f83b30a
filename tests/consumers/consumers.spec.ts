// The same few steps on each page: properties arrive, events leave with their details, and what the host writes down comes back.
import { existsSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { expect, test } from "@playwright/test";

const built = process.env.KX_CONSUMERS;
if (!built) throw new Error("KX_CONSUMERS names the folder with the built pages: run `node scripts/check/consumers.mjs`");
const origin = "http://host.test";
/** Angular's templates are compiled in the page, which needs eval; so are Vue's. */
const policy = (page: string) =>
  `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'${["angular", "vue"].includes(page) ? " 'unsafe-eval'" : ""}; style-src 'self'; connect-src 'self'; img-src data:`;

for (const name of ["plain", "script-tag", "react", "react-wrapped", "vue", "angular"]) {
  test(`${name}: a suggestion is applied, taken off with a reason, and taken back`, async ({ page }) => {
    const wrong: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) wrong.push(message.text());
    });
    page.on("pageerror", (error) => wrong.push(error.message));
    await page.route(`${origin}/**`, (route) => {
      const path = new URL(route.request().url()).pathname.slice(1);
      const headers = { "Content-Security-Policy": policy(name) };
      if (path === "")
        return route.fulfill({
          headers,
          contentType: "text/html",
          body: `<!doctype html><html lang="en"><title>${name}</title><link rel="icon" href="data:,"><body><script type="module" src="/${name}.js"></script>`,
        });
      const file = join(built, normalize(path));
      return existsSync(file)
        ? route.fulfill({ headers, contentType: "text/javascript; charset=utf-8", body: readFileSync(file) })
        : route.fulfill({ status: 404 });
    });
    await page.goto(`${origin}/`);
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
    await page.getByRole("button", { name: /^Undo declining/ }).click();
    await expect(output).toHaveText("GP KX");
    const amount = page.getByLabel("Other Medicare Threshold Used (PT/SLP)");
    await amount.fill("300");
    await amount.press("Enter");
    await expect(page.locator("kx-threshold").getByRole("heading")).toHaveText("$100.00 Medicare Threshold Remaining (PT/SLP)");
    expect(wrong).toEqual([]);
  });
}
