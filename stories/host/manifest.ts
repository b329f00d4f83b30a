// What custom-elements.json says of an element, as the pages "API", "Tokens" and "Overview" and the controls take it.
import { html } from "lit";
import manifest from "kx-modifier/custom-elements.json" with { type: "json" };

interface Named {
  name: string;
  description?: string;
}

export interface Member extends Named {
  kind: string;
  type?: { text: string };
  default?: string;
  attribute?: string;
  readonly?: boolean;
}

export interface Declared extends Named {
  tagName?: string;
  members?: Member[];
  events?: (Named & { type?: { text: string } })[];
  slots?: Named[];
  cssParts?: Named[];
  cssProperties?: Named[];
}

const all = manifest.modules.flatMap(({ declarations }) => declarations as Declared[]);

export const elements = all.filter(({ tagName }) => tagName?.startsWith("kx-")).sort((a, b) => ((a.tagName ?? "") < (b.tagName ?? "") ? -1 : 1));

export function declared(name: string): Declared {
  const found = elements.find(({ tagName }) => tagName === `kx-${name}`);
  if (!found) throw new Error(`custom-elements.json has no kx-${name}`);
  return found;
}

/** Every element reads them; the base says what they are. */
export const tokens = all.find(({ name }) => name === "KxElement")?.cssProperties ?? [];

/** Descriptions have code between backticks, and names of things on a screen between asterisks. */
export const words = (text = "") =>
  text
    .split(/(`[^`]+`|\*[^*]+\*)/)
    .map((part) => (part.startsWith("`") ? html`<code>${part.slice(1, -1)}</code>` : part.startsWith("*") ? html`<em>${part.slice(1, -1)}</em>` : part));
