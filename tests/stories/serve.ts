// Serves the built stories on a free port for the whole run. Building is somebody else's step: `node scripts/check/stories.mjs`.
import { serveStories } from "../../scripts/stories.mjs";

export default async function setup(): Promise<() => Promise<void>> {
  const { server, address } = await serveStories(0);
  process.env.KX_STORIES = address;
  return async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
}
