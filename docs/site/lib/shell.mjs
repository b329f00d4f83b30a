// What every page has around its text.
import { relative } from "./links.mjs";

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

export const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function menu({ groups, page_ }) {
  const group = ({ title, pages }) => {
    const items = pages.map(({ url, title: name }) => {
      const current = url === page_.url ? ' aria-current="page"' : url === page_.under ? ' aria-current="true"' : "";
      return `<li><a href="${relative(page_.url, url)}"${current}>${escaped(name)}</a></li>`;
    });
    return `<section><h2>${title}</h2><ul>${items.join("")}</ul></section>`;
  };
  return groups.map(group).join("");
}

/** Headings of the text, where there are enough to look for one. */
function contents(html) {
  const heads = [...html.matchAll(/<h2 id="([^"]+)"[^>]*>([\s\S]*?)<\/h2>/g)];
  if (heads.length < 3 || heads.length > 40) return "";
  const items = heads.map(([, id, inner]) => `<li><a href="#${id}">${inner.replace(/<\/?a[^>]*>/g, "")}</a></li>`);
  return `<nav class="contents" aria-label="On this page"><h2>On this page</h2><ul>${items.join("")}</ul></nav>`;
}

const SUN =
  '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 3a7 7 0 1 0 0 14z" fill="currentColor"/><circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="1.6"/></svg>';
const GLASS =
  '<svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="9" cy="9" r="5.5" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="m13.2 13.2 4 4" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/></svg>';

export function shell(data, main, { scripts = [], kind: given = "" } = {}) {
  const {
    page_,
    title,
    description = "Whether Medicare's KX modifier belongs on an outpatient therapy line, and why. A rules core in WebAssembly for EHRs.",
  } = data;
  const beside = given ? "" : contents(main);
  // Without a list of headings beside it, a wide table has its room.
  const kind = given || (beside ? "" : "wide");
  const to = (url) => relative(page_.url, url);
  const link = (url, name) => `<a href="${to(url)}"${page_.url.startsWith(url) ? ' aria-current="true"' : ""}>${name}</a>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escaped(description)}">
<title>${page_.url ? `${escaped(title)} · kx-modifier` : "kx-modifier: KX on Medicare therapy lines"}</title>
<link rel="icon" href="${to("assets/icon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${to("assets/site.css")}">
<script src="${to("assets/theme.js")}"></script>
<script type="module" src="${to("assets/main.js")}"></script>
${scripts.map((name) => `<script type="module" src="${to(`assets/${name}`)}"></script>`).join("\n")}
</head>
<body class="${kind}" data-root="${to("")}">
<a class="skip" href="#main">Skip to content</a>
<header class="bar">
<a class="brand" href="${to("")}"><img src="${to("assets/icon.svg")}" alt="" width="28" height="28"><span>kx-modifier</span></a>
<nav class="top" aria-label="Sections">${link("guide/", "Guide")}${link("playground/", "Playground")}${link("api/", "API")}${link("elements/", "Elements")}</nav>
<button type="button" class="quiet" id="search-open">${GLASS}<span>Search</span><kbd>/</kbd></button>
<button type="button" class="quiet icon" id="theme" aria-label="Dark colors" aria-pressed="false">${SUN}</button>
<button type="button" class="quiet" id="menu-open" aria-expanded="false" aria-controls="menu">Menu</button>
</header>
<div class="frame">
<nav id="menu" class="menu" aria-label="All pages">${menu(data)}</nav>
<main id="main" tabindex="-1">${main}</main>
${beside}
</div>
<footer><p>KX is a clinician's attestation. This software gives no legal or billing advice. <a href="${to("scope/")}">What the package is not</a></p></footer>
<dialog id="search" aria-label="Search">
<form method="dialog" role="search"><input id="search-text" type="search" placeholder="Search pages, functions, elements" aria-label="Search" autocomplete="off" spellcheck="false"><button type="button" class="quiet" id="search-close">Close</button></form>
<p id="search-said" role="status"></p>
<ol id="search-found"></ol>
</dialog>
</body>
</html>
`;
}
