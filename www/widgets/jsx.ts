// The widgets in JSX, as types only: properties as they are, events as `onkx-…`.
import type { KxTags } from "./made/tags.js";
import type { KxEventMap } from "./shared/events.js";
import type { Own } from "./shared/own.js";

type Handlers = { [Name in keyof KxEventMap as `on${Name}`]?: (event: KxEventMap[Name]) => void };

/** Attributes that every JSX dialect has. */
export interface KxCommon {
  key?: string | number | null;
  ref?: unknown;
  id?: string;
  class?: string;
  className?: string;
  slot?: string;
  part?: string;
  exportparts?: string;
  /** Text, or what the dialect takes as an object. */
  style?: string | object;
  title?: string;
  hidden?: boolean;
  inert?: boolean;
  tabIndex?: number;
  dir?: string;
  lang?: string;
  children?: unknown;
}

/**
 * The elements by their tags. React 19: `declare module "react" { namespace JSX { interface IntrinsicElements extends KxJsx {} } }`;
 * Preact the same with its own module.
 */
export type KxJsx = { [Tag in keyof KxTags]: KxCommon & Own<KxTags[Tag]> & Handlers };
