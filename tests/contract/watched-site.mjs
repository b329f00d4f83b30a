// The appointment screen of the built package, whose every answer a test can see.
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { root } from "../../scripts/lib/run.mjs";
import { buildSite, serveSite } from "../../scripts/site.mjs";
import { isWatched } from "./watch.mjs";

const dist = join(root, "dist");
const here = dirname(fileURLToPath(import.meta.url));
export const site = join(root, "target", "watched-site");

/** Under which short names a chunk of the package hands its functions to the other ones, and what they are called outside. */
async function shared() {
  const entry = await import(pathToFileURL(join(dist, "url.js")));
  const names = new Map(
    Object.entries(entry)
      .filter(([name, value]) => isWatched(name, value))
      .map(([name, value]) => [value, name]),
  );
  const found = new Map();
  for (const file of readdirSync(dist).filter((name) => /^chunk-.*\.js$/.test(name))) {
    const own = Object.entries(await import(pathToFileURL(join(dist, file))))
      .filter(([, value]) => names.has(value))
      .map(([short, value]) => ({ short, name: names.get(value) }));
    if (own.length) found.set(join(dist, file), own);
  }
  const seen = [...found.values()].flat().map(({ name }) => name);
  const missing = [...names.values()].filter((name) => !seen.includes(name));
  if (missing.length) throw new Error(`no chunk of the package hands out ${missing.join(", ")}: their answers in the page would not be seen`);
  return found;
}

/** Puts a watched function in the place of each that a chunk hands out, so that the desk and the page are as they ship. */
const watching = {
  name: "watched",
  async setup(build) {
    const found = await shared();
    build.onLoad({ filter: /chunk-[^/]*\.js$/ }, ({ path, suffix }) => {
      const own = suffix === "" ? found.get(path) : undefined;
      if (!own) return undefined;
      const real = JSON.stringify(`${path}?real`);
      return {
        loader: "js",
        resolveDir: dist,
        contents: `import * as real from ${real};\nexport * from ${real};\nimport { watched } from ${JSON.stringify(join(here, "in-page.mjs"))};\n${own.map(({ short, name }, index) => `const w${index} = watched(${JSON.stringify(name)}, real.${short});`).join("\n")}\nexport { ${own.map(({ short }, index) => `w${index} as ${short}`).join(", ")} };\n`,
      };
    });
  },
};

const INPUTS = ["tests/contract/watched-site.mjs", "tests/contract/in-page.mjs", "tests/contract/watch.mjs"];

/** Another `folder` is for the page of another practice. */
export const buildWatchedSite = ({ folder = site, inputs = [], plugins = [] } = {}) =>
  buildSite({ folder, inputs: [...INPUTS, ...inputs], plugins: [watching, ...plugins] });

export const serve = (port) => serveSite(site, port);
