import { KxThreshold } from "./element.js";

export type { KxTags } from "../tags.js";

KxThreshold.define();
