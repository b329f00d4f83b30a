// `npm run bench`: how quick the package is beside plain JavaScript and beside what others would use, as ratios. `npm run bench -- core cold`
// runs two of the parts, `npm run bench -- chromium` the one in a browser, `--record` keeps the ratios and draws the README's picture,
// `--dist FOLDER` takes a package that is built already.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { main, root, Stop } from "./lib/run.mjs";
import { ensureBrowser, ensureNodeAndRust, ensurePackages } from "./lib/tools.mjs";

await main(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { record: { type: "boolean" }, dist: { type: "string" } } });
  const { bench, PARTS, USUAL } = await import("../bench/main.mjs");
  const unknown = positionals.find((name) => !PARTS.includes(name));
  if (unknown) throw new Stop(`there is no part "${unknown}": they are ${PARTS.join(", ")}`);
  await ensurePackages(join(root, "bench"), "what the package is timed beside");
  await ensurePackages(root, "what the build needs");
  if (!values.dist) {
    ensureNodeAndRust();
    const { build } = await import("./build.mjs");
    await build();
  }
  const dist = resolve(values.dist ?? join(root, "dist"));
  if (!existsSync(join(dist, "index.js"))) throw new Stop(`${dist} holds no built package: name a folder with an index.js`);
  const parts = positionals.length > 0 ? PARTS.filter((name) => positionals.includes(name)) : USUAL;
  let executablePath;
  if (parts.includes("chromium")) {
    await ensurePackages(join(root, "tests"), "what the tests need");
    ({ chromium: executablePath } = await ensureBrowser());
  }
  const { wrong } = await bench({ dist, parts, executablePath, keep: values.record });
  if (wrong.length > 0) throw new Stop(`not to be trusted:\n${wrong.join("\n")}`);
  if (values.record) {
    const { draw } = await import("../bench/picture.mjs");
    draw();
    console.log("\nkept in bench/recorded.json, drawn as docs/bench.svg");
  }
});
