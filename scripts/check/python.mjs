// The Python wheel, as a user gets it: linted, built, installed into a clean environment, called, read by a type checker, and held against its
// twins byte by byte. With KX_SHIPPED it is compiled as it is shipped, which takes four times as long: CI and the release do.
import { mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { alone, root, show, Stop } from "../lib/check.mjs";
import { build } from "../build.mjs";
import { ensureLints, LINTED } from "../lib/linted.mjs";
import { ensurePackages, ensurePython } from "../lib/tools.mjs";
import { isWritten } from "../python-answers.mjs";
import { buildWheel, cleanEnvironment, WHEEL, WHEEL_LABEL } from "../lib/wheel.mjs";

/** Lines for the twins; many more are a matter of `node tests/twins/compare.mjs 100000 PYTHON --release`. */
const LINES = 5000;

/** Without Arrow's library, which is asked for only where columns are. */
const ALONE = `
import kx_modifier as kx, sys
assert kx.thresholds({"date": "2026-09-14"})["OT"]["label"] == "$2,480.00 Medicare Threshold Remaining (OT)"
assert "pyarrow" not in sys.modules
print("kx-modifier", kx.__version__, "rules", kx.versions()["rules"], "in a clean environment")`;

/** Nothing in the wheel says where it was built. */
const NAMELESS = `
import sys, zipfile
wheel, *folders = sys.argv[1:]
with zipfile.ZipFile(wheel) as files:
    found = [f"{name}: {folder}" for name in files.namelist() for folder in folders if folder.encode() in files.read(name)]
    assert any(name.endswith("THIRD-PARTY-NOTICES.md") for name in files.namelist()), "the wheel has no notices"
    assert any(name.endswith(".cdx.json") for name in files.namelist()), "the wheel has no bill of materials"
sys.exit("; ".join(found) or None)`;

async function lintWheel() {
  const env = { ...process.env, CARGO_TARGET_DIR: join(root, "target", "python") };
  await show("cargo", ["clippy", "--quiet", "--locked", "--manifest-path", join(root, "python", "Cargo.toml"), "--", "-D", "warnings"], { env });
}

export const label = "the Python wheel";
export async function run() {
  await build();
  await ensurePackages(join(root, "tests"), "what the tests need");
  if (!(await isWritten())) throw new Stop("python/kx_modifier/answers.py is not what the declarations say: run `node scripts/python-answers.mjs`");
  const python = await ensurePython(WHEEL, WHEEL_LABEL);
  const quick = !process.env.KX_SHIPPED;
  ensureLints();
  // What ships is not compiled by Clippy's compiler, so it is linted by itself.
  if (!quick) await lintWheel();
  const work = mkdtempSync(join(tmpdir(), "kx-wheel-"));
  try {
    const wheel = await buildWheel(python, work, { quick });
    const cargo = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
    await show(python, ["-c", NAMELESS, wheel, root, cargo, join(homedir(), ".rustup")]);
    const clean = await cleanEnvironment(python, join(work, "clean"), [wheel]);
    await show(clean.python, ["-c", ALONE]);
    // The wheel of the clean environment, with what judges it from the tools' own.
    const env = { ...process.env, PYTHONPATH: clean.packages, PYTHONDONTWRITEBYTECODE: "1" };
    const folder = join(root, "python");
    const pytest = ["-m", "pytest", "-q", "-p", "no:cacheprovider"];
    // Not from the folder of the source, which would be found first.
    await show(python, [...pytest, join(folder, "tests")], { cwd: work, env });
    await show(python, [...pytest, "--doctest-modules", "--pyargs", "kx_modifier"], { cwd: work, env });
    await show(python, [...pytest, "--doctest-glob=README.md", join(folder, "README.md")], { cwd: work, env });
    const mypy = ["-m", "mypy", "--strict", "--cache-dir", join(root, "target", "mypy")];
    await show(python, [...mypy, join(clean.packages, "kx_modifier"), join(folder, "tests", "example.py")], {
      cwd: work,
      env: { ...env, MYPYPATH: clean.packages },
    });
    // The crate's own lines from what the Rust tests have compiled.
    console.log(`${LINES.toLocaleString("en-US")} lines, some of them bad, through every way in:`);
    await show(process.execPath, [join(root, "tests", "twins", "compare.mjs"), String(LINES), python], { env: { ...env, ...LINTED } });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

await alone(import.meta, run);
