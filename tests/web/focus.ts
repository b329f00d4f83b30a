/** The accessible name of what has the focus, through every shadow root. Runs in the page. */
export function focusedName(): string {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const scope = element?.getRootNode() as Document | ShadowRoot;
  const label = element?.id ? scope.querySelector(`label[for="${element.id}"]`)?.textContent : null;
  return (element?.getAttribute("aria-label") ?? label ?? element?.closest("label")?.textContent ?? element?.textContent ?? "").replace(/\s+/g, " ").trim();
}
