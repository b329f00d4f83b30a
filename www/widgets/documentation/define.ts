import { register } from "../shared/register.js";
import { KxDocumentation } from "./element.js";

register("kx-documentation", KxDocumentation);

declare global {
  interface HTMLElementTagNameMap {
    "kx-documentation": KxDocumentation;
  }
}
