// What the styles of the widgets ask of a browser, each with its entry in MDN's compatibility data.
import bcd from "@mdn/browser-compat-data" with { type: "json" };
import { parse, walk } from "css-tree";

const { css } = bcd;

/** A function may stand under a type or under the property that takes it. */
function below(tree, name, path) {
  for (const [key, entry] of Object.entries(tree)) {
    if (key === "__compat") continue;
    if (key === name && entry.__compat) return { name: `${path}.${key}`, compat: entry.__compat };
    const found = below(entry, name, `${path}.${key}`);
    if (found) return found;
  }
  return null;
}
const byFunction = (name) => below(css.types, name, "css.types") ?? below(css.properties, name, "css.properties");
const at = (entry, name) => (entry?.__compat ? { name, compat: entry.__compat } : null);

/** Every browser has them, and the data lists none under their names. */
const OLD = new Set(["rgb", "root", "not", "and", "host", "-webkit-box-orient", "-webkit-line-clamp"]);

function* used(text) {
  const wanted = [];
  walk(parse(text, { parseCustomProperty: true }), (node) => {
    const { type, name, property } = node;
    if (type === "Declaration" && !property.startsWith("--")) {
      wanted.push([property, at(css.properties[property], `css.properties.${property}`), property]);
      if (property === "content" && node.value.type === "Value" && node.value.children.some(({ type, value }) => type === "Operator" && value === "/"))
        wanted.push(["content: … / …", at(css.properties.content.alt_text, "css.properties.content.alt_text")]);
    }
    if (type === "Function") wanted.push([`${name}()`, byFunction(name), name]);
    if (type === "PseudoClassSelector" || type === "PseudoElementSelector") wanted.push([`:${name}`, at(css.selectors[name], `css.selectors.${name}`), name]);
    if (type === "Atrule") wanted.push([`@${name}`, at(css["at-rules"][name], `css.at-rules.${name}`)]);
    if (type === "Feature" && node.kind === "media") {
      const feature = name.replace(/^(min|max)-/, "");
      wanted.push([`@media ${name}`, at(css["at-rules"].media[feature] ?? css["at-rules"].media[`-${feature}`], `css.at-rules.media.${feature}`), feature]);
    }
  });
  yield* wanted;
}

export async function cssFeatures(classes) {
  const found = new Map();
  for (const { widget, styles } of classes) {
    for (const { cssText } of [styles ?? []].flat(Number.POSITIVE_INFINITY)) {
      for (const [shown, feature, plain] of used(cssText)) {
        if (feature) found.set(feature.name, { ...feature, where: `kx-${widget}` });
        else if (!OLD.has(plain)) throw new Error(`the compatibility data does not know ${shown} of kx-${widget}`);
      }
    }
  }
  return [...found.values()];
}
