import { KxDocumentation } from "./element.js";

export type { KxTags } from "../tags.js";

KxDocumentation.define();
