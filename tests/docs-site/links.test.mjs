// Every address in the built pages is that of a file that is there, and every `#` that of something on it.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { docsSite } from "../../scripts/docs-site.mjs";

const pages = readdirSync(docsSite, { recursive: true })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".html") && !name.startsWith("crate/"));
const html = new Map(pages.map((name) => [name, readFileSync(join(docsSite, name), "utf8")]));
const idsOf = (text) => new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));

/** What is wrong with an address on a page, or nothing. */
function fault(page, address) {
  const [path, anchor] = address.split("#");
  const full = path ? join(docsSite, dirname(page), decodeURIComponent(path)) : join(docsSite, page);
  const file = existsSync(full) && statSync(full).isDirectory() ? join(full, "index.html") : full;
  if (relative(docsSite, file).startsWith("..")) return "leaves the site";
  if (!existsSync(file)) return "is not there";
  const target = html.get(relative(docsSite, file).replaceAll("\\", "/"));
  return anchor && target && !idsOf(target).has(decodeURIComponent(anchor)) ? "has nothing of that name" : null;
}

test("every link leads somewhere", () => {
  assert.ok(pages.length > 200, "the site has fewer pages than it had");
  const wrong = [];
  let links = 0;
  for (const [page, text] of html)
    for (const [, address] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      if (/^(https?:|mailto:)/.test(address)) continue;
      links += 1;
      const what = fault(page, address);
      if (what) wrong.push(`${page}: ${address} ${what}`);
    }
  assert.ok(links > 5000);
  assert.deepEqual(wrong, []);
});

test("every link of the search leads somewhere", () => {
  const passages = JSON.parse(readFileSync(join(docsSite, "search.json"), "utf8"));
  const wrong = passages.filter(({ url, anchor }) => fault("index.html", url + (anchor ? `#${anchor}` : "")));
  assert.deepEqual(
    wrong.map(({ url, anchor }) => `${url}#${anchor}`),
    [],
  );
});

test("nothing in a page needs more than the policy allows", () => {
  for (const [page, text] of html) {
    assert.doesNotMatch(text, /<style|\sstyle="|\son[a-z]+="|<script>|<script (?!src=|type="module" src=)/, page);
    assert.match(text, /http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';/, page);
    assert.equal([...text.matchAll(/<h1/g)].length, 1, `${page} has one heading of the first level`);
    assert.equal([...text.matchAll(/aria-current="page"/g)].length <= 1, true, `${page} stands once in the menu`);
    assert.equal(idsOf(text).size, [...text.matchAll(/\sid="/g)].length, `${page} names something twice`);
  }
});
