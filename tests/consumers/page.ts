// Opens a built page under the policy that its framework can live with, and gives what goes wrong on it.
import { existsSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import type { Page } from "@playwright/test";

const folder = process.env.KX_CONSUMERS;
if (!folder) throw new Error("KX_CONSUMERS names the folder with the built pages: run `node scripts/check/consumers.mjs`");
export const built: string = folder;
export const origin = "http://host.test";
/** Angular's templates are compiled in the page, which needs eval; so are Vue's. */
const policy = (page: string, scripts: readonly string[]) =>
  `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${scripts.join(" ")}${["angular", "vue", "documented-angular"].includes(page) ? " 'unsafe-eval'" : ""}; style-src 'self'; connect-src 'self'; img-src data:`;

export async function consumerPage(page: Page, name: string, own?: { html: string; scripts: readonly string[] }): Promise<string[]> {
  const wrong: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  await page.route(`${origin}/**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    const headers = { "Content-Security-Policy": policy(name, own?.scripts ?? []) };
    if (path === "")
      return route.fulfill({
        headers,
        contentType: "text/html",
        body:
          own?.html ??
          `<!doctype html><html lang="en"><title>${name}</title><link rel="icon" href="data:,"><body><script type="module" src="/${name}.js"></script>`,
      });
    const file = join(built, normalize(path));
    return existsSync(file)
      ? route.fulfill({ headers, contentType: "text/javascript; charset=utf-8", body: readFileSync(file) })
      : route.fulfill({ status: 404 });
  });
  await page.goto(`${origin}/`);
  return wrong;
}
