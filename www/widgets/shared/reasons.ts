// The usual reasons why KX is left off a line, in the order in which they are offered.
import type { DeclineReason } from "./events.js";

export const REASONS: readonly DeclineReason[] = ["not-necessary", "documentation", "not-primary", "balance"];
