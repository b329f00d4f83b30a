import type {} from "../tags.js";
import { KxFlowsheet } from "./element.js";

KxFlowsheet.define();
