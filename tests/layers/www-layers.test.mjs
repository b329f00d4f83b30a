// Each rule between the folders of www/, broken in a made-up tree: once each, all in one.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "kx-layers-"));
after(() => rmSync(work, { recursive: true, force: true }));

/** In order: what each folder may do. */
const SOUND = {
  "www/core/index.d.ts": "export interface Decision { action: string }\nexport function decide(): Decision;\n",
  "www/core/error.ts": "export class KxError extends Error {}\n",
  "www/core/index.ts": 'import type * as Kx from "./index.js";\nexport const decide: typeof Kx.decide = () => ({ action: "none" });\n',
  "www/core/interop/fhir.d.ts": 'import type { Decision } from "../index.js";\nexport function claim(): Decision;\n',
  "www/core/interop/fhir.ts":
    'import type * as Fhir from "./fhir.js";\nimport { KxError } from "../error.js";\nexport const claim: typeof Fhir.claim = () => { throw new KxError(); };\n',
  "www/widgets/index.ts": 'export { KxChip } from "./chip/element.js";\n',
  "www/widgets/chip/element.ts":
    'import type { Decision } from "kx-modifier";\nimport { KxError } from "../../core/error.js";\nexport class KxChip { decision: Decision | KxError | null = null; }\n',
  "www/desk/index.ts":
    'import type { Decision } from "kx-modifier";\nimport { KxChip } from "../widgets/chip/element.js";\nexport const show = (decision: Decision) => Object.assign(new KxChip(), { decision });\n',
  "www/testing/index.ts": 'import type { Decision } from "kx-modifier";\nexport const recorded: Decision = { action: "apply" };\n',
  "www/demo/main.ts":
    'import { decide } from "kx-modifier";\nimport { show } from "kx-modifier/desk";\nimport { practice } from "./practice.js";\nshow(decide());\nconsole.log(practice);\n',
  "www/demo/practice.ts": "export const practice = 1;\n",
  "www/cli/main.ts": 'import { readFileSync } from "node:fs";\nimport { decide } from "kx-modifier";\nconsole.log(decide(), readFileSync);\n',
};

const BROKEN = [
  ["circle", "www/demo/practice.ts", 'import "./main.js";'],
  // A type is an arrow, too.
  ["circle", "www/widgets/chip/element.ts", 'import type { KxChip as Own } from "../index.js";\nexport type Also = Own;'],
  ["core", "www/core/error.ts", 'import type { KxChip } from "../widgets/index.js";\nexport type Chip = KxChip;'],
  ["core-interop", "www/core/index.ts", 'export { claim } from "./interop/fhir.js";'],
  ["interop", "www/core/interop/fhir.ts", 'import { decide } from "../index.js";\nconsole.log(decide);'],
  ["cli", "www/cli/main.ts", 'import { KxChip } from "../widgets/index.js";\nconsole.log(KxChip);'],
  ["cli-network", "www/cli/main.ts", 'import { get } from "node:https";\nconsole.log(get);'],
  ["widgets", "www/widgets/chip/element.ts", 'import { decide } from "kx-modifier";\nconsole.log(decide);'],
  ["widgets-types", "www/widgets/chip/element.ts", 'import type { show } from "../../desk/index.js";\nexport type Show = typeof show;'],
  ["desk", "www/desk/index.ts", 'import { decide } from "kx-modifier";\nconsole.log(decide);'],
  ["desk-types", "www/desk/index.ts", 'import type { practice } from "../demo/practice.js";\nexport type Practice = typeof practice;'],
  ["testing", "www/testing/index.ts", 'import type { KxChip } from "../widgets/index.js";\nexport type Chip = KxChip;'],
  ["testing", "www/testing/index.ts", 'import { KxError } from "../core/error.js";\nexport const error = KxError;'],
  ["testing", "www/testing/index.ts", 'import { getByRole } from "@testing-library/dom";\nexport const get = getByRole;'],
  ["demo", "www/demo/main.ts", 'import { KxChip } from "../widgets/chip/element.js";\nconsole.log(KxChip);'],
  ["declared", "www/core/interop/fhir.ts", 'import { decide } from "../index.js";\nconsole.log(decide);'],
];

/** What a tree breaks: the rule, and the file that does. */
function broken(tree) {
  rmSync(join(work, "www"), { recursive: true, force: true });
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), text);
  }
  const { stdout, stderr } = spawnSync(
    join(root, "tests", "node_modules", ".bin", "depcruise"),
    ["--config", "scripts/lib/www-layers.mjs", "--output-type", "json", "www"],
    { cwd: work, encoding: "utf8", maxBuffer: 1 << 26 },
  );
  assert.ok(stdout, stderr);
  return JSON.parse(stdout).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

cpSync(join(root, "tsconfig.json"), join(work, "tsconfig.json"));
for (const name of ["www-layers.mjs", "www-resolve.cjs"]) cpSync(join(root, "scripts", "lib", name), join(work, "scripts", "lib", name));

test("what each folder may do is in order", () => assert.deepEqual(broken(SOUND), []));

const tree = { ...SOUND };
for (const [, path, line] of BROKEN) tree[path] = `${line}\n${tree[path]}`;
const found = broken(tree);
/** Where the made-up tree has it, or what stands outside of it. */
const target = (path, line) => {
  const said = /from "([^"]+)"|import "([^"]+)"/.exec(line).slice(1).find(Boolean);
  if (said === "kx-modifier") return "www/core/index.";
  return said.startsWith(".") ? join(dirname(path), said).replace(/js$/, "") : said.replace("node:", "");
};

for (const [rule, path, line] of BROKEN) {
  const to = target(path, line);
  const isIt = (one) => one.startsWith(`${rule}: ${path} → ${to}`) || (rule === "circle" && one.startsWith(`${rule}: ${to}`) && one.endsWith(` → ${path}`));
  test(`${rule}: ${path} may not say ${line.split("\n")[0]}`, () => assert.ok(found.some(isIt), found.join("\n")));
}
