// Rust is formatted.
import { alone, show } from "../lib/check.mjs";

export const label = "formatting";
export const run = () => show("cargo", ["fmt", "--all", "--check"]);

await alone(import.meta, run);
