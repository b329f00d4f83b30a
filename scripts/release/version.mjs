// Where the version stands: one number in the crate, the npm package, the wheels, and the lock files of all of them.
import { Stop } from "../lib/run.mjs";

const literal = (text) => text.replaceAll(".", "\\.");

/** Each file, and the places in it. `V` is the version; each place is there once, or nothing is changed at all. */
const PLACES = {
  "Cargo.toml": ['^version = "V"$'],
  "Cargo.lock": ['^name = "kx-modifier"\\nversion = "V"$'],
  "python/Cargo.toml": ['^version = "V"$'],
  "python/Cargo.lock": ['^name = "kx-modifier"\\nversion = "V"$', '^name = "kx-modifier-python"\\nversion = "V"$'],
  "fuzz/Cargo.lock": ['^name = "kx-modifier"\\nversion = "V"$'],
  "package.json": ['^ {2}"version": "V",$'],
  "package-lock.json": ['^ {2}"version": "V",$', '^ {6}"name": "kx-modifier",\\n {6}"version": "V",$'],
  "warehouse/pyproject.toml": ['^version = "V"$', '"kx-modifier\\[arrow\\]==V"'],
  "docs/accessibility.md": ["the widgets of `kx-modifier` V and"],
};

export const versionFiles = Object.keys(PLACES);

/** Larger, smaller or equal, by SemVer's three numbers. */
export function compare(a, b) {
  const [left, right] = [a, b].map((one) => one.split(".").map(Number));
  return left.map((number, at) => number - right[at]).find((difference) => difference !== 0) ?? 0;
}

/** What kind of step it is from one version to a later one; below 1.0 a minor step may break what was. */
export function stepOf(from, to) {
  const [left, right] = [from, to].map((one) => one.split(".").map(Number));
  const at = left.findIndex((number, index) => number !== right[index]);
  return { may: at === 0 || (left[0] === 0 && at === 1) ? "break" : at === 1 ? "add" : "fix" };
}

export function checkedVersion(wanted, current) {
  if (!/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(wanted ?? "")) throw new Stop("which version? For example `npm run release -- 0.2.0`");
  if (compare(wanted, current) <= 0) throw new Stop(`${wanted} is not later than ${current}`);
  return wanted;
}

/** The files with the new version; a `Stop` names a place that is not as it was. */
export function bumped(files, from, to) {
  return Object.fromEntries(
    Object.entries(PLACES).map(([file, places]) => {
      let text = files[file];
      if (text === undefined) throw new Stop(`${file} is missing`);
      for (const place of places) {
        const pattern = new RegExp(place.replace("V", literal(from)), "gm");
        const found = text.match(pattern)?.length ?? 0;
        if (found !== 1) throw new Stop(`${file} has ${from} ${found} times where it is to stand once: ${place}`);
        text = text.replace(pattern, (all) => all.replace(from, to));
      }
      return [file, text];
    }),
  );
}
