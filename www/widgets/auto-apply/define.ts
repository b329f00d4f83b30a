import { KxAutoApply } from "./element.js";

export type { KxTags } from "../tags.js";

KxAutoApply.define();
