// Every widget by its name.
import { KxError } from "../core/error.js";
import { WIDGETS } from "./made/widgets.js";
import { registerAll, type WidgetClass } from "./shared/register.js";

/** What the widgets are called beneath `kx-modifier/widgets/`; with `kx-` before it, their tags. */
export type WidgetName = keyof typeof WIDGETS;

/**
 * Registers all widgets, under tags of your own where you name some: `defineWidgets({ threshold: "acme-threshold" })`. Doing it again is
 * harmless. Throws `KxError` and registers nothing: "unknown-field" for a widget that does not exist, "tag-invalid" for a tag that
 * is none, "tag-taken" for one that another element has.
 */
export function defineWidgets(tags: { readonly [name in WidgetName]?: string } = {}): void {
  for (const name of Object.keys(tags)) {
    if (!Object.hasOwn(WIDGETS, name)) {
      throw new KxError({
        code: "unknown-field",
        path: name,
        message: `there is no widget \`${name}\``,
        help: `the widgets are ${Object.keys(WIDGETS).join(", ")}`,
      });
    }
  }
  registerAll([...ordered()].map((widget) => [widget, tags[widget.widget as WidgetName] ?? `kx-${widget.widget}`]));
}

/** Who gives the others their language comes first, since they ask for it as they begin; each comes after those that it holds. */
function ordered(): Set<WidgetClass> {
  const { wording, ...others } = WIDGETS;
  const all: WidgetClass[] = Object.values(others);
  return new Set([wording, ...all.flatMap((widget) => [...widget.holds, widget])]);
}
