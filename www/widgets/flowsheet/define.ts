import { KxFlowsheet } from "./element.js";

export type { KxTags } from "../tags.js";

KxFlowsheet.define();
