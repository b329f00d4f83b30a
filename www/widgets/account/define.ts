import { KxAccount } from "./element.js";

export type { KxTags } from "../tags.js";

KxAccount.define();
