// Builds the appointment screen into target/site/ and serves it.
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { root, Stop } from "./lib/run.mjs";
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
export async function serve(port) {
  const { default: sirv } = await import("sirv");
  const policy = contentSecurityPolicy();
  const handler = sirv(site, {
    dev: true,
    setHeaders(response) {
      response.setHeader("Content-Security-Policy", policy);
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Referrer-Policy", "no-referrer");
      response.setHeader("Cache-Control", "no-cache");
    },
  });
  const server = createServer((request, response) => handler(request, response, () => {
    response.statusCode = 404;
    response.end("not found");
  }));
  await new Promise((resolve, reject) => {
    server.once("error", (error) => reject(error.code === "EADDRINUSE" ? new Stop(`port ${port} is taken: end what runs there, or name another with PORT=…`) : error));
    server.listen(port, "127.0.0.1", resolve);
  });
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}
