// The widgets in JSX, as types only: properties as they are, events as `onkx-…`.
import type { LitElement } from "lit";
import type { KxTags } from "./made/tags.js";
import type { KxEventMap } from "./shared/events.js";

type Own<Element> = Partial<Omit<Element, keyof LitElement>>;
type Handlers = { [Name in keyof KxEventMap as `on${Name}`]?: (event: KxEventMap[Name]) => void };

/** Attributes that every JSX dialect has. */
export interface KxCommon {
  key?: string | number | null;
  ref?: unknown;
  id?: string;
  class?: string;
  className?: string;
  slot?: string;
  hidden?: boolean;
  dir?: string;
  lang?: string;
  children?: unknown;
}

/**
 * The elements by their tags. React 19: `declare module "react" { namespace JSX { interface IntrinsicElements extends KxJsx {} } }`;
 * Preact the same with its own module.
 */
export type KxJsx = { [Tag in keyof KxTags]: KxCommon & Own<KxTags[Tag]> & Handlers };
