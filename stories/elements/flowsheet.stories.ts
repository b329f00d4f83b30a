import { html } from "lit";
import { about } from "../code/write.ts";
import { press, type } from "../host/act.ts";
import { atDesk } from "../host/at-desk.ts";
import { api } from "../host/api.ts";
import { liveAtDesk } from "../host/live.ts";

export default { title: "kx-flowsheet", parameters: about("flowsheet") };

export const Live = liveAtDesk("flowsheet", html`<kx-flowsheet></kx-flowsheet>`, {
  done: [
    ["kx-intervention-added", { name: "Quadriceps Strengthening" }],
    ["kx-line-changed", { id: "line-1", change: { code: "97110" } }],
    ["kx-line-changed", { id: "line-1", change: { done: true } }],
  ],
});
export const Api = api("flowsheet");

type Situation = Parameters<typeof atDesk>[0];

const story = (situation: Situation) => ({ render: () => atDesk(situation, html`<kx-flowsheet></kx-flowsheet>`) });
const added = ["kx-intervention-added", { name: "Quadriceps Strengthening" }] as const;
const coded = ["kx-line-changed", { id: "line-1", change: { code: "97110" } }] as const;
const marked = ["kx-line-changed", { id: "line-1", change: { done: true } }] as const;

export const Empty = story({});
export const WithoutACode = story({ done: [added] });
export const NotDone = story({ autoApplyKx: true, done: [added, coded] });
export const Done = story({ autoApplyKx: true, done: [added, coded, marked] });
export const Suggested = story({ done: [added, coded, marked] });
export const Declined = story({
  autoApplyKx: true,
  done: [added, coded, marked, ["kx-removed", { id: "line-1", modifiers: ["GP"], reason: "Threshold balance is wrong", because: "balance" }]],
});
export const NotDue = story({ patient: "elsewhere", autoApplyKx: true, done: [added, coded, marked] });
export const BilledAsNotNecessary = story({
  autoApplyKx: true,
  done: [added, coded, marked, ["kx-line-changed", { id: "line-1", change: { modifiers: "GP GZ" } }]],
});
export const Refused = story({ done: [added, coded, ["kx-line-changed", { id: "line-1", change: { units: "two" } }]] });
export const Several = story({
  patient: "crossing",
  autoApplyKx: true,
  done: [
    added,
    coded,
    marked,
    ["kx-intervention-added", { name: "Treadmill Gait Training" }],
    ["kx-line-changed", { id: "line-2", change: { code: "97116" } }],
    ["kx-line-changed", { id: "line-2", change: { done: true } }],
    ["kx-intervention-added", { name: "Group Exercise" }],
  ],
});
export const Explained = { ...story({ autoApplyKx: true, done: [added, coded, marked] }), play: press(".why") };
export const ListOpen = { ...story({}), play: type("[role=combobox]", "training") };
