// The WebAssembly modules of the package and their JavaScript side, from the crate to target/package/<module>/.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ask, root, step, Stop } from "./run.mjs";
import { inline } from "./inline.mjs";
import { writeWrappers } from "./wrappers.mjs";
import { ensureStandardSource, ensureWasmBindgen, ensureWasmCargo, wasmToolchain } from "./tools.mjs";

const TARGET = "wasm32-unknown-unknown";

/** What is built: each a part of the crate, chosen by its features, and where it lies in dist/ as a file of its own. */
export const MODULES = [
  { name: "visit", features: ["wasm"], areas: ["ground", "visit", "wall"], file: "visit/kx-modifier.wasm" },
  { name: "all", features: ["wasm", "account", "claims"], areas: ["ground", "visit", "account", "claims", "wall"], file: "kx-modifier.wasm" },
];

export const made = join(root, "target", "package");
export const moduleFolder = (name) => join(made, name);
/** What the build of the modules leaves behind, to know whether anything is missing. */
export const MADE = ["standard-library", ...MODULES.flatMap(({ name }) => ["glue.js", "kx-modifier.wasm"].map((file) => join(name, file)))].map((path) =>
  join("target", "package", path),
);

/** Rust's own 1 MiB would be a quarter of what a day of work may take; 7 KiB were seen used. A deeper call ends in a trap, never in other data. */
const STACK = `-Clink-arg=-zstack-size=${128 * 1024}`;

/** A fifth of what Rust inlines by itself, and next to nothing into what is marked to be small: `-inline-threshold` would hold there too. */
const INLINING = "-Cllvm-args=-inlinedefault-threshold=45";

/** SHA-256 in a loop instead of unrolled: 7 KB less, and a record of a hundred events is still hashed in a millisecond. */
const HASHING = '--cfg=sha2_backend_soft="compact"';

/** A panic is a trap either way, and nobody reads its message; of what is printed for debugging the names of types are left, which a message about odd values says. Of what the library has in two forms the smaller is taken: sorting and printing numbers are no hot paths. */
const OWN_LIBRARY = {
  library: "own",
  options: ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"],
  flags: ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zfmt-debug=none", "--cfg=small", STACK, INLINING, HASHING],
  env: { RUSTC_BOOTSTRAP: "1" },
};
const SHIPPED_LIBRARY = { library: "shipped", options: [], flags: [STACK, INLINING, HASHING], env: {} };

/** What a panic or a type would say of its place: a path in the crate, and none of the machine that built it. */
export function withoutMachine(cargo, options = ["--filter-platform", TARGET]) {
  const metadata = ask(cargo.command, ["metadata", "--format-version", "1", ...options], {
    env: { ...process.env, ...cargo.env },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (metadata === null) throw new Stop("`cargo metadata` fails: see what it says");
  // The standard library's own packages come from the same folders.
  const packages = JSON.parse(metadata).packages.map(({ manifest_path }) => dirname(dirname(manifest_path)));
  const crates = [...new Set(packages)].filter((folder) => !root.startsWith(folder));
  const library = join(ask(cargo.rustc, ["--print", "sysroot"]) ?? "", "lib", "rustlib", "src", "rust");
  // The last that fits is taken.
  const names = [...crates.map((folder) => [folder, "/crates"]), [library, "/rust"], [root, "/kx-modifier"]];
  return names.map(([folder, name]) => `--remap-path-prefix=${folder}=${name}`);
}

/** Whether the standard library in the modules is "own", built here without the messages of panics, or "shipped" with Rust. */
export const standardLibrary = () => readFileSync(join(made, "standard-library"), "utf8");

async function compile(cargo, way) {
  const base = cargo.env.CARGO_TARGET_DIR ?? join(root, "target");
  // A folder of its own, so that neither way of building makes the other's work undone.
  const target = way === OWN_LIBRARY ? join(base, "own-library") : base;
  // Encoded flags come before all others that a machine may have set.
  const env = { ...cargo.env, ...way.env, CARGO_TARGET_DIR: target, CARGO_ENCODED_RUSTFLAGS: [...way.flags, ...withoutMachine(cargo)].join("\x1f") };
  const label = way === OWN_LIBRARY ? " and Rust's standard library" : "";
  for (const { name, features } of MODULES) {
    await step(
      `Compiling the rules core${label} to WebAssembly: ${name}`,
      cargo.command,
      // Nothing but the module: what a Rust library beside it could be asked for would stay in it.
      ["rustc", "--release", "--lib", "--crate-type", "cdylib", "--no-default-features", "--features", features.join(","), ...way.options, "--target", TARGET],
      { env },
    );
    await writeGlue(name, join(target, TARGET, "release", "kx_modifier.wasm"));
  }
  writeFileSync(join(made, "standard-library"), way.library);
}

/** The glue keeps the instance in variables of its own. In a function, each call gives a closure: a trapped instance can be replaced. */
async function writeGlue(name, module) {
  const folder = moduleFolder(name);
  mkdirSync(folder, { recursive: true });
  // For bundlers, because the other kinds bring ways of loading that the package has itself.
  await step("Writing the JavaScript side of the wall", join(await ensureWasmBindgen(), "wasm-bindgen"), [
    "--target",
    "bundler",
    "--no-typescript",
    "--out-dir",
    folder,
    "--out-name",
    "kx",
    module,
  ]);
  // Functions with one caller are not inlined but where they are small: as quick, and 6 KiB less to download. Nothing lies in the first KiB
  // of memory, where the stack ends, so that an address may be added up where it is used; and what has like names looks alike to a
  // server's compression when it stands together: 1.5 KiB.
  await step("Optimising the module", join(root, "node_modules", ".bin", "wasm-opt"), [
    "-O3",
    "--one-caller-inline-max-function-size=60",
    "--low-memory-unused",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    join(folder, "kx_bg.wasm"),
    "-o",
    join(folder, "kx-modifier.wasm"),
  ]);
  const esbuild = await import("esbuild");
  const {
    outputFiles: [{ text }],
  } = await esbuild.build({ entryPoints: [join(folder, "kx_bg.js")], bundle: true, format: "esm", charset: "utf8", write: false });
  // esbuild gathers what a file exports in one statement at its end.
  const [statement, list] = /^export \{([^}]*)\};\s*$/m.exec(text) ?? [];
  if (!statement) throw new Stop("the glue of wasm-bindgen is not as it was: see scripts/lib/wasm.mjs");
  const names = list
    .split(",")
    .map((one) => one.trim().split(" as "))
    .map(([own, outer = own]) => `${outer}: ${own}`);
  writeFileSync(
    join(folder, "glue.js"),
    `export function createGlue() {
${text.replace(statement, "")}
const glue = { ${names.join(", ")} };
glue.initSync = ({ module }) => {
  const { exports } = new WebAssembly.Instance(module, { "./kx_bg.js": glue });
  __wbg_set_wasm(exports);
  exports.__wbindgen_start();
  return exports;
};
return glue;
}
`,
  );
}

/** Compiles all modules with a standard library of our own where that can be had, else with the one that came with Rust. */
export async function buildModules() {
  const cargo = await ensureWasmCargo();
  rmSync(made, { recursive: true, force: true });
  let why = "its source is not there, and cannot be downloaded";
  if (await ensureStandardSource(cargo)) {
    try {
      return await compile(cargo, OWN_LIBRARY);
    } catch (error) {
      // What is wrong in our own crate is wrong either way.
      if (!(error instanceof Stop) || existsSync(join(made, MODULES[0].name)) || /`kx-modifier`/.test(error.message)) throw error;
      why = `it does not build with ${ask(cargo.rustc, ["--version"])} (target/setup.log says why)`;
    }
  }
  console.log(`  Rust's standard library is taken as shipped, because ${why}. The modules work the same; they are 6 and 10 KiB more to download.`);
  await compile(cargo, SHIPPED_LIBRARY);
}

/** The package over a module before there is a package: the same sources, bundled for this process. */
async function packageOf(name) {
  const esbuild = await import("esbuild");
  const file = join(moduleFolder(name), "asked.mjs");
  await esbuild.build({ entryPoints: [join(root, "www", "core", "package.ts")], bundle: true, format: "esm", outfile: file, logLevel: "warning" });
  const { createPackage } = await import(`${pathToFileURL(file)}?${Date.now()}`);
  const { createGlue } = await import(`${pathToFileURL(join(moduleFolder(name), "glue.js"))}?${Date.now()}`);
  rmSync(file);
  return createPackage(createGlue, { years: [] }, []);
}

/** What follows from a module: the functions of its table, and what can be told before it is loaded. */
export async function bakeModule({ name, areas }, revision) {
  const folder = moduleFolder(name);
  const bytes = readFileSync(join(folder, "kx-modifier.wasm"));
  const kx = await packageOf(name);
  kx.loadSync(bytes);
  const table = kx.table();
  const { rules, packs, years, package: version } = kx.nothing(table.functions.findIndex((row) => row.name === "versions"))();
  writeFileSync(join(folder, "versions.js"), `export default ${JSON.stringify({ package: version, revision, rules, packs, years })};\n`);
  writeFileSync(join(folder, "wasm-inline.js"), `export default ${JSON.stringify(inline(bytes))};\n`);
  writeWrappers(folder, table, areas);
}

export { wasmToolchain };
