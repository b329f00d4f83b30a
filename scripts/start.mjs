// `npm start`: installs what is missing, builds, and serves the appointment screen. Needs no browser and no test tool.
import { main, root } from "./lib/run.mjs";
import { untilStopped, wantedPort } from "./lib/serve.mjs";
import { ensureNodeAndRust, ensurePackages } from "./lib/tools.mjs";
import { build } from "./build.mjs";
import { buildSite, serve } from "./site.mjs";

await main(async () => {
  const port = wantedPort(4173);
  ensureNodeAndRust();
  await ensurePackages(root, "what the build needs");
  await build();
  await buildSite();
  untilStopped(await serve(port), "The appointment screen is");
});
