// The `@example` of each function in the declarations: what stands there is compiled and run as it is. A line `expression; // value` says
// what the expression is; a `…` before the end says that more follows.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

/** By entry, where what a host imports is declared: in declarations, or in sources that the entry's index exports from. */
const DECLARED = {
  "kx-modifier": ["www/core/index.d.ts"],
  "kx-modifier/fhir": ["www/core/interop/fhir.d.ts"],
  "kx-modifier/cds-hooks": ["www/core/interop/cds-hooks.d.ts"],
  "kx-modifier/desk": sourcesOf("www/desk"),
  "kx-modifier/testing": sourcesOf("www/testing"),
};
/** Their examples stand on a page. */
export const ON_A_PAGE = ["kx-modifier/desk", "kx-modifier/testing"];

function sourcesOf(folder) {
  const index = readFileSync(join(root, folder, "index.ts"), "utf8");
  return ["index.ts", ...[...index.matchAll(/^export .* from "\.\/(.*)\.js";$/gm)].map(([, name]) => `${name}.ts`)].map((name) => `${folder}/${name}`);
}

/** What an entry exports, by its declarations or by the index among its sources. */
function namesOf(path, text) {
  const own = [...text.matchAll(/^export (?:default )?(?:async )?(?:function|interface|type|class|const) (\w+)/gm)].map(([, name]) => name);
  const others = [...text.matchAll(/^export (?:type )?\{ (.*) \} from/gm)].flatMap(([, list]) => list.split(", ").map((name) => name.replace("type ", "")));
  return path.endsWith(".d.ts") || path.endsWith("/index.ts") ? [...new Set([...own, ...others])] : [];
}

const COMMENT = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/;

/** Each function and class of a file with its example, or null where it has none. Overloads are one function. */
export function examplesOf(declarations) {
  const found = new Map();
  for (const { 1: named, index } of declarations.matchAll(/^export (?:default )?(?:async )?(?:function|class|const) (\w+)/gm)) {
    const said = COMMENT.exec(declarations.slice(0, index))?.[1] ?? "";
    const [, example] = /^ \* +@example\n([\s\S]*?)(?=^ \*\s*$|(?![\s\S]))/m.exec(said) ?? [];
    found.set(named, found.get(named) ?? example?.replace(/^ \* {0,2}/gm, "").trimEnd() ?? null);
  }
  return found;
}

const SHOWN = /^(.+); \/\/ (\S.*)$/;
const isValue = (text) => /^(?:["[{\d-]|true$|false$|null$)/.test(text);

/** An example as a module, with the imports of what it uses. Where it says a value, `shown(value, said)` is called. */
function asModule(example, exported) {
  const lines = example.split("\n").map((line) => {
    const [, expression, value] = SHOWN.exec(line) ?? [];
    return value && isValue(value) ? `shown(${expression}, ${JSON.stringify(value)});` : line;
  });
  // What it imports itself, and the first entry's of two things with one name.
  const known = new Set(["init", ...[...example.matchAll(/^import .*$/gm)].flatMap(([line]) => line.match(/\w+/g))]);
  const imports = exported.map(([entry, names]) => {
    const used = names.filter((name) => !known.has(name) && new RegExp(`\\b${name}\\b`).test(example));
    for (const name of used) known.add(name);
    return used.length ? `import { ${used.join(", ")} } from "${entry}";` : "";
  });
  const head = ['import init from "kx-modifier";', ...imports, "declare const shown: (value: unknown, said: string) => void;", "await init();"];
  return `${[...head.filter(Boolean), ...lines].join("\n")}\n`;
}

/** Every example by `entry#function`, as TypeScript; and the functions that have none. */
export function examples() {
  const files = Object.entries(DECLARED).flatMap(([entry, paths]) => paths.map((path) => ({ entry, path, text: readFileSync(join(root, path), "utf8") })));
  const exported = Object.keys(DECLARED).map((entry) => [entry, files.filter((one) => one.entry === entry).flatMap(({ path, text }) => namesOf(path, text))]);
  const names = new Map(exported);
  const modules = new Map();
  const without = [];
  for (const { entry, text } of files)
    for (const [name, example] of examplesOf(text)) {
      if (!names.get(entry).includes(name)) continue;
      if (example === null) without.push(`${entry}#${name}`);
      else modules.set(`${entry}#${name}`, asModule(example, exported));
    }
  return { modules, without };
}

/** Whether a value is what an example says. */
export function isSaid(value, said) {
  const text = JSON.stringify(value);
  if (!said.includes("…")) return text === JSON.stringify(JSON.parse(said));
  return text.startsWith(JSON.stringify(JSON.parse(said.replace(/(?:, )?…/, ""))).slice(0, -1));
}
