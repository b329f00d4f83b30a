// `npm run stories`: installs what is missing, builds, and serves every state of every element. Needs no browser and no test tool.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main, root, step, Stop } from "./lib/run.mjs";
import { serveFolder, untilStopped, wantedPort } from "./lib/serve.mjs";
import { ensureNodeAndRust, ensurePackages } from "./lib/tools.mjs";
import { build, unlessUnchanged } from "./build.mjs";

const source = join(root, "stories");
const folder = join(root, "target", "stories");
/** All that the stories are made of: their own sources, the built package, and the made-up practice. */
const INPUTS = [
  "stories/.storybook",
  "stories/code",
  "stories/elements",
  "stories/host",
  "stories/package-lock.json",
  "dist",
  "package.json",
  "www/demo",
  "scripts/stories.mjs",
];

export async function buildStories() {
  await ensurePackages(source, "Storybook");
  await unlessUnchanged("stories", INPUTS, ["target/stories/index.json"], () =>
    step("Building the stories", join(source, "node_modules", ".bin", "storybook"), ["build", "--output-dir", folder, "--quiet"], {
      cwd: source,
      timeout: 600_000,
      env: { STORYBOOK_DISABLE_TELEMETRY: "1", NODE_ENV: "production" },
    }),
  );
}

/** What there is to see: each story with its id, its name and its element. */
export function storiesBuilt() {
  if (!existsSync(join(folder, "index.json"))) throw new Stop("the stories are not built: run `npm run stories` once, or `node scripts/check/stories.mjs`");
  return Object.values(JSON.parse(readFileSync(join(folder, "index.json"), "utf8")).entries);
}

export const serveStories = (port) => serveFolder(folder, port);

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    const port = wantedPort(6006);
    ensureNodeAndRust();
    await ensurePackages(root, "what the build needs");
    await build();
    await buildStories();
    untilStopped(await serveStories(port), "Every state of every element is");
  });
}
