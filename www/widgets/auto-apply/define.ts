import { register } from "../shared/register.js";
import { KxAutoApply } from "./element.js";

register("kx-auto-apply", KxAutoApply);

declare global {
  interface HTMLElementTagNameMap {
    "kx-auto-apply": KxAutoApply;
  }
}
