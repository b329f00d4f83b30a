import { register } from "../shared/register.js";
import { KxImport } from "./element.js";

register("kx-import", KxImport);

declare global {
  interface HTMLElementTagNameMap {
    "kx-import": KxImport;
  }
}
