import { KxEligibility } from "./element.js";

export type { KxTags } from "../tags.js";

KxEligibility.define();
