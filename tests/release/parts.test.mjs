// What a release is put together of: steps, reports of what is public, members of archives, and what is a changed decision.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { step } from "../../scripts/lib/run.mjs";
import { difference } from "../../scripts/release/apis.mjs";
import { tarMembers } from "../../scripts/release/bytes.mjs";
import { checkedMarks, moved } from "../../scripts/release/changelog.mjs";
import { rulesOf } from "../../scripts/release/release.mjs";
import { bumped, compare, stepOf, versionFiles } from "../../scripts/release/version.mjs";
import { decisions, different } from "../contract/decisions.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (file) => readFileSync(join(root, file), "utf8");

test("this project as it stands can be released: its version is in every place, and its marks have rules of their own", () => {
  const current = JSON.parse(read("package.json")).version;
  const files = Object.fromEntries(versionFiles.map((file) => [file, read(file)]));
  const after = bumped(files, current, "99.0.0");
  for (const file of versionFiles) assert.ok(!after[file].includes(`kx-modifier"\nversion = "${current}"`) && after[file].includes("99.0.0"), file);
  checkedMarks(read("CHANGELOG.md"), rulesOf(root));
  assert.match(moved(read("CHANGELOG.md"), "99.0.0", "2099-01-01"), /^## Unreleased \(rules [\d.]+\)\n\n## 99\.0\.0 \(rules [\d.]+, 2099-01-01\)$/m);
});

test("what a command printed is whole, also what arrives after its end, and what it left running is not waited for", async () => {
  const log = join(mkdtempSync(join(tmpdir(), "kx-step-")), "log");
  const said = (script) => step("a command", "sh", ["-c", script], { quiet: true, log });
  assert.equal(await said("(sleep 0.3; echo late) & echo early"), "early\nlate\n");
  assert.equal(await said("sleep 8 & echo early"), "early\n");
});

test("versions are numbers", () => {
  assert.ok(compare("0.10.0", "0.9.9") > 0 && compare("1.0.0", "1.0.0") === 0 && compare("0.2.0", "0.2.1") < 0);
  assert.deepEqual(
    [
      ["0.1.0", "0.2.0"],
      ["0.1.0", "0.1.1"],
      ["1.1.0", "2.0.0"],
      ["1.1.0", "1.2.0"],
      ["1.1.0", "1.1.1"],
    ].map(([from, to]) => stepOf(from, to).may),
    ["break", "fix", "break", "add", "fix"],
  );
});

test("a report's lines are counted, not placed", () => {
  assert.deepEqual(difference("# x\na\nb\nb\n", "b\na\n"), { removed: ["b"], added: [] });
  assert.deepEqual(difference("a\n", "a\na\n// a word\n"), { removed: [], added: ["a"] });
});

test("a tar file's members", () => {
  const header = Buffer.alloc(512);
  header.write("package/a.js", 0);
  header.write("00000000003\0", 124);
  const tar = (text) => Buffer.concat([header, Buffer.from(text.padEnd(512, "\0")), Buffer.alloc(1024)]);
  assert.deepEqual([...tarMembers(tar("abc")).keys()], ["package/a.js"]);
  assert.notDeepEqual(tarMembers(tar("abc")), tarMembers(tar("abd")));
});

test("a decision is what is said in codes, amounts and yes or no", () => {
  assert.equal(different({ action: "apply", tooltip: "KX: a" }, { action: "apply", tooltip: "Other" }), null);
  assert.equal(different({ reason: "over by $1" }, { reason: "more than $1" }), null);
  assert.equal(different({ action: "apply" }, { action: "apply", more: 1 }), null);
  assert.equal(different({ action: "apply" }, { action: "suggest" }), "action");
  assert.equal(different({ lines: [{ kx: "1.00" }] }, { lines: [{ kx: "1.01" }] }), "lines[0].kx");
  assert.equal(different({ notices: [{ code: "a" }] }, { notices: [] }), "notices.length");
  assert.equal(different({ standing: null }, { standing: { left: "1.00" } }), "standing");
});

test("two packages are asked the same", () => {
  const api = (action) => ({ decide: ({ n }) => (n === 2 ? assert.fail() : { action: n === 1 ? action : "none", tooltip: action }) });
  const kinds = [{ name: "decide", count: 3, make: () => [["decide", { n: 1 }]] }];
  assert.deepEqual(decisions(api("apply"), api("apply"), kinds), []);
  assert.deepEqual(decisions(api("apply"), api("keep"), kinds), ["decide/0 action", "decide/1 action", "decide/2 action"]);
  assert.deepEqual(decisions(api("apply"), {}, kinds).length, 3);
  assert.deepEqual(decisions({}, api("apply"), kinds), []);
});
