// The widgets' reference, from the manifest of custom elements that the package ships.
import { json } from "./files.mjs";
import { table } from "./tables.mjs";

const flat = (words = "") => words.replace(/\s+/g, " ").trim();
const code = (words) => (words ? `\`${flat(words)}\`` : "");
const part = (title, heads, lines) => (lines.length ? `### ${title}\n\n${table(heads, lines)}\n` : "");

export const declared = () =>
  json("dist/custom-elements.json")
    .modules.flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort((one, other) => (one.tagName < other.tagName ? -1 : 1));

export function elementPage(element) {
  const fields = (element.members ?? []).filter(({ kind, privacy, static: still }) => kind === "field" && (privacy ?? "public") === "public" && !still);
  const methods = (element.members ?? []).filter(({ kind, privacy, static: still }) => kind === "method" && (privacy ?? "public") === "public" && !still);
  const name = element.tagName.replace("kx-", "");
  return `${flat(element.description)}

\`\`\`js
import "kx-modifier/widgets/${name}/define"; // registers <${element.tagName}>
import { ${element.name} } from "kx-modifier/react/${name}"; // the React component
\`\`\`

${part(
  "Properties",
  ["property", "attribute", "type", "default", "meaning"],
  fields.map((field) => [
    code(field.name),
    code(field.attribute),
    code(field.type?.text),
    code(field.default),
    `${flat(field.description)}${field.readonly ? " Read only." : ""}`,
  ]),
)}
${part(
  "Events",
  ["event", "type", "sent when"],
  (element.events ?? []).map((event) => [code(event.name), code(event.type?.text), flat(event.description)]),
)}
${part(
  "Methods",
  ["method", "meaning"],
  methods.map((method) => [code(`${method.name}(${(method.parameters ?? []).map((one) => one.name).join(", ")})`), flat(method.description)]),
)}
${part(
  "Slots",
  ["slot", "what it takes"],
  (element.slots ?? []).map((slot) => [code(slot.name || "default"), flat(slot.description)]),
)}
${part(
  "Parts",
  ["part", "what it is"],
  (element.cssParts ?? []).map((one) => [code(one.name), flat(one.description)]),
)}`.replaceAll("### ", "## ");
}

/** The tokens are the same for every widget. */
export function tokens() {
  const all = new Map(declared().flatMap(({ cssProperties = [] }) => cssProperties.map((one) => [one.name, one])));
  return table(
    ["token", "what it colors or measures"],
    [...all.values()].map(({ name, description }) => [code(name), flat(description)]),
  );
}
