import type {} from "../tags.js";
import { KxCombobox } from "./element.js";

KxCombobox.define();
