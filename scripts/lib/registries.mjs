// The lists of the widgets, written from their folders: who has an element.ts is one. It exports the class `Kx…`, called as its folder is,
// what else a host may name of it as types, and says in its comment which events it sends.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, Stop } from "./run.mjs";

const source = join(root, "www", "widgets");
const made = join(source, "made");

/** No widget, though there is an element.ts: the base of all. */
const BASE = "shared";

/** Names of the widgets. */
export const widgetNames = () =>
  readdirSync(source)
    .filter((name) => name !== BASE && existsSync(join(source, name, "element.ts")))
    .sort();

const classOf = (name) => `Kx${name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase())}`;

/** What its comment says that it sends. */
export function eventsOf(name) {
  const text = readFileSync(join(source, name, "element.ts"), "utf8");
  if (!text.includes(`export class ${classOf(name)} `)) throw new Stop(`www/widgets/${name}/element.ts exports no class ${classOf(name)}`);
  return [...text.matchAll(/^ \* @fires (?:\{.*\} )?(kx-[a-z-]+)/gm)].map(([, event]) => event);
}

/** `kx-applied` as its handler is called. */
const handlerOf = (event) => `on${event.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase())}`;

/** How a component is written, for editors: with the first of its events, which it has without a form. */
function shownInEditors(name, own) {
  const [event] = eventsOf(name).filter((event) => event !== "kx-form-restored");
  const handler = event ? ` ${handlerOf(event)}={({ detail }) => console.log(detail)}` : "";
  return `/** \`kx-${name}\` as a React component: its properties by their names, its events as \`onKx…\`.
 *  @example
 *  import { ${own} } from "kx-modifier/react/${name}";
 *  export const Shown = () => <${own}${handler} />; */`;
}

/** The directive stays first in the file that esbuild makes of it. Marked as pure: a bundler leaves out the components that nobody imports. */
const reactComponent = (name, own) => `"use client";
import { component } from "../../shared/react.js";
import { ${own} as Element } from "../../${name}/element.js";\n
${shownInEditors(name, own)}
export const ${own} = /* @__PURE__ */ component(${[`"kx-${name}"`, "Element", ...eventsOf(name).map((event) => `"${event}"`)].join(", ")});`;

/** Each file of www/widgets/made by its name. */
function registries() {
  const names = widgetNames();
  const lines = (write) => names.map((name) => write(name, classOf(name))).join("\n");
  const imports = (type = "") => lines((name, own) => `import ${type}{ ${own} } from "../${name}/element.js";`);
  return {
    "elements.ts": lines((name) => `export * from "../${name}/element.js";`),
    "widgets.ts": `${imports()}\n\nexport const WIDGETS = {\n${lines((name, own) => `  "${name}": ${own},`)}\n};`,
    "tags.ts": `${imports("type ")}\n
/** The widgets by their tags. */
export interface KxTags {\n${lines((name, own) => `  "kx-${name}": ${own};`)}\n}\n
declare global {
  interface HTMLElementTagNameMap extends KxTags {}
}`,
    // Who gives the others their language comes first, since they ask for it as they begin.
    "react.ts": ["wording", ...names.filter((name) => name !== "wording")].map((name) => `export { ${classOf(name)} } from "./react/${name}.js";`).join("\n"),
    ...Object.fromEntries(
      names.map((name) => [
        `define/${name}.ts`,
        `import { ${classOf(name)} } from "../../${name}/element.js";\n
export type { KxTags } from "../tags.js";\n
${classOf(name)}.define();`,
      ]),
    ),
    ...Object.fromEntries(names.map((name) => [`react/${name}.ts`, reactComponent(name, classOf(name))])),
  };
}

/** Writes what has changed, and takes away what is of no widget any more. */
export function writeRegistries() {
  const wanted = registries();
  for (const [name, text] of Object.entries(wanted)) {
    const path = join(made, name);
    const written = `// Written by scripts/lib/registries.mjs.\n${text}\n`;
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path) || readFileSync(path, "utf8") !== written) writeFileSync(path, written);
  }
  for (const name of readdirSync(made, { recursive: true }))
    if (name.endsWith(".ts") && !Object.hasOwn(wanted, name.replaceAll("\\", "/"))) rmSync(join(made, name));
}
