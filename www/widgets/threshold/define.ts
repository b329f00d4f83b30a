import type {} from "../tags.js";
import { KxThreshold } from "./element.js";

KxThreshold.define();
