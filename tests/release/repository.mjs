// A made-up repository with the files that a release touches, taken from this one, and builds that take no time.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { versionFiles } from "../../scripts/release/version.mjs";

const project = fileURLToPath(new URL("../../", import.meta.url));
const day = "2026-11-26";

export function git(folder, ...args) {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  return stdout.trim();
}

export const read = (folder, file) => readFileSync(join(folder, file), "utf8");

export const CHANGELOG = `# Changelog

## Unreleased (rules 2026.2)

- * GA is a decision made.
- A new function.

## 0.1.0 (rules 2026.1)

- The first.
`;

/** Committed on main, at version 0.1.0 and rules 2026.2; `remove` takes it away. */
export function repository() {
  const work = mkdtempSync(join(tmpdir(), "kx-release-test-"));
  const root = join(work, "clone");
  const put = (file, text) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  mkdirSync(root);
  const current = JSON.parse(read(project, "package.json")).version;
  for (const file of versionFiles) put(file, read(project, file).replaceAll(current, "0.1.0"));
  put("CHANGELOG.md", CHANGELOG);
  put("src/ground/tables.rs", 'pub const RULES_VERSION: &str = "2026.2";\n');
  put("tests/api/core.txt", "# a report\nfunction decide()\nfunction audit()\n");
  put(".gitignore", "/release\n");
  git(root, "init", "--quiet", "--initial-branch", "main");
  git(root, "config", "user.name", "Test");
  git(root, "config", "user.email", "test@example.org");
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--message", "Begin");
  const state = () => ({
    head: git(root, "rev-parse", "HEAD"),
    branch: git(root, "rev-parse", "--abbrev-ref", "HEAD"),
    tags: git(root, "tag"),
    status: git(root, "status", "--porcelain"),
  });
  return { root, put, state, day, remove: () => rmSync(work, { recursive: true, force: true }) };
}

/** Hands that do nothing for long, and write down what they were asked. */
export function hands(changed = {}) {
  const asked = [];
  return {
    asked,
    say: (text) => asked.push(text),
    prepare: async (folder) => asked.push(`prepare ${folder}`),
    pack: async (folder, out) => {
      asked.push(`pack ${folder}`);
      writeFileSync(join(out, "package.tgz"), read(folder, "package.json"));
    },
    test: async (folder) => asked.push(`test ${folder}`),
    decisions: async () => [],
    ...changed,
  };
}
