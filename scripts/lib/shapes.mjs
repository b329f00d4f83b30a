// The names of the objects that answers are made of, from the shapes of the core (`object!(out, { "name" => …, … })`, or `out.object("name,…")`). A literal makes an
// object several times quicker than setting one property after the other; what is missed here is made that way, so nothing depends on it.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

const filesBelow = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(".rs"))
    .map((name) => join(folder, name));

/** The text without comments, and what is in its literals left as it is. */
const withoutComments = (text) => text.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*/g, (found) => (found.startsWith("//") ? "" : found));

/** The names at the outer level of the object that begins behind `from`. */
function namesFrom(text, from) {
  const names = [];
  let depth = 0;
  const token = /"((?:[^"\\]|\\.)*)"\s*(=>)?|[({[]|[)}\]]/gy;
  token.lastIndex = from;
  for (let at = from; at < text.length; at = token.lastIndex || at + 1) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found) continue;
    if (found[2] && depth === 1) names.push(found[1]);
    else if ("({[".includes(found[0])) depth += 1;
    else if (")}]".includes(found[0]) && --depth === 0) break;
  }
  return names;
}

/** The source of `{ "a,b": (next) => ({ "a": next(), "b": next() }), … }` for the shapes below some folders of src/. */
export function literals(areas) {
  const shapes = new Set();
  for (const file of areas.flatMap((area) => filesBelow(join("src", area)))) {
    const text = withoutComments(readFileSync(join(root, file), "utf8"));
    for (const { index, 0: found } of text.matchAll(/object!\([^{]*(?=\{)/g)) {
      const names = namesFrom(text, index + found.length);
      if (names.length > 0) shapes.add(names.join(","));
    }
    for (const [, names] of text.matchAll(/\.object\("([^"]+)"\)/g)) shapes.add(names);
  }
  const literal = (names) =>
    `{${names
      .split(",")
      .map((name) => `${JSON.stringify(name)}:n()`)
      .join(",")}}`;
  return `export default {\n${[...shapes]
    .sort()
    .map((names) => `${JSON.stringify(names)}:(n)=>(${literal(names)}),`)
    .join("\n")}\n};\n`;
}
