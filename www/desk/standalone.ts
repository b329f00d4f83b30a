// For a plain page: the desk and all widgets in one file, registered under their own tags.
import { defineWidgets } from "../widgets/all.js";

export * from "../widgets/index.js";
export * from "./index.js";

// Here, not in a file that is imported: what `sideEffects` does not list is left out of a bundle.
defineWidgets();
