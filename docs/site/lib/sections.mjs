// Parts of a Markdown text, and its headings as a page has them.

/** As a hosted README's headings are named in links. */
export const slug = (heading) =>
  heading
    .replace(/`|\*|\[|\]\([^)]*\)/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(" ", "-");

const FENCE = /^(```|~~~)/;

/** Lines with how deep a heading each is: 0 where it is none. */
function leveled(markdown) {
  let code = false;
  return markdown.split("\n").map((line) => {
    if (FENCE.test(line)) code = !code;
    return { line, level: code ? 0 : (/^(#+) /.exec(line)?.[1].length ?? 0) };
  });
}

/** The text under a heading, down to the next of its level, without the sections named in `without`; headings in it begin at the second level. */
export function section(markdown, heading, without = []) {
  const lines = leveled(markdown);
  const titled = (at) => lines[at].line.replace(/^#+ /, "");
  const from = lines.findIndex(({ level }, at) => level > 0 && titled(at) === heading);
  if (from < 0) throw new Error(`there is no heading "${heading}"`);
  const own = lines[from].level;
  const kept = [];
  let left = 0;
  for (let at = from + 1; at < lines.length; at += 1) {
    const { line, level } = lines[at];
    if (level > 0 && level <= own) break;
    if (level > 0 && left > 0 && level <= left) left = 0;
    if (level > 0 && without.includes(titled(at))) left = level;
    if (left === 0) kept.push(level > 0 ? line.replace(/^#+/, "#".repeat(level - own + 1)) : line);
  }
  return kept.join("\n").trim();
}

/** A whole text and its title. */
export function whole(markdown) {
  const [, title] = /^# (.+)$/m.exec(markdown);
  return { title, body: markdown.replace(/^# .+$/m, "").trim() };
}

/** Plain words of a Markdown text by heading, for the search. */
export function passages(markdown) {
  const found = [{ heading: null, words: "" }];
  for (const { line, level } of leveled(markdown)) {
    if (level > 0) found.push({ heading: line.replace(/^#+ /, "").replace(/[`*\\]/g, ""), words: "" });
    else found.at(-1).words += ` ${line}`;
  }
  return found.map(({ heading, words }) => ({
    heading,
    words: words
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/<[^>]+>|[`*|#]|-{3,}/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  }));
}
