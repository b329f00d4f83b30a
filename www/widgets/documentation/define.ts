import type {} from "../tags.js";
import { KxDocumentation } from "./element.js";

KxDocumentation.define();
