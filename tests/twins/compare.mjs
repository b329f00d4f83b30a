// The same lines through the crate, the command in Node, the WebAssembly module and the wheel: the same bytes.
// `node tests/twins/compare.mjs COUNT PYTHON [--release]`
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { linesWithFaults } from "./lines.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [count, python, ...options] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "kx-twins-"));
const at = (name) => join(work, name);

/** Standard output of a command. A finding is status 1 of the command line, a bad line 2. */
function output(command, args, input, statuses = [0]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, input, maxBuffer: 1 << 30 });
  if (!statuses.includes(status)) throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${stderr}`);
  return stdout;
}

function same(name, found, wanted) {
  const digest = createHash("sha256").update(found).digest("hex").slice(0, 16);
  console.log(`${name.padEnd(34)} ${String(found.length).padStart(11)} bytes  ${digest}`);
  if (Buffer.compare(found, wanted) === 0) return;
  const [own, other] = [found, wanted].map((bytes) => bytes.toString().split("\n"));
  const place = own.findIndex((line, index) => line !== other[index]);
  throw new Error(`${name}: line ${place + 1} is\n${own[place]}\nand not\n${other[place]}`);
}

try {
  const { text, inColumns } = linesWithFaults(Number(count));
  writeFileSync(at("lines"), text);
  writeFileSync(at("fits"), inColumns.map((fits) => (fits ? "1" : "0")).join(""));
  const native = output("cargo", ["run", "--quiet", ...options, "--example", "audit_ndjson"], text);
  const held = (lines) =>
    lines
      .toString()
      .split("\n")
      .filter((_, index) => inColumns[index] ?? true)
      .join("\n");
  same("the crate", native, native);
  same("Node (kx-modifier audit)", output(process.execPath, [join(root, "dist", "cli.js"), "audit", "--ndjson", at("lines")], "", [0, 1, 2]), native);
  const { initSync, auditNdjson } = await import("../../dist/url.js");
  initSync(readFileSync(join(root, "dist", "kx-modifier.wasm")));
  same("WebAssembly (a file of its own)", Buffer.from(auditNdjson(Buffer.from(text))), native);
  output(python, [fileURLToPath(new URL("wheel.py", import.meta.url)), at("lines"), at("out"), at("fits"), at("columns")], "");
  same("the wheel, lines of JSON", readFileSync(at("out")), native);
  // An id that stands twice, or a beneficiary that stood earlier, is so with or without the lines that columns cannot hold; their balances are not.
  const without = output("cargo", ["run", "--quiet", ...options, "--example", "audit_ndjson"], held(text));
  same("the wheel, Arrow record batches", readFileSync(at("columns")), without);
} finally {
  rmSync(work, { recursive: true, force: true });
}
