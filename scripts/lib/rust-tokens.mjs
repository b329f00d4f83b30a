// Rust source as tokens, as far as paths need it: without comments, texts and what is compiled for tests only.

const TOKEN = new RegExp(
  [
    String.raw`(?<skip>\s+|\/\/[^\n]*)`,
    String.raw`(?<block>\/\*)`,
    `(?<raw>(?:b|c|br|cr)?r(?<hashes>#*)")`,
    String.raw`(?<text>[bc]?"(?:[^"\\]|\\[\s\S])*")`,
    String.raw`(?<char>b?'(?:[^'\\\n]|\\(?:x[0-9a-fA-F]{2}|u\{[^}]*\}|[\s\S]))')`,
    String.raw`(?<lifetime>'[\p{L}_][\p{L}\p{N}_]*)`,
    String.raw`(?:r#)?(?<name>[\p{L}_][\p{L}\p{N}_]*)`,
    String.raw`(?<number>\d[\w.]*?(?=\.\.|[^\w.]|$))`,
    String.raw`(?<sign>::|[\s\S])`,
  ].join("|"),
  "uy",
);

/** Behind the block comment that begins at `from`; they nest. */
function behindBlock(text, from) {
  let depth = 0;
  for (const found of text.slice(from).matchAll(/\/\*|\*\//g)) {
    depth += found[0] === "/*" ? 1 : -1;
    if (depth === 0) return from + found.index + 2;
  }
  return text.length;
}

/** Names and signs, `::` as one. A literal is an empty token, so that what stands around it does not join. */
function tokens(text) {
  const found = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const { skip, block, raw, hashes, name, sign } = match.groups;
    if (block !== undefined) TOKEN.lastIndex = behindBlock(text, match.index);
    else if (raw !== undefined) {
      const end = text.indexOf(`"${hashes}`, TOKEN.lastIndex);
      TOKEN.lastIndex = end < 0 ? text.length : end + 1 + hashes.length;
      found.push("");
    } else if (skip === undefined) found.push(name ?? sign ?? "");
  }
  return found;
}

const CLOSING = { "(": ")", "[": "]", "{": "}" };

/** Behind the bracket that closes the one at `from`. */
export function behindGroup(list, from) {
  const open = [];
  for (let place = from; place < list.length; place += 1) {
    if (CLOSING[list[place]]) open.push(CLOSING[list[place]]);
    else if (list[place] === open.at(-1) && open.length > 0) open.pop();
    if (open.length === 0) return place + 1;
  }
  return list.length;
}

/** Behind the item that begins at `from`, with its attributes. */
function behindItem(list, from) {
  for (let place = from; place < list.length; ) {
    const token = list[place];
    if (token === ";" || token === ",") return place + 1;
    // The end of what the item stands in: a last field, say.
    if (token === "}" || token === ")") return place;
    const next = CLOSING[token] ? behindGroup(list, place) : place + 1;
    if (token === "{") return next;
    place = next;
  }
  return list.length;
}

const isForTests = (attribute) => attribute[0] === "cfg" && attribute.includes("test") && !attribute.includes("not") && !attribute.includes("any");

/** The tokens of what the crate itself is made of: no tests, and no paths that only say who may see something. `testModules`: names of
 *  modules in files of their own that are tests alone. */
export function rustTokens(text) {
  const list = tokens(text);
  const kept = [];
  const testModules = [];
  for (let place = 0; place < list.length; ) {
    if (list[place] === "#" && list[place + 1] === "[") {
      const end = behindGroup(list, place + 1);
      if (isForTests(list.slice(place + 2, end - 1))) {
        place = behindItem(list, end);
        const [keyword, name, sign] = list.slice(place - 3, place);
        if (keyword === "mod" && sign === ";") testModules.push(name);
        continue;
      }
    }
    kept.push(list[place]);
    const isVisibility = list[place] === "pub" && list[place + 1] === "(" && ["crate", "super", "self", "in"].includes(list[place + 2]);
    place = isVisibility ? behindGroup(list, place + 1) : place + 1;
  }
  return { tokens: kept, testModules };
}
