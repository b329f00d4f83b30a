import { KxWording } from "./element.js";

export type { KxTags } from "../tags.js";

KxWording.define();
