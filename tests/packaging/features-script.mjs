// What the code that runs in a page asks of a browser: whatever TypeScript's own libraries declare, by what the compiler says that it is.
import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import bcd from "@mdn/browser-compat-data" with { type: "json" };
import ts from "typescript";

const { builtins } = bcd.javascript;
/** Parts of interfaces that the data lists under who has them. */
const HAS = {
  ParentNode: ["Element", "Document"],
  ChildNode: ["Element"],
  ElementCSSInlineStyle: ["HTMLElement"],
  ARIAMixin: ["Element"],
  HTMLOrSVGElement: ["HTMLElement"],
  DocumentOrShadowRoot: ["Document", "ShadowRoot"],
  WindowOrWorkerGlobalScope: ["Window"],
  ObjectConstructor: ["Object"],
  Body: ["Response"],
};

/** Each place where such a thing may stand, the first that is there. */
function entryOf(owner, member) {
  const owners = HAS[owner] ?? [owner.replace(/Constructor$/, "")];
  for (const name of owners) {
    for (const [path, tree] of [
      [`javascript.builtins.${name}`, builtins[name]],
      [`javascript.builtins.Intl.${name}`, builtins.Intl[name]],
      [`api.${name}`, bcd.api[name]],
    ]) {
      const entry = member === null ? tree : tree?.[member];
      if (entry?.__compat) return { name: member === null ? path : `${path}.${member}`, compat: entry.__compat };
    }
  }
  return null;
}

/** Whose member a declaration of a library is; a variable stands for itself. */
function ownerOf(declaration) {
  const { parent } = declaration;
  if (ts.isInterfaceDeclaration(parent)) return [parent.name.text, declaration.name?.getText() ?? null];
  if (ts.isTypeLiteralNode(parent) && ts.isVariableDeclaration(parent.parent)) return [parent.parent.name.getText(), declaration.name?.getText() ?? null];
  if (ts.isVariableDeclaration(declaration) || ts.isFunctionDeclaration(declaration)) return [declaration.name?.getText() ?? "", null];
  return null;
}

export function scriptFeatures(root) {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const files = ["core", "desk", "widgets"].flatMap((floor) =>
    readdirSync(join(root, "www", floor), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
      .map((name) => join(root, "www", floor, name)),
  );
  const program = ts.createProgram(files, { ...options, types: [], noEmit: true });
  const checker = program.getTypeChecker();
  const library = dirname(ts.getDefaultLibFilePath(options));
  const found = new Map();
  const look = (node) => {
    if (ts.isIdentifier(node)) {
      for (const declaration of checker.getSymbolAtLocation(node)?.declarations ?? []) {
        if (dirname(declaration.getSourceFile().fileName) !== library) continue;
        const [owner, member] = ownerOf(declaration) ?? [];
        const feature = owner === undefined ? null : (entryOf(owner, member) ?? (member === null ? entryOf("Window", owner) : null));
        if (feature && !found.has(feature.name)) found.set(feature.name, { ...feature, where: relative(root, node.getSourceFile().fileName) });
      }
    }
    ts.forEachChild(node, look);
  };
  for (const name of files) ts.forEachChild(program.getSourceFile(name), look);
  return [...found.values()];
}
