// The rules as rows, the laws, the JSON twins, the data tables and the examples in the documentation.
import { alone, show } from "../lib/check.mjs";

export const label = "Rust tests (rows, laws, JSON, tables, examples)";
export const run = () => show("cargo", ["test", "--quiet"]);

await alone(import.meta, run);
