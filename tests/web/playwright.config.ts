import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  // One set of pictures: the browser is Debian's everywhere.
  snapshotPathTemplate: "{testDir}/pictures/{arg}{ext}",
  globalSetup: "./serve.ts",
  workers: 2,
  // A long file is no longer than its longest test.
  fullyParallel: true,
  // What passes only the second time is named as flaky at the end, to be put right: it does not stop who tests something else.
  retries: 1,
  forbidOnly: true,
  // What a test waits for has a limit of its own; this one only ends what hangs: other checks run beside, and a busy machine takes
  // several times as long.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    headless: true,
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    // It fetches and compiles every file of the page once more beside each test. Those that are about it allow it.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
      ],
    },
  },
});
