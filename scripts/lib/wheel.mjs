// The Python wheel: what builds it, and an environment that has nothing else.
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { LINTED } from "./linted.mjs";
import { ask, root, step, Stop } from "./run.mjs";
import { wheelSbom, written } from "./sbom.mjs";
import { ensurePython } from "./tools.mjs";
import { withoutMachine } from "./wasm.mjs";

/** What builds and judges the wheel. */
export const WHEEL = join(root, "python", "requirements.txt");
export const WHEEL_LABEL = "what builds the Python wheel";

/** Spark itself, and what it needs; delta-rs, since the jar of Spark's own Delta is not at PyPI. */
export const ensureSpark = () => ensurePython(join(root, "warehouse", "requirements.txt"), "Apache Spark from PyPI (about 500 MB)");

/** What is packed says when it was committed, and not when it was built. */
export const committed = () => process.env.SOURCE_DATE_EPOCH ?? ask("git", ["log", "-1", "--format=%ct"]) ?? "315532800";

/** The wheel's sources with the crate below them. Cargo names a crate outside of its workspace by its whole path, and that name is in the order
 *  of what it compiles: where the clone lies would be seen in the bytes. */
function gathered() {
  const folder = join(root, "target", "wheel-source");
  rmSync(folder, { recursive: true, force: true });
  // With their times, so that cargo sees what has changed.
  const copy = (from, to) => cpSync(from, to, { recursive: true, preserveTimestamps: true });
  const wheel = ["Cargo.lock", "README.md", "THIRD-PARTY-NOTICES.md", "kx_modifier", "pyproject.toml", "src"];
  for (const name of wheel) copy(join(root, "python", name), join(folder, name));
  for (const name of ["Cargo.toml", "build", "data", "src"]) copy(join(root, name), join(folder, "core", name));
  rmSync(join(folder, "kx_modifier", "__pycache__"), { recursive: true, force: true });
  const manifest = readFileSync(join(root, "python", "Cargo.toml"), "utf8");
  const moved = manifest.replace('path = ".."', 'path = "core"').replace("[workspace]", '[workspace]\nexclude = ["core"]');
  if (moved.split("core").length !== manifest.split("core").length + 2)
    throw new Stop("python/Cargo.toml names the crate in another way: see scripts/lib/wheel.mjs");
  writeFileSync(join(folder, "Cargo.toml"), moved);
  // maturin's own bill of materials names the folders of the machine; ours goes in its place.
  writeFileSync(join(folder, "kx-modifier.cdx.json"), written(wheelSbom()));
  return folder;
}

/** A quarter of the work for the compiler, which lints too, and the same checks of sums: for tests, which are of what it says and not of how
 *  soon. */
const QUICK = { CARGO_PROFILE_RELEASE_LTO: "off", CARGO_PROFILE_RELEASE_OPT_LEVEL: "0", CARGO_PROFILE_RELEASE_CODEGEN_UNITS: "16", ...LINTED };

/** Builds the wheel, and puts it into `folder` alone; gives its path. `quick`: not as it is shipped. */
export async function buildWheel(python, folder, { quick = false } = {}) {
  mkdirSync(join(root, "target"), { recursive: true });
  const made = mkdtempSync(join(root, "target", "wheel-"));
  const source = gathered();
  const manifest = join(source, "Cargo.toml");
  const flags = withoutMachine({ command: "cargo", rustc: "rustc", env: {} }, ["--locked", "--manifest-path", manifest]);
  const env = {
    CARGO_TARGET_DIR: join(root, "target", "python"),
    CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f"),
    SOURCE_DATE_EPOCH: committed(),
    ...(quick && QUICK),
  };
  const options = [
    "--release",
    "--locked",
    "--interpreter",
    python,
    "--manifest-path",
    manifest,
    "--sbom-include",
    join(source, "kx-modifier.cdx.json"),
    "--out",
    made,
  ];
  try {
    // Cargo knows what has changed; where nothing has, this is over in seconds.
    const label = "Building the Python wheel (a few minutes the first time)";
    await step(label, python, ["-m", "maturin", "build", ...options], { env, timeout: 2_400_000 });
    const [name, ...more] = readdirSync(made).filter((file) => file.endsWith(".whl"));
    if (!name || more.length > 0) throw new Stop(`maturin made ${[name, ...more].join(", ") || "no wheel"}`);
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(made, name), join(folder, name));
    return join(folder, name);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** The wheel of the jobs, which are Python alone. */
export async function buildJobs(python, folder) {
  mkdirSync(folder, { recursive: true });
  await step("Building the wheel of the jobs", python, ["-m", "hatchling", "build", "-t", "wheel", "-d", folder], {
    cwd: join(root, "warehouse"),
    env: { SOURCE_DATE_EPOCH: committed() },
  });
  const name = readdirSync(folder).find((file) => file.startsWith("kx_warehouse-"));
  if (!name) throw new Stop("hatchling made no wheel");
  return join(folder, name);
}

/** An environment with these wheels and nothing else, not even pip; gives its Python, and the folder that the packages are in. */
export async function cleanEnvironment(python, folder, wheels) {
  await step("Making a clean environment", python, ["-m", "venv", "--without-pip", folder], { timeout: 600_000 });
  const own = join(folder, "bin", "python");
  const pip = ["-m", "pip", "--python", own, "install", "--quiet", "--disable-pip-version-check", "--no-index", "--no-deps", "--force-reinstall"];
  await step(`Installing ${wheels.map((wheel) => basename(wheel)).join(" and ")}`, python, [...pip, ...wheels], { timeout: 600_000 });
  const packages = ask(own, ["-c", "import sysconfig; print(sysconfig.get_path('platlib'))"]);
  if (packages === null) throw new Stop(`${own} cannot be started`);
  return { python: own, packages };
}
