// The crate's documentation is complete and its links lead somewhere.
import { alone, show } from "../lib/check.mjs";

export const label = "documentation of the crate";
export const run = () => show("cargo", ["doc", "--no-deps", "--quiet"], { env: { ...process.env, RUSTDOCFLAGS: "-D warnings" } });

await alone(import.meta, run);
