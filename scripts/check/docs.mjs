// README's counts are those of the rows. What the texts name is there: files, scripts, commands, entries, names of the code. The crate's documentation is complete and its links lead somewhere. With what is private: most rooms are, and who works in them reads it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { alone, root, show, Stop } from "../lib/check.mjs";
import { knownThings, textsOf } from "../lib/known.mjs";
import { wrongMentions } from "../lib/mentions.mjs";
import { ensurePackages } from "../lib/tools.mjs";

export const label = "what the texts name, and the documentation of the crate";
export async function run() {
  await ensurePackages(root, "what counts the rows");
  const { before, after } = await (await import("../lib/parity.mjs")).parity();
  if (before !== after) throw new Stop("README.md counts what is not so any more: `node scripts/build.mjs` counts anew");
  await show(process.execPath, ["--test", join(root, "tests", "docs", "mentions.test.mjs")]);
  const known = knownThings();
  const wrong = textsOf(known).flatMap((file) =>
    wrongMentions(readFileSync(join(root, file), "utf8"), { ...known, hasLink: known.linksOf(file) }).map(({ line, what }) => `${file}:${line}: ${what}`),
  );
  if (wrong.length) throw new Stop(`texts name what is not there:\n${wrong.join("\n")}`);
  await show("cargo", ["doc", "--no-deps", "--quiet", "--document-private-items"], {
    env: { ...process.env, RUSTDOCFLAGS: "-D warnings -A rustdoc::private_intra_doc_links" },
  });
}

await alone(import.meta, run);
