// Where a link of a text leads: to the page on which that file, or that part of README, stands here.
import { posix } from "node:path";
import { slug } from "./sections.mjs";

const depth = (url) => "../".repeat(url.split("/").length - 1);
/** From a page's address to another's, both from the site's own root: the site can be put into any folder. */
export const relative = (from, to) => `${depth(from)}${to}` || "./";

/** Pictures of docs/ are copied as they are; files of the repository without a page here are named, and lead nowhere. */
const PICTURES = /\.(svg|png)$/;

/** Files without a text of their own, by the page that is made of them. */
const MADE_OF = [
  [/^www\/core\//, "api/"],
  [/^dist\/custom-elements\.json$/, "elements/"],
  [/^dist\/(import-map|rules\.schema)\.json$/, "files/$1.json"],
];

export function linker(pages) {
  const byFile = new Map(pages.flatMap((page) => (page.files ?? []).map((name) => [name, page.url])));
  const byHeading = new Map(pages.filter((page) => page.readme).map((page) => [slug(page.readme), page.url]));
  return (href, { page }) => {
    if (/^(https?:|mailto:|#)/.test(href)) {
      const here = byHeading.get(href.slice(1));
      return href.startsWith("#") && page.readme && here !== undefined ? relative(page.url, here) : href;
    }
    if (href.startsWith("site:")) return relative(page.url, href.slice("site:".length));
    if (page.api)
      return (
        href
          .replace(/index\.md/, "")
          .replace(/\.md/, "/")
          .replace(/^(?!#)/, page.folder ? "" : "../") || "./"
      );
    const [path, anchor] = href.split("#");
    const from = page.files ? posix.dirname(page.files[0]) : ".";
    const target = posix.normalize(posix.join(from, path));
    if (PICTURES.test(target)) return relative(page.url, `pictures/${posix.basename(target)}`);
    const found = target === "README.md" ? (byHeading.get(anchor) ?? "") : byFile.get(target);
    if (target === "README.md") return relative(page.url, found);
    if (found !== undefined) return relative(page.url, found) + (anchor ? `#${anchor}` : "");
    const made = MADE_OF.find(([which]) => which.test(target));
    if (made) return relative(page.url, made[1].replace("$1", made[0].exec(target)[1]));
    throw new Error(`${page.url}: there is no page of ${href}`);
  };
}
