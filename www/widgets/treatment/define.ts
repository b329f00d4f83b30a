import type {} from "../tags.js";
import { KxTreatment } from "./element.js";

KxTreatment.define();
