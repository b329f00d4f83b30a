import { register } from "../shared/register.js";
import { KxThreshold } from "./element.js";

register("kx-threshold", KxThreshold);

declare global {
  interface HTMLElementTagNameMap {
    "kx-threshold": KxThreshold;
  }
}
