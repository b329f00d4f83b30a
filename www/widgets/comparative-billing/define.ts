import type {} from "../tags.js";
import { KxComparativeBilling } from "./element.js";

KxComparativeBilling.define();
