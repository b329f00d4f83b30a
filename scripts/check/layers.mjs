// No file needs another that needs it, no folder either, and one layer never imports the one above it. The graphs say most of it, of the
// crate (lib/rust-graph.mjs) and of www/ (dependency-cruiser, lib/www-layers.mjs); the rest is read from the text. The compiler keeps
// JavaScript out of the core besides: the feature `wasm` is off by default.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { alone, ask, root, show, Stop } from "../lib/check.mjs";
import { circles, roomCircles, within } from "../lib/graph.mjs";
import { writeRegistries } from "../lib/registries.mjs";
import { rustGraph } from "../lib/rust-graph.mjs";
import { wrongArrows } from "../lib/rust-layers.mjs";
import { rustTokens } from "../lib/rust-tokens.mjs";
import { ensurePackages } from "../lib/tools.mjs";

export const label = "layers";

const RULES = [
  { files: /^www\/core\/interop\//, never: /parseFloat|toFixed/, why: "interop maps: it calculates no amount" },
  { files: /^www\/cli\//, never: /\bfetch\(|writeFile|createWriteStream|parseFloat|toFixed/, why: "the command line reads files, and reckons nothing" },
  { files: /^www\/(widgets|desk|testing)\//, never: /indexedDB|fetch\(|localStorage/, why: "keeping and fetching are the host's" },
  {
    files: /^www\/.*\.(ts|html)$/,
    never: /unsafe(?:HTML|SVG|MathML)|(?:inner|outer)HTML|insertAdjacentHTML|document\.write|\beval\(|new Function\b|srcdoc/,
    why: "text is drawn as text, and nothing of it is run",
  },
  { files: /^www\/desk\//, never: /document\.|window\./, why: "a desk has no screen" },
  {
    files: /^stories\//,
    never: /from "[^"]*www\/(?!demo\/(practice\.ts|sample-peers\.json))|parseFloat|toFixed/,
    why: "stories see the built package, and of the page its made-up practice",
  },
  { files: /^www\/widgets\/.*\.ts$/, never: />\s*[A-Z][a-z]+[^<>$`;]*<\/|(aria-label|title|placeholder)="[A-Z]/, why: "labels are rows of data/wording" },
  {
    files: /^www\/widgets\/.*\.ts$/,
    never: /(?<!safe-area-)(margin|padding|border|inset)-(left|right|top|bottom)\b|^\s*(left|right|top|bottom):|text-align: (left|right)/m,
    why: "logical properties, so that right to left works",
  },
  { files: /^www\/(widgets|testing)\/.*\.ts$/, never: /^(document|window|navigator|customElements|localStorage)\b/m, why: "it is imported on a server too" },
  { files: /^www\/widgets\//, never: /CSS\.escape\(|scrollIntoView\(/, why: "jsdom has none, and hosts test there" },
  { files: /^www\/(widgets|desk|demo)\//, never: /parseFloat|toFixed|\.style\s*=|style="/, why: "no money arithmetic, no inline style" },
];

/** Over the tokens of a file, as one line: `std :: fs`. */
const RUST_RULES = [
  {
    files: /^src\//,
    never: /\bstd :: (fs|net|env|process|time|thread)\b|\bstd :: \{[^;]*\b(fs|net|env|process|time|thread) ::|\b(SystemTime|Instant)\b/,
    why: "no clock, no input and no output",
  },
  { files: /^src\/(?!wall\/exports\.rs)/, never: /\b(wasm_bindgen|js_sys|serde_wasm_bindgen)\b/, why: "only the exports know JavaScript" },
  {
    files: /^src\/(?!wall\/exports\.rs|ground\/packed\/json\.rs)/,
    never: /\bserde\w*\b/,
    why: "only what packs JSON text and JavaScript's values knows serde",
  },
];

function filesBelow(folder) {
  return readdirSync(join(root, folder))
    .filter((name) => name !== "node_modules")
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(join(root, path)).isDirectory() ? filesBelow(path) : [path];
    });
}

/** What a group is, and how to see it. */
const circle = (kind, group, arrows) =>
  `a circle of ${group.length} ${kind}: ${group.join(", ")}\n${within(group, arrows)
    .map((line) => `    ${line}`)
    .join("\n")}`;

function circlesOf(graph) {
  const arrows = new Map([...graph].map(([file, targets]) => [file, [...targets.keys()]]));
  return [...circles(arrows).map((group) => circle("files", group, graph)), ...roomCircles(arrows).map((group) => circle("rooms", group, graph))];
}

function wrongInRust() {
  const files = Object.fromEntries(
    filesBelow("src")
      .filter((path) => path.endsWith(".rs"))
      .map((path) => [path, readFileSync(join(root, path), "utf8")]),
  );
  const graph = rustGraph(files);
  const said = Object.entries(files).flatMap(([path, text]) => {
    const line = rustTokens(text).tokens.join(" ");
    return RUST_RULES.flatMap(({ files: which, never, why }) => (which.test(path) && never.test(line) ? [`${path}: \`${never.exec(line)[0]}\`: ${why}`] : []));
  });
  return [...circlesOf(graph), ...wrongArrows(graph), ...said];
}

function wrongInWww() {
  const cruised = ask(join(root, "tests", "node_modules", ".bin", "depcruise"), ["--config", "scripts/lib/www-layers.mjs", "--output-type", "json", "www"], {
    maxBuffer: 2 ** 26,
  });
  if (cruised === null) throw new Stop("dependency-cruiser failed: `tests/node_modules/.bin/depcruise --config scripts/lib/www-layers.mjs www` says why");
  const { modules, summary } = JSON.parse(cruised);
  const own = modules.filter(({ source }) => source.startsWith("www/"));
  if (own.length < 100) throw new Stop(`dependency-cruiser read ${own.length} files of www: it wants a TypeScript that it knows`);
  const graph = new Map(
    own.map(({ source, dependencies }) => [
      source,
      new Map(dependencies.filter(({ resolved }) => resolved.startsWith("www/")).map(({ resolved }) => [resolved, new Set()])),
    ]),
  );
  const why = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
  const violations = summary.violations.filter(({ rule }) => rule.name !== "circle").map(({ from, to, rule }) => `${from} → ${to}: ${why.get(rule.name)}`);
  return [...circlesOf(graph), ...violations];
}

export async function run() {
  await ensurePackages(join(root, "tests"), "what the tests need");
  await show(process.execPath, ["--test", "tests/layers/rust-graph.test.mjs", "tests/layers/www-layers.test.mjs"]);
  writeRegistries();
  const wrong = [...wrongInRust(), ...wrongInWww()];
  for (const path of [...filesBelow("www"), ...filesBelow("stories")]) {
    const text = readFileSync(join(root, path), "utf8");
    for (const rule of RULES) {
      const found = rule.files.test(path) && rule.never.exec(text.replace(/^\s*\/\/.*$/gm, ""));
      if (found) wrong.push(`${path}: \`${found[0].trim()}\`: ${rule.why}`);
    }
  }
  const locks = [
    "package-lock.json",
    "bench/package-lock.json",
    "stories/package-lock.json",
    "tests/package-lock.json",
    "tests/consumers/package-lock.json",
    "tests/matrix/package-lock.json",
  ].filter((path) => readFileSync(join(root, path), "utf8").includes('"resolved"'));
  for (const path of locks) wrong.push(`${path}: names addresses of a registry`);
  if (wrong.length) throw new Stop(`what should not know each other does:\n${wrong.join("\n")}`);
  console.log("every layer stays in its place, and nothing goes round in a circle");
}

await alone(import.meta, run);
