import { register } from "../shared/register.js";
import { KxCombobox } from "./element.js";

register("kx-combobox", KxCombobox);

declare global {
  interface HTMLElementTagNameMap {
    "kx-combobox": KxCombobox;
  }
}
