// What the site has, in its order. A page is told once: it is a file of docs/, a part of README, or a table written from the source.
import { named, text } from "./lib/files.mjs";
import { declared, elementPage, tokens } from "./lib/elements.mjs";
import { section, whole } from "./lib/sections.mjs";
import { codes, notices, packSchema, years } from "./lib/tables.mjs";

const readme = () => text("README.md");
const part = (heading, without) => section(readme(), heading, without);
const file = (name) => whole(text(name)).body;
/** A file of docs/ that stands on the page `url`. */
const doc = (url, name, title) => ({ url, title: title ?? whole(text(`docs/${name}`)).title, files: [`docs/${name}`], body: () => file(`docs/${name}`) });
/** A part of README that stands on the page `url`; links to its headings lead there. */
const readmePart = (url, title, heading, { without, after = () => "", ...rest } = {}) => ({
  url,
  title,
  readme: heading,
  body: () => `${part(heading, without)}\n\n${after()}`.trim(),
  ...rest,
});

const USE = ["The record of attestations", "After a denial", "FHIR and CDS Hooks"];
const WIDGETS = ["In forms, and locked", "Browsers"];

const groups = [
  {
    title: "Start",
    pages: [
      doc("guide/", "guide.md"),
      { url: "playground/", title: "Playground", layout: "playground", body: () => "" },
      readmePart("functions/", "Every function", "Use", { without: USE }),
      readmePart("widgets/", "Widgets", "Widgets", { without: WIDGETS }),
    ],
  },
  {
    title: "Recipes",
    pages: [
      doc("frameworks/", "frameworks.md", "React, Vue and Angular"),
      doc("bundlers/", "bundlers.md", "Bundlers and plain pages"),
      readmePart("forms/", "Forms and locked notes", "In forms, and locked"),
      doc("testing/", "testing.md", "Testing your screens"),
      readmePart("attestations/", "Record of attestations", "The record of attestations"),
      doc("denials/", "denials.md", "Denials, due dates, reviews"),
      readmePart("fhir/", "FHIR and CDS Hooks", "FHIR and CDS Hooks"),
      readmePart("language/", "Another language", "Another language"),
      readmePart("new-year/", "A new year and rule packs", "A new year", { after: packSchema }),
      readmePart("command-line/", "Command line", "Command line"),
      {
        url: "python/",
        title: "Python wheel",
        files: ["python/README.md"],
        readme: "Python, and claims by the million",
        body: () => file("python/README.md").replace(/## Build[\s\S]*$/, ""),
      },
      doc("warehouse/", "warehouse.md", "Claims by the million"),
    ],
  },
  {
    title: "Reference",
    pages: [
      { url: "api/", title: "API", layout: "page", body: () => "", api: true },
      {
        url: "elements/",
        title: "Elements",
        body: () =>
          `Made from \`kx-modifier/custom-elements.json\`, which editors read too.\n\n${declared()
            .map((one) => `- [\`<${one.tagName}>\`](site:elements/${one.tagName}/): ${one.description.replace(/\s+/g, " ").split(/(?<=\.) /)[0]}`)
            .join("\n")}\n\n## Tokens\n\nSet them on any element around the widgets.\n\n${tokens()}`,
        below: () => declared().map((one) => ({ url: `elements/${one.tagName}/`, title: one.tagName, body: () => elementPage(one) })),
      },
      { url: "notices/", title: "Notices and errors", body: notices },
      { url: "codes/", title: "Therapy codes", body: codes },
      { url: "years/", title: "Amounts and deadlines", body: years },
      { url: "crate/kx_modifier/", title: "Rust crate", elsewhere: true },
    ],
  },
  {
    title: "Trust",
    pages: [
      readmePart("sources/", "Where the rules come from", "Where the rules come from"),
      doc("scope/", "scope.md"),
      readmePart("speed/", "How quick", "How quick"),
      readmePart("browsers/", "Browsers", "Browsers"),
      doc("accessibility/", "accessibility.md"),
      doc("yearly-update/", "yearly-update.md"),
      doc("spanish-terms/", "spanish-terms.md"),
      { url: "changes/", title: "Changes", files: ["CHANGELOG.md"], body: () => file("CHANGELOG.md") },
      { url: "design/", title: "Why it is so", files: ["DESIGN.md"], body: () => file("DESIGN.md") },
    ],
  },
];

/** The groups with every file of docs/: what nobody gave a place stands at the end. */
export function navigation() {
  const placed = new Set(groups.flatMap(({ pages }) => pages.flatMap(({ files = [] }) => files)));
  const rest = named("docs", ".md").filter((name) => !placed.has(`docs/${name}`));
  if (rest.length === 0) return groups;
  return [...groups, { title: "More", pages: rest.map((name) => doc(`${name.replace(".md", "")}/`, name)) }];
}
