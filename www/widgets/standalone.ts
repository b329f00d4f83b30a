// For a plain page: everything in one file, registered under its own tags.
import { defineWidgets } from "./all.js";

export * from "./index.js";

defineWidgets();
