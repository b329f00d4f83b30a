// The default entry with the module inlined, in a page of a user's own under the strict policy, from the built package.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

const dist = join(import.meta.dirname, "..", "..", "dist");
const origin = "http://user.test";
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'";

test("the default entry decides in a page, without a request for the module", async ({ page }) => {
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.route(`${origin}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    asked.push(name);
    const headers = { "Content-Security-Policy": POLICY };
    if (name === "")
      return route.fulfill({ contentType: "text/html", headers, body: '<!doctype html><title>user</title><script type="module" src="/user.js"></script>' });
    if (name === "user.js") {
      return route.fulfill({
        contentType: "text/javascript",
        headers,
        body: `import init, * as kx from "/index.js";
          const request = { line: { code: "97110", modifiers: ["GP"] }, appointment: { date: "2026-03-10", renderingProvider: { discipline: "PT" } },
            coverage: { program: "medicare-part-b" }, preferences: { autoApplyKx: true }, usage: { used: { "PT/SLP": "2480.01" } } };
          let before;
          try { kx.decide(request); } catch (error) { before = error.code; }
          await Promise.all([init(), init()]);
          document.title = [before, kx.decide(request).modifiers.join("+"), kx.versions().years[0]].join(" ");`,
      });
    }
    if (readdirSync(dist).includes(name)) return route.fulfill({ contentType: "text/javascript", headers, body: readFileSync(join(dist, name)) });
    return route.fulfill({ status: 404 });
  });
  await page.goto(`${origin}/`);
  await expect(page).toHaveTitle("not-initialized GP+KX 2018");
  expect(asked.filter((name) => name.endsWith(".wasm"))).toEqual([]);
  expect(complaints.filter((text) => !text.includes("favicon"))).toEqual([]);
});
