// A plain page of a user's own under the strict policy: the file for plain pages and the rules, from the built package.
import { existsSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { expect, test as base, type Page } from "@playwright/test";

const dist = join(import.meta.dirname, "..", "..", "dist");
export const origin = "http://user.test";
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:";

/** What every plain page has: a request that suggests KX, and one that applies it. */
const HEAD = `
  import init, * as rules from "/index.js";
  import * as kx from "/widgets/standalone.js";
  import spanish from "/labels/es.js";
  const { decide, thresholds, describeProjection } = rules;
  await init();
  const request = (auto) => ({ line: { code: "97110", modifiers: ["GP"], allowed: "31.40" }, appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
    coverage: { program: "medicare-part-b" }, preferences: { autoApplyKx: auto }, usage: { used: { "PT/SLP": "2480.01" }, asOf: "2026-06-30" } });
  const applied = decide(request(true)), suggested = decide(request(false)), buckets = thresholds({ date: "2026-07-01", usage: { used: { "PT/SLP": "2090.00" } } });
  const $ = (selector) => document.querySelector(selector);
  window.heard = [];
  for (const name of ["kx-applied", "kx-removed", "kx-restored", "kx-way-out", "kx-usage-changed", "kx-auto-apply-changed", "kx-line-added", "kx-picked"]) {
    document.addEventListener(name, (event) => { window.heard.push([name, event.detail]); if (window.refuse) event.preventDefault(); });
  }
`;

export interface Plain {
  open(body: string, script: string, html?: string, files?: { readonly [name: string]: string }): Promise<void>;
  heard(): Promise<[string, unknown][]>;
}

export const test = base.extend<{ plain: Plain }>({
  plain: async ({ page }, use) => {
    const wrong: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type()) && !message.text().includes("favicon")) wrong.push(message.text());
    });
    page.on("pageerror", (error) => wrong.push(error.message));
    await use({
      async open(body, script, html, files) {
        await serve(page, body, script, html, files);
        await page.goto(`${origin}/`);
        await expect(page).toHaveTitle("ready");
      },
      heard: () => page.evaluate(() => (window as unknown as { heard: [string, unknown][] }).heard),
    });
    expect(wrong).toEqual([]);
  },
});

/** `files`: what is there in place of the package's own. */
export async function serve(
  page: Page,
  body: string,
  script: string,
  html = '<html lang="en">',
  files: { readonly [name: string]: string } = {},
): Promise<void> {
  await page.route(`${origin}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const headers = { "Content-Security-Policy": POLICY };
    if (name === "")
      return route.fulfill({
        contentType: "text/html; charset=utf-8",
        headers,
        body: `<!doctype html>${html}<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>user</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css"><body>${body}<script type="module" src="/user.js"></script></html>`,
      });
    if (name === "page.css")
      return route.fulfill({
        contentType: "text/css",
        headers,
        body: ":root { color-scheme: light dark; font: 16px/1.5 sans-serif; background: Canvas; color: CanvasText; }\nbody { margin: 16px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }",
      });
    if (name === "user.js")
      return route.fulfill({ contentType: "text/javascript; charset=utf-8", headers, body: `${HEAD}\n${script}\ndocument.title = "ready";` });
    if (files[name] !== undefined) return route.fulfill({ contentType: "text/javascript; charset=utf-8", headers, body: files[name] });
    const file = join(dist, normalize(name));
    if (name.endsWith(".js") && existsSync(file)) return route.fulfill({ contentType: "text/javascript; charset=utf-8", headers, body: readFileSync(file) });
    return route.fulfill({ status: 404 });
  });
}

export { expect };
