// What the project's own texts name, held against what is there: files, npm scripts, checks, commands, entries and names of the code. A text
// that names what is gone is found here, and not by its reader.

/** What a build makes, and no clone has. */
const MADE = /^(\.\/)?(dist|target|node_modules|www\/widgets\/made|made|out)(\/|$)/;
const ENDINGS = /\.(mjs|cjs|js|ts|tsx|rs|md|csv|json|toml|lock|txt|py|pyi|yml|css|html|svg|png|wat|wasm)$/;
const FOLDERS = /^\.?(src|www|tests|scripts|data|docs|python|warehouse|fuzz|bench|stories|build|examples|\.ci)\//;
/** In a block of code these are this project's; any other path there may be the reader's own. */
const OURS = /(?<![\w./-])(?:scripts|tests|docs|fuzz)\/[\w./-]+\.\w+/g;

const escaped = (text) => text.replace(/[.+^$()|[\]\\?]/g, "\\$&");

/** `a/{b,c}.rs`, `a/*.rs` and `a/NAME.rs` as one expression over the files of the project: whole, or the end of a path. */
function pathPattern(path) {
  const body = escaped(path.replace(/^\.\//, "").replace(/\/$/, ""))
    .replace(/\{([^{}]*)\}/g, (_, list) => `(${list.split(",").join("|")})`)
    .replace(/\*+/g, "[^/]*")
    .replace(/(?<![a-z])(NAME|YEAR|xx)(?![a-z])/g, "[^/]+")
    // A text names what a page imports, and the folder has its source.
    .replace(/\\\.js$/, "\\.(js|ts)");
  return new RegExp(`(^|/)${body}(/|$)`);
}

const isPath = (span) =>
  !/[\s"'`(<>:=]|^@|^\d|^-|\.\.\./.test(span) &&
  !/^(kx-modifier|application|text|https?)\//.test(span) &&
  (FOLDERS.test(span) || (ENDINGS.test(span) && !/^\.\w+$/.test(span)));
/** A name that is written as one: `openAppointment`, `KxChip`, `first_seen`, `kx-chip`; and no plain word. */
const isName = (span) => /^(?:[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*|[a-z]+(?:_[a-z0-9]+)+|kx(?:-[a-z]+)+)(?:\(\))?$/.test(span);

function* spansOf(line) {
  for (const [, , code] of line.matchAll(/(`+)(.+?)\1/g)) yield code.trim();
}

function* wrongInSpan(span, known) {
  const bare = span.replace(/#.*$/, "");
  if (isPath(bare) && !MADE.test(bare) && !known.isForeign(bare) && !known.files.some((file) => pathPattern(bare).test(file))) {
    yield `there is no file ${bare}`;
  }
  if (/^\w+(::\w+)+$/.test(span)) for (const part of span.split("::")) if (!known.words.has(part)) yield `nothing is called ${part}`;
  const name = span.replace(/\(\)$/, "");
  if (isName(span) && !known.words.has(name) && !known.isForeign(name)) yield `nothing is called ${name}`;
}

function* wrongInCommands(text, known) {
  for (const [, name] of text.matchAll(/\bnpm run ([\w:-]+)/g)) if (!known.scripts.has(name)) yield `there is no npm script ${name}`;
  for (const [, list] of text.matchAll(/\bnpm test -- ((?:[a-z]+ ?)+)/g)) {
    const names = list.trim().split(" ");
    // After the first word that is no check a sentence goes on.
    const wrong = names.slice(0, 1).filter((name) => name !== "all" && !known.checks.has(name));
    for (const name of wrong) yield `there is no check ${name}`;
  }
  for (const [, name] of text.matchAll(/(?:npx kx-modifier|`kx-modifier|^kx-modifier) ([a-z][\w-]+)/gm)) {
    if (!known.commands.has(name)) yield `there is no command kx-modifier ${name}`;
  }
  for (const [entry] of text.matchAll(/(?<![\w./@-])kx-modifier\/[\w./*-]*[\w*]/g)) {
    if (!known.hasEntry(entry) && !/\/(dist|docs|node_modules)\b/.test(entry)) yield `there is no entry ${entry}`;
  }
}

/** What a Markdown text names and is not there, each with its line. */
export function wrongMentions(markdown, known) {
  const wrong = [];
  let fence = false;
  for (const [at, line] of markdown.split("\n").entries()) {
    const say = (what) => wrong.push({ line: at + 1, what });
    if (/^\s*```/.test(line)) {
      fence = !fence;
      continue;
    }
    if (fence) {
      for (const [path] of line.matchAll(OURS)) if (!known.files.some((file) => pathPattern(path).test(file))) say(`there is no file ${path}`);
      for (const what of wrongInCommands(line, known)) say(what);
      continue;
    }
    for (const span of spansOf(line)) for (const what of wrongInSpan(span, known)) say(what);
    for (const what of wrongInCommands(line, known)) say(what);
    for (const [, target] of line.matchAll(/\]\(([^)\s]+)\)/g)) {
      const path = target.replace(/#.*$/, "");
      if (path && !/^[a-z]+:/.test(path) && !known.hasLink(path)) say(`the link to ${path} leads nowhere`);
    }
  }
  return wrong;
}
