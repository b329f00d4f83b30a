import type {} from "../tags.js";
import { KxAutoApply } from "./element.js";

KxAutoApply.define();
