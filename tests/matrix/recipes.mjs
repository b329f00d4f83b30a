// What is built: each recipe of docs/bundlers.md as it stands there, with the bundler of its heading.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** `packages`: under which name the bundler is asked for. `served`: its development server. `built`: where its files are. */
const vite = (version, more = {}) => ({
  pages: "bundled",
  packages: { vite: `vite-${version}` },
  build: ["vite/bin/vite.js", "build"],
  serve: ["vite/bin/vite.js", "--strictPort", "--host", "127.0.0.1", "--port"],
  built: "dist",
  ...more,
});
const HEADING = "Vite 5 to 8";
const WITHOUT = "Vite 5 to 8, without an address";

export const RECIPES = {
  "vite-5": vite(5, { heading: HEADING }),
  "vite-5-beside": vite(5, { heading: WITHOUT }),
  "vite-7": vite(7, { heading: HEADING }),
  "vite-7-beside": vite(7, { heading: WITHOUT, build: null }),
  "vite-8": vite(8, { heading: HEADING }),
  rollup: { heading: "Rollup", pages: "bundled", build: ["rollup/dist/bin/rollup", "-c"], built: "dist", page: true },
  esbuild: { heading: "esbuild", pages: "bundled", build: ["build.js"], built: "dist", page: true },
  webpack: {
    heading: "webpack",
    pages: "bundled",
    build: ["webpack-cli/bin/cli.js", "--mode", "production", "--entry", "./main.js"],
    built: "dist",
    page: true,
  },
  parcel: {
    heading: "Parcel",
    pages: "bundled",
    build: ["parcel/lib/bin.js", "build", "index.html", "--no-cache", "--cache-dir", ".cache", "--no-source-maps"],
    built: "dist",
  },
  angular: { pages: "angular", build: ["@angular/cli/bin/ng.js", "build"], built: "dist/browser", inlined: true },
  "angular-url": { heading: "Angular", pages: "angular", build: ["@angular/cli/bin/ng.js", "build"], built: "dist/browser", prepare: angularAssets },
  next: { pages: "next", build: ["next/dist/bin/next", "build"], built: "out", inlined: true },
};

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
