import { register } from "../shared/register.js";
import { KxAccount } from "./element.js";

register("kx-account", KxAccount);

declare global {
  interface HTMLElementTagNameMap {
    "kx-account": KxAccount;
  }
}
