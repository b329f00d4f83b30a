// Records what the built package decides for the situations of www/testing/requests.ts. A test says when that is to be done anew.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { main, root } from "./lib/run.mjs";

await main(async () => {
  await build();
  const esbuild = await import("esbuild");
  const { outputFiles } = await esbuild.build({ entryPoints: [join(root, "www", "testing", "requests.ts")], bundle: true, format: "esm", write: false });
  const { requests } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  const { default: init, decide } = await import(pathToFileURL(join(root, "dist", "index.js")).href);
  await init();
  const decisions = Object.fromEntries(Object.entries(requests).map(([name, request]) => [name, decide(request)]));
  writeFileSync(join(root, "www", "testing", "decisions.json"), `${JSON.stringify(decisions, null, 2)}\n`);
  await build();
});
