// Where the site's texts and tables come from.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
export const text = (path) => readFileSync(join(root, path), "utf8");
const { parse } = createRequire(join(root, "package.json"))("csv-parse/sync");
export const rows = (path) => parse(text(path), { columns: true });
export const json = (path) => JSON.parse(text(path));
export const named = (folder, ending) => readdirSync(join(root, folder)).filter((name) => name.endsWith(ending));
