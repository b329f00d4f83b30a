// A page in a browser: KX is on the line, the chip says so, and nothing is there twice.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const counted = readFileSync(new URL("counted.js", import.meta.url), "utf8");

/** Opens the address and reads what the page says. Gives the addresses of the `.wasm` files that were asked for. */
export async function opened(browser, address) {
  const page = await browser.newPage();
  const wrong = [];
  const modules = [];
  page.on("console", (message) => {
    if (message.type() === "error" || /multiple versions of lit/i.test(message.text())) wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("response", (response) => {
    if (/\.wasm(\?|$)/.test(response.url())) modules.push(response.url());
  });
  try {
    await page.addInitScript(counted);
    await page.goto(address);
    // A development server that finds a package late loads the page again.
    await page.waitForFunction(() => document.querySelector("output")?.textContent, undefined, { timeout: 60_000 });
    assert.equal(await page.locator("output").textContent(), "GP KX");
    await page.locator("kx-chip").getByRole("button", { name: "Remove KX from 97110" }).waitFor({ timeout: 10_000 });
    assert.equal(await page.evaluate(() => globalThis.litElementVersions?.length), 1, "copies of Lit");
    // A worker counts for itself, and its page writes that down.
    const compiled = await page.evaluate(() => globalThis.compiledModules + Number(document.querySelector("output").dataset.compiled ?? 0));
    assert.equal(compiled, 1, "modules that were compiled");
    assert.deepEqual(wrong, []);
    return modules;
  } finally {
    await page.close();
  }
}

/** What stands in each copy of the package, however it is minified. */
const MARK = "await init() once before the first call";
const MODULE = Buffer.from("\0asm");

/** How often the loader and the module are in what was built for the browser. */
export function copies(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, path, name }) => ({ name, bytes: readFileSync(join(parentPath ?? path, name)) }));
  return {
    loaders: files.filter(({ name }) => name.endsWith(".js")).reduce((sum, { bytes }) => sum + bytes.toString().split(MARK).length - 1, 0),
    modules: files.filter(({ bytes }) => bytes.subarray(0, 4).equals(MODULE)).length,
    bytes: files.filter(({ name }) => name.endsWith(".js")).reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
}
