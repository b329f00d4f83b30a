// What the build and the tests need beyond Rust and Node. Each `ensure…` is quick where the tool is there, can be interrupted and
// run again, and says what to install where this script may not.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { ask, has, root, step, Stop } from "./run.mjs";

const TARGET = "wasm32-unknown-unknown";

/** Kept outside the clone, so that a second clone needs no second build of the tools. */
export const toolFolder = process.env.KX_TOOLS || join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "kx-modifier");

export function ensureNodeAndRust() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Stop(`Node ${process.versions.node} is too old: install Node 20.19 or later (nodejs.org)`);
  if (!has("cargo") || !has("rustc")) throw new Stop("Rust is missing: install it with rustup (rustup.rs), then run this again");
  const wanted = /^rust-version = "(.*)"$/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))[1];
  const found = /^rustc (\d+)\.(\d+)/.exec(ask("rustc", ["--version"]) ?? "");
  const [wantedMajor, wantedMinor] = wanted.split(".").map(Number);
  if (!found || Number(found[1]) < wantedMajor || (Number(found[1]) === wantedMajor && Number(found[2]) < wantedMinor)) {
    throw new Stop(`rustc ${wanted} or later is needed${found ? `, this is ${found[1]}.${found[2]}` : ""}: run \`rustup update stable\``);
  }
}

/** `npm ci` in a folder, left out where the lock file is the one that was installed. */
export async function ensurePackages(folder, label) {
  const lock = join(folder, "package-lock.json");
  const stamp = join(folder, "node_modules", ".installed-lock");
  const wanted = createHash("sha256").update(readFileSync(lock)).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  // A plain `npm ci` by hand leaves no stamp but the same tree; asking npm is quicker than installing again.
  const complete = existsSync(join(folder, "node_modules", ".package-lock.json")) && ask("npm", ["ls", "--all", "--silent"], { cwd: folder }) !== null;
  if (!complete) await step(`Installing ${label} (npm ci)`, "npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, timeout: 900_000 });
  writeFileSync(stamp, wanted);
}

// ---------------------------------------------------------------- Rust for wasm

const asRoot = () => (process.getuid?.() === 0 ? [] : ["sudo", "-n"]);
const mayInstall = () => process.getuid?.() === 0 || (has("sudo") && ask("sudo", ["-n", "true"]) !== null);

/** Debian's package manager, with every question answered; a `Stop` that says what to install where it may not be called. */
export async function aptInstall(packages, purpose) {
  const list = packages.join(" ");
  if (!has("apt-get")) throw new Stop(`${purpose}: please install what your system calls ${list}`);
  if (!mayInstall()) throw new Stop(`${purpose}: run \`sudo apt-get install ${list}\`, then run this again`);
  const [command, ...before] = [...asRoot(), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
  await step(`Reading Debian's package lists, for ${list}`, command, [...before, "update"], { timeout: 300_000 });
  await step(`Installing ${list} with apt-get`, command, [...before, "install", "-y", "--no-install-recommends", ...packages], { timeout: 1_200_000 });
}

const hasStandardLibrary = (folder) => {
  const files = folder && existsSync(folder) ? readdirSync(folder) : [];
  return ["libstd-", "libtest-", "libpanic_abort-"].every((start) => files.some((name) => name.startsWith(start)));
};

const DEBIAN = { rustc: "/usr/bin/rustc", cargo: "/usr/bin/cargo", library: `/usr/lib/rustlib/${TARGET}/lib` };
const debianStamp = join(DEBIAN.library, "built-with");
const debianVersion = () => (existsSync(DEBIAN.rustc) && existsSync(DEBIAN.cargo) ? ask(DEBIAN.rustc, ["-vV"]) : null);
// A rustc that is upgraded refuses the library its forerunner built, so the library says who built it.
const debianReady = () => {
  const version = debianVersion();
  return version !== null && hasStandardLibrary(DEBIAN.library) && existsSync(debianStamp) && readFileSync(debianStamp, "utf8") === version;
};
const throughDebian = {
  command: DEBIAN.cargo,
  rustc: DEBIAN.rustc,
  env: { RUSTC: DEBIAN.rustc, RUSTDOC: "/usr/bin/rustdoc", CARGO_TARGET_DIR: join(root, "target", "debian") },
};

const ordinary = { command: "cargo", rustc: "rustc", env: {} };
const targetLibrary = () => ask("rustc", ["--print", "target-libdir", "--target", TARGET]);

/** The cargo that can build for wasm32 as things are; null where something has to be installed first. */
function readyWasmCargo() {
  if (hasStandardLibrary(targetLibrary())) return ordinary;
  return debianReady() ? throughDebian : null;
}

/** The cargo that can build for wasm32: rustup's own where it has the target, else Debian's with a library built here. */
export async function ensureWasmCargo() {
  const ready = readyWasmCargo();
  if (ready) return ready;
  if (has("rustup")) {
    try {
      await step(`Adding the ${TARGET} target with rustup (at most 20 s)`, "rustup", ["target", "add", TARGET], { timeout: 20_000 });
      if (hasStandardLibrary(targetLibrary())) return ordinary;
    } catch {
      console.log("  rustup could not download it; going on with Debian's Rust");
    }
  }
  if (!has("apt-get"))
    throw new Stop(`Rust's ${TARGET} target is missing: run \`rustup target add ${TARGET}\`, or install your system's package for it, then run this again`);
  if (debianVersion() === null || !existsSync("/usr/lib/rustlib/src") || !hasWasmLinker()) {
    await aptInstall(["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"], `Rust's ${TARGET} target is missing and rustup cannot download it`);
  }
  await buildStandardLibrary();
  return throughDebian;
}

const hasWasmLinker = () =>
  ["rust-lld", "wasm-ld", "wasm-ld-22"].some((name) => has(name) || existsSync(`/usr/lib/rustlib/x86_64-unknown-linux-gnu/bin/${name}`));

/** The standard library's source, for a toolchain that is to build it its own way: where it lies in the folder of its compiler. */
const hasStandardSource = (rustc) =>
  existsSync(join(ask(rustc, ["--print", "sysroot"]) ?? "", "lib", "rustlib", "src", "rust", "library", "std", "Cargo.toml"));

/** Whether `cargo` can build the standard library itself. rustup is asked for the source; Debian's Rust came with it. */
export async function ensureStandardSource(cargo) {
  if (hasStandardSource(cargo.rustc)) return true;
  if (cargo !== ordinary || !has("rustup")) return false;
  try {
    await step("Adding the source of Rust's standard library with rustup (at most 30 s)", "rustup", ["component", "add", "rust-src"], { timeout: 30_000 });
  } catch {
    console.log("  rustup could not download it");
  }
  return hasStandardSource(cargo.rustc);
}

/** What a module depends on beside the repository's files: the compiler that builds it, and whether that has the library's source. */
export function wasmToolchain() {
  const cargo = readyWasmCargo();
  return cargo ? `${ask(cargo.rustc, ["-vV"])}\n${hasStandardSource(cargo.rustc) ? "with" : "without"} source` : "none";
}

/** Debian ships the standard library as source only. It is built from an empty crate, and copied in one go when it is whole. */
async function buildStandardLibrary() {
  const work = mkdtempSync(join(tmpdir(), "kx-wasm-std-"));
  try {
    mkdirSync(join(work, "src"));
    writeFileSync(join(work, "Cargo.toml"), '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n[lib]\n');
    writeFileSync(join(work, "src", "lib.rs"), "");
    // Without the bitcode `lto = true` fails later; without `test` no wasm test can be linked.
    await step(
      "Building Rust's standard library for wasm, once (about a minute)",
      DEBIAN.cargo,
      ["build", "--release", "-Zbuild-std=std,panic_abort,test", "--target", TARGET],
      {
        cwd: work,
        timeout: 1_200_000,
        env: { RUSTFLAGS: "-Cembed-bitcode=yes", RUSTC: DEBIAN.rustc, RUSTC_BOOTSTRAP: "1", CARGO_TARGET_DIR: join(work, "target") },
      },
    );
    const built = join(work, "target", TARGET, "release", "deps");
    const fresh = join(work, "lib");
    mkdirSync(fresh);
    for (const name of readdirSync(built)) {
      if (name.endsWith(".rlib") && !name.startsWith("libempty-")) copyFileSync(join(built, name), join(fresh, name));
    }
    writeFileSync(join(fresh, "built-with"), debianVersion());
    const script = 'set -e; mkdir -p "$(dirname "$1")"; rm -rf "$1.new"; cp -r "$0" "$1.new"; chmod -R a+rX "$1.new"; rm -rf "$1"; mv "$1.new" "$1"';
    const [command, ...args] = [...asRoot(), "sh", "-c", script, fresh, DEBIAN.library];
    if (!mayInstall()) throw new Stop(`${DEBIAN.library} cannot be written: run this once as root, or with password-less sudo`);
    await step(`Copying it to ${DEBIAN.library}`, command, args);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** How cargo builds a tool of one version, and what makes it the tool's folder: it is there whole or not at all. */
export function cargoBuild(name, version, folder, options = []) {
  const partial = `${folder}.part`;
  mkdirSync(partial, { recursive: true });
  return {
    // Without --locked: a tool's lock file may name versions that a mirror does not have yet. The target folder stays, so that an
    // interrupted build goes on where it was.
    args: ["install", name, "--version", version, "--root", partial, "--force", ...options],
    env: { CARGO_TARGET_DIR: join(partial, "target") },
    finish() {
      rmSync(join(partial, "target"), { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
      renameSync(partial, folder);
    },
  };
}

export async function cargoInstall(name, version, folder, duration, options) {
  const { args, env, finish } = cargoBuild(name, version, folder, options);
  await step(`Building ${name} ${version}, once (${duration})`, "cargo", args, {
    timeout: 5_400_000,
    // Unoptimized: built in a third of the time, and what such a tool does here takes under a second either way.
    env: { ...env, CARGO_PROFILE_RELEASE_OPT_LEVEL: "0" },
  });
  finish();
}

// ---------------------------------------------------------------- wasm-bindgen

/** Folder with `wasm-bindgen` and `wasm-bindgen-test-runner` of exactly the version in Cargo.lock; any other version refuses the module. */
export async function ensureWasmBindgen() {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const version = /name = "wasm-bindgen"\nversion = "(.*)"/.exec(lock)[1];
  const right = (command) => ask(command, ["--version"]) === `wasm-bindgen ${version}`;
  const folder = join(toolFolder, `wasm-bindgen-${version}`);
  if (right(join(folder, "bin", "wasm-bindgen"))) return join(folder, "bin");
  if (right("wasm-bindgen") && has("wasm-bindgen-test-runner")) return "";
  // Without what fetches drivers by https: the browser's is given.
  await cargoInstall("wasm-bindgen-cli", version, folder, "about 2 minutes", [
    "--no-default-features",
    ...["wasm-bindgen", "wasm-bindgen-test-runner"].flatMap((name) => ["--bin", name]),
  ]);
  return join(folder, "bin");
}

// ---------------------------------------------------------------- a browser, for the tests only

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

/** For what is walked in a second browser. */
export async function ensureFirefox() {
  const find = () => process.env.FIREFOX || ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find((path) => existsSync(path));
  if (!find()) await aptInstall(["firefox-esr"], "The tests walk through the screen in Firefox too (or name yours with FIREFOX)");
  const firefox = find();
  if (!firefox) throw new Stop("Firefox was not found: install it, or name it with FIREFOX");
  return firefox;
}

/** Where Debian keeps WebKit's own small browser: beside the library, in a folder of the machine's kind. */
function miniBrowser() {
  const folders = existsSync("/usr/lib") ? readdirSync("/usr/lib") : [];
  return folders.flatMap((folder) => ["webkitgtk-6.0", "webkit2gtk-4.1"].map((version) => join("/usr/lib", folder, version, "MiniBrowser"))).find(existsSync);
}

/** The engine of Safari, and its driver. It has no mode without a screen, so it gets one that nobody sees. */
export async function ensureWebKit() {
  const find = () => ({ driver: "/usr/bin/WebKitWebDriver", browser: miniBrowser() });
  const missing = () => !existsSync(find().driver) || !find().browser || !has("Xvfb") || !has("xvfb-run");
  if (missing()) await aptInstall(["webkit2gtk-driver", "xvfb", "xauth"], "The tests walk through the screen in WebKit, with WebKitGTK's driver and Xvfb");
  if (missing()) throw new Stop("WebKitGTK's driver, its MiniBrowser or Xvfb was not found");
  return find();
}

/** Paths of Chromium and its driver. `CHROMIUM` and `CHROMEDRIVER` name others. */
export async function ensureBrowser() {
  const find = () => ({
    chromium: process.env.CHROMIUM || BROWSERS.find((path) => existsSync(path)),
    chromedriver: process.env.CHROMEDRIVER || (has("chromedriver") ? ask("sh", ["-c", "command -v chromedriver"]) : undefined),
  });
  let found = find();
  if (!found.chromium || !found.chromedriver) {
    await aptInstall(["chromium", "chromium-driver"], "The tests drive a real browser (or name yours with CHROMIUM and CHROMEDRIVER)");
    found = find();
  }
  if (!found.chromium || !found.chromedriver)
    throw new Stop("Chromium and chromedriver were not found: install them, or name them with CHROMIUM and CHROMEDRIVER");
  return found;
}

const SHELL = "chromium-headless-shell";

/** Chromium without the window that nobody sees: the same pages, for two thirds of the time. Chromium itself where a system has none. */
export async function ensureHeadless() {
  const { chromium } = await ensureBrowser();
  const path = `/usr/bin/${SHELL}`;
  if (process.env.CHROMIUM || existsSync(path)) return process.env.CHROMIUM || path;
  if (!chromium.startsWith("/usr/bin/chromium") || !ask("apt-cache", ["show", SHELL]) || !mayInstall()) return chromium;
  try {
    await aptInstall([SHELL], "The tests run many pages in a browser without a window");
  } catch {
    console.log("  it could not be installed; going on with Chromium");
  }
  return existsSync(path) ? path : chromium;
}

// ---------------------------------------------------------------- Python packages, for the tests only

/** What judges FHIR resources and CDS Hooks answers. */
export const VALIDATORS = join(root, "tests", "fhir", "requirements.txt");

/** A Python that has the packages of a requirements file, in an environment of its own which is there whole or not at all. */
export async function ensurePython(requirements, label = "what judges FHIR resources and CDS Hooks answers") {
  if (!has("python3")) await aptInstall(["python3", "python3-venv"], `Python 3.10 or later is missing, for ${label}`);
  const wanted = createHash("sha256")
    .update(readFileSync(requirements))
    .update(ask("python3", ["--version"]) ?? "")
    .digest("hex")
    .slice(0, 12);
  const folder = join(toolFolder, `python-${wanted}`);
  if (existsSync(folder)) return join(folder, "bin", "python");
  const partial = `${folder}.part`;
  const create = () => {
    rmSync(partial, { recursive: true, force: true });
    // Slow on a busy machine, and no reason to install anything.
    return ask("python3", ["-m", "venv", partial], { timeout: 600_000 }) !== null;
  };
  // Debian's Python comes without what makes environments.
  if (!create()) {
    await aptInstall(["python3-venv"], `Python cannot make an environment of its own, for ${label}`);
    if (!create()) throw new Stop("`python3 -m venv` fails: install Python 3.10 or later with its venv module, then run this again");
  }
  await step(
    `Installing ${label} (pip)`,
    join(partial, "bin", "python"),
    ["-m", "pip", "install", "--disable-pip-version-check", "--no-deps", "--requirement", requirements],
    { timeout: 900_000 },
  );
  renameSync(partial, folder);
  return join(folder, "bin", "python");
}

// ---------------------------------------------------------------- fuzzing, for the tests only

const CARGO_FUZZ = "0.13.2";

/** How to call cargo-fuzz. Without a sanitizer, which safe Rust has little use for, the stable compiler will do. */
export async function ensureCargoFuzz() {
  if (!["c++", "g++", "clang++"].some(has)) await aptInstall(["g++"], "libFuzzer is C++");
  const folder = join(toolFolder, `cargo-fuzz-${CARGO_FUZZ}`);
  const binary = join(folder, "bin", "cargo-fuzz");
  if (ask(binary, ["--version"]) !== `cargo-fuzz ${CARGO_FUZZ}`) {
    await cargoInstall("cargo-fuzz", CARGO_FUZZ, folder, "about a minute");
  }
  return { command: binary, env: { RUSTC_BOOTSTRAP: "1" } };
}
