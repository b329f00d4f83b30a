// The command in pipes and on a terminal.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { bin, decision, folder, script, shell } from "./command.mjs";

const text = `${JSON.stringify(decision())}\n`;
const many = (count) => {
  const name = `${count}.ndjson`;
  writeFileSync(join(folder, name), text.repeat(count));
  return name;
};

async function output(child) {
  const gathered = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"])
    child[stream]?.setEncoding("utf8").on("data", (part) => {
      gathered[stream] += part;
    });
  const [status] = await once(child, "close");
  return { status, ...gathered };
}

test("200,000 requests a line each: as many answers, and memory stays flat", async () => {
  const measure = "data:text/javascript,process.on('exit',()=>process.stderr.write(String(process.resourceUsage().maxRSS)))";
  const run = async (count) => {
    const child = spawn("bash", ["-c", `"$0" --import "$1" "$2" decide < ${many(count)} > ${count}.out`, process.execPath, measure, script], { cwd: folder });
    const { status, stderr } = await output(child);
    assert.equal(status, 0, stderr);
    return Number(stderr) / 1024;
  };
  const [few, all] = [await run(20_000), await run(200_000)];
  const written = spawnSync("bash", ["-c", "sort -u 200000.out | wc -l; wc -l < 200000.out"], { cwd: folder, encoding: "utf8" }).stdout;
  assert.deepEqual(written.split(/\s+/).filter(Boolean), ["1", "200000"]);
  assert.ok(statSync(join(folder, "200000.out")).size > 200e6);
  console.log(`memory at most: ${Math.round(few)} MB for 20,000, ${Math.round(all)} MB for 200,000`);
  assert.ok(all < few + 80, `${all} MB after ${few} MB`);
});

test("an answer comes before the next request is there", async () => {
  const child = spawn(bin, ["decide", "--ndjson"], { cwd: folder });
  for (let round = 0; round < 3; round++) {
    child.stdin.write(text);
    const [answer] = await once(child.stdout.setEncoding("utf8"), "data");
    assert.equal(JSON.parse(answer).action, "apply");
  }
  child.stdin.end();
  assert.deepEqual(await once(child, "close"), [0, null]);
});

test("a request that comes in pieces, letter by letter", async () => {
  const child = spawn(bin, ["decide"], { cwd: folder });
  const gathered = output(child);
  for (const byte of Buffer.from(`\ufeff${text}${text}`)) child.stdin.write(Buffer.from([byte]));
  child.stdin.end();
  assert.equal((await gathered).stdout.trimEnd().split("\n").length, 2);
});

test("a reader that goes away ends it quietly", async () => {
  for (const [command, said] of [
    [`decide ${many(50_000)}`, '{"action"'],
    [`decide --json ${many(50_000)}`, "["],
    [`decide --table ${many(50_000)}`, "line"],
  ]) {
    const { stdout, stderr } = await output(shell(`kx-modifier ${command} | head -1 | cut -c1-9; echo " \${PIPESTATUS[0]}"`));
    assert.equal(stderr, "");
    assert.ok(stdout.startsWith(said), stdout);
    assert.match(stdout, /\n 141\n$/);
  }
});

const full = existsSync("/dev/full");
test("a full disk is said in one line", { skip: full ? false : "there is no /dev/full" }, async () => {
  const { status, stderr } = await output(shell(`kx-modifier decide ${many(1)} > /dev/full`));
  assert.equal(status, 2);
  assert.match(stderr, /^kx-modifier: standard output: ENOSPC.*\n$/);
});

test("a slow reader gets everything", async () => {
  const { stdout, stderr } = await output(shell(`kx-modifier decide ${many(20_000)} | (sleep 1; wc -l)`));
  assert.deepEqual([stdout.trim(), stderr], ["20000", ""]);
});

const terminal = spawnSync("script", ["--version"]).status === 0;
const skip = terminal ? false : "`script` of util-linux is not there: nothing was tried on a terminal";

/** What a terminal gets of a line of shell whose files are in the folder. */
async function onTerminal(line) {
  const { status } = await output(
    shell(`script -qefc "$LINE" typescript`, { env: { ...process.env, LINE: line, TERM: "xterm" }, stdio: ["ignore", "ignore", "inherit"] }),
  );
  const shown = readFileSync(join(folder, "typescript"), "utf8")
    .replace(/^Script started.*\n/, "")
    .replace(/\n*Script done.*\n$/, "");
  return { status, shown };
}

test("a terminal shows a bar after a second, and it is gone at the end", { skip }, async () => {
  const { status, shown } = await onTerminal(`'${bin}' decide ${many(300_000)} > /dev/null`);
  assert.equal(status, 0);
  assert.match(shown, /\r\[#+\.*\] \d+ %\x1b\[K/);
  assert.match(shown, /\r\x1b\[K$/);
  assert.doesNotMatch(shown, /\n/);
  // Of standard input no one knows the end.
  const slow = `(cat ${many(2000)}; sleep 1.5; cat ${many(2000)}) | '${bin}' decide`;
  assert.match((await onTerminal(`${slow} > /dev/null`)).shown, /^\r\d+ MB read\x1b\[K[\s\S]*\r\x1b\[K$/);
  assert.equal((await onTerminal(`${slow} 2>&1 > /dev/null | cat`)).shown, "");
});

test("Ctrl-C ends it quietly", { skip }, async () => {
  const { shown } = await onTerminal(`timeout -s INT 2 '${bin}' decide ${many(200_000)} > /dev/null`);
  assert.doesNotMatch(shown, /Error|at /);
  assert.match(shown, /^$|\r\x1b\[K$/);
});

test("a table keeps within a terminal", { skip }, async () => {
  writeFileSync(join(folder, "one.json"), text);
  const { shown } = await onTerminal(`stty cols 70; '${bin}' decide --table one.json`);
  assert.equal(
    shown.replaceAll("\r\n", "\n").trimEnd(),
    `\
line  code   KX     modifiers  why
   1  97110  apply  GP KX      KX added by Auto-Apply: PT/SLP is
                               $10.00 over the threshold before this
                               line. KX attests that the services are
                               reasonable, necessary, skilled and
                               documented.
                               -$10.00 Medicare Threshold Remaining
                               (PT/SLP)`,
  );
});
