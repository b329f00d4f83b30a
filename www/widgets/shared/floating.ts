// What floats beside a control, in the top layer, so that no host cuts it off. The browser keeps it in view by anchor positioning; where it
// has none it stands where its style puts it, and is only moved back into view.
import { nothing } from "lit";

const isAnchored = (): boolean => globalThis.CSS?.supports?.("anchor-name: --a") === true && "popover" in HTMLElement.prototype;

/** The `popover` attribute of what floats. */
export const floats = () => (isAnchored() ? "manual" : nothing);

/** Once it is drawn. */
export function float(element: HTMLElement | null, open: boolean): void {
  if (!element?.isConnected) return;
  if (element.popover === "manual") element.togglePopover(open);
  else if (open) moveIntoView(element);
}

function moveIntoView(element: HTMLElement): void {
  element.style.removeProperty("translate");
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const within = (start: number, end: number, size: number): number => (start < 0 ? -start : Math.min(0, size - end));
  element.style.setProperty("translate", `${within(left, right, innerWidth)}px ${within(top, bottom, innerHeight)}px`);
}
