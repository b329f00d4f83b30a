import { KxCombobox } from "./element.js";

export type { KxTags } from "../tags.js";

KxCombobox.define();
