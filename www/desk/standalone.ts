// For a plain page: the desk and all widgets in one file, registered under their own tags.
export * from "../widgets/standalone.js";
export * from "./index.js";
