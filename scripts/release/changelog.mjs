// CHANGELOG.md: what is not released yet moves below the heading of the version. A line with * changes a decision.
import { Stop } from "../lib/run.mjs";

const UNRELEASED = /^## Unreleased(?: \(rules ([\d.]+)\))?$/m;
const HEADING = /^## (\d+\.\d+\.\d+) \(rules ([\d.]+)(?:, (\d{4}-\d\d-\d\d))?\)$/gm;

/** The part that is not released: its entries, its rules, and the rules of the release before. */
export function unreleased(text) {
  const found = UNRELEASED.exec(text);
  if (!found) throw new Stop("CHANGELOG.md has no heading `## Unreleased`");
  const rest = text.slice(found.index + found[0].length);
  const next = rest.search(/^## /m);
  const body = next < 0 ? rest : rest.slice(0, next);
  const entries = [...body.matchAll(/^- (.*)$/gm)].map(([, entry]) => entry);
  const [before] = [...rest.matchAll(HEADING)];
  return {
    rules: found[1] ?? null,
    entries,
    marked: entries.filter((entry) => entry.startsWith("* ")),
    before: before ? { version: before[1], rules: before[2] } : null,
  };
}

/** The heading names the rules that the crate has, and a changed decision has rules of its own. */
export function checkedMarks(text, rules) {
  const part = unreleased(text);
  if (part.rules !== rules) throw new Stop(`CHANGELOG.md's Unreleased part names rules ${part.rules ?? "of no version"}, and the crate has ${rules}`);
  if (part.marked.length > 0 && part.before?.rules === rules) {
    throw new Stop(`an entry with * changes a decision, and the rules are still ${rules}, as in ${part.before.version}: give RULES_VERSION a new one`);
  }
  return part;
}

/** What a release asks of its entries beside: that there are some. */
export function checkedChanges(text, rules) {
  const part = unreleased(text);
  if (part.entries.length === 0) throw new Stop("CHANGELOG.md names nothing that is not released yet");
  return checkedMarks(text, rules);
}

/** The text with the heading moved. */
export function moved(text, version, day) {
  const { rules } = unreleased(text);
  return text.replace(UNRELEASED, `## Unreleased (rules ${rules})\n\n## ${version} (rules ${rules}, ${day})`);
}
