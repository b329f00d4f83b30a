import { register } from "../shared/register.js";
import { KxEligibility } from "./element.js";

register("kx-eligibility", KxEligibility);

declare global {
  interface HTMLElementTagNameMap {
    "kx-eligibility": KxEligibility;
  }
}
