// What an element says to somebody who hears it, and what it is called: the parts of accname and HTML-AAM that the widgets use.
import { hidesItself, isElement, isLeftOut } from "./tree.js";

/** What stands in a line of text; anything else is told apart by a space. */
const INLINE = new Set("a abbr b bdi code em i label mark small span strong sub sup time u".split(" "));
const SILENT = new Set(["script", "style", "template"]);
/** Fields whose text is no part of what they say. */
const UNWRITTEN = /^(checkbox|radio|file|button|submit|reset|hidden)$/;
/** Roles that are called by what they hold. */
const BY_CONTENT = new Set("button cell columnheader heading link option row rowheader tooltip switch".split(" "));

const IMPLICIT: { readonly [tag: string]: string } = {
  article: "article",
  button: "button",
  details: "group",
  dialog: "dialog",
  fieldset: "group",
  figure: "figure",
  form: "form",
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  hr: "separator",
  img: "img",
  li: "listitem",
  nav: "navigation",
  ol: "list",
  option: "option",
  output: "status",
  p: "paragraph",
  progress: "progressbar",
  table: "table",
  tbody: "rowgroup",
  td: "cell",
  textarea: "textbox",
  tfoot: "rowgroup",
  th: "columnheader",
  thead: "rowgroup",
  tr: "row",
  ul: "list",
};
const INPUTS: { readonly [type: string]: string | null } = {
  button: "button",
  checkbox: "checkbox",
  file: "button",
  hidden: null,
  number: "spinbutton",
  radio: "radio",
  range: "slider",
  reset: "button",
  search: "searchbox",
  submit: "button",
};

/** By its attribute, or by what HTML says; null where it has none.
 *  @example
 *  roleOf(getByShadowRole(document.querySelector("kx-threshold")!, "textbox")); // "textbox" */
export function roleOf(element: Element): string | null {
  const [stated] = (element.getAttribute("role") ?? "").split(" ");
  if (stated) return stated === "none" ? "presentation" : stated;
  const { localName } = element;
  if (localName === "input") {
    const role = INPUTS[(element as HTMLInputElement).type];
    return role === undefined ? "textbox" : role;
  }
  if (localName === "a") return element.hasAttribute("href") ? "link" : null;
  if (localName === "select") return (element as HTMLSelectElement).multiple ? "listbox" : "combobox";
  if (localName === "section") return element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby") ? "region" : null;
  return IMPLICIT[localName] ?? null;
}

const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What it says, without signs that are only drawn (`aria-hidden`) and what is hidden; fields say what stands in them.
 *  @example
 *  textOf(getByShadowRole(getChip(document, { id: "a" }), "button", { name: /^Add KX/ })); // "Add KX to 97110" */
export const textOf = (element: Element): string => tidy(contentOf(element, null));

/** Its accessible name; empty where it has none.
 *  @example
 *  nameOf(getByShadowRole(document.querySelector("kx-threshold")!, "textbox")); // "Other Medicare Threshold Used (PT/SLP)" */
export function nameOf(element: Element): string {
  const others = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).flatMap((id) => (id ? (besideOf(element, id) ?? []) : []));
  if (others.length > 0) return tidy(others.map((other) => contentOf(other, element)).join(" "));
  const said = element.getAttribute("aria-label")?.trim();
  if (said) return said;
  const labels = "labels" in element ? [...((element.labels as NodeListOf<Element> | null) ?? [])] : [];
  const own = tidy(labels.map((label) => contentOf(label, element)).join(" "));
  return (
    own ||
    titled(element) ||
    (BY_CONTENT.has(roleOf(element) ?? "") ? tidy(childrenOf(element, null)) : "") ||
    attribute(element, "title") ||
    attribute(element, "placeholder")
  );
}

const attribute = (element: Element, name: string): string => element.getAttribute(name)?.trim() ?? "";

/** A fieldset has its legend, a table its caption. */
function titled(element: Element): string {
  const title = { fieldset: "legend", table: "caption" }[element.localName];
  const found = title ? [...element.children].find(({ localName }) => localName === title) : undefined;
  return found ? textOf(found) : "";
}

const besideOf = (element: Element, id: string): Element | null => (element.getRootNode() as Partial<NonElementParentNode>).getElementById?.(id) ?? null;

/** `named`: whose name this is for, which is no part of it. */
function contentOf(node: Node, named: Element | null): string {
  if (node.nodeType === 3) return (node as Text).data;
  if (!isElement(node) || node === named || SILENT.has(node.localName) || hidesItself(node) || isLeftOut(node)) return "";
  const text = fieldText(node) ?? childrenOf(node, named);
  return INLINE.has(node.localName) ? text : ` ${text} `;
}

function childrenOf(element: Element, named: Element | null): string {
  const put = element.localName === "slot" ? (element as HTMLSlotElement).assignedNodes({ flatten: true }) : [];
  const inside = put.length > 0 ? put : (element.shadowRoot ?? element).childNodes;
  return [...inside].map((node) => contentOf(node, named)).join("");
}

/** Of what is no text by itself; null for anything else. */
function fieldText(element: Element): string | null {
  const { localName } = element;
  if (localName === "select") return [...(element as HTMLSelectElement).selectedOptions].map(({ text }) => text).join(", ");
  if (localName === "textarea") return (element as HTMLTextAreaElement).value;
  if (localName === "input") return UNWRITTEN.test((element as HTMLInputElement).type) ? "" : (element as HTMLInputElement).value;
  const role = roleOf(element);
  return role === "button" || role === "img" ? attribute(element, "aria-label") || null : null;
}
