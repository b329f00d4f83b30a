// The commands over X12 files.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { CLAIMS, counted, FEES, file, GROUP, HEADER, kx, remittance, TRAILERS } from "./command.mjs";

const ELIGIBILITY = `${HEADER}\r\n${GROUP}\r\nST*271*0001~\r\nEB*F*IND*AD*MB**29*1840~\r\nDTP*292*RD8*20260101-20261231~\r\nEB*F*IND*AE*MB***29*1840~\r\nSE*5*0001~\r\n${TRAILERS}`;

test("read-271: what is read, what is not, and status 1 for the latter", () => {
  file("a.271", `\ufeff${ELIGIBILITY}`);
  const { status, stdout, stderr } = kx(["read-271", "a.271"]);
  assert.deepEqual([status, stderr], [1, ""]);
  const { file: name, amounts, unread } = JSON.parse(stdout);
  assert.deepEqual([name, amounts[0].amount, unread.length], ["a.271", "1840.00", 1]);
  assert.equal(
    kx(["read-271", "--table", "a.271"]).stdout,
    `\
threshold  reported as   amount  from        to
OT         remaining    1840.00  2026-01-01  2026-12-31

not read                  reason
EB*F*IND*AE*MB***29*1840  the data is shifted: the service type or the amount is in the wrong place
`,
  );
});

test("several files and standard input: an array with their names, and a bad one in its place", () => {
  file("paid.835", remittance("60.00"));
  file("junk.bin", Buffer.from([0, 159, 146, 150, 27, 91, 50, 74]));
  const { status, stdout, stderr } = kx(["read-835", "paid.835", "-", "junk.bin", "absent.835"], remittance("70.00"));
  assert.equal(status, 2);
  const answers = JSON.parse(stdout);
  assert.deepEqual(
    answers.map((one) => [one.file, one.entries?.[0].allowed ?? one.error.code]),
    [
      ["paid.835", "60.00"],
      ["-", "70.00"],
      ["junk.bin", "x12-invalid"],
      ["absent.835", "file-unreadable"],
    ],
  );
  assert.match(stderr, /^kx-modifier: junk\.bin: x12-invalid: .+; .+\nkx-modifier: absent\.835: file-unreadable: /);
  assert.ok(!stderr.includes("\x1b"), "what steers a terminal is not passed on");
  assert.equal(kx(["read-835", "--ndjson", "paid.835", "paid.835"]).stdout.trimEnd().split("\n").length, 2);
  const alone = kx(["read-835", "junk.bin"]);
  assert.deepEqual([alone.status, alone.stdout], [2, ""]);
  assert.equal(
    kx(["read-835", "--table", "paid.835", "-"], remittance("70.00", "C2")).stdout,
    `\
paid.835
claim  date        code   modifiers  threshold  allowed  processed   denied
C1     2026-03-10  97110  GP         PT/SLP       60.00  2026-03-16  no

-
claim  date        code   modifiers  threshold  allowed  processed   denied
C2     2026-03-10  97110  GP         PT/SLP       70.00  2026-03-16  no
`,
  );
});

test("a name in Latin-1 is read", () => {
  const latin = Buffer.from(CLAIMS.replace("DOE*JANE", "MU\u00d1OZ*ANA"), "latin1");
  assert.equal(JSON.parse(kx(["scrub-837", "-"], latin).stdout).claims[0].patient.name, "MU\u00d1OZ, ANA");
});

test("scrub-837: with fees and what was paid before", () => {
  file("c.837", CLAIMS);
  file("fees.json", FEES);
  file("march.835", remittance("2440"));
  const { status, stdout } = kx(["scrub-837", "--fees", "fees.json", "--remittance", "march.835", "--table", "c.837"]);
  assert.equal(status, 1);
  assert.equal(
    stdout,
    `\
claim  line  date        code   modifiers  allowed  remaining before  KX              findings
C7        1  2026-03-30  97110  GP           48.04             40.00  crossing        warning: PT/SLP went $8.04 over the threshold on this line's date of service (Mar 30, 2026). We found no Medicare rule for a partly-over line; decide on KX.
C7        2  2026-03-30  97140  GP KX        20.00             -8.04  correct
C7        3  2026-03-30  97535  GO KX GA     33.00           2480.00  early           error: GA and KX can't be billed together. Remove one.
                                                                                      warning: KX too early: $2,480.00 of the OT threshold remained on this line's date of service (Mar 30, 2026). Routine early KX can trigger a review.
C7        4              97112  GP                                    not-applicable  error: The line has no date of service. Add it before billing; the rest was not checked.

skipped                   reason
SV1*HC:99213*60*UN*1***1  not a therapy line: no therapy code, and no GP, GO or GN
`,
  );
});

test("scrub-837: usage of one patient or by member id, remittances of others and of the claims themselves", () => {
  file("c.837", CLAIMS);
  const before = (...args) =>
    JSON.parse(kx(["scrub-837", ...args, "c.837"]).stdout)
      .claims[0].lines.slice(0, 3)
      .map((line) => line.before);
  file("usage.json", {
    used: { "PT/SLP": "100.00" },
    otherUsed: { "PT/SLP": "50.00", OT: "2480" },
    entries: [
      { date: "2026-01-05", serviceType: "OT", allowed: "7.00" },
      { date: "2025-01-05", serviceType: "OT", allowed: "9.00" },
    ],
  });
  assert.deepEqual(before("--usage", "usage.json"), ["2330.00", "2330.00", "-7.00"]);
  file("members.json", { "1EG4TE5MK72": { otherUsed: { OT: "80.00" } }, another: { otherUsed: { OT: "1.00" } } });
  assert.deepEqual(before("--usage", "members.json"), ["2480.00", "2480.00", "2400.00"]);
  file("other.835", remittance("900", "C1", "OTHER"));
  file("own.835", remittance("900", "C7"));
  file("march.835", remittance("2440"));
  file("april.835", remittance("10", "C2"));
  assert.deepEqual(before("--remittance", "other.835", "--remittance", "own.835", "--remittance", "march.835", "--remittance", "april.835"), [
    "30.00",
    "30.00",
    "2480.00",
  ]);
  file("policy.json", { thresholds: { 2026: { kx: "100.00" } } });
  assert.deepEqual(before("--policy", "policy.json", "--remittance", "april.835"), ["90.00", "90.00", "100.00"]);
});

test("scrub-837: unknown usage is said, a clean claim is clean, other payers are not judged", () => {
  const clean = counted(CLAIMS.replace(/LX\*2~[\s\S]*SE/, "SE"));
  const unknown = kx(["scrub-837", "-"], clean);
  const [claim] = JSON.parse(unknown.stdout).claims;
  assert.deepEqual([unknown.status, claim.notices.map((notice) => notice.code), claim.lines[0].kx], [1, ["usage-unknown"], "not-applicable"]);
  file("none.json", {});
  assert.equal(kx(["scrub-837", "--usage", "none.json", "-"], clean).status, 0);
  const other = kx(["scrub-837", "-"], CLAIMS.replace("*MB~", "*CI~"));
  const [judged] = JSON.parse(other.stdout).claims;
  assert.deepEqual(
    [other.status, judged.lines.map((line) => line.kx), judged.notices.map((notice) => notice.code)],
    [0, ["not-applicable", "not-applicable", "not-applicable", "not-applicable"], []],
  );
  const taken = kx(["scrub-837", "-", "--usage", "none.json"], clean.replace("11:B:1", "11:B:8"));
  assert.deepEqual([taken.status, JSON.parse(taken.stdout).claims[0].lines[0].findings[0].code], [0, "void"]);
});

test("a file that is not whole is named, and the status is 1", () => {
  const named = (command, text, ...args) => {
    const { status, stdout } = kx([command, ...args, "-"], text);
    const { unread, skipped } = JSON.parse(stdout);
    return [status, (unread ?? skipped).map(({ reason }) => reason).join("; ")];
  };
  file("none.json", {});
  const usage = ["--usage", "none.json"];
  const clean = counted(CLAIMS.replace(/LX\*2~[\s\S]*SE/, "SE"));
  for (const [command, whole, ...args] of [
    ["read-271", counted(ELIGIBILITY.replace(/EB\*F\*IND\*AE.*\r\n/, ""))],
    ["read-835", remittance("60.00")],
    ["scrub-837", clean, ...usage],
  ]) {
    assert.deepEqual(named(command, whole, ...args), [0, ""], command);
    for (const [broken, reason] of [
      [`${HEADER}TA1*000000100*260805*0823*R*024~IEA*0*000000001~`, /acknowledgment \(TA1\)/],
      [HEADER, /nothing between/],
      [whole.slice(0, whole.indexOf("SE*")), /cut off/],
      [whole.replace("IEA*1*000000001~", ""), /cut off here, before its IEA/],
      [whole.replace(/SE\*\d+/, "SE*99"), /segment count here says 99/],
      [whole.replace("*P*:~", "*T*:~"), /test file/],
    ]) {
      const [status, reasons] = named(command, broken, ...args);
      assert.equal(status, 1, `${command} ${broken}`);
      assert.match(reasons, reason);
    }
  }
  // So is a remittance that says what was paid before the claims.
  file("cut.835", remittance("2440").replace("IEA*1*000000001~", ""));
  const { status, stderr } = kx(["scrub-837", "--remittance", "cut.835", "-"], clean);
  assert.equal(status, 1);
  assert.match(stderr, /^kx-modifier: cut\.835: skipped GE\*1\*1: the file is cut off here/);
});

test("scrub-837: an error of an option's file names that file", () => {
  file("c.837", CLAIMS);
  file("two.837", `${CLAIMS}\n${CLAIMS.replaceAll("1EG4TE5MK72", "2EG4TE5MK72")}`);
  for (const [args, said] of [
    [["--usage", file("u1.json", { otherUsed: { OT: 5 } })], /^kx-modifier: u1\.json: money-not-text at usage\.otherUsed\.OT: /],
    [["--usage", file("u2.json", { precomputedRemaining: { OT: "5" } })], /^kx-modifier: u2\.json: wrong-type at usage\.precomputedRemaining: /],
    [["--usage", file("u3.json", [])], /^kx-modifier: u3\.json: wrong-type: expected an object/],
    [["--fees", file("f1.json", { 97110: { full: "x", reduced: "1" } })], /^kx-modifier: f1\.json: money-invalid at fees\.97110\.full: /],
    [["--fees", file("f2.json", "{")], /^kx-modifier: f2\.json:1: wrong-type: cannot be read: /],
    [["--policy", file("p1.json", { nope: 1 })], /^kx-modifier: p1\.json: unknown-field at policy\.nope: /],
    [["--remittance", file("r1.835", "junk")], /^kx-modifier: r1\.835: x12-invalid: /],
    [["--usage", file("u4.json", { used: { OT: "5" } }), "two.837"], /^kx-modifier: u4\.json: wrong-type at usage: one usage for a file with 2 patients/],
  ]) {
    const { status, stderr } = kx(["scrub-837", ...args, ...(args.includes("two.837") ? [] : ["c.837"])]);
    assert.equal(status, 2, args.join(" "));
    assert.match(stderr, said);
  }
});

test("a remittance of 20 MB", () => {
  const CLAIM_SEGMENTS = 4;
  const claim = (number) => `CLP*C${number}*1*300*200**MB*P${number}*11~\nSVC*HC:97110:GP*80*60**2~\nDTM*472*20260310~\nAMT*B6*60~\n`;
  const claims = Math.ceil(20_000_000 / claim(100_000).length);
  file(
    "large.835",
    `${HEADER}\n${GROUP}\nST*835*0001~\n${Array.from({ length: claims }, (_, number) => claim(number)).join("")}SE*${claims * CLAIM_SEGMENTS + 2}*0001~\n${TRAILERS}`,
  );
  const { status, stdout, stderr } = kx(["read-835", "--table", "large.835"]);
  assert.deepEqual([status, stderr], [0, ""]);
  assert.equal(stdout.trimEnd().split("\n").length, claims + 1);
});

const samples = fileURLToPath(new URL("../../../shared/data/x12", import.meta.url));
test("real files", { skip: existsSync(samples) ? false : `no sample files at ${samples}` }, () => {
  const names = readdirSync(samples);
  for (const [kind, command] of [
    ["271", "read-271"],
    ["835", "read-835"],
    ["837", "scrub-837"],
  ]) {
    const files = names.filter((name) => name.endsWith(kind)).map((name) => join(samples, name));
    assert.ok(files.length > 0);
    const { status, stdout, stderr } = kx([command, "--ndjson", ...files]);
    assert.ok(status < 2, stderr);
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      answers.map((one) => one.file),
      files,
    );
    assert.ok(answers.every((one) => Array.isArray(one.amounts ?? one.entries ?? one.claims)));
    for (const name of files) assert.ok(readFileSync(name).length > 0);
  }
});
