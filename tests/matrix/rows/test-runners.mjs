// Where a host's own unit tests run: the recipes of docs/bundlers.md for Jest and for Vitest in a browser.
import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../scripts/lib/run.mjs";
import { snippetsOf } from "../../../scripts/lib/snippets.mjs";
import { installInto, runIn } from "../project.mjs";

function prepare(row, project, heading) {
  installInto(row, project);
  cpSync(new URL("../counted.js", import.meta.url), join(row.folder, "counted.js"));
  const snippets = snippetsOf(readFileSync(join(root, "docs", "bundlers.md"), "utf8")).filter((snippet) => snippet.heading === heading);
  for (const { name, text } of snippets) if (name) writeFileSync(join(row.folder, name), text);
  return (path) => join(row.installed, path);
}

/** How many tests passed, by the runner's own report. */
function passed(file) {
  const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(file, "utf8"));
  assert.deepEqual([numPassedTests, numTotalTests], [1, 1], "tests that passed");
}

const jest = (heading, options) => async (row) => {
  const bin = prepare(row, "jest", heading);
  await runIn(row, process.execPath, [...options, bin("jest/bin/jest.js"), "--json", "--outputFile=report.json", "--cacheDirectory=.cache"]);
  passed(join(row.folder, "report.json"));
  return "in jsdom";
};

export const TEST_RUNNERS = {
  jest: jest("Jest", ["--experimental-vm-modules"]),
  "jest-babel": jest("Jest with Babel", []),
  async vitest(row) {
    const bin = prepare(row, "vitest", "Vitest in a browser");
    await runIn(row, process.execPath, [bin("vitest/vitest.mjs"), "run", "--reporter=json", "--outputFile=report.json"], { CHROMIUM: row.executablePath });
    passed(join(row.folder, "report.json"));
    return "in Chromium";
  },
};
