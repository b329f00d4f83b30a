// The job by keyboard in WebKit, the engine of Safari. Where its driver is named, which `npm test -- matrix` does.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test as base } from "@playwright/test";
import { serveSite, site } from "../../scripts/site.mjs";
import { Walker, walkThroughKx } from "./walker.js";
import { WebKit } from "./webdriver.js";

const driver = process.env.WEBKIT_DRIVER;
const browser = process.env.WEBKIT;

/** The driver hears nothing of the page's console, so the page writes down itself what goes wrong in it. */
const watching = `globalThis.wrong = [];
console.error = (...said) => wrong.push(said.join(" "));
addEventListener("error", ({ message }) => wrong.push(message));
addEventListener("unhandledrejection", ({ reason }) => wrong.push(String(reason)));
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => wrong.push(violatedDirective + " " + blockedURI));
`;

/** The built page with that before all else. */
function watched(folder: string): string {
  cpSync(site, folder, { recursive: true });
  writeFileSync(join(folder, "watching.js"), watching);
  const index = join(folder, "index.html");
  writeFileSync(index, readFileSync(index, "utf8").replace("<link", '<script src="watching.js"></script>\n    <link'));
  return folder;
}

interface Seen {
  readonly wrong: string[];
  readonly elsewhere: string[];
}

/** What went wrong in the page, and what it asked of any other server. */
function seenInPage(address: string): Seen {
  const { wrong } = globalThis as unknown as Seen;
  const asked = performance.getEntriesByType("resource").map(({ name }) => name);
  return { wrong, elsewhere: asked.filter((name) => !name.startsWith(address) && !name.startsWith("data:")) };
}

const test = base.extend<{ walker: Walker }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
  walker: async ({}, use, testInfo) => {
    const { server, address } = await serveSite(watched(testInfo.outputPath("site")), 0);
    const webkit = await WebKit.open(driver ?? "", browser ?? "");
    try {
      await webkit.go(address);
      const walker = new Walker(webkit);
      await expect.poll(() => walker.text("kx-treatment"), { timeout: 30_000 }).not.toEqual([]);
      await use(walker);
      expect(await webkit.inPage(seenInPage, address)).toEqual({ wrong: [], elsewhere: [] });
    } finally {
      await webkit.close();
      server.closeAllConnections();
      server.close();
    }
  },
});

test.describe("in WebKit", () => {
  test.skip(!driver || !browser, "only where asked: npm test -- matrix");
  test.setTimeout(150_000);

  test("a line gets KX, loses it with a reason left open, gets it back and is explained, by keyboard alone", async ({ walker }) => {
    await walkThroughKx(walker);
  });
});
