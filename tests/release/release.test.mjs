// The whole of a release on a made-up repository.
import assert from "node:assert/strict";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import { sha256 } from "../../scripts/release/bytes.mjs";
import { release } from "../../scripts/release/release.mjs";
import { versionFiles } from "../../scripts/release/version.mjs";
import { CHANGELOG, git, hands, read, repository } from "./repository.mjs";

const left = [];
afterEach(() => {
  for (const repo of left.splice(0)) repo.remove();
});
function made(before = () => {}) {
  const repo = repository();
  left.push(repo);
  before(repo);
  return repo;
}
function commit(repo, files) {
  for (const [file, text] of Object.entries(files)) repo.put(file, text);
  git(repo.root, "add", "--all");
  git(repo.root, "commit", "--quiet", "--message", "Go on");
}
const scratch = () => readdirSync(tmpdir()).filter((name) => name.startsWith("kx-release-") && !name.startsWith("kx-release-test-"));

/** Nothing is begun, committed or left behind. */
async function refused(repo, why, own = hands(), wanted = "0.2.0", options = {}) {
  const [before, folders] = [repo.state(), scratch()];
  await assert.rejects(release({ root: repo.root, wanted, day: repo.day, ...options }, own), why);
  assert.deepEqual(repo.state(), before);
  assert.deepEqual(scratch(), folders);
  assert.ok(!existsSync(join(repo.root, "release")));
  return own;
}

test("a release: every version, the heading, a commit, a tag, and files with their sums", async () => {
  const repo = made();
  const own = hands();
  const before = repo.state();
  const { target, sums } = await release({ root: repo.root, wanted: "0.2.0", day: repo.day }, own);
  for (const file of versionFiles) assert.match(read(repo.root, file), /0\.2\.0/, file);
  assert.match(read(repo.root, "warehouse/pyproject.toml"), /"kx-modifier\[arrow\]==0\.2\.0"/);
  assert.match(read(repo.root, "CHANGELOG.md"), /## Unreleased \(rules 2026\.2\)\n\n## 0\.2\.0 \(rules 2026\.2, 2026-11-26\)\n\n- \* GA is/);
  const after = repo.state();
  assert.equal(git(repo.root, "rev-parse", "HEAD~1"), before.head);
  assert.equal(after.tags, "v0.2.0");
  assert.equal(git(repo.root, "rev-parse", "v0.2.0^{commit}"), after.head);
  assert.equal(git(repo.root, "log", "-1", "--format=%s"), "Version 0.2.0");
  assert.equal(after.status, "");
  assert.equal(read(target, "SHA256SUMS"), `${sha256(read(repo.root, "package.json"))}  package.tgz\n`);
  assert.deepEqual(
    sums.map(({ name }) => name),
    ["package.tgz"],
  );
  assert.equal(own.asked.filter((one) => one.startsWith("pack ")).length, 2);
  assert.equal(own.asked.filter((one) => one.startsWith("test ")).length, 1);
  assert.ok(own.asked.some((one) => one.startsWith("There is no tag of a release yet")));
});

test("a dry run builds and tests, and leaves no commit and no tag", async () => {
  const repo = made();
  const before = repo.state();
  const own = hands();
  const { target } = await release({ root: repo.root, wanted: "0.2.0", day: repo.day, dryRun: true }, own);
  assert.deepEqual(repo.state(), before);
  assert.ok(existsSync(join(target, "package.tgz")));
  assert.ok(own.asked.some((one) => one.startsWith("test ")));
});

test("what is refused before anything is begun", async () => {
  const nothing = (own) => assert.deepEqual(own.asked, []);
  nothing(await refused(made(), /which version\?/, hands(), null));
  nothing(await refused(made(), /which version\?/, hands(), "v0.2"));
  nothing(await refused(made(), /0\.1\.0 is not later than 0\.1\.0/, hands(), "0.1.0"));
  nothing(
    await refused(
      made((repo) => repo.put("new.txt", "?")),
      /not clean/,
    ),
  );
  nothing(
    await refused(
      made((repo) => git(repo.root, "checkout", "--quiet", "-b", "other")),
      /made on main/,
    ),
  );
  nothing(
    await refused(
      made((repo) => git(repo.root, "tag", "v0.2.0")),
      /a tag v0\.2\.0 already/,
    ),
  );
  const changelog = (text) => made((repo) => commit(repo, { "CHANGELOG.md": text }));
  nothing(await refused(changelog(CHANGELOG.replace(/^- .*\n/gm, "")), /nothing that is not released/));
  nothing(await refused(changelog(CHANGELOG.replace("2026.2", "2026.1")), /names rules 2026\.1, and the crate has 2026\.2/));
  nothing(await refused(changelog(CHANGELOG.replace("2026.1", "2026.2")), /an entry with \* changes a decision, and the rules are still 2026\.2/));
});

test("what fails later leaves the repository as it was", async () => {
  const fails = async () => {
    throw new Error("it fails");
  };
  await refused(made(), /it fails/, hands({ prepare: fails }));
  await refused(made(), /it fails/, hands({ pack: fails }));
  await refused(made(), /it fails/, hands({ test: fails }));
  const place = made((repo) => commit(repo, { "python/Cargo.toml": 'version = "0.0.9"\n' }));
  await refused(place, /python\/Cargo\.toml has 0\.1\.0 0 times/);
  const soiled = hands({ test: async (folder) => writeFileSync(join(folder, "package.json"), "{}") });
  await refused(made(), /the tests changed files of the clone/, soiled);
});

test("two builds that differ stop it", async () => {
  let at = 0;
  const own = hands({ pack: async (_, out) => writeFileSync(join(out, "a.wasm"), `built ${at++} times`) });
  await refused(made(), /not the same:\n {2}a\.wasm differs from byte 6 on/, own);
});

test("beside a tag: a decision without a mark, and a step that is too small", async () => {
  const unmarked = CHANGELOG.replace("- * GA is a decision made.\n", "");
  const tagged = (changelog, api) =>
    made((repo) => {
      git(repo.root, "tag", "v0.1.0");
      commit(repo, { "CHANGELOG.md": changelog, "tests/api/core.txt": api });
    });
  const api = "function decide()\nfunction audit()\n";
  const other = hands({ decisions: async () => ["decide/17 action"] });
  await refused(tagged(unmarked, api), /decisions are not those of v0\.1\.0, and no entry of CHANGELOG\.md has a \*:\n {2}decide\/17 action/, other);
  await refused(
    tagged(CHANGELOG, "function decide()\n"),
    /0\.1\.1 is too small a step for that:\n {2}tests\/api\/core\.txt: 1 lines changed or gone, first `function audit\(\)`/,
    hands(),
    "0.1.1",
  );
  await refused(tagged(CHANGELOG, `${api}function more()\n`), /a step for repairs alone/, hands(), "0.1.1");
  const marked = tagged(CHANGELOG, "function decide()\n");
  await release({ root: marked.root, wanted: "0.2.0", day: marked.day }, other);
  assert.equal(git(marked.root, "tag"), "v0.1.0\nv0.2.0");
  assert.ok(other.asked.includes("1 decisions are not those of v0.1.0; 1 entries say so."));
});
