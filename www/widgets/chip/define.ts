import { KxChip } from "./element.js";

export type { KxTags } from "../tags.js";

KxChip.define();
