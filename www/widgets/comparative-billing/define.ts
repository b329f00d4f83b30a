import { KxComparativeBilling } from "./element.js";

export type { KxTags } from "../tags.js";

KxComparativeBilling.define();
