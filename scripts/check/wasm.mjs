// The wall in a real browser.
import { writeFileSync, readFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { alone, root, show } from "../lib/check.mjs";
import { ensureBrowser, ensureWasmBindgen, ensureWasmCargo } from "../lib/tools.mjs";

export const label = "the wall to JavaScript, in a browser";
export async function run() {
  const cargo = await ensureWasmCargo();
  const bindgen = await ensureWasmBindgen();
  const { chromium, chromedriver } = await ensureBrowser();
  // As the one in the repository, with the browser that was found.
  const capabilities = JSON.parse(readFileSync(join(root, "webdriver.json"), "utf8"));
  capabilities["goog:chromeOptions"].binary = chromium;
  const folder = join(root, "target", "browser");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "webdriver.json"), JSON.stringify(capabilities));
  await show(cargo.command, ["test", "--target", "wasm32-unknown-unknown", "--features", "wasm", "--test", "wasm"], {
    env: {
      ...process.env,
      ...cargo.env,
      CHROMEDRIVER: chromedriver,
      WASM_BINDGEN_TEST_TIMEOUT: "120",
      WASM_BINDGEN_TEST_WEBDRIVER_JSON: join(folder, "webdriver.json"),
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: join(bindgen, "wasm-bindgen-test-runner"),
    },
  });
}

await alone(import.meta, run);
