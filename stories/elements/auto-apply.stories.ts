import { html } from "lit";
import { about } from "../code/write.ts";
import { press } from "../host/act.ts";
import { atDesk } from "../host/at-desk.ts";

export default { title: "kx-auto-apply", parameters: about("auto-apply") };

const story = (autoApplyKx: boolean) => ({ render: () => atDesk({ autoApplyKx }, html`<kx-auto-apply></kx-auto-apply>`) });

export const Off = story(false);
export const On = story(true);
export const Kept = { ...story(false), play: press("[role=switch]") };
