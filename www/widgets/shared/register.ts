/** A page may load a widget twice, from two bundles say; the first one stays. */
export function register(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
