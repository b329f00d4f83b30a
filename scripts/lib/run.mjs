// Running other programs with one line of progress per step. No dependencies: this runs before `npm ci` has.
import { spawn, spawnSync } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** A condition that the person at the keyboard has to put right; printed without a stack. */
export class Stop extends Error {}

/** A check that could not be made here, for a reason that says nothing about the project: named at the end, and no failure. */
export class LeftOut extends Error {
  constructor(why, how) {
    super(`${why}: ${how}`);
    this.why = why;
  }
}

/** Ends the script with what to do about it, and never with a bare stack for a `Stop`. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Stop || error instanceof LeftOut ? `\n✗ ${error.message}\n` : error);
    process.exit(1);
  }
}

export function has(command) {
  return spawnSync("sh", ["-c", `command -v "$0"`, command], { stdio: "ignore" }).status === 0;
}

/** Standard output of a short command, or null where it fails. */
export function ask(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, encoding: "utf8", timeout: 60_000, stdio: ["ignore", "pipe", "ignore"], ...options });
  return result.status === 0 ? result.stdout.trim() : null;
}

/** How long after its end the rest of what a command printed is waited for. */
const PIPES_CLOSE = 5_000;

const children = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
    process.exit(130);
  });
}

/** Runs a command with its output shown. */
export function show(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], ...options });
    children.add(child);
    child.on("error", (error) => {
      children.delete(child);
      reject(new Stop(`\`${command}\` could not be started: ${error.message}`));
    });
    child.on("exit", (code, signal) => {
      children.delete(child);
      code === 0 ? resolve() : reject(new Stop(`\`${command} ${args.join(" ")}\` ended with ${signal ?? code}`));
    });
  });
}

/** Runs a command and gives all that it said, in its order, and how it ended. */
export function collect(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], ...options });
    children.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      children.delete(child);
      resolve({ status: code ?? signal, output });
    });
  });
}

/**
 * One step of set-up: says what is being waited for, goes on saying so while it lasts, keeps the command's own output in a log
 * and shows the end of that log only where the step fails. A `quiet` one says nothing unless it fails. Gives the end of what it printed.
 */
export async function step(label, command, args, { timeout, log, env, cwd = root, quiet = false } = {}) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  if (!quiet) console.log(`• ${label} …`);
  const file = log ?? join(root, "target", "setup.log");
  mkdirSync(dirname(file), { recursive: true });
  const out = createWriteStream(file, { flags: "a" });
  let tail = "";
  let printed = "";
  let last = "";
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"], detached: process.platform !== "win32" });
  children.add(child);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text) => {
      out.write(text);
      tail = (tail + text).slice(-4000);
      if (stream === child.stdout) printed = (printed + text).slice(-4000);
      last = text.trim().split("\n").pop()?.slice(0, 90) ?? last;
    });
  }
  const beat = quiet ? undefined : setInterval(() => console.log(`  … ${seconds()}, still at it: ${last || label}`), 20_000);
  const kill = () => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      child.kill("SIGKILL");
    }
  };
  let timedOut = false;
  const timer =
    timeout &&
    setTimeout(() => {
      timedOut = true;
      kill();
    }, timeout);
  const status = await new Promise((resolve) => {
    child.on("error", (error) => {
      tail += error.message;
      resolve(-1);
    });
    // What it printed may arrive after it has ended. What it left running may hold its pipes open for ever, and is not waited for long.
    child.on("exit", (code) => {
      const give = () => resolve(code ?? -1);
      child.once("close", give);
      setTimeout(give, PIPES_CLOSE).unref();
    });
  });
  children.delete(child);
  clearInterval(beat);
  clearTimeout(timer);
  out.end();
  if (status === 0) {
    if (!quiet) console.log(`  done in ${seconds()}: ${label}`);
    return printed;
  }
  const why = timedOut ? `took longer than ${timeout / 1000} s` : `ended with ${status}`;
  const error = new Stop(`${label}: ${why}\n${tail.trim().split("\n").slice(-25).join("\n")}`);
  error.timedOut = timedOut;
  throw error;
}
