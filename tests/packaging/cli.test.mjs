// The commands over requests in JSON, as a person types them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { bin, CLAIMS, consumer, decision, file, folder, kx, remittance, script } from "./command.mjs";

const manifest = JSON.parse(readFileSync(join(consumer, "node_modules", "kx-modifier", "package.json"), "utf8"));
const lines = (...values) => values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join("\n");

test("--version names the package, its rules and their years", () => {
  const { status, stdout, stderr } = kx(["--version"]);
  assert.match(stdout, new RegExp(`^kx-modifier ${manifest.version} \\(.+\\)\nrules \\S+\nyears 2018 .*2026`));
  assert.deepEqual([status, stderr], [0, ""]);
});

test("--help names every command, and each command its options and what its status means", () => {
  const { status, stdout } = kx(["--help"]);
  assert.equal(status, 0);
  for (const command of ["decide", "audit", "hold", "rework", "ecbr", "scrub-837", "read-271", "read-835"]) {
    assert.match(stdout, new RegExp(`^  ${command} .*FILE`, "m"));
    const own = kx([command, "--help"]);
    assert.equal(own.status, 0);
    assert.match(own.stdout, /--table[\s\S]*--ndjson[\s\S]*Exit status: 0 .*; 1 .*;\n2 /);
    assert.equal(own.stdout.includes("--fees FILE"), command === "scrub-837");
    assert.ok(
      own.stdout.split("\n").every((line) => line.length <= 140),
      own.stdout,
    );
  }
});

test("an object gives an object, an array an array, a line a line", () => {
  const one = decision();
  const object = kx(["decide"], JSON.stringify(one, null, 2));
  assert.deepEqual([object.status, object.stderr], [0, ""]);
  const answer = JSON.parse(object.stdout);
  assert.equal(answer.action, "apply");
  assert.deepEqual(JSON.parse(kx(["decide", "-"], JSON.stringify([one, one])).stdout), [answer, answer]);
  assert.deepEqual(JSON.parse(kx(["decide"], JSON.stringify([one])).stdout), [answer]);
  assert.equal(kx(["decide"], "[]").stdout, "[]\n");
  assert.deepEqual(
    kx(["decide"], lines(one, one))
      .stdout.trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
    [answer, answer],
  );
  // And as the options say.
  assert.deepEqual(JSON.parse(kx(["decide", "--json"], lines(one, one)).stdout), [answer, answer]);
  assert.equal(
    kx(["decide", "--ndjson"], JSON.stringify([one, one], null, 1))
      .stdout.trimEnd()
      .split("\n").length,
    2,
  );
  assert.equal(
    kx(["decide", "--ndjson"], JSON.stringify(one, null, 1))
      .stdout.trimEnd()
      .split("\n").length,
    1,
  );
  assert.match(kx(["decide", "--table", "--json"], "{}").stderr, /--table and --json cannot be used together/);
});

test("an appointment beside single lines, in bulk", () => {
  const { line, ...context } = decision({ usage: { used: { "PT/SLP": "2460.00" } } });
  const { status, stdout } = kx(["decide"], lines(decision(), { ...context, lines: [line, line] }, decision()));
  const answers = stdout
    .trimEnd()
    .split("\n")
    .map((text) => JSON.parse(text));
  assert.deepEqual(
    answers.map((one) => one.action ?? one.decisions.map(({ action }) => action)),
    ["apply", ["suggest", "apply"], "apply"],
  );
  assert.deepEqual([status, answers[1].unresolved], [1, [0]]);
});

test("a bad line is named and answered in its place, and the others go on", () => {
  const { status, stdout, stderr } = kx([
    "decide",
    file("requests.ndjson", lines(decision(), "{nope", "", decision({ usage: { used: { OT: 2 } } }), decision(), "", "")),
  ]);
  assert.equal(status, 2);
  const answers = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    answers.map((one) => one.action ?? one.error.code),
    ["apply", "wrong-type", "wrong-type", "money-not-text", "apply"],
  );
  const said = stderr.trimEnd().split("\n");
  assert.equal(said.length, 3);
  assert.match(said[0], /^kx-modifier: requests\.ndjson:2: wrong-type: .+; .+/);
  assert.match(said[2], /^kx-modifier: requests\.ndjson:4: money-not-text at usage\.used\.OT: .+; .+/);
  // Also where it is the first line, or one of an array.
  assert.equal(kx(["decide"], lines("nope", decision())).stdout.trimEnd().split("\n").length, 2);
  const inArray = kx(["decide"], JSON.stringify([decision(), { line: 3 }]));
  assert.match(inArray.stderr, /^kx-modifier: standard input: wrong-type at \[1\]\.line: /);
  assert.equal(JSON.parse(inArray.stdout)[1].error.path, "line");
});

test("a bad file: status 2, its line, and nothing on standard output", () => {
  const alone = kx(["decide", file("alone.json", decision({ policy: { nope: 1 } }))]);
  assert.deepEqual([alone.status, alone.stdout], [2, ""]);
  assert.match(alone.stderr, /^kx-modifier: alone\.json: unknown-field at policy\.nope: .+; .+\n$/);
  const broken = kx(["decide", file("broken.json", '{\n  "line": {},\n  "coverage": }\n')]);
  assert.deepEqual([broken.status, broken.stdout], [2, ""]);
  assert.match(broken.stderr, /^kx-modifier: broken\.json:3: wrong-type: cannot be read: expected value; .+/);
  for (const [args, input, said] of [
    [["decide"], "", /standard input: input-empty: the input is empty/],
    [["decide"], "\ufeff\r\n \n", /the input is empty/],
    [["decide", "absent.json"], "", /absent\.json: file-unreadable: there is no such file/],
    [["decide", "."], "", /\.: file-unreadable: this is a folder/],
    [["decide"], Buffer.from([0x7b, 0xff, 0xfe]), /the file is not UTF-8 text/],
    [["decide", "a", "b"], "", /takes one file/],
    [["read-271"], "", /needs a file name/],
    [["read-271", "-", "-"], "", /read only once/],
    [["decide", "--nope"], "", /Unknown option '--nope'/],
    [["decide", "--fees", "x"], "", /decide has no option --fees/],
    [["scrub-837", "--usage"], "", /--usage/],
    [["toast"], "", /there is no command `toast`/],
    [[], "", /a command is missing/],
  ]) {
    const { status, stdout, stderr } = kx(args, input);
    assert.deepEqual([status, stdout], [2, ""], args.join(" "));
    assert.match(stderr, said);
    assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
  }
});

test("a byte order mark and CRLF are forgiven", () => {
  const { status, stdout, stderr } = kx(["decide"], `\ufeff${lines(decision(), decision(), "").replaceAll("\n", "\r\n")}`);
  assert.deepEqual([status, stderr, stdout.split("\n").length], [0, "", 3]);
  assert.equal(kx(["decide"], `\ufeff${JSON.stringify(decision(), null, 2).replaceAll("\n", "\r\n")}`).status, 0);
});

test("decide: status 1 where a suggestion is open or a notice is an error", () => {
  const status = (more) => kx(["decide"], JSON.stringify(decision(more))).status;
  assert.equal(status({}), 0);
  assert.equal(status({ preferences: {} }), 1);
  assert.equal(status({ line: { code: "97110", modifiers: ["GP", "KX", "GA"] } }), 1);
  assert.equal(status({ usage: { used: { "PT/SLP": "5" } }, line: { code: "97110", modifiers: ["GP"], kxDeclined: 'he said "severity":"error"' } }), 0);
});

test("decide --table", () => {
  const { line, ...context } = decision({ usage: { used: { "PT/SLP": "2460.00" } } });
  const { status, stdout } = kx(["decide", "--table"], lines(decision(), { ...context, lines: [{ ...line, code: "99999" }] }, { line: {} }));
  assert.equal(status, 2);
  assert.equal(
    stdout,
    `\
line  code   KX     modifiers  why
   1  97110  apply  GP KX      KX added by Auto-Apply: PT/SLP is $10.00 over the threshold before this line. KX attests that the services are reasonable, necessary, skilled and documented.
                               -$10.00 Medicare Threshold Remaining (PT/SLP)
 2.1  99999  none   GP         info: Near the threshold: $20.00 of the PT/SLP threshold remains before this line.
                               info: 99999 is not on Medicare's therapy code list. If this is therapy, check the code.
   2                           $20.00 Medicare Threshold Remaining (PT/SLP)
                               $2,480.00 Medicare Threshold Remaining (OT)
   3                           error: missing-field at line.code: \`code\` is missing; this field is needed; null counts as absent
`,
  );
});

test("audit: a request, many beneficiaries a line each, and a policy", () => {
  const line = (id, more = {}) => ({ id, date: "2026-01-05", code: "97110", modifiers: ["GP"], allowed: "2000", ...more });
  const year = { lines: [line("1", { modifiers: ["GP", "KX"] }), line("2"), line("3")] };
  const { status, stdout } = kx(["audit", "--table"], JSON.stringify(year));
  assert.equal(status, 1);
  assert.equal(
    stdout,
    `\
patient  line  threshold  remaining before  remaining after  KX        findings
1        1     PT/SLP              2480.00           480.00  early     warning: KX too early: $2,480.00 of the PT/SLP threshold remained on this line's date of service (Jan 5, 2026). Routine early KX can trigger a review.
1        2     PT/SLP               480.00         -1520.00  crossing  warning: PT/SLP went $1,520.00 over the threshold on this line's date of service (Jan 5, 2026). Already processed without KX. We found no Medicare rule for a partly-over line.
1        3     PT/SLP             -1520.00         -3520.00  missing   error: KX missing: PT/SLP was already over by $1,520.00 on this line's date of service (Jan 5, 2026).

year  threshold  allowed  allowed with KX  threshold amount  reached on
2026  PT/SLP     6000.00          2000.00           2480.00  2026-01-05
`,
  );
  const many = ["a", "a", "b", "a", "c"].map((beneficiary, index) => ({ beneficiary, ...line(String(index)) }));
  const bulk = kx(["audit"], lines(...many, year));
  const answers = bulk.stdout
    .trimEnd()
    .split("\n")
    .map((text) => JSON.parse(text));
  assert.deepEqual(
    answers.map((one) => one.kx ?? one.error?.code ?? one.lines.length),
    ["correct", "crossing", "correct", "duplicate-id", "correct", 3],
  );
  assert.match(bulk.stderr, /^kx-modifier: standard input:4: duplicate-id at beneficiary: lines of `a` stood earlier; /);
  assert.equal(bulk.status, 2);
  file("ignore.json", { crossingLine: "ignore" });
  assert.equal(kx(["audit", "--policy", "ignore.json"], lines(...many.slice(0, 3))).status, 0);
  assert.equal(kx(["audit"], lines(...many.slice(0, 3))).status, 1);
});

test("ecbr: columns stay aligned where letters are wide or combine", () => {
  const billed = [{ code: "97110", modifiers: ["GP", "KX"] }, { code: "97110" }];
  const peers = [
    { scope: "state", label: "日本", codes: { 97110: { proportion: 0.1 } } },
    { scope: "nation", label: "Que\u0301bec", codes: { 97110: { proportion: 0.9 } } },
  ];
  const { status, stdout } = kx(["ecbr", "--table"], JSON.stringify({ lines: billed, codes: ["97110"], peers }));
  assert.equal(status, 1);
  assert.equal(
    stdout,
    `\
request  code   description           lines  with KX  percentage  peers   peer percentage  comparison
      1  97110  therapeutic exercise      2        1       50.0%  日本              10.0%  Higher
      1  97110  therapeutic exercise      2        1       50.0%  Que\u0301bec            90.0%  Does Not Exceed
`,
  );
  assert.equal(kx(["ecbr"], JSON.stringify({ lines: [], peers })).status, 0);
  assert.match(kx(["ecbr"], "{}").stderr, /missing-field at lines: /);
});

test("nothing is coloured where no terminal is, and files are left as they are", () => {
  const name = file("kept.json", decision());
  const before = readFileSync(join(folder, name));
  for (const env of [{}, { NO_COLOR: "1" }, { FORCE_COLOR: "1" }]) {
    const { stdout, stderr } = kx(["decide", "--table", name], "", env);
    assert.ok(!`${stdout}${stderr}`.includes("\x1b"));
  }
  assert.deepEqual(readFileSync(join(folder, name)), before);
});

test("what is bundled keeps its licence", () => {
  assert.match(
    readFileSync(script, "utf8"),
    /\/\*! .*string-width.*:\nMIT License\n[\s\S]*Permission is hereby granted[\s\S]*\*\/\n\/\/# sourceMappingURL=cli\.js\.map\n$/,
  );
});

test("the README's lines of shell run", () => {
  const readme = readFileSync(join(consumer, "node_modules", "kx-modifier", "README.md"), "utf8");
  const [, block] = /## Command line[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme);
  file("request.json", decision());
  file("march.835", remittance("2430"));
  file("claims.837", CLAIMS);
  file("usage.json", { otherUsed: { "PT/SLP": "50.00" } });
  const commands = block.trim().split("\n");
  assert.equal(commands.length, 3);
  const printed = commands.map((command) => {
    assert.match(command, /^npx kx-modifier /);
    // A finding is no failure here; bad input is.
    return execFileSync("bash", ["-c", `${command.replace("npx kx-modifier", `"${bin}"`)}\n[ $? -lt 2 ]`], { cwd: folder, encoding: "utf8" });
  });
  assert.match(printed[0], /apply {2}GP KX/);
  assert.match(printed.join(""), /missing/);
  assert.match(execFileSync("npx", ["--no-install", "kx-modifier", "--version"], { cwd: consumer, encoding: "utf8" }), /^kx-modifier /);
});
