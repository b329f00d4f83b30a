import { KxImport } from "./element.js";

export type { KxTags } from "../tags.js";

KxImport.define();
