// Each recipe of docs/bundlers.md as it stands there, with the bundler of its heading: built, served and opened in a browser.
import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, Stop } from "../../../scripts/lib/run.mjs";
import { serveFolder } from "../../../scripts/lib/serve.mjs";
import { snippetsOf } from "../../../scripts/lib/snippets.mjs";
import { copies, opened } from "../opened.mjs";
import { installInto, runIn, whileServed } from "../project.mjs";

/** `packages`: under which name the bundler is asked for. `serve`: its development server. `built`: where its files are. */
const vite = (installed, more = {}) => ({
  project: "bundled",
  packages: { vite: installed },
  build: ["vite/bin/vite.js", "build"],
  serve: ["vite/bin/vite.js", "--strictPort", "--host", "127.0.0.1", "--port"],
  built: "dist",
  ...more,
});
const HEADING = "Vite 5 to 8";
const WITHOUT = "Vite 5 to 8, without an address";
const ANGULAR = { project: "angular", build: ["@angular/cli/bin/ng.js", "build"], built: "dist/browser" };

const RECIPES = {
  angular: { ...ANGULAR, inlined: true },
  "angular-url": { ...ANGULAR, heading: "Angular", prepare: angularAssets },
  next: { project: "next", build: ["next/dist/bin/next", "build"], built: "out", inlined: true },
  "vite-5": vite("vite-5", { heading: HEADING }),
  "vite-5-beside": vite("vite-5", { heading: WITHOUT }),
  "vite-7": vite("vite", { heading: HEADING }),
  "vite-7-beside": vite("vite", { heading: WITHOUT, build: null }),
  "vite-8": vite("vite-8", { heading: HEADING }),
  rollup: { heading: "Rollup", project: "bundled", build: ["rollup/dist/bin/rollup", "-c"], built: "dist", page: true },
  esbuild: { heading: "esbuild", project: "bundled", build: ["build.js"], built: "dist", page: true },
  webpack: {
    heading: "webpack",
    project: "bundled",
    build: ["webpack-cli/bin/cli.js", "--mode", "production", "--entry", "./main.js"],
    built: "dist",
    page: true,
  },
  parcel: {
    heading: "Parcel",
    project: "bundled",
    build: ["parcel/lib/bin.js", "build", "index.html", "--no-cache", "--cache-dir", ".cache", "--no-source-maps"],
    built: "dist",
  },
};

export const BUNDLERS = Object.fromEntries(Object.entries(RECIPES).map(([name, recipe]) => [name, (row) => built(row, recipe)]));

/** And not the module of JavaScript that says where it is. */
const LOADED = /kx-modifier[^?]*\.wasm(?!\?import)/;

async function built(row, recipe) {
  const { folder, installed, browser } = row;
  installInto(row, recipe.project, recipe.packages);
  const snippets = snippetsOf(readFileSync(join(root, "docs", "bundlers.md"), "utf8")).filter(({ heading }) => heading === recipe.heading);
  if (recipe.heading && snippets.length === 0) throw new Stop(`docs/bundlers.md has no "${recipe.heading}"`);
  if (recipe.prepare) recipe.prepare(folder, snippets);
  else for (const { name: file, text } of snippets) if (file) writeFileSync(join(folder, file), text);
  const bin = (path) => [join(folder, "node_modules", path), join(installed, path), join(folder, path)].find(existsSync);
  const said = [];
  if (recipe.serve) {
    const [tool, ...args] = recipe.serve;
    const modules = await whileServed(
      (port) => [process.execPath, bin(tool), ...args, port],
      { cwd: folder, env: { NODE_ENV: "development" } },
      (address) => opened(browser, address),
    );
    assert.equal(new Set(modules.filter((url) => LOADED.test(url))).size, 1, "modules that the development server was asked for");
    said.push("served");
  }
  if (recipe.build) {
    const [tool, ...args] = recipe.build;
    await runIn(row, process.execPath, [bin(tool), ...args], { NODE_ENV: "production" });
    const out = join(folder, recipe.built);
    if (recipe.page) cpSync(join(folder, "index.html"), join(out, "index.html"));
    const { loaders, modules, bytes } = copies(out);
    assert.deepEqual({ loaders, modules }, { loaders: 1, modules: recipe.inlined ? 0 : 1 }, "copies in what was built");
    const { server, address } = await serveFolder(out, 0);
    try {
      await opened(browser, address);
    } finally {
      server.close();
      server.closeAllConnections();
    }
    said.push(`built, ${Math.round(bytes / 1000)} kB of JavaScript`);
  }
  return said.join("; ");
}

/** The line of the recipe into `assets`, and its entry in the place of the one with the module inside. */
function angularAssets(folder, snippets) {
  const path = join(folder, "angular.json");
  const workspace = JSON.parse(readFileSync(path, "utf8"));
  const asset = JSON.parse(snippets.find(({ lang }) => lang === "json").text);
  workspace.projects.app.architect.build.options.assets.push(asset);
  writeFileSync(path, JSON.stringify(workspace));
  writeFileSync(join(folder, "src", "kx.ts"), snippets.find(({ name }) => name === "kx.ts").text);
  const main = join(folder, "src", "main.ts");
  writeFileSync(main, readFileSync(main, "utf8").replace('"kx-modifier/visit"', '"kx-modifier/visit/url"'));
}
