// The runtimes beside a browser, each in the ways that it loads a package. Their binaries come as npm packages.
import assert from "node:assert/strict";
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { ask, LeftOut } from "../../../scripts/lib/run.mjs";
import { installInto, runIn } from "../project.mjs";

/** Runs every way of loading; each prints the modifiers and how many modules were compiled. */
async function inEach(row, binary, ways, env = {}) {
  const version = existsSync(binary) ? ask(binary, ["--version"]) : null;
  if (version === null)
    throw new LeftOut("no such runtime here", `${row.name} has no binary for ${process.platform} on ${process.arch}, or npm did not install it`);
  installInto(row, "runtime");
  cpSync(new URL("../counted.js", import.meta.url), join(row.folder, "counted.js"));
  for (const [way, args] of Object.entries(ways)) {
    const printed = await runIn(row, binary, args, env);
    assert.equal(printed.trim(), "GP KX 1", way);
  }
  return `${version.split("\n")[0]}: ${Object.keys(ways).join(", ")}`;
}

/** npm has binaries of Node for the usual servers; elsewhere the one that runs this stands for its own version. */
function nodeOf(major, installed) {
  const binary = join(installed, `node-${major}`, "bin", "node");
  return !existsSync(binary) && process.versions.node.startsWith(`${major}.`) ? process.execPath : binary;
}

const node = (major, permission) => (row) =>
  inEach(row, nodeOf(major, row.installed), {
    import: ["import.js"],
    file: ["file.js"],
    require: ["--no-warnings", "require.cjs"],
    worker: ["thread.js"],
    permission: ["--no-warnings", permission, `--allow-fs-read=${row.folder}/*`, "file.js"],
  });

export const RUNTIMES = {
  "node-20": node(20, "--experimental-permission"),
  "node-22": node(22, "--permission"),
  "node-24": node(24, "--permission"),
  deno: (row) => {
    const run = ["run", "--quiet", "--node-modules-dir=manual", `--allow-read=${row.folder}`];
    return inEach(
      row,
      join(row.installed, ".bin", "deno"),
      { import: [...run, "import.js"], file: [...run, "file.js"], worker: [...run, "worker.js"] },
      { DENO_DIR: join(row.work, "deno") },
    );
  },
  bun: (row) =>
    inEach(row, join(row.installed, ".bin", "bun"), {
      import: ["import.js"],
      file: ["file.js"],
      require: ["require.cjs"],
      thread: ["thread.js"],
      worker: ["worker.js"],
    }),
};
