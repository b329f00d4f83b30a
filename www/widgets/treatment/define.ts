import "../combobox/define.js";
import "../chip/define.js";
import { register } from "../shared/register.js";
import { KxTreatment } from "./element.js";

register("kx-treatment", KxTreatment);

declare global {
  interface HTMLElementTagNameMap {
    "kx-treatment": KxTreatment;
  }
}
