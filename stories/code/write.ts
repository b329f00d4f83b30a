// Writes the code of a page for an element, for each kind of page, from its description and from custom-elements.json.
import manifest from "kx-modifier/custom-elements.json" with { type: "json" };
import { described, type Described } from "./described.ts";

export type Code = readonly { page: "React" | "Angular" | "Vue" | "Plain page"; language: "tsx" | "typescript" | "html"; text: string }[];

interface Event {
  name: string;
  description?: string;
}

const declarations = manifest.modules.flatMap((module) => module.declarations as { tagName?: string; events?: Event[] }[]);

/** What an element says, each with when. */
export const eventsOf = (name: string): Event[] => declarations.find(({ tagName }) => tagName === `kx-${name}`)?.events ?? [];

const camel = (text: string): string => text.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
const indented = (lines: readonly string[], by: number): string => lines.map((line) => (line ? " ".repeat(by) + line : "")).join("\n");

interface Parts extends Described {
  name: string;
  tag: string;
  events: Event[];
  core: string;
  languages: (folder: string) => string[];
}

/** Every element as one tag, with what stands inside it. */
function tag(
  { tag, attributes = {}, properties, events, inside }: Parts,
  write: { property: (name: string, value: string) => string; event: (name: string) => string; name?: (tag: string) => string; closed?: boolean },
): string[] {
  const spelled = write.name ?? ((each: string) => each);
  const given = (all: Described["properties"]) => Object.entries(all).map(([name, value]) => write.property(name, value));
  const own = [
    ...Object.entries(attributes).map(([name, value]) => `${name}="${value}"`),
    ...given(properties),
    ...events.map(({ name }) => write.event(name)),
  ];
  const whole = (name: string, parts: readonly string[]) => (write.closed ? `<${name} ${parts.join(" ")} />` : `<${name} ${parts.join(" ")}></${name}>`);
  if (inside) return [`<${spelled(tag)} ${own.join(" ")}>`, `  ${whole(spelled(`kx-${inside.name}`), given(inside.properties))}`, `</${spelled(tag)}>`];
  if (own.length < 3) return [whole(spelled(tag), own)];
  return [`<${spelled(tag)}`, ...own.map((part) => `  ${part}`), write.closed ? "/>" : `></${spelled(tag)}>`];
}

const react = (parts: Parts): string => {
  const widgets = [parts.name, ...(parts.inside ? [parts.inside.name] : [])].map((name) => `Kx${camel(name)}`);
  return [
    `import ${parts.core} from "kx-modifier";`,
    `import { ${widgets.join(", ")} } from "kx-modifier/react";`,
    ...parts.languages("kx-modifier/wording"),
    "",
    "await init();",
    ...parts.lines,
    ...(parts.events.length ? ["const heard = ({ type, detail }: CustomEvent) => console.log(type, detail);"] : []),
    "",
    "export const Screen = () => (",
    indented(tag(parts, { property: (name, value) => `${name}={${value}}`, event: (name) => `on${camel(name)}={heard}`, name: camel, closed: true }), 2),
    ");",
  ].join("\n");
};

const angular = (parts: Parts): string => {
  const names = new Set([...Object.values(parts.properties), ...Object.values(parts.inside?.properties ?? {})].filter((value) => /^\w+$/.test(value)));
  return [
    `import { Component, CUSTOM_ELEMENTS_SCHEMA } from "@angular/core";`,
    `import ${parts.core} from "kx-modifier";`,
    `import "kx-modifier/widgets/define";`,
    ...parts.languages("kx-modifier/wording"),
    "",
    "await init();",
    ...parts.lines,
    "",
    "@Component({",
    `  selector: "app-screen",`,
    "  schemas: [CUSTOM_ELEMENTS_SCHEMA],",
    "  template: `",
    indented(tag(parts, { property: (name, value) => `[${name}]="${value}"`, event: (name) => `(${name})="heard($event)"` }), 4),
    "  `,",
    "})",
    "export class Screen {",
    ...[...names].map((name) => `  readonly ${name} = ${name};`),
    ...(parts.events.length ? ["  heard({ type, detail }: CustomEvent): void { console.log(type, detail); }"] : []),
    "}",
  ].join("\n");
};

const vue = (parts: Parts): string =>
  [
    '<!-- compilerOptions.isCustomElement: (tag) => tag.startsWith("kx-") -->',
    `<script setup lang="ts">`,
    `import ${parts.core} from "kx-modifier";`,
    `import "kx-modifier/widgets/define";`,
    ...parts.languages("kx-modifier/wording"),
    "",
    "await init();",
    ...parts.lines,
    ...(parts.events.length ? ["const heard = ({ type, detail }: CustomEvent) => console.log(type, detail);"] : []),
    "</script>",
    "",
    "<template>",
    indented(tag(parts, { property: (name, value) => `.${name}="${value}"`, event: (name) => `@${name}="heard"` }), 2),
    "</template>",
  ].join("\n");

const plain = (parts: Parts): string => {
  const variable = (name: string) => (name.includes("-") ? "element" : name === "import" ? "element" : `${name}Element`);
  const bare = tag(
    { ...parts, properties: {}, events: [], ...(parts.inside ? { inside: { ...parts.inside, properties: {} } } : {}) },
    { property: () => "", event: () => "" },
  )
    .join("\n")
    .replaceAll(" >", ">");
  const set = (name: string, properties: Described["properties"]) => [
    `const ${variable(name)} = document.querySelector("kx-${name}");`,
    ...Object.entries(properties).map(([property, value]) => `${variable(name)}.${property} = ${value};`),
  ];
  return [
    bare,
    `<script type="module">`,
    indented(
      [
        `import ${parts.core} from "./kx-modifier/dist/index.js";`,
        `import "./kx-modifier/dist/widgets/standalone.js";`,
        ...parts.languages("./kx-modifier/dist/wording").map((line) => line.replace(/";$/, '.js";')),
        "",
        "await init();",
        ...parts.lines.map((line) => line.replace(/ as const;$/, ";")),
        "",
        ...set(parts.name, parts.properties),
        ...(parts.inside ? set(parts.inside.name, parts.inside.properties) : []),
        ...parts.events.flatMap(({ name, description }) => [
          ...(description ? ["", `// ${description}`] : []),
          `${variable(parts.name)}.addEventListener("${name}", ({ detail }) => console.log(detail));`,
        ]),
      ],
      2,
    ),
    "</script>",
  ].join("\n");
};

/** An element that shows itself without being given anything. */
const ALONE: Described = { asks: [], lines: [], properties: {} };

/** The code of an element, by its name without `kx-`. */
export function codeOf(name: string): Code {
  const own = described[name] ?? ALONE;
  const parts: Parts = {
    ...own,
    name,
    tag: `kx-${name}`,
    events: eventsOf(name),
    core: own.asks.length ? `init, { ${own.asks.join(", ")} }` : "init",
    languages: (folder) => (own.language ? [`import spanish from "${folder}/${own.language}";`] : []),
  };
  return [
    { page: "Plain page", language: "html", text: plain(parts) },
    { page: "React", language: "tsx", text: react(parts) },
    { page: "Angular", language: "typescript", text: angular(parts) },
    { page: "Vue", language: "html", text: vue(parts) },
  ];
}

/** What the panels "Code" and "Actions" need to know of an element. */
export const about = (name: string) => ({ code: codeOf(name), events: eventsOf(name).map((event) => event.name) });
