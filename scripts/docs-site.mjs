// `npm run docs`: builds the documentation into target/docs-site; `npm run docs -- --serve` shows it on this machine.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main, root, show, step } from "./lib/run.mjs";
import { serveFolder, untilStopped, wantedPort } from "./lib/serve.mjs";
import { ensureNodeAndRust, ensurePackages } from "./lib/tools.mjs";
import { build, unlessUnchanged } from "./build.mjs";

const source = join(root, "docs", "site");
export const docsSite = join(root, "target", "docs-site");
/** Its own folder: the check of the crate's documentation writes what is private too. */
const crate = join(root, "target", "docs-crate");
/** All that the pages are made of; what is installed is known by its lock. */
const inputs = () => [
  ...["docs", "docs/site"].flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => `${folder}/${one.name}`),
  ),
  ...["client", "lib", "src"].map((name) => `docs/site/${name}`),
  ...["README.md", "DESIGN.md", "CHANGELOG.md", "python/README.md", "data", "dist", "src", "scripts/docs-site.mjs"],
];

/** What every page runs under, as the pages themselves say. */
export const docsPolicy = () => /^const POLICY =\s*"([^"]+)"/m.exec(readFileSync(join(source, "lib", "shell.mjs"), "utf8"))[1];

async function scripts() {
  const esbuild = await import("esbuild");
  const dist = (name) => join(root, "dist", name);
  const assets = join(docsSite, "assets");
  await esbuild.build({
    absWorkingDir: source,
    entryPoints: ["main", "live", "playground"].map((name) => `client/${name}.ts`),
    outdir: assets,
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none",
    // "sideEffects": false is said of the package; the widgets' define files are imported for what they do.
    ignoreAnnotations: true,
    // The page uses the package as a user of it does, with the module as a file.
    alias: {
      "kx-modifier/widgets/chip/define": dist("widgets/chip/define.js"),
      "kx-modifier/widgets/threshold/define": dist("widgets/threshold/define.js"),
      "kx-modifier/testing": dist("testing/index.js"),
      "kx-modifier": dist("url.js"),
    },
    logLevel: "warning",
  });
  for (const name of ["site.css", "theme.js", "icon.svg"]) cpSync(join(source, "client", name), join(assets, name));
  cpSync(dist("kx-modifier.wasm"), join(assets, "kx-modifier.wasm"));
}

async function rustdoc() {
  await show("cargo", ["doc", "--no-deps", "--quiet", "--lib", "--features", "account,claims", "--target-dir", crate], {
    env: { ...process.env, RUSTDOCFLAGS: "-A rustdoc::private_intra_doc_links" },
  });
  cpSync(join(crate, "doc"), join(docsSite, "crate"), { recursive: true });
}

export async function buildDocs() {
  await ensurePackages(source, "what makes the documentation");
  await unlessUnchanged("docs-site", inputs(), ["target/docs-site/index.html", "target/docs-site/assets/main.js"], async () => {
    rmSync(docsSite, { recursive: true, force: true });
    mkdirSync(join(docsSite, "pictures"), { recursive: true });
    await step("Writing the documentation", process.execPath, [join(source, "node_modules", "@11ty", "eleventy", "cmd.cjs"), "--quiet"], {
      cwd: source,
      timeout: 600_000,
    });
    for (const name of ["appointment.png", "bench.svg", "warehouse.svg"]) cpSync(join(root, "docs", name), join(docsSite, "pictures", name));
    mkdirSync(join(docsSite, "files"));
    for (const name of ["import-map.json", "rules.schema.json"]) cpSync(join(root, "dist", name), join(docsSite, "files", name));
    await scripts();
    await rustdoc();
  });
}

/** The crate's pages are rustdoc's, with scripts in them: they are served without the policy of the others. */
export const serveDocs = (port) => serveFolder(docsSite, port);

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    const port = wantedPort(4180);
    ensureNodeAndRust();
    await ensurePackages(root, "what the build needs");
    await build();
    await buildDocs();
    if (process.argv.includes("--serve")) untilStopped(await serveDocs(port), "The documentation is");
    else console.log(`\nThe documentation is in ${docsSite}: \`npm run docs -- --serve\` shows it.`);
  });
}
