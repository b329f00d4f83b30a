// What is there to be named: files, scripts, checks, commands, entries, and every name in the code.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { widgetNames } from "./registries.mjs";
import { ask, root, Stop } from "./run.mjs";

const CODE = /\.(mjs|cjs|js|ts|tsx|rs|csv|json|toml|py|pyi|css|html|jsonc)$|\.ci\/run$/;

/** Names of others that our texts speak of, and the function that DESIGN.md's instructions invent. */
const FOREIGN = new Set([
  "fireEvent", // Testing Library
  "serde_jcs", // crates that were not chosen
  "serde_json_canonicalizer",
  "shallowRef", // Vue
  "src/account/year_end/mod.rs",
  "src/account/year_end/shape.rs",
  "fuzz/corpus/json/yearEnd",
]);

const tracked = () => {
  const list = ask("git", ["ls-files", "--cached", "--others", "--exclude-standard"]);
  if (list === null) throw new Stop("this is no clone: `git ls-files` fails");
  return list.split("\n").filter((file) => existsSync(join(root, file)));
};

function wordsOf(files) {
  const words = new Set();
  for (const file of files.filter((one) => CODE.test(one) && !/package-lock\.json$|\/recorded/.test(one))) {
    const text = readFileSync(join(root, file), "utf8");
    for (const [word] of text.matchAll(/[A-Za-z_$][\w$]*(?:-[\w$]+)*/g)) {
      words.add(word);
      if (word.includes("-")) for (const part of word.split("-")) words.add(part);
    }
  }
  return words;
}

/** Whether package.json exports it: `kx-modifier/widgets/chip` by its pattern, and then by the folder that stands for the star. */
function entries({ name, exports }) {
  const stars = Object.keys(exports).filter((key) => key.includes("*"));
  const has = { widgets: (one) => widgetNames().includes(one), react: (one) => widgetNames().includes(one) };
  return (entry) => {
    const own = `.${entry.slice(name.length)}`;
    if (own in exports || own.includes("*")) return own in exports || stars.some((star) => star.startsWith(own.slice(0, own.indexOf("*") + 1)));
    return stars.some((star) => {
      const [before, after] = star.split("*");
      if (!own.startsWith(before) || !own.endsWith(after)) return false;
      const between = own.slice(before.length, own.length - after.length);
      const kind = before.split("/")[1];
      return kind in has ? has[kind](between) : existsSync(join(root, "data", "wording", between));
    });
  };
}

/** All that a text of the project may name. */
export function knownThings() {
  const files = tracked();
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const [, commands] = /const COMMANDS[^=]*= \{([\s\S]*?)^\};/m.exec(readFileSync(join(root, "www", "cli", "options.ts"), "utf8"));
  // What the tarball has beside the sources may be named by its file alone.
  const built = Object.keys(manifest.exports).flatMap((key) => /[^/]+\.\w+$/.exec(key)?.[0] ?? []);
  return {
    files: [...files, ...built],
    words: wordsOf(files),
    scripts: new Set(Object.keys(manifest.scripts)),
    checks: new Set(readdirSync(join(root, "scripts", "check")).map((name) => name.replace(/\.mjs$/, ""))),
    commands: new Set([...commands.matchAll(/^ {2}"?([a-z][\w-]*)"?: \{/gm)].map(([, name]) => name)),
    hasEntry: entries(manifest),
    isForeign: (name) => FOREIGN.has(name),
    /** Where a link of the text `from` leads. What a build makes need not be there yet: the test of the tarball follows it. */
    linksOf: (from) => (path) => join(dirname(from), path).startsWith("dist/") || existsSync(join(root, dirname(from), path)),
  };
}

/** The project's texts, as people write them. CHANGELOG.md speaks of what was, too; notices speak of what others wrote. */
export const textsOf = ({ files }) => files.filter((file) => file.endsWith(".md") && !/CHANGELOG|NOTICES|\.api\.md/.test(file));
