// What changed in what is public since a tag, by the recorded reports of tests/api.
import { ask, Stop } from "../lib/run.mjs";

const meaningful = (text) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("//"));

/** Lines that were there and are not, and those that are new: as often as they stand there. */
export function difference(before, after) {
  const count = new Map();
  for (const line of meaningful(before)) count.set(line, (count.get(line) ?? 0) + 1);
  const added = [];
  for (const line of meaningful(after)) {
    const left = count.get(line) ?? 0;
    if (left > 0) count.set(line, left - 1);
    else added.push(line);
  }
  return { removed: [...count].flatMap(([line, left]) => Array(left).fill(line)), added };
}

/** Each report that differs from the tag's. */
export function apiChanges(folder, tag, head = "HEAD") {
  const list = (at) => (ask("git", ["ls-tree", "-r", "--name-only", at, "tests/api"], { cwd: folder }) ?? "").split("\n").filter(Boolean);
  const text = (at, file) => ask("git", ["show", `${at}:${file}`], { cwd: folder, maxBuffer: 2 ** 26 }) ?? "";
  return [...new Set([...list(tag), ...list(head)])]
    .map((file) => ({ file, ...difference(text(tag, file), text(head, file)) }))
    .filter(({ removed, added }) => removed.length + added.length > 0);
}

/** Refuses a step that is too small for what it takes away or adds. */
export function checkedStep(changes, { may }, version) {
  const removing = changes.filter(({ removed }) => removed.length > 0);
  if (may !== "break" && removing.length > 0) {
    const first = removing.map(({ file, removed }) => `  ${file}: ${removed.length} lines changed or gone, first \`${removed[0]}\``).join("\n");
    throw new Stop(`what is public was changed, and ${version} is too small a step for that:\n${first}`);
  }
  if (may === "fix" && changes.length > 0) throw new Stop(`${changes[0].file} has what is new to users, and ${version} is a step for repairs alone`);
}
