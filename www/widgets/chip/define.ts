import type {} from "../tags.js";
import { KxChip } from "./element.js";

KxChip.define();
