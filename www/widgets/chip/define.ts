import { register } from "../shared/register.js";
import { KxChip } from "./element.js";

register("kx-chip", KxChip);

declare global {
  interface HTMLElementTagNameMap {
    "kx-chip": KxChip;
  }
}
