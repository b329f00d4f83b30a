// Markdown as every page of the site has it: headings that can be linked to, code coloured by classes (a strict policy allows no style
// attribute), and links that lead to the page on which a file stands here.
import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import javascript from "highlight.js/lib/languages/javascript";
import languageJson from "highlight.js/lib/languages/json";
import python from "highlight.js/lib/languages/python";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import markdownIt from "markdown-it";
import { slug } from "./sections.mjs";

for (const [names, language] of [
  [["bash", "sh"], bash],
  [["javascript", "js", "mjs"], javascript],
  [["json"], languageJson],
  [["python"], python],
  [["typescript", "ts", "tsx"], typescript],
  [["xml", "html", "vue"], xml],
  [["yaml"], yaml],
])
  for (const name of names) hljs.registerLanguage(name, language);

const coloured = (code, language) => (hljs.getLanguage(language) ? hljs.highlight(code, { language }).value : "");

/** `linked(href, page)` says where a link of a text leads from the page that shows it. */
export function markdown(linked) {
  const md = markdownIt({ html: true, highlight: coloured });
  md.core.ruler.push("headings", ({ tokens, env }) => {
    const seen = new Map();
    env.headings = [];
    for (const [at, token] of tokens.entries()) {
      if (token.type !== "heading_open") continue;
      const words = tokens[at + 1].children.map(({ content }) => content).join("");
      const id = slug(words);
      const again = seen.get(id) ?? 0;
      seen.set(id, again + 1);
      token.attrSet("id", again ? `${id}-${again}` : id);
    }
  });
  md.core.ruler.push("links", ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? []))
      for (const name of ["href", "src"]) {
        const value = token.attrGet?.(name);
        if (value) token.attrSet(name, linked(value, env));
      }
  });
  const { fence } = md.renderer.rules;
  // What is wider than the page is moved sideways by keyboard too.
  md.renderer.rules.fence = (...all) => `<div class="code">${fence(...all).replace("<pre>", '<pre tabindex="0">')}</div>`;
  md.renderer.rules.code_block = (tokens, at) => `<div class="code"><pre tabindex="0"><code>${coloured(tokens[at].content, "ts")}</code></pre></div>`;
  md.renderer.rules.table_open = () => '<div class="table" tabindex="0"><table>';
  md.renderer.rules.table_close = () => "</table></div>";
  return md;
}
