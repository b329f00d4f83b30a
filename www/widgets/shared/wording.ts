// The labels of the widgets. Sentences about decisions come from the core and are shown as they are.
import { createContext } from "@lit/context";
import english from "#made/ui-labels.js";
import { kept } from "./format.js";

/** The language of a page: its locale (BCP 47) and its labels by id; what it lacks is shown in English. */
export interface Wording {
  locale: string;
  labels?: { readonly [id: string]: string };
}

/** Known to every copy of this package on a page. */
export const wordingContext = createContext<Wording | null>(Symbol.for("kx-modifier.wording"));

const plural = kept((locale) => new Intl.PluralRules(locale));
const number = kept((locale) => new Intl.NumberFormat(locale));

const form = (locale: string, id: string, count: number) => `${id}.${plural(locale).select(count)}`;

function template(labels: { readonly [id: string]: string }, locale: string, id: string, count: number | undefined): string | undefined {
  return count === undefined ? labels[id] : (labels[form(locale, id, count)] ?? labels[`${id}.other`]);
}

/** A label with its `{name}` filled in, numbers as the language writes them. `count` chooses the plural form by the rules of the language that the label
 *  is in. `few`: English labels that not every widget carries. */
export function phrase(
  wording: Wording | null,
  id: string,
  args: { readonly [name: string]: string | number } = {},
  few: { readonly [id: string]: string } = {},
): string {
  const { locale = "en-US", labels = {} } = wording ?? {};
  const count = typeof args.count === "number" ? args.count : undefined;
  const text = template(labels, locale, id, count) ?? template(english, "en-US", id, count) ?? template(few, "en-US", id, count) ?? id;
  const written = (value: string | number) => (typeof value === "number" ? number(locale).format(value) : value);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => written(args[name] ?? whole));
}
