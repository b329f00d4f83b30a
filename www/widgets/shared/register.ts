// Which class stands under which tag. A host may choose the tags, so widgets that hold others look their tags up here.
import { KxError } from "../../core/error.js";

export interface WidgetClass {
  new (): HTMLElement;
  /** What the widget is called beneath `kx-modifier/widgets/`. */
  readonly widget: string;
  /** The widgets that this one holds. */
  readonly holds: readonly WidgetClass[];
  readonly madeHere: symbol;
}

/** The same in every copy of this package on a page. */
export const MADE_HERE = Symbol.for("kx-modifier.widget");

const tags = new Map<WidgetClass, string>();

/** The tag of a widget inside another one: the first that it got. */
export const tagOf = (widget: WidgetClass): string => tags.get(widget) ?? `kx-${widget.widget}`;

const refusal = (code: "tag-invalid" | "tag-taken", tag: string, message: string, help: string) => new KxError({ code, path: tag, message, help });

/** Throws where the tag cannot be this widget's. A copy of it from another bundle is as good, and stays. */
function check(widget: WidgetClass, tag: string): void {
  if (!/^[a-z][a-z0-9._]*-[a-z0-9._-]*$/.test(tag)) {
    throw refusal("tag-invalid", tag, `\`${tag}\` is no name for a custom element`, "use lower case letters with a hyphen between them, as in acme-threshold");
  }
  const there = customElements.get(tag) as Partial<WidgetClass> | undefined;
  if (there !== undefined && !(there.madeHere === MADE_HERE && there.widget === widget.widget)) {
    throw refusal("tag-taken", tag, `\`${tag}\` is another element already`, `give kx-${widget.widget} another tag with defineWidgets`);
  }
}

/** Registers a widget and those it holds. Doing it again is harmless; under a second tag it is the same widget once more.
 *  Throws `KxError` "tag-taken" or "tag-invalid", and nothing is registered then. */
export function register(widget: WidgetClass, tag = `kx-${widget.widget}`): void {
  registerAll([...widget.holds.filter((held) => !tags.has(held)).map((held) => [held, `kx-${held.widget}`] as const), [widget, tag]]);
}

/** All of them or none. */
export function registerAll(wanted: readonly (readonly [widget: WidgetClass, tag: string])[]): void {
  for (const [widget, tag] of wanted) check(widget, tag);
  for (const [widget, tag] of wanted) {
    // A class may stand under one tag only.
    if (!customElements.get(tag)) customElements.define(tag, (tags.has(widget) ? class extends widget {} : widget) as unknown as CustomElementConstructor);
    if (!tags.has(widget)) tags.set(widget, tag);
  }
}
