import type {} from "../tags.js";
import { KxEligibility } from "./element.js";

KxEligibility.define();
