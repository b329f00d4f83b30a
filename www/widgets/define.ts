// Registers all widgets under their own tags.
import { defineWidgets } from "./all.js";

export type { KxTags } from "./made/tags.js";

defineWidgets();
