// A release, but for its publication. All of it is done in clones, and the repository gets a commit and a tag at the very end: what fails before
// leaves it as it was. `hands` do what takes long, so that tests can give others.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, Stop } from "../lib/run.mjs";
import { apiChanges, checkedStep } from "./apis.mjs";
import { sameBytes } from "./bytes.mjs";
import { checkedChanges, moved } from "./changelog.mjs";
import { bumped, checkedVersion, stepOf, versionFiles } from "./version.mjs";

const BRANCH = "main";

function git(folder, ...args) {
  const answer = ask("git", args, { cwd: folder, timeout: 300_000 });
  if (answer === null) throw new Stop(`\`git ${args.join(" ")}\` fails in ${folder}`);
  return answer;
}

/** What must be so before anything is begun. */
function checkedStart(root, wanted) {
  if (git(root, "rev-parse", "--abbrev-ref", "HEAD") !== BRANCH) throw new Stop(`a release is made on ${BRANCH}`);
  if (git(root, "status", "--porcelain")) throw new Stop("the work tree is not clean: commit what belongs to the release, and put the rest away");
  const current = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
  const version = checkedVersion(wanted, current);
  if (ask("git", ["rev-parse", "--verify", "--quiet", `refs/tags/v${version}`], { cwd: root }) !== null) throw new Stop(`there is a tag v${version} already`);
  const changes = checkedChanges(readFileSync(join(root, "CHANGELOG.md"), "utf8"), rulesOf(root));
  return { current, version, changes, last: ask("git", ["describe", "--tags", "--abbrev=0", "--match", "v[0-9]*"], { cwd: root }) };
}

export function rulesOf(root) {
  const found = /RULES_VERSION: &str = "([^"]+)"/.exec(readFileSync(join(root, "src", "ground", "tables.rs"), "utf8"));
  if (!found) throw new Stop("src/ground/tables.rs names no version of the rules");
  return found[1];
}

function clone(root, folder) {
  git(root, "clone", "--quiet", "--no-hardlinks", root, folder);
  for (const key of ["user.name", "user.email"]) {
    const value = ask("git", ["config", key], { cwd: root });
    if (value) git(folder, "config", key, value);
  }
  return folder;
}

/** Version and heading, committed in a clone. */
function commitVersion(folder, { current, version }, day) {
  const files = Object.fromEntries(versionFiles.map((file) => [file, existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : undefined]));
  for (const [file, text] of Object.entries(bumped(files, current, version))) writeFileSync(join(folder, file), text);
  const log = join(folder, "CHANGELOG.md");
  writeFileSync(log, moved(readFileSync(log, "utf8"), version, day));
  git(folder, "commit", "--quiet", "--all", "--message", `Version ${version}`);
}

/** What the last release decided and offered, beside this one. */
async function compareWithLast(root, work, { last, version, current, changes }, hands) {
  if (last === null) return hands.say("There is no tag of a release yet: decisions and public names are compared with nothing.");
  const apis = apiChanges(root, last);
  checkedStep(apis, stepOf(current, version), version);
  hands.say(
    apis.length
      ? apis.map(({ file, removed, added }) => `${file}: ${removed.length} lines gone, ${added.length} new since ${last}`).join("\n")
      : `Nothing public changed since ${last}.`,
  );
  const before = clone(root, join(work, "last"));
  git(before, "checkout", "--quiet", last);
  const different = await hands.decisions(before, join(work, "a"));
  if (different.length > 0 && changes.marked.length === 0) {
    throw new Stop(`decisions are not those of ${last}, and no entry of CHANGELOG.md has a *:\n  ${different.slice(0, 5).join("\n  ")}`);
  }
  hands.say(
    different.length
      ? `${different.length} decisions are not those of ${last}; ${changes.marked.length} entries say so.`
      : `All decisions are those of ${last}.`,
  );
}

/** `hands`: prepare(folder), pack(folder, out), test(folder), decisions(before, after), say(text). */
export async function release({ root, wanted, dryRun = false, day = new Date().toISOString().slice(0, 10) }, hands) {
  const plan = checkedStart(root, wanted);
  const { version } = plan;
  const work = mkdtempSync(join(tmpdir(), "kx-release-"));
  try {
    // The tests look for the public samples beside the project.
    const shared = join(root, "..", "shared");
    if (existsSync(shared)) symlinkSync(shared, join(work, "shared"));
    const one = clone(root, join(work, "a"));
    commitVersion(one, plan, day);
    // In another folder, at another depth, so that a path that got into a file is found.
    const other = clone(one, join(work, "another", "folder"));
    const outs = [];
    for (const folder of [one, other]) {
      hands.say(`Building from clean in ${folder}`);
      const out = join(work, `out-${outs.length}`);
      mkdirSync(out);
      outs.push(out);
      await hands.prepare(folder);
      await hands.pack(folder, out);
    }
    const sums = sameBytes(...outs);
    hands.say(`Two clean builds gave the same bytes:\n${sums.map(({ name, sum }) => `  ${sum}  ${name}`).join("\n")}`);
    await compareWithLast(root, work, plan, hands);
    await hands.test(one);
    if (git(one, "status", "--porcelain")) throw new Stop(`the tests changed files of the clone:\n${git(one, "status", "--porcelain")}`);
    const target = join(root, "release", version);
    rmSync(target, { recursive: true, force: true });
    mkdirSync(join(root, "release"), { recursive: true });
    cpSync(outs[0], target, { recursive: true });
    writeFileSync(join(target, "SHA256SUMS"), sums.map(({ name, sum }) => `${sum}  ${name}\n`).join(""));
    if (!dryRun) {
      git(root, "fetch", "--quiet", one, BRANCH);
      git(root, "merge", "--quiet", "--ff-only", "FETCH_HEAD");
      git(root, "tag", "--annotate", `v${version}`, "--message", `Version ${version}`);
    }
    return { version, target, sums };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
