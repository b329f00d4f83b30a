// The code in a Markdown text: what stands there is built and run as it is.
/** Each fenced block with the heading above it. A first line such as `// kx.js` names its file and is left out of it. */
export function snippetsOf(markdown) {
  const found = [];
  let heading = "";
  for (const [, title, lang, body] of markdown.matchAll(/^#+ (.+)$|^```(\w+)\n([\s\S]*?)^```$/gm)) {
    if (title !== undefined) {
      heading = title;
      continue;
    }
    const named = /^(?:\/\/|<!--) ([\w.-]+)(?: -->)?\n/.exec(body);
    found.push({ heading, lang, name: named?.[1] ?? null, text: named ? body.slice(named[0].length) : body });
  }
  return found;
}
