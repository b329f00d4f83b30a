// `npm start`: installs what is missing, builds, and serves the appointment screen. Needs no browser and no test tool.
import { main, root, Stop } from "./lib/run.mjs";
import { ensureNodeAndRust, ensurePackages } from "./lib/tools.mjs";
import { build } from "./build.mjs";
import { buildSite, serve } from "./site.mjs";

await main(async () => {
  const port = Number(process.env.PORT || 4173);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Stop(`PORT=${process.env.PORT} is not a port: give a number from 0 to 65535`);
  ensureNodeAndRust();
  await ensurePackages(root, "what the build needs");
  await build();
  await buildSite();
  const { server, address } = await serve(port);
  console.log(`\nThe appointment screen is at ${address}\n(Ctrl+C ends it)`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => { server.close(); server.closeAllConnections(); process.exit(0); });
});
