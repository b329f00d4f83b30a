// The widgets as React components, for React before 19 and for those who like names better than tags. Registers them under their own tags.
import { defineWidgets } from "./all.js";

export * from "./made/react.js";
export type { Widget } from "./shared/react.js";

defineWidgets();
