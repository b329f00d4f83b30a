// Licences: how an expression is read, what is taken of it, and that an unknown one stops the notices.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { allowedLicences, choices, taken } from "../../scripts/lib/licences.mjs";
import { noticesOf } from "../../scripts/lib/notices.mjs";

const folder = mkdtempSync(join(tmpdir(), "kx-licences-"));
after(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, "LICENSE"), "Permission is hereby granted, free of charge, to Ann.");
const planted = (license) => ({ kind: "npm", name: "planted", version: "1.0.0", license, own: false, folder });
const allowed = new Set(["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "Unicode-3.0"]);

test("an expression leaves choices", () => {
  assert.deepEqual(choices("MIT"), [["MIT"]]);
  assert.deepEqual(choices("MIT OR Apache-2.0"), [["MIT"], ["Apache-2.0"]]);
  assert.deepEqual(choices("MIT/Apache-2.0"), [["MIT"], ["Apache-2.0"]]);
  assert.deepEqual(choices("(MIT OR Apache-2.0) AND Unicode-3.0"), [
    ["MIT", "Unicode-3.0"],
    ["Apache-2.0", "Unicode-3.0"],
  ]);
  assert.deepEqual(choices("Apache-2.0 WITH LLVM-exception OR MIT"), [["Apache-2.0 WITH LLVM-exception"], ["MIT"]]);
  for (const bad of ["", "MIT OR", "(MIT", "MIT)", "AND MIT", "MIT Apache-2.0"]) assert.throws(() => choices(bad), /is no licence expression/, bad);
});

test("an allowed choice is taken, MIT first", () => {
  assert.deepEqual(taken("a", "GPL-3.0-only OR Apache-2.0", allowed), ["Apache-2.0"]);
  assert.deepEqual(taken("a", "Apache-2.0 OR MIT", allowed), ["MIT"]);
  assert.deepEqual(taken("a", "(MIT OR Apache-2.0) AND Unicode-3.0", allowed), ["MIT", "Unicode-3.0"]);
});

test("what is not allowed, or named by nobody, is refused", () => {
  assert.throws(() => taken("a 1", "GPL-3.0-only", allowed), /a 1 is under GPL-3\.0-only: deny\.toml allows none of it/);
  assert.throws(() => taken("a 1", "MIT AND GPL-3.0-only", allowed), /allows none/);
  assert.throws(() => taken("a 1", undefined, allowed), /names no licence/);
  assert.ok(!allowedLicences().has("GPL-3.0-only") && allowedLicences().has("MIT"));
});

test("notices hold each text, and stop at a licence that is not allowed or has no text", () => {
  assert.match(noticesOf("a thing", [planted("MIT")]), /### planted 1\.0\.0 \(MIT\)\n\n```text\nPermission is hereby granted, free of charge, to Ann\./);
  assert.throws(() => noticesOf("a thing", [planted("SSPL-1.0")]), /planted 1\.0\.0 is under SSPL-1\.0/);
  assert.throws(() => noticesOf("a thing", [planted("ISC")]), /brings no text of it/);
  assert.doesNotMatch(noticesOf("a thing", [{ ...planted("SSPL-1.0"), own: true }]), /planted/);
});
