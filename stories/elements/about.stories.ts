import { html } from "lit";
import { sourceAttributes } from "kx-modifier";
import { about } from "../code/write.ts";
import { api } from "../host/api.ts";
import { live } from "../host/live.ts";

export default { title: "kx-about", parameters: about("about") };

const row = {
  intervention: "kx-modifier 2026.2",
  action: "add-kx",
  feedback: null,
  user: "Kim Lee, PT",
  date: "2026-09-14T15:05:00-04:00",
  location: "Main Street",
};
const feedback = [row, { ...row, action: "leave-kx-off", feedback: "Not medically necessary" }];

export const Live = live(
  "about",
  { answers: true },
  ({ answers }) => html`<kx-about .sources=${sourceAttributes()} .feedback=${answers ? feedback : []}></kx-about>`,
  {},
);
export const Api = api("about");

export const WithAnswers = { render: () => html`<kx-about .sources=${sourceAttributes()} .feedback=${feedback}></kx-about>` };
export const WithoutAnswers = { render: () => html`<kx-about .sources=${sourceAttributes()}></kx-about>` };
