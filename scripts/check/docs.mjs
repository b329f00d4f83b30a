// The crate's documentation is complete and its links lead somewhere. With what is private: most rooms are, and who works in them reads it.
import { alone, show } from "../lib/check.mjs";

export const label = "documentation of the crate";
export const run = () =>
  show("cargo", ["doc", "--no-deps", "--quiet", "--document-private-items"], {
    env: { ...process.env, RUSTDOCFLAGS: "-D warnings -A rustdoc::private_intra_doc_links" },
  });

await alone(import.meta, run);
