// What is inside what users install: the crates that are linked into the modules and the wheel, and the npm packages that esbuild bundled. Notices
// and SBOMs are made of it, so neither can name what the other does not.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ask, root, Stop } from "./run.mjs";

/** Where the build writes which npm packages it bundled. */
export const BUNDLED = join("target", "package", "bundled.json");

const WHEELS = ["x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu", "aarch64-apple-darwin", "x86_64-pc-windows-msvc"];

/** Each way to a crate's code: the graph that cargo resolves, and the file with its checksums. */
export const LINKED = {
  modules: { manifest: "Cargo.toml", lock: "Cargo.lock", options: ["--features", "wasm", "--filter-platform", "wasm32-unknown-unknown"] },
  crate: { manifest: "Cargo.toml", lock: "Cargo.lock", options: ["--filter-platform", "x86_64-unknown-linux-gnu"] },
  // Of each platform that has the Pythons it is built for.
  wheel: { manifest: "python/Cargo.toml", lock: "python/Cargo.lock", options: WHEELS.flatMap((triple) => ["--filter-platform", triple]) },
};

const checksums = (lock) =>
  new Map([...lock.matchAll(/name = "(.*)"\nversion = "(.*)"\nsource = .*\nchecksum = "(.*)"/g)].map(([, name, version, sum]) => [`${name}@${version}`, sum]));

/** The crates of one of `LINKED`: normal dependencies, without macros and what only builds. The first is the crate itself. */
export function crates({ manifest, lock, options }) {
  const answer = ask("cargo", ["metadata", "--format-version", "1", "--locked", "--manifest-path", join(root, manifest), ...options], {
    maxBuffer: 2 ** 28,
    timeout: 300_000,
  });
  if (answer === null) throw new Stop(`\`cargo metadata --locked --manifest-path ${manifest}\` fails: see what it says`);
  const { packages, resolve } = JSON.parse(answer);
  const byId = new Map(packages.map((one) => [one.id, one]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const sums = checksums(readFileSync(join(root, lock), "utf8"));
  const isMacro = (id) => byId.get(id).targets.some(({ kind }) => kind.includes("proc-macro"));
  const needs = (id) =>
    nodes
      .get(id)
      .deps.filter(({ pkg, dep_kinds }) => dep_kinds.some(({ kind }) => kind === null) && !isMacro(pkg))
      .map(({ pkg }) => pkg);
  const seen = new Set([resolve.root]);
  for (const id of seen) for (const next of needs(id)) seen.add(next);
  const key = (id) => `${byId.get(id).name}@${byId.get(id).version}`;
  return [...seen].map((id) => {
    const { name, version, license, manifest_path, source } = byId.get(id);
    return {
      kind: "cargo",
      name,
      version,
      license,
      own: source === null,
      folder: dirname(manifest_path),
      sha256: sums.get(key(id)) ?? null,
      needs: needs(id).map(key).sort(),
    };
  });
}

/** npm packages by name, as the lock file has them. */
function npmPackages(names) {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return names.map((name) => {
    const row = packages[`node_modules/${name}`];
    if (!row) throw new Stop(`${name} is bundled and not in package-lock.json`);
    const needs = Object.keys({ ...row.dependencies, ...row.optionalDependencies }).filter((one) => names.includes(one));
    const sha512 = row.integrity?.startsWith("sha512-") ? Buffer.from(row.integrity.slice(7), "base64").toString("hex") : null;
    const needed = needs.map((one) => `${one}@${packages[`node_modules/${one}`].version}`).sort();
    return { kind: "npm", name, version: row.version, license: row.license, own: false, folder: join(root, "node_modules", name), sha512, needs: needed };
  });
}

/** What esbuild took of `node_modules` at the last build. */
export function bundled() {
  const file = join(root, BUNDLED);
  if (!existsSync(file)) throw new Stop("nothing is built yet: `npm run build`");
  return npmPackages(JSON.parse(readFileSync(file, "utf8")));
}

/** What npm installs beside the package: its dependencies, and theirs. */
export function installed() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const seen = new Set(Object.keys(packages[""].dependencies ?? {}));
  for (const name of seen) for (const next of Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {})) seen.add(next);
  return npmPackages([...seen].sort());
}
