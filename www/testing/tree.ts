// What a container holds, through open shadow roots, and what of it a person meets. Nothing here asks for a global: a page's, jsdom's and an
// iframe's nodes are all the same.

/** Where to look: a document, an element (itself included) or a shadow root. */
export type Container = Document | DocumentFragment | Element;

/** A widget, or any other element that draws as Lit's do. */
export interface Drawn extends HTMLElement {
  readonly isUpdatePending: boolean;
  readonly updateComplete: Promise<unknown>;
}

export const isElement = (node: Node): node is Element => node.nodeType === 1;

/** All elements in their order: the container itself, what its shadow root holds, then its children. */
export function elementsIn(container: Container, found: Element[] = []): Element[] {
  if (isElement(container)) {
    found.push(container);
    if (container.shadowRoot) elementsIn(container.shadowRoot, found);
  }
  for (const child of container.children) elementsIn(child, found);
  return found;
}

/** Every open shadow root in the container, and the container: where a library looks that knows no shadow roots.
 *  @example
 *  shadowRoots(document).length > 4; // true */
export const shadowRoots = (container: Container): (Container & ParentNode)[] => [
  container,
  ...elementsIn(container).flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : [])),
];

/** What a widget is called beneath `kx-modifier/widgets/`, whichever tag its host gave it; null for anything else. */
export function widgetOf(element: Element): string | null {
  const { widget, madeHere } = element.constructor as { widget?: unknown; madeHere?: unknown };
  return madeHere === Symbol.for("kx-modifier.widget") && typeof widget === "string" ? widget : null;
}

export const isDrawn = (element: Element): element is Drawn => "isUpdatePending" in element && "updateComplete" in element;

/** Where it is drawn: in the slot it is put into, below the element whose shadow root it stands in, or below its parent. */
export function above(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  return parent === null ? null : isElement(parent) ? parent : ((parent as Partial<ShadowRoot>).host ?? null);
}

/** By itself, and not by what is around it. */
export const hidesItself = (element: Element): boolean =>
  element.hasAttribute("hidden") ||
  element.getAttribute("aria-hidden") === "true" ||
  (element.localName !== "summary" && element.parentElement?.localName === "details" && !element.parentElement.hasAttribute("open"));

/** Kept from a person, by itself or by what is around it. Where nothing is laid out, as in jsdom, style sheets are not asked. */
export function isHidden(element: Element): boolean {
  for (let at: Element | null = element; at; at = above(at)) if (hidesItself(at)) return true;
  const laidOut = element as { checkVisibility?: (options: { visibilityProperty: boolean }) => boolean };
  return laidOut.checkVisibility?.({ visibilityProperty: true }) === false && !isBare(element);
}

/** A style sheet leaves it out, and not what is around it: a name may hold what is hidden as a whole. */
export const isLeftOut = (element: Element): boolean => {
  const seen = (one: Element | null): boolean | undefined => (one as { checkVisibility?: () => boolean } | null)?.checkVisibility?.();
  return seen(element) === false && seen(element.parentElement) !== false && !isBare(element);
};

/** Without a box of its own, as `display: contents` has it: what is inside may be seen all the same. */
const isBare = (element: Element): boolean => element.ownerDocument.defaultView?.getComputedStyle(element).display === "contents";
