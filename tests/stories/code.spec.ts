// The code for plain pages runs as it stands beside the stories.
import { readdirSync } from "node:fs";
import { serveFolder } from "../../scripts/lib/serve.mjs";
import { expect, test } from "./page.js";

const folder = process.env.KX_CODE;
if (!folder) throw new Error("KX_CODE names the folder with the pages: run `node scripts/check/stories.mjs`");

for (const name of readdirSync(folder)
  .filter((file) => file.endsWith(".html"))
  .map((file) => file.replace(".html", ""))) {
  test(`a plain page with kx-${name}`, async ({ page }) => {
    const { server, address } = await serveFolder(folder, 0);
    await page.goto(`${address}${name}.html`);
    const element = page.locator(`kx-${name}`);
    await expect(name === "wording" ? element.locator("kx-threshold") : element).not.toHaveJSProperty("clientHeight", 0);
    server.closeAllConnections();
    server.close();
  });
}
