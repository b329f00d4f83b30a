// The fixed words for people, from data/wording.
import labels from "#made/labels.js";

/** The text of a row, with what stands in its braces put in. */
export function words(id: string, values: { readonly [name: string]: string | number } = {}): string {
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, () => String(value)), labels[id] ?? id);
}
