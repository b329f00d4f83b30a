// audit, line by line: a bad line is answered in its place and harms none of the lines around it, as in the package itself.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { consumer, kx } from "./command.mjs";

const { default: init, auditNdjson } = await import(pathToFileURL(join(consumer, "node_modules", "kx-modifier", "dist", "index.js")).href);
await init();

const line = (beneficiary, id, more) => JSON.stringify({ beneficiary, id, date: "2026-02-02", code: "97110", modifiers: ["GP"], allowed: "60.00", ...more });
const same = (name, text) => {
  const bytes = Buffer.from(text);
  assert.equal(kx(["audit", "--ndjson"], bytes).stdout, Buffer.from(auditNdjson(bytes)).toString(), name);
};
const BAD = {
  "no UTF-8": Buffer.from('{"beneficiary":"a\xff","id":"2"}', "latin1"),
  "half a pair": '{"beneficiary":"\\ud800","id":"2"}',
  "a number beyond all": '{"beneficiary":"b","id":"2","units":1e999}',
  "too deep": `{"beneficiary":"b","id":"2","x":${"[".repeat(200)}${"]".repeat(200)}}`,
  "a name twice": '{"beneficiary":"b","beneficiary":"a","id":"2"}',
  "a blank line": "",
  blanks: "   ",
  "a byte order mark": '\ufeff{"beneficiary":"b","id":"2"}',
  "lines of its own": '{"beneficiary":"b","lines":[]}',
  "no lines": '{"beneficiary":"b","lines":null,"id":"2"}',
  "a list": '[{"beneficiary":"b"}]',
  "an unknown field": '{"foo":1,"beneficiary":"b","id":"2"}',
  "a number for a name": '{"beneficiary":7,"id":"2"}',
  "an empty name": line("", "2"),
  "another one's line": line("b", "2"),
};
const among = (bad) => Buffer.concat([line("a", "1"), "\n", bad, "\n", line("a", "3"), "\n", line("a", "4"), "\n"].map((part) => Buffer.from(part)));

for (const [what, bad] of Object.entries(BAD)) test(`${what} among the lines of one beneficiary`, () => same(what, among(bad)));

test("bad lines of somebody else, one after the other", () => {
  const deep = BAD["too deep"];
  same("twice", [line("a", "1"), deep, deep, line("a", "2")].join("\n"));
  same("and then a good one", [line("a", "1"), deep, line("b", "1"), line("b", "2"), line("a", "2")].join("\n"));
  same("and blanks between", [line("a", "1"), line("b", "1"), "", deep, "", line("b", "2"), "{", line("a", "2"), line("c", "1")].join("\n"));
});

test("marks, ends and blanks around the lines", () => {
  const two = `${line("a", "1")}\n${line("a", "2")}`;
  same("a byte order mark", `\ufeff${two}\n`);
  same("CRLF", `${two.replace("\n", "\r\n")}\r\n`);
  same("no end", two);
  same("blanks at the end", `${two}\n\n \r\n\n`);
  same("a blank line first", `\n${two}\n`);
  same("a name of nothing but NUL", [line("\u0000", "1"), line("a", "1"), line("\u0000", "2"), line("a", "2"), line("\u0000\u0000", "1")].join("\n"));
  assert.equal(kx(["audit", "--ndjson"], `\ufeff${two}\n\n\n`).stdout.split("\n").length, 3);
});

test("a request of its own among the lines is answered in its place", () => {
  const { stdout } = kx(["audit", "--ndjson"], `${line("a", "1")}\n{"lines":[]}\n${line("a", "2")}\n`);
  const answers = stdout
    .trimEnd()
    .split("\n")
    .map((text) => JSON.parse(text));
  assert.deepEqual(
    answers.map((one) => one.id ?? Object.keys(one)[0]),
    ["1", "lines", "2"],
  );
});
