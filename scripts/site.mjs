// Builds the appointment screen into target/site/ and serves it.
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "./lib/run.mjs";
import { serveFolder } from "./lib/serve.mjs";
import { unlessUnchanged } from "./build.mjs";

export const site = join(root, "target", "site");

/** What the page runs under, from its own server and from its meta element alike. */
export function contentSecurityPolicy() {
  const page = readFileSync(join(root, "www", "demo", "index.html"), "utf8");
  return /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)[1];
}

/** Another `folder` is for a page that is not quite the one that is shown: esbuild's `plugins` change it, and `inputs` are what they are made of. */
export async function buildSite({ folder = site, plugins = [], inputs = [] } = {}) {
  const name = basename(folder);
  await unlessUnchanged(
    name,
    ["www", "dist", "package-lock.json", "scripts/site.mjs", ...inputs],
    [`target/${name}/index.html`, `target/${name}/main.js`],
    async () => {
      const esbuild = await import("esbuild");
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      await esbuild.build({
        absWorkingDir: root,
        entryPoints: { main: "www/demo/main.ts", "service-worker": "www/demo/service-worker.ts" },
        outdir: folder,
        plugins,
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
          "kx-modifier/fhir": join(root, "dist", "interop", "fhir.js"),
          "kx-modifier/wording/es": join(root, "dist", "wording", "es.js"),
          "kx-modifier": join(root, "dist", "url.js"),
        },
        define: { "import.meta.url": "location.href" },
        tsconfig: join(root, "tsconfig.json"),
        logLevel: "warning",
      });
      for (const name of ["index.html", "page.css", "print.css", "icon.svg", "sample-peers.json"]) cpSync(join(root, "www", "demo", name), join(folder, name));
      cpSync(join(root, "www", "demo", "samples-x12"), join(folder, "samples-x12"), { recursive: true });
      cpSync(join(root, "dist", "kx-modifier.wasm"), join(folder, "kx-modifier.wasm"));
    },
  );
}

/** Serves a built page; `port` 0 takes a free one. Resolves with the server and the address that answers. */
export const serveSite = (folder, port) => serveFolder(folder, port, { "Content-Security-Policy": contentSecurityPolicy() });
export const serve = (port) => serveSite(site, port);
