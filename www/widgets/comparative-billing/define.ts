import { register } from "../shared/register.js";
import { KxComparativeBilling } from "./element.js";

register("kx-comparative-billing", KxComparativeBilling);

declare global {
  interface HTMLElementTagNameMap {
    "kx-comparative-billing": KxComparativeBilling;
  }
}
