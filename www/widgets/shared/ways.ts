// Ways out of what blocks KX on a line, or completes it.
import type { WayOutAction } from "./events.js";

const BY_HAND: readonly WayOutAction[] = ["move-modifier", "check-note", "refresh-usage"];

/** Done by a person, and nothing of the line changes by it. */
export const isByHand = (action: WayOutAction): boolean => BY_HAND.includes(action);
