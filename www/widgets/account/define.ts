import type {} from "../tags.js";
import { KxAccount } from "./element.js";

KxAccount.define();
