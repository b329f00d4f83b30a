// Pages without a bundler, and workers, from the files of the package as they are, under a strict Content-Security-Policy.
import { createHash } from "node:crypto";
import { cpSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serveFolder } from "../../../scripts/lib/serve.mjs";
import { opened } from "../opened.mjs";
import { installInto } from "../project.mjs";

/** `prepare` gives what more a script may be. */
const page =
  (project, said, prepare = () => "") =>
  async (row) => {
    installInto(row, project);
    // Served beside the page, since nothing under node_modules is served anywhere.
    renameSync(join(row.folder, "node_modules", "kx-modifier"), join(row.folder, "kx-modifier"));
    cpSync(new URL("../counted.js", import.meta.url), join(row.folder, "counted.js"));
    const more = prepare(row.folder);
    const { server, address } = await serveFolder(row.folder, 0, {
      "Content-Security-Policy": `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'${more}; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'`,
    });
    try {
      await opened(row.browser, address);
      return said;
    } finally {
      server.close();
      server.closeAllConnections();
    }
  };

/** The package's import map as docs/bundlers.md puts it into a page. Gives the hash that lets it through. */
function importMap(folder) {
  const map = JSON.stringify(JSON.parse(readFileSync(join(folder, "kx-modifier", "dist", "import-map.json"), "utf8")));
  const file = join(folder, "index.html");
  writeFileSync(file, readFileSync(file, "utf8").replace("    <script", `    <script type="importmap">${map}</script>\n    <script`));
  return ` 'sha256-${createHash("sha256").update(map).digest("base64")}'`;
}

export const PAGES = {
  plain: page("plain", "opened, by paths"),
  "import-map": page("import-map", "opened, by names", importMap),
  "module-worker": page("module-worker", "decided in a worker, shown by the page"),
  "service-worker": page("service-worker", "decided in a service worker, shown by the page"),
};
