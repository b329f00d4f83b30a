// The packed tarball in the bundlers that front-ends are built with: each recipe of docs/bundlers.md, built, served and opened in a browser.
// `node scripts/check/matrix.mjs vite-5 next` runs two of them. A budget of its own, so it is no part of the plain `npm test`.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { createRequire } from "node:module";
import { join } from "node:path";
import { alone, root, show, step, Stop } from "../lib/check.mjs";
import { serveFolder } from "../lib/serve.mjs";
import { snippetsOf } from "../lib/snippets.mjs";
import { build } from "../build.mjs";
import { ensureBrowser, ensurePackages } from "../lib/tools.mjs";

const source = join(root, "tests", "matrix");
const work = join(source, "work");
const installed = join(source, "node_modules");
const unpacked = join(work, "node_modules", "kx-modifier");
/** And not the module of JavaScript that says where it is. */
const LOADED = /kx-modifier[^?]*\.wasm(?!\?import)/;
const QUIET = { NG_CLI_ANALYTICS: "false", NEXT_TELEMETRY_DISABLED: "1", PARCEL_WORKERS: "1", NODE_ENV: "production", CI: "1" };

export const label = "the packed tarball in bundlers";
export async function run() {
  const { RECIPES } = await import(join(source, "recipes.mjs"));
  const asked = process.argv.slice(2).filter((name) => Object.hasOwn(RECIPES, name));
  await build();
  await ensurePackages(join(root, "tests"), "what the tests need");
  await ensurePackages(source, "bundlers for the tests");
  const { chromium: executablePath } = await ensureBrowser();
  await unpack();
  await typesOfOldAndNew();
  const { chromium } = createRequire(join(root, "tests", "package.json"))("playwright-core");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
  const failed = [];
  try {
    for (const name of asked.length ? asked : Object.keys(RECIPES)) {
      const started = Date.now();
      try {
        const said = await recipe(name, RECIPES[name], browser);
        console.log(`✓ ${name}: ${said} (${Math.round((Date.now() - started) / 1000)} s)`);
      } catch (error) {
        failed.push(name);
        console.error(`✗ ${name}: ${error.message}`);
      }
    }
  } finally {
    await browser.close();
  }
  if (failed.length) throw new Stop(`not green: ${failed.join(", ")}; what was built is in tests/matrix/work`);
  rmSync(work, { recursive: true, force: true });
}

/** The tarball as `npm install` would put it. */
async function unpack() {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  await show("npm", ["pack", "--silent", "--pack-destination", work]);
  const tarball = readdirSync(work).find((name) => name.endsWith(".tgz"));
  await show("tar", ["-xzf", join(work, tarball), "-C", unpacked, "--strip-components=1"]);
}

/** The declarations, by the oldest TypeScript that is promised and by a newer one. */
async function typesOfOldAndNew() {
  writeFileSync(
    join(work, "types.ts"),
    'import init, { decide, type Decision } from "kx-modifier/visit";\nimport { Desk } from "kx-modifier/desk";\nimport { KxChip } from "kx-modifier/widgets/chip";\nimport "kx-modifier/widgets/define";\nexport const all = [init, decide, Desk, KxChip];\nexport type { Decision };\n',
  );
  const lib = ["es2022", "dom", "dom.iterable"];
  const compilerOptions = { noEmit: true, strict: true, target: "es2022", module: "esnext", moduleResolution: "bundler", lib, types: [] };
  writeFileSync(join(work, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["types.ts"] }));
  for (const compiler of ["typescript-5.0", "typescript"]) await show(process.execPath, [join(installed, compiler, "bin", "tsc"), "-p", "."], { cwd: work });
}

/** Builds and opens one of them; gives what there is to say of it. */
async function recipe(name, given, browser) {
  const { opened, copies } = await import(join(source, "opened.mjs"));
  const folder = join(work, name);
  const snippets = snippetsOf(readFileSync(join(root, "docs", "bundlers.md"), "utf8")).filter(({ heading }) => heading === given.heading);
  if (given.heading && snippets.length === 0) throw new Stop(`docs/bundlers.md has no "${given.heading}"`);
  cpSync(join(source, "pages", given.pages), folder, { recursive: true });
  if (!existsSync(join(folder, "package.json"))) writeFileSync(join(folder, "package.json"), '{ "name": "app", "private": true, "type": "module" }\n');
  // By which some find where an application begins.
  writeFileSync(join(folder, "package-lock.json"), '{ "name": "app", "lockfileVersion": 3, "requires": true, "packages": {} }\n');
  // In a folder of its own, as an application has it: development servers serve nothing outside.
  cpSync(unpacked, join(folder, "node_modules", "kx-modifier"), { recursive: true });
  for (const [alias, real] of Object.entries(given.packages ?? {})) {
    symlinkSync(join(installed, real), join(folder, "node_modules", alias));
  }
  if (given.prepare) given.prepare(folder, snippets);
  else for (const { name: file, text } of snippets) if (file) writeFileSync(join(folder, file), text);
  const bin = (path) => [join(folder, "node_modules", path), join(installed, path), join(folder, path)].find(existsSync);
  const said = [];
  if (given.serve) {
    const modules = await whileServed(bin(given.serve[0]), given.serve.slice(1), folder, (address) => opened(browser, address));
    assert.equal(new Set(modules.filter((url) => LOADED.test(url))).size, 1, "modules that the development server was asked for");
    said.push("served");
  }
  if (given.build) {
    const [tool, ...args] = given.build;
    await step(`${name}: ${args.includes("build") || tool === "build.js" ? "build" : args.join(" ") || "build"}`, process.execPath, [bin(tool), ...args], {
      cwd: folder,
      env: { ...QUIET, NODE_ENV: "production" },
      timeout: 600_000,
      log: join(work, `${name}.log`),
    });
    const built = join(folder, given.built);
    if (given.page) cpSync(join(folder, "index.html"), join(built, "index.html"));
    const { loaders, modules, bytes } = copies(built);
    assert.deepEqual({ loaders, modules }, { loaders: 1, modules: given.inlined ? 0 : 1 }, "copies in what was built");
    const { server, address } = await serveFolder(built, 0);
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

/** A port that nobody has now. */
const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Runs a development server as long as `body` lasts. */
async function whileServed(tool, args, cwd, body) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/`;
  const child = spawn(process.execPath, [tool, ...args, String(port)], { cwd, env: { ...process.env, ...QUIET, NODE_ENV: "development" }, stdio: "ignore" });
  try {
    for (let tries = 0; ; tries++) {
      if (child.exitCode !== null || tries > 300) throw new Error("the development server does not answer");
      if (
        await fetch(address).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return await body(address);
  } finally {
    child.kill();
  }
}

await alone(import.meta, run);
