import { KxTreatment } from "./element.js";

export type { KxTags } from "../tags.js";

KxTreatment.define();
