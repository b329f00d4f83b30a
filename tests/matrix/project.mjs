// An application that has the tarball installed, and what runs in it.
import { spawn } from "node:child_process";
import { cpSync, existsSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { step } from "../../scripts/lib/run.mjs";

/** No row tells anybody that it runs, or looks for something newer. */
export const QUIET = {
  CI: "1",
  DENO_NO_UPDATE_CHECK: "1",
  DO_NOT_TRACK: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  NG_CLI_ANALYTICS: "false",
  PARCEL_WORKERS: "1",
};

/** Copies a project of `projects/` and installs the tarball into it. `packages`: under which name something else is asked for. */
export function installInto({ folder, unpacked, installed }, project, packages = {}) {
  cpSync(new URL(`projects/${project}`, import.meta.url), folder, { recursive: true });
  // What all ask, beside what asks it, and the page of those that have none of their own.
  const shared = (name) => new URL(`projects/shared/${name}`, import.meta.url);
  for (const place of ["", "app", "src"].map((inner) => join(folder, inner)).filter(existsSync)) cpSync(shared("request.js"), join(place, "request.js"));
  if (existsSync(join(folder, "main.js"))) cpSync(shared("index.html"), join(folder, "index.html"));
  if (!existsSync(join(folder, "package.json"))) writeFileSync(join(folder, "package.json"), '{ "name": "app", "private": true, "type": "module" }\n');
  // By which some find where an application begins.
  writeFileSync(join(folder, "package-lock.json"), '{ "name": "app", "lockfileVersion": 3, "requires": true, "packages": {} }\n');
  // In a folder of its own, as an application has it: development servers serve nothing outside.
  cpSync(unpacked, join(folder, "node_modules", "kx-modifier"), { recursive: true });
  for (const [alias, real] of Object.entries(packages)) symlinkSync(join(installed, real), join(folder, "node_modules", alias));
}

/** Runs a command in the project; gives the end of what it printed, and shows it where it fails. */
export const runIn = ({ name, folder, work }, command, args, env = {}) =>
  step(`${name}: ${args.slice(-2).join(" ")}`, command, args, {
    cwd: folder,
    env: { ...QUIET, ...env },
    timeout: 600_000,
    log: join(work, `${name}.log`),
    quiet: true,
  });

/** A port that nobody has now. */
export const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Runs a server as long as `body` lasts. `command` is told the port. */
export async function whileServed(command, { cwd, env = {}, path = "" }, body) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/`;
  const [tool, ...args] = command(String(port));
  const child = spawn(tool, args, { cwd, env: { ...process.env, ...QUIET, ...env, PORT: String(port), HOST: "127.0.0.1" }, stdio: "ignore" });
  let wrong = null;
  child.on("error", (error) => {
    wrong = error;
  });
  try {
    for (let tries = 0; ; tries++) {
      if (wrong || child.exitCode !== null || tries > 600) throw new Error(`${tool} does not answer${wrong ? `: ${wrong.message}` : ""}`);
      const answers = await fetch(address + path).then(
        ({ ok }) => ok,
        () => false,
      );
      if (answers) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return await body(address);
  } finally {
    child.kill();
  }
}
