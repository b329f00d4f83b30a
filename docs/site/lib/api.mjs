// The API's reference, made from the declarations that the package ships: one page a function or type, by the entry it is imported from.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Application } from "typedoc";
import { text } from "./files.mjs";

/** What is imported by hosts, and by what the page begins. */
const ENTRIES = {
  "kx-modifier": 'The whole package: decisions, claims, audits, files, the record of attestations.\n */\nexport { default as init } from "kx-modifier";',
  "kx-modifier/visit":
    'What one appointment needs, as a smaller module. The functions are the same.\n */\nexport { default as init } from "kx-modifier/visit";',
  "kx-modifier/desk": "A desk keeps an appointment, asks the core, and gives each widget what it shows.\n */",
  "kx-modifier/fhir": "FHIR R4 in and out: mapping only, and nothing is loaded.\n */",
  "kx-modifier/cds-hooks": "CDS Hooks 2.0 out of a decision: mapping only, and nothing is loaded.\n */",
  "kx-modifier/testing": "For tests of your own screens: what is inside the widgets, found and read as a person meets it.\n */",
  "kx-modifier/widgets": "The widgets as classes, registered by nobody but you. What each shows is in the widgets' reference.\n */",
  "kx-modifier/react": "Every widget as a React component. Its props are the widget's properties, its events the widget's.\n */",
};

export async function api(work) {
  const entries = join(work, "entries");
  const out = join(work, "api");
  rmSync(work, { recursive: true, force: true });
  mkdirSync(entries, { recursive: true });
  const files = Object.entries(ENTRIES).map(([name, begin]) => {
    const file = join(entries, `${name.replace("/", "-")}.ts`);
    writeFileSync(file, `/**\n * ${begin.replace("\n */", `\n *\n * @module ${name}\n */`)}\nexport * from "${name}";\n`);
    return file;
  });
  const tsconfig = join(work, "tsconfig.json");
  const compilerOptions = {
    module: "esnext",
    moduleResolution: "bundler",
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };
  writeFileSync(tsconfig, JSON.stringify({ compilerOptions, files }));
  const app = await Application.bootstrapWithPlugins({
    plugin: ["typedoc-plugin-markdown"],
    entryPoints: files,
    tsconfig,
    out,
    router: "member",
    disableSources: true,
    excludePrivate: true,
    excludeProtected: true,
    excludeInternal: true,
    excludeExternals: true,
    readme: "none",
    hidePageHeader: true,
    hideBreadcrumbs: true,
    hidePageTitle: false,
    entryFileName: "index",
    useCodeBlocks: true,
    expandObjects: true,
    expandParameters: true,
    indexFormat: "table",
    groupOrder: ["Functions", "Classes", "Variables", "Interfaces", "Type Aliases", "*"],
    parametersFormat: "list",
    interfacePropertiesFormat: "list",
    typeDeclarationFormat: "list",
    pageTitleTemplates: { module: "{name}", member: "{name}" },
    logLevel: "Error",
    validation: { notExported: false, invalidLink: true, notDocumented: false },
  });
  const project = await app.convert();
  if (!project) throw new Error("the declarations could not be read");
  await app.generateOutputs(project);
  return [overview(), ...pages(out).filter(({ path }) => path !== "index.md")];
}

/** The entries, each with what it is for. */
const overview = () => ({
  path: "index.md",
  markdown: `# API

Made from the declarations of the package. Each function has an example, and a test runs it.

${Object.entries(ENTRIES)
  .map(([name, begin]) => `- [\`${name}\`](${name}/index.md): ${begin.split("\n")[0]}`)
  .join("\n")}

Amounts are US dollars as text with at most two decimals, days are \`YYYY-MM-DD\`. In requests null means absent. A field that is not listed is refused. Answers are plain data that never changes.
`,
});

/** Each written page by its address below `api/`. */
function pages(out) {
  if (!existsSync(out)) throw new Error("the reference was not written");
  return readdirSync(out, { recursive: true })
    .filter((name) => name.endsWith(".md"))
    .map((name) => {
      const path = name.replaceAll("\\", "/");
      const body = outdented(readFileSync(join(out, name), "utf8"));
      if (path.endsWith("/index.md")) return { path, markdown: listed(body) };
      return { path, markdown: /\/(functions|variables)\//.test(path) ? usedFirst(body, path) : body };
    });
}

/** What README's tables say of each function. */
const answered = () =>
  new Map(
    [...text("README.md").matchAll(/^\| (`[^|]+`) \| (.+) \|$/gm)].flatMap(([, names, what]) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, name]) => [name, what]),
    ),
  );

/** In a list that is enough, or else the first sentence of what is declared. */
function listed(markdown) {
  const known = answered();
  const row = (_, link, name, said, end) => link + (known.get(name) ?? said.split(/(?<=\.) /)[0]) + end;
  return markdown.replace(/^(\| \[(\w+)\]\(.*?\) \| )(.*)( \|)$/gm, row);
}

/** How a function is used stands before how it is declared. */
function usedFirst(markdown, path) {
  const [entry] = path.split(/\/(?:functions|variables)\//);
  const [, title, declared, said, rest] = /^(# .+\n)\n(```ts\n[\s\S]*?\n```\n)([\s\S]*?)(\n## [\s\S]*)$/.exec(markdown) ?? [];
  if (!title) return markdown;
  const [, example = ""] = /\n## Example\n([\s\S]*?)(?=\n## |$)/.exec(rest) ?? [];
  const name = /(\w+)/.exec(title)?.[1];
  const imported = name === "init" ? `import init from "${entry}";` : `import { ${name} } from "${entry}";`;
  const shown = example ? `\n## Example\n${example.replace("```ts\n", `\`\`\`ts\n${imported}\n\n`)}` : `\n\`\`\`ts\n${imported}\n\`\`\`\n`;
  return `${title}\n${said}${shown}\n## Declaration\n\n${declared}${rest.replace(/\n## Example\n[\s\S]*?(?=\n## |$)/, "")}`;
}

/** Comments have a space before each line but the first; their code has none. */
const outdented = (markdown) => markdown.replace(/(```ts\n.*\n)((?: .*\n|\n)+)(```)/g, (_, first, rest, end) => first + rest.replace(/^ /gm, "") + end);
