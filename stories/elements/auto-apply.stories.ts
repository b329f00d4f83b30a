import { html } from "lit";
import { about } from "../code/write.ts";
import { press } from "../host/act.ts";
import { atDesk } from "../host/at-desk.ts";
import { api } from "../host/api.ts";
import { liveAtDesk } from "../host/live.ts";

export default { title: "kx-auto-apply", parameters: about("auto-apply") };

export const Live = liveAtDesk("auto-apply", html`<kx-auto-apply></kx-auto-apply>`);
export const Api = api("auto-apply");

const story = (autoApplyKx: boolean) => ({ render: () => atDesk({ autoApplyKx }, html`<kx-auto-apply></kx-auto-apply>`) });

export const Off = story(false);
export const On = story(true);
export const Kept = { ...story(false), play: press("[role=switch]") };
