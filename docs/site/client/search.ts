// The search runs in the page, over passages that were written with it.
import MiniSearch, { type SearchResult } from "minisearch";

interface Passage {
  url: string;
  title: string;
  heading: string | null;
  words: string;
  anchor?: string;
}

const SHOWN = 12;
/** How much of a passage is shown, around the first word that was found. */
const AROUND = 70;

/** What tells how to do something stands before the names of types. */
const weight = (url: string): number => (url.startsWith("guide/") ? 2 : /^(api\/(?!.*\/functions\/)|changes|design)/.test(url) ? 0.4 : 1);

function index(passages: Passage[]): MiniSearch {
  const search = new MiniSearch<Passage & { id: number }>({
    fields: ["title", "heading", "words"],
    storeFields: ["url", "title", "heading", "words", "anchor"],
    // `holdClaims` is found by "claims" too.
    tokenize: (text) =>
      text
        .replace(/([a-z])([A-Z])/g, "$1 $2")
        .split(/[^\p{L}\p{N}$]+/u)
        .concat(text.match(/\w+/g) ?? []),
    searchOptions: {
      boost: { title: 6, heading: 3 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: "AND",
      boostDocument: (_id, _term, stored) => weight(String(stored?.url)),
    },
  });
  search.addAll(passages.map((passage, id) => ({ id, ...passage })));
  return search;
}

function shown(root: string, { url, title, heading, words, anchor, terms }: SearchResult): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const name = document.createElement("strong");
  const passage = document.createElement("span");
  const text = String(words);
  const at = Math.max(
    0,
    ...terms
      .map((term) => text.toLowerCase().indexOf(term))
      .filter((place) => place >= 0)
      .slice(0, 1),
  );
  link.href = root + url + (anchor ? `#${anchor}` : "");
  name.textContent = heading ? `${title}: ${heading}` : title;
  passage.textContent = `${at > AROUND ? "…" : ""}${text.slice(Math.max(0, at - AROUND), at + AROUND * 2)}`;
  link.append(name, passage);
  item.append(link);
  return item;
}

export function searchable(root: string): void {
  const dialog = document.getElementById("search") as HTMLDialogElement;
  const field = document.getElementById("search-text") as HTMLInputElement;
  const list = document.getElementById("search-found") as HTMLOListElement;
  const status = document.getElementById("search-said") as HTMLParagraphElement;
  let loading: Promise<MiniSearch> | undefined;
  const load = () =>
    (loading ??= fetch(`${root}search.json`)
      .then((answer) => answer.json())
      .then(index));

  const look = async () => {
    const wanted = field.value.trim();
    const search = await load();
    if (wanted !== field.value.trim()) return;
    const found = wanted ? search.search(wanted) : [];
    list.replaceChildren(...found.slice(0, SHOWN).map((one) => shown(root, one)));
    status.textContent = wanted ? (found.length === 1 ? "1 passage" : `${found.length} passages`) : "";
  };
  const open = () => {
    dialog.showModal();
    field.select();
    load();
  };
  document.getElementById("search-open")?.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const typing = (event.target as HTMLElement).closest("input, textarea, select, [contenteditable]");
    if ((event.key === "/" && !typing) || (event.key === "k" && (event.metaKey || event.ctrlKey))) {
      event.preventDefault();
      if (!dialog.open) open();
    }
  });
  field.addEventListener("input", look);
  // The list is walked by arrows too.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement) + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    (links[at] ?? field).focus();
  });
  field.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  document.getElementById("search-close")?.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  list.addEventListener("click", () => dialog.close());
}
