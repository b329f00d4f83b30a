import type {} from "../tags.js";
import { KxWorklist } from "./element.js";

KxWorklist.define();
