// One layer never imports the one above it. The compiler keeps JavaScript out of the core (the feature `wasm` is off by default);
// inside the crate and inside www/ this check keeps the order.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { alone, root, Stop } from "../lib/check.mjs";

export const label = "layers";

const RULES = [
  { files: /^src\/(?!api\/|wasm\/|lib\.rs)/, never: /\bcrate::(api|wasm)\b|\bapi::|wasm_bindgen|js_sys|\bserde/, why: "the rules core knows neither the boundary nor JavaScript" },
  { files: /^src\/api\//, never: /\bcrate::wasm\b|wasm_bindgen|js_sys/, why: "the boundary knows nothing of JavaScript" },
  { files: /^src\/(?!wasm\/|lib\.rs)/, never: /\bstd::(fs|net|env|process|time|thread)\b|SystemTime|Instant\b/, why: "no clock, no input and no output" },
  { files: /^src\/wasm\//, never: /crate::(decision|money|policy|thresholds|usage|wording|standing|coverage)\b/, why: "the wall converts and does nothing else" },
  { files: /^www\/core\//, never: /from "(\.\.\/)+(widgets|demo|cli)/, why: "the loader knows no widget and no command line" },
  { files: /^www\/core\/[^/]+$/, never: /from "\.\/interop\//, why: "the package without FHIR knows nothing of it" },
  { files: /^www\/core\/interop\//, never: /^(?:import|export) (?!type)[^;]*from "(?!\.\/|\.\.\/error\.js"|#made\/labels\.js")|parseFloat|toFixed/m, why: "interop maps: it loads no module and calculates no amount" },
  { files: /^www\/cli\//, never: /from "(?!\.\/|node:|kx-modifier"|string-width")|node:(http|https|http2|net|tls|dgram|child_process)"|\bfetch\(|writeFile|createWriteStream|parseFloat|toFixed/, why: "the command line knows the package's entry, reads files, and reckons nothing" },
  { files: /^www\/widgets\//, never: /from "[^"]*(demo\/|cli\/|core\/(?!error\.js"))|^import (?!type)[^;]*from "kx-modifier"|indexedDB|fetch\(|localStorage/m, why: "a widget knows properties in and events out" },
  { files: /^www\/desk\//, never: /from "(\.\.\/)+(demo|cli)|indexedDB|fetch\(|localStorage|document\.|window\./, why: "a desk knows the widgets' events and properties, and leaves keeping and fetching to its host" },
  { files: /^www\/demo\//, never: /from "\.\.\//, why: "the page uses the package's entries, as any host does" },
  { files: /^stories\//, never: /from "[^"]*www\/(?!demo\/(practice\.ts|sample-peers\.json))|parseFloat|toFixed/, why: "stories see the built package, and of the page its made-up practice" },
  { files: /^www\/widgets\/.*\.ts$/, never: />\s*[A-Z][a-z]+[^<>$`;]*<\/|(aria-label|title|placeholder)="[A-Z]/, why: "labels are rows of data/wording" },
  { files: /^www\/widgets\/.*\.ts$/, never: /(margin|padding|border|inset)-(left|right|top|bottom)\b|^\s*(left|right|top|bottom):|text-align: (left|right)/m, why: "logical properties, so that right to left works" },
  { files: /^www\/widgets\/.*\.ts$/, never: /^(document|window|navigator|customElements|localStorage)\b/m, why: "a widget is imported on a server too" },
  { files: /^www\/(widgets|desk|demo)\//, never: /parseFloat|toFixed|\.style\s*=|style="/, why: "no money arithmetic, no inline style" },
];

function filesBelow(folder) {
  return readdirSync(join(root, folder)).filter((name) => name !== "node_modules").flatMap((name) => {
    const path = join(folder, name);
    return statSync(join(root, path)).isDirectory() ? filesBelow(path) : [path];
  });
}

export async function run() {
  const wrong = [];
  for (const path of [...filesBelow("src"), ...filesBelow("www"), ...filesBelow("stories")]) {
    const text = readFileSync(join(root, path), "utf8");
    for (const rule of RULES) {
      const found = rule.files.test(path) && rule.never.exec(text.replace(/^\s*\/\/.*$/gm, ""));
      if (found) wrong.push(`${relative(root, join(root, path))}: \`${found[0].trim()}\`: ${rule.why}`);
    }
  }
  const locks = ["package-lock.json", "stories/package-lock.json", "tests/package-lock.json", "tests/consumers/package-lock.json"].filter((path) => readFileSync(join(root, path), "utf8").includes('"resolved"'));
  for (const path of locks) wrong.push(`${path}: names addresses of a registry`);
  if (wrong.length) throw new Stop(`a layer imports from above:\n${wrong.join("\n")}`);
  console.log("every layer stays in its place");
}

await alone(import.meta, run);
