// Serves the built page on a free port for the whole run. Building is somebody else's step: `npm test`.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { serve, site } from "../contract/watched-site.mjs";

export default async function setup(): Promise<() => Promise<void>> {
  if (!existsSync(join(site, "main.js"))) throw new Error("the appointment screen is not built for tests: run `npm test -- web` once");
  const { server, address } = await serve(0);
  process.env.KX_SITE = address;
  return async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
}
