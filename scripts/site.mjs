// Builds the appointment screen into target/site/ and serves it.
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/run.mjs";
import { serveFolder } from "./lib/serve.mjs";
import { unlessUnchanged } from "./build.mjs";

export const site = join(root, "target", "site");

/** What the page runs under, from its own server and from its meta element alike. */
export function contentSecurityPolicy() {
  const page = readFileSync(join(root, "www", "demo", "index.html"), "utf8");
  return /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)[1];
}

export async function buildSite() {
  await unlessUnchanged("site", ["www", "dist", "package-lock.json", "scripts/site.mjs"], ["target/site/index.html", "target/site/main.js"], async () => {
    const esbuild = await import("esbuild");
    rmSync(site, { recursive: true, force: true });
    mkdirSync(site, { recursive: true });
    await esbuild.build({
      absWorkingDir: root,
      entryPoints: { main: "www/demo/main.ts", "service-worker": "www/demo/service-worker.ts" },
      outdir: site,
      bundle: true,
      format: "esm",
      target: "es2022",
      minify: true,
      legalComments: "none",
      // "sideEffects": false is said of the package; the widgets' define files are imported for what they do.
      ignoreAnnotations: true,
      // The page uses the package as a user of it does: the built entry with the module as a file.
      alias: {
        "kx-modifier/desk": join(root, "dist", "desk", "index.js"),
        "kx-modifier/widgets": join(root, "dist", "widgets", "index.js"),
        "kx-modifier/widgets/define": join(root, "dist", "widgets", "define.js"),
        "kx-modifier": join(root, "dist", "url.js"),
      },
      define: { "import.meta.url": "location.href" },
      tsconfig: join(root, "tsconfig.json"),
      logLevel: "warning",
    });
    for (const name of ["index.html", "page.css", "print.css", "icon.svg", "sample-peers.json"]) cpSync(join(root, "www", "demo", name), join(site, name));
    cpSync(join(root, "www", "demo", "samples-x12"), join(site, "samples-x12"), { recursive: true });
    cpSync(join(root, "dist", "kx-modifier.wasm"), join(site, "kx-modifier.wasm"));
  });
}

/** Serves the built page; `port` 0 takes a free one. Resolves with the server and the address that answers. */
export const serve = (port) => serveFolder(site, port, { "Content-Security-Policy": contentSecurityPolicy() });
