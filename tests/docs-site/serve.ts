// Serves the built documentation on a free port for the whole run. Building is somebody else's step: `node scripts/check/docs-site.mjs`.
import { serveDocs } from "../../scripts/docs-site.mjs";

export default async function setup(): Promise<() => Promise<void>> {
  const { server, address } = await serveDocs(0);
  process.env.KX_DOCS = address;
  return async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
}
