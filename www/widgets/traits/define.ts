import type {} from "../tags.js";
import { KxTraits } from "./element.js";

KxTraits.define();
