import type {} from "../tags.js";
import { KxWording } from "./element.js";

KxWording.define();
