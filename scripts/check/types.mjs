// The page, the shipped declarations and the README under strict type checks; what a server uses also without the types of a page.
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { alone, root, show, Stop } from "../lib/check.mjs";
import { examples } from "../lib/examples.mjs";
import { snippetsOf } from "../lib/snippets.mjs";
import { build } from "../build.mjs";

export const label = "types";
export async function run() {
  await build();
  const tsc = join(root, "node_modules", ".bin", "tsc");
  await show(tsc, ["-p", "tsconfig.json"]);
  for (const resolution of [
    ["--module", "nodenext", "--moduleResolution", "nodenext"],
    ["--module", "esnext", "--moduleResolution", "bundler"],
  ]) {
    await show(tsc, [
      "--ignoreConfig",
      "--noEmit",
      "--strict",
      "--exactOptionalPropertyTypes",
      "--noUncheckedIndexedAccess",
      "--target",
      "es2022",
      "--lib",
      "es2022,dom",
      "--types",
      "",
      ...resolution,
      "tests/types/consumer.ts",
      "tests/types/interop.ts",
    ]);
  }
  await withoutDom(tsc);
  await shownInTexts(tsc, "README.md", "readme", 5);
  await shownInTexts(tsc, "docs/guide.md", "guide", 11);
  await shownInComments(tsc);
}

const STRICT = { noEmit: true, strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, target: "es2022", types: [] };

/** Compiles files in a folder below this one, where the package is known by its own name. */
async function compiled(tsc, name, files, compilerOptions) {
  const folder = join(root, "target", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  // As a plain page has it.
  symlinkSync(root, join(folder, "kx-modifier"));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...STRICT, ...compilerOptions }, files: Object.keys(files) }));
  await show(tsc, ["-p", folder]);
  rmSync(folder, { recursive: true });
}

/** What a server uses, where nothing of a page is declared; and with Node's types alone. */
async function withoutDom(tsc) {
  const entries = ["", "/url", "/visit", "/visit/url", "/fhir", "/cds-hooks", "/wording/es"];
  const text = `${entries.map((entry, at) => `export * as entry${at} from "kx-modifier${entry}";`).join("\n")}
import init, { initSync } from "kx-modifier/visit";
export const loaded = (bytes: Uint8Array): Promise<void> => (initSync(bytes), init(bytes));
// @ts-expect-error no way to name a module
init(1);
`;
  const nodeToo = `${text}init(new URL("file:///srv/kx-modifier.wasm"));\n`;
  const options = { module: "nodenext", moduleResolution: "nodenext", lib: ["es2022"], skipLibCheck: false };
  await compiled(tsc, "without-dom", { "main.mts": text }, options);
  await compiled(tsc, "with-node", { "main.mts": nodeToo }, { ...options, types: ["node"] });
}

/** The code of a text, as strict as a user's may be. Scripts of pages are modules of JavaScript. */
async function shownInTexts(tsc, name, folder, least) {
  const [modules, pages] = [{}, {}];
  for (const [at, { lang, text }] of snippetsOf(readFileSync(join(root, name), "utf8")).entries()) {
    const script = lang === "html" ? /<script type="module">([\s\S]*?)<\/script>/.exec(text)?.[1] : text;
    const ending = { html: "js", js: "js", ts: "ts", tsx: "tsx" }[lang];
    if (script && ending) (lang === "html" ? pages : modules)[`snippet-${at + 1}.${ending}`] = script;
  }
  if (Object.keys({ ...modules, ...pages }).length < least) throw new Stop(`${name} has fewer snippets than it had`);
  const options = {
    module: "esnext",
    moduleResolution: "bundler",
    moduleDetection: "force",
    lib: ["es2022", "dom", "dom.iterable"],
    jsx: "react-jsx",
    allowJs: true,
    checkJs: true,
    // As the templates of Vite have them.
    noUnusedLocals: true,
    noUnusedParameters: true,
  };
  // A plain page finds the package by another path, and its elements would be declared twice.
  await compiled(tsc, folder, modules, options);
  await compiled(tsc, `${folder}-pages`, pages, options);
}

/** The example of each function of the contract. */
async function shownInComments(tsc) {
  const files = Object.fromEntries([...examples().modules].map(([name, text]) => [`${name.replace(/\W/g, "-")}.ts`, text]));
  await compiled(tsc, "examples", files, { module: "esnext", moduleResolution: "bundler", lib: ["es2022", "dom"], types: ["node"] });
}

await alone(import.meta, run);
