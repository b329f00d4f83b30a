// README's counts are those of the rows. The crate's documentation is complete and its links lead somewhere. With what is private: most rooms are, and who works in them reads it.
import { alone, root, show, Stop } from "../lib/check.mjs";
import { ensurePackages } from "../lib/tools.mjs";

export const label = "documentation of the crate";
export async function run() {
  await ensurePackages(root, "what counts the rows");
  const { before, after } = await (await import("../lib/parity.mjs")).parity();
  if (before !== after) throw new Stop("README.md counts what is not so any more: `node scripts/build.mjs` counts anew");
  await show("cargo", ["doc", "--no-deps", "--quiet", "--document-private-items"], {
    env: { ...process.env, RUSTDOCFLAGS: "-D warnings -A rustdoc::private_intra_doc_links" },
  });
}

await alone(import.meta, run);
