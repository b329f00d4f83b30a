// The maps of the shipped JavaScript: what is in them is there whole, so that no tool looks for a source beside the package.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, Stop } from "./run.mjs";

/** What a file says of its map. */
const COMMENT = /\n?\/\/# sourceMappingURL=.*\n?$/;

/** Changes the text of a built file; what names its map stays last. `change` may not move what is mapped. */
export function rewrite(path, change) {
  const text = readFileSync(path, "utf8");
  const [comment = ""] = COMMENT.exec(text) ?? [];
  const changed = change(text.replace(COMMENT, "\n"));
  writeFileSync(path, changed.replace(/\n?$/, comment || "\n"));
}

/** The inlined module is in the built file already, and says nothing to a reader. */
const INLINED = /\/wasm-inline\.js$/;
const PLACE = "// The WebAssembly module as text: dist/kx-modifier.wasm and dist/visit/kx-modifier.wasm are the same as files.\n";

/** Puts the maps of what was built into the form that is shipped. */
export function finishMaps(outputs) {
  for (const path of Object.keys(outputs).filter((name) => name.endsWith(".map"))) {
    const file = join(root, path);
    if (!existsSync(file)) continue;
    const map = JSON.parse(readFileSync(file, "utf8"));
    const strange = map.sources.find((source) => !source.startsWith("."));
    if (strange) throw new Stop(`${path} names ${strange}, which is no path from there`);
    map.sourcesContent = map.sources.map((source, index) => (INLINED.test(source) ? PLACE : map.sourcesContent[index]));
    writeFileSync(file, JSON.stringify(map));
  }
}
