// The reports of all that is public: names and declarations of each entry, the command line's help, the wheel's stubs, the crate's items. They are
// kept in tests/api, so that a change of them is seen in review and a release knows what it takes away.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { typeReports } from "./api-types.mjs";
import { widgetNames } from "./registries.mjs";
import { ask, root, Stop } from "./run.mjs";
import { rustApi } from "./rust-api.mjs";
import { ensurePython } from "./tools.mjs";
import { WHEEL, WHEEL_LABEL } from "./wheel.mjs";

export const FOLDER = join("tests", "api");

/** Every entry that is JavaScript, with a star's names in its place. */
export function entriesOf({ name, exports }) {
  const stars = { "./widgets/*": widgetNames(), "./widgets/*/define": widgetNames(), "./react/*": widgetNames() };
  const languages = (folder) => readdirSync(join(root, "dist", folder)).flatMap((file) => /^(\w+)\.js$/.exec(file)?.[1] ?? []);
  return Object.entries(exports).flatMap(([key, target]) => {
    const file = target.default ?? target;
    if (!file.endsWith(".js")) return [];
    const names = key.includes("*") ? (stars[key] ?? languages(key.split("/")[1])) : [null];
    return names.map((one) => ({ entry: `${name}${key.slice(1)}`.replace("*", one), file: file.replace("*", one) }));
  });
}

async function names() {
  const lines = [];
  for (const { entry, file } of entriesOf(JSON.parse(readFileSync(join(root, "package.json"), "utf8")))) {
    const all = Object.keys(await import(pathToFileURL(join(root, file)).href));
    lines.push(`${entry}:`, ...all.sort().map((one) => `  ${entry} ${one}`));
  }
  return `${lines.join("\n")}\n`;
}

function command() {
  const cli = join(root, "dist", "cli.js");
  const help = (...args) => {
    const text = ask(process.execPath, [cli, ...args, "--help"]);
    if (text === null) throw new Stop(`kx-modifier ${args.join(" ")} --help fails`);
    return text;
  };
  const all = [...help().matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, one]) => one);
  return `${[help(), ...all.map((one) => help(one))].join("\n\n")}\n`;
}

/** By mypy's stubgen: what does not begin with a line below. */
function python(interpreter) {
  const folder = mkdtempSync(join(tmpdir(), "kx-stubs-"));
  try {
    const options = ["--quiet", "--no-import", "--output", folder, join(root, "python", "kx_modifier")];
    const made = ask(interpreter, ["-c", "import sys; from mypy.stubgen import main; main(sys.argv[1:])", ...options], { cwd: folder });
    if (made === null) throw new Stop("stubgen cannot read python/kx_modifier");
    const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".pyi"));
    const native = readFileSync(join(root, "python", "kx_modifier", "_native.pyi"), "utf8");
    const stubs = files.sort().map((file) => `# ${file}\n${readFileSync(join(folder, file), "utf8").trim()}\n`);
    return `${stubs.join("\n")}\n# kx_modifier/_native.pyi\n${native}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rust() {
  const files = readdirSync(join(root, "src"), { recursive: true })
    .filter((file) => file.endsWith(".rs"))
    .sort()
    .map((file) => [`src/${file}`, readFileSync(join(root, "src", file), "utf8")]);
  return rustApi(files);
}

/** File and text of each report, after a build. */
export async function apiReports() {
  const interpreter = await ensurePython(WHEEL, WHEEL_LABEL);
  return { ...typeReports(), "names.txt": await names(), "command.txt": command(), "python.txt": python(interpreter), "rust.txt": rust() };
}

export const recordedReport = (file) => (existsSync(join(root, FOLDER, file)) ? readFileSync(join(root, FOLDER, file), "utf8") : "");
