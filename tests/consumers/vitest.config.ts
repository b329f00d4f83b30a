// docs/testing.md's tests of Vitest: in jsdom, as each says at its top, and in a browser.
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";

export default defineConfig({
  // The packages are links into another folder here.
  server: { fs: { strict: false } },
  // Else the first test of a fresh folder loads them anew in its midst.
  optimizeDeps: { include: ["kx-modifier/widgets/define", "kx-modifier/testing"] },
  test: {
    projects: [
      { extends: true, test: { name: "jsdom", include: ["*.test.{ts,tsx}"], exclude: ["*.browser.test.ts"] } },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["*.browser.test.ts"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] } }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
