// How the custom elements manifest is made: public members only, and the paths of the package in place of the sources'.
import { generateJetBrainsWebTypes } from "custom-element-jet-brains-integration";
import { readFileSync } from "node:fs";

const inPackage = (path) => path?.replace(/^\/?www\//, "dist/").replace(/\.ts$/, ".js");
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
// Lit's own, which no user of an element calls.
const LIT = new Set(["connectedCallback", "disconnectedCallback"]);

const published = {
  name: "kx-published",
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      module.path = inPackage(module.path);
      // Types of the folder that an element passes on; the analyzer takes them for things that exist when the page runs.
      module.exports = module.exports?.filter(({ declaration }) => !declaration?.module?.startsWith("./"));
      for (const { declaration } of module.exports ?? []) if (declaration?.module) declaration.module = inPackage(declaration.module);
      for (const declaration of module.declarations ?? []) {
        if (declaration.superclass?.module) declaration.superclass.module = inPackage(declaration.superclass.module);
        declaration.members = declaration.members?.filter(({ name, privacy, static: fixed }) => privacy === undefined && !fixed && !LIT.has(name));
        for (const part of [
          ...(declaration.members ?? []),
          ...(declaration.attributes ?? []),
          ...(declaration.cssParts ?? []),
          ...(declaration.cssProperties ?? []),
          ...(declaration.events ?? []),
        ]) {
          if (part.inheritedFrom?.module) part.inheritedFrom.module = inPackage(part.inheritedFrom.module);
        }
      }
    }
    // The files are found side by side, in an order of no build's own.
    customElementsManifest.modules.sort((one, other) => (one.path < other.path ? -1 : 1));
    generateJetBrainsWebTypes(customElementsManifest, { outdir: "dist", webTypesFileName: "web-types.json", packageJson: false, hideLogs: true, version });
  },
};

export default {
  globs: [
    "www/widgets/*/element.ts",
    "www/widgets/shared/element.ts",
    "www/widgets/shared/input.ts",
    "www/widgets/shared/form.ts",
    "www/widgets/shared/field.ts",
    "www/widgets/line-table/table.ts",
  ],
  outdir: "dist",
  litelement: true,
  packagejson: false,
  plugins: [published],
};
