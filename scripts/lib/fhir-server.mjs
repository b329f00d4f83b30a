// The FHIR server that the tests talk to. Building it takes about half an hour, so it is done where it is asked for, in the background and at low priority.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { LeftOut, root, Stop } from "./run.mjs";
import { cargoBuild, cargoInstall, toolFolder } from "./tools.mjs";

const NAME = "helios-hfs";
const VERSION = "0.2.7";
const OPTIONS = ["--no-default-features", "--features", "R4,sqlite"];
const folder = join(toolFolder, `${NAME}-${VERSION}`);
const binary = join(folder, "bin", "hfs");
const log = join(root, "target", "fhir-server.log");
const HOW = "run `node scripts/check/fhir.mjs` alone, which builds it and waits, or name a binary of helios-hfs with KX_FHIR_SERVER";

/** The build that runs in the background: when it ends, and why it failed, or null. */
let background = null;

function found() {
  const named = process.env.KX_FHIR_SERVER;
  if (named && !existsSync(named)) throw new Stop(`KX_FHIR_SERVER names ${named}, which is not there`);
  return named || (existsSync(binary) ? binary : null);
}

export const hasFhirServer = () => found() !== null;

/** Starts building where the server is missing. Whatever ends this process ends the build; the next one goes on where it was. */
export function beginFhirServer() {
  if (found()) return;
  console.log(`• Building the FHIR server ${NAME} ${VERSION} in the background, once (about half an hour; ${log}) …`);
  const { args, env, finish } = cargoBuild(NAME, VERSION, folder, OPTIONS);
  mkdirSync(join(root, "target"), { recursive: true });
  const out = openSync(log, "w");
  // A group of its own, so that the compilers end with cargo.
  const child = spawn("cargo", args, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", out, out], detached: process.platform !== "win32" });
  const kill = () => {
    try {
      process.kill(-child.pid, "SIGTERM");
    } catch {
      child.kill();
    }
  };
  process.once("exit", kill);
  if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  child.unref();
  const started = Date.now();
  const beat = setInterval(() => console.log(`  … the FHIR server is being built in the background (${minutes(started)} min): ${lastLine()}`), 120_000);
  beat.unref();
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code) => resolve(code === 0 ? null : `cargo ended with ${code}: ${lastLine()}`));
  }).then((problem) => {
    clearInterval(beat);
    process.off("exit", kill);
    if (problem === null) finish();
    console.log(problem === null ? `  the FHIR server is built (${minutes(started)} min)` : `  the FHIR server could not be built: ${problem} (${log})`);
    return problem;
  });
  background = { ended, started };
}

const minutes = (since) => Math.round((Date.now() - since) / 60_000);
const lastLine = () => (existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").pop().trim().slice(0, 90) : "");

/** The server's binary. Waits for the build in the background, until `deadline`; without one, builds it here and now. */
export async function ensureFhirServer(deadline = Infinity) {
  const ready = found();
  if (ready && !background) return ready;
  if (!background) {
    await cargoInstall(NAME, VERSION, folder, "about half an hour", OPTIONS);
    return binary;
  }
  const beat = setInterval(
    () => console.log(`  … waiting for the FHIR server, for at most ${Math.max(0, Math.ceil((deadline - Date.now()) / 60_000))} min more: ${lastLine()}`),
    30_000,
  );
  const late = Symbol("late");
  let timer;
  const time = new Promise((resolve) => {
    timer = setTimeout(resolve, Math.max(0, deadline - Date.now()), late);
  });
  const problem = await Promise.race([background.ended, time]);
  clearInterval(beat);
  clearTimeout(timer);
  if (problem === late)
    throw new LeftOut(`the FHIR server is not built yet after ${minutes(background.started)} min`, `the next \`npm test\` goes on building it; or ${HOW}`);
  if (problem !== null) throw new LeftOut("the FHIR server could not be built here", `${problem}; see ${log}, or ${HOW}`);
  return binary;
}
