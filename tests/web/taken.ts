// With what the pictures were taken.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

const taken = JSON.parse(readFileSync(new URL("pictures/taken-with.json", import.meta.url), "utf8")) as { chromium: string; font: string };

/** Another browser or another font draws other pixels, and says nothing about the page then. */
export function otherwise(page: Page): string | null {
  const chromium = page.context().browser()?.version().split(".")[0] ?? "";
  const font = spawnSync("fc-match", ["--format", "%{family}", "system-ui"], { encoding: "utf8" }).stdout ?? "";
  return chromium === taken.chromium && font === taken.font
    ? null
    : `the pictures were taken with Chromium ${taken.chromium} and ${taken.font}, here are ${chromium} and ${font || "unknown fonts"}`;
}
