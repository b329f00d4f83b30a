// The notices of what is inside the npm package and the wheel: each licence text once, behind the packages it is of.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundled, crates, LINKED } from "./inside.mjs";
import { taken, textsOf } from "./licences.mjs";
import { root, Stop } from "./run.mjs";

const MIT = (holder) => `The MIT License (MIT)

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Linked into every module and wheel, and in no lock file. Its version is the compiler's. */
const LIBRARY = {
  label:
    "Rust's standard library (MIT OR Apache-2.0), with compiler_builtins (MIT AND Apache-2.0 WITH LLVM-exception), dlmalloc and hashbrown (MIT OR Apache-2.0)",
  text: MIT("The Rust Project Contributors"),
};

const CPT = `CPT is a registered trademark of the American Medical Association. CPT codes are copyright of the American Medical Association.
This software names CPT codes by their number only. Its short names of them are its own words; it holds none of the AMA's descriptions.
Who shows or bills CPT codes may need a license from the American Medical Association.`;

const HEAD = (what) => `# Third-party notices

What others wrote and is inside ${what}, with their licenses. Written by \`node scripts/notices.mjs\`.

## CPT

${CPT}
`;

/** Blank lines and widths differ between copies of one text. */
const sameText = (text) => text.replace(/\s+/g, " ");

/** The notices of packages, as Markdown. `beside` are texts that no package brings. */
export function noticesOf(what, packages, beside = [LIBRARY]) {
  const groups = new Map(beside.map(({ label, text }) => [sameText(text), { text, names: [label] }]));
  const rows = [];
  const others = packages.filter(({ own }) => !own).sort((a, b) => a.name.localeCompare(b.name, "en") || a.version.localeCompare(b.version, "en"));
  for (const { kind, name, version, license, folder } of others) {
    const licences = taken(`${name} ${version}`, license);
    rows.push(`| ${name} | ${version} | ${kind} | ${license} |`);
    for (const { licence, text } of textsOf(folder, licences)) {
      if (text === null) throw new Stop(`${name} ${version} is under ${licence} and brings no text of it: see what its repository has`);
      const group = groups.get(sameText(text)) ?? { text, names: [] };
      groups.set(sameText(text), group);
      group.names.push(`${name} ${version} (${licence})`);
    }
  }
  const table = ["| package | version | from | license |", "|---|---|---|---|", ...rows].join("\n");
  const texts = [...groups.values()].map(({ text, names }) => `### ${[...new Set(names)].join(", ")}\n\n\`\`\`text\n${text}\n\`\`\`\n`);
  return `${HEAD(what)}\n## Packages\n\n${table}\n\n## Licenses\n\n${texts.join("\n")}`;
}

/** The files of notices, and what each is to hold. */
export function allNotices() {
  const npm = [...crates(LINKED.modules), ...bundled()];
  return {
    "THIRD-PARTY-NOTICES.md": noticesOf("the npm package `kx-modifier`", npm),
    "python/THIRD-PARTY-NOTICES.md": noticesOf("the wheel `kx-modifier`", crates(LINKED.wheel)),
  };
}

/** Files whose notices are not those of today. */
export function staleNotices() {
  return Object.entries(allNotices())
    .filter(([file, text]) => {
      try {
        return readFileSync(join(root, file), "utf8") !== text;
      } catch {
        return true;
      }
    })
    .map(([file]) => file);
}
