import "../combobox/define.js";
import "../chip/define.js";
import { register } from "../shared/register.js";
import { KxFlowsheet } from "./element.js";

register("kx-flowsheet", KxFlowsheet);

declare global {
  interface HTMLElementTagNameMap {
    "kx-flowsheet": KxFlowsheet;
  }
}
