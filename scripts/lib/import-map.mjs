// The import map of the package for pages without a bundler: each entry by its name in the folder `kx-modifier` beside the page.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

/** Who needs Lit is answered by one file that has it inside, so that a page has one of each; what is for bundlers alone is left out. */
const STANDALONE = [
  [/^\.\/react/, null],
  [/^\.\/widgets\/jsx$/, null],
  [/^\.\/(widgets|desk)(\/|$)/, "./dist/desk/standalone.js"],
];

/** The names that a pattern such as `./dist/labels/*.js` stands for. */
function expanded(entry, target) {
  if (!entry.includes("*")) return [[entry, target]];
  const [before, after] = target.split("*");
  const folder = join(root, before);
  return readdirSync(folder)
    .map((name) => (after.startsWith("/") ? name : name.endsWith(after) ? name.slice(0, -after.length) : ""))
    .filter((name) => name && existsSync(join(root, before + name + after)))
    .map((name) => [entry.replace("*", name), before + name + after]);
}

export function writeImportMap(dist) {
  const { name, exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const imports = {};
  for (const [entry, { default: target }] of Object.entries(exports).filter(([, found]) => found.default?.endsWith(".js"))) {
    for (const [one, file] of expanded(entry, target)) {
      const rule = STANDALONE.find(([which]) => which.test(one));
      const to = rule ? rule[1] : file;
      if (to) imports[name + one.slice(1)] = `./${name}/${to.slice(2)}`;
    }
  }
  const sorted = Object.fromEntries(Object.entries(imports).sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(join(dist, "import-map.json"), `${JSON.stringify({ imports: sorted }, null, 2)}\n`);
}
