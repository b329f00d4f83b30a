// What of the crate others can name, as text: each item that is `pub` and nothing less, with its signature. The lint `unreachable_pub` sees to it
// that nothing else is marked so, and rustfmt that each item begins a line: so every compiler gives the same report.

const indent = (line) => line.length - line.trimStart().length;
const isItem = (line) => /^\s*pub (?!\()/.test(line);
const isOwner = (line) => /^\s*(?:unsafe )?(?:impl\b|pub (?:struct|trait|enum|mod)\b)/.test(line);

/** The lines of an item up to its body; of an enum and a trait with the body, which is what is public of it. */
function itemAt(lines, from) {
  const depth = indent(lines[from]);
  const whole = /^\s*pub (enum|trait) /.test(lines[from]);
  const taken = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at].replace(/\s*\/\/.*$/, "");
    if (line.trim() !== "" && !/^\s*#\[/.test(line)) taken.push(line.trim());
    if (
      whole
        ? at > from && indent(lines[at]) === depth && /^\s*}/.test(line)
        : /[;{,}]$/.test(line) && (at === from || indent(lines[at]) === depth || /;$/.test(line))
    )
      break;
    if (whole && /[}]$/.test(line) && at === from) break;
  }
  const text = taken.join(" ").replace(/\s*[{;,]$/, "");
  // What a constant is made of is not what it is.
  return /^pub (?:const|static) \w+:/.test(text) ? text.replace(/ = .*/, "") : text;
}

/** The attribute of what may be done with it. */
function derived(lines, at) {
  const found = [];
  for (let before = at - 1; before >= 0 && /^\s*(#\[|\/\/)/.test(lines[before]); before -= 1) {
    const list = /^\s*#\[derive\((.*)\)\]/.exec(lines[before])?.[1];
    if (list) found.push(list);
  }
  return found.length ? ` // ${found.join(", ")}` : "";
}

/** What the item at `from` stands in; null where that is not public, and a field of it is not either. */
function ownerOf(lines, from) {
  const depth = indent(lines[from]);
  for (let at = from - 1; at >= 0 && depth > 0; at -= 1) {
    if (lines[at].trim() === "" || indent(lines[at]) >= depth || /^\s*(#|\/\/|where\b|\{$)/.test(lines[at])) continue;
    if (/! ?\{$/.test(lines[at])) return "";
    return isOwner(lines[at])
      ? `${lines[at]
          .trim()
          .replace(/\s*\{$/, "")
          .replace(/^pub /, "")}: `
      : null;
  }
  return "";
}

/** The lines of one file. */
function itemsOf(path, text) {
  const lines = text.split("\n");
  return lines.flatMap((line, at) => {
    const owner = isItem(line) ? ownerOf(lines, at) : null;
    return owner === null ? [] : [`${path}: ${owner}${itemAt(lines, at)}${derived(lines, at)}`];
  });
}

/** The report over all files, `[path, text]` each; and what public types can do by a trait. */
export function rustApi(files) {
  const items = files.flatMap(([path, text]) => itemsOf(path, text));
  const types = new Set(files.flatMap(([, text]) => [...text.matchAll(/^\s*pub (?:struct|enum) (\w+)/gm)].map(([, name]) => name)));
  const traits = files.flatMap(([path, text]) =>
    [...text.matchAll(/^impl\b[^{\n]* for (?:&\w* ?)?(\w+)[^{\n]*/gm)].filter(([, name]) => types.has(name)).map(([all]) => `${path}: ${all.trim()}`),
  );
  return `${[...items, ...traits].join("\n")}\n`;
}
