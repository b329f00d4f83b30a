import { html } from "lit";
import { about } from "../code/write.ts";
import { all, enter, press, type } from "../host/act.ts";
import { atDesk } from "../host/at-desk.ts";
import { api } from "../host/api.ts";
import { liveAtDesk } from "../host/live.ts";

export default { title: "kx-treatment", parameters: about("treatment") };

export const Live = liveAtDesk("treatment", html`<kx-treatment></kx-treatment>`, {
  done: [
    ["kx-line-added", { code: "97110" }],
    ["kx-line-added", { code: "97140" }],
  ],
});
export const Api = api("treatment");

type Situation = Parameters<typeof atDesk>[0];

const story = (situation: Situation) => ({ render: () => atDesk(situation, html`<kx-treatment></kx-treatment>`) });
const added = (...codes: string[]) => codes.map((code) => ["kx-line-added", { code }] as const);

export const Empty = story({});
export const NotDue = story({ patient: "elsewhere", done: added("97110") });
export const Applied = story({ autoApplyKx: true, done: added("97110", "97140") });
export const Suggested = story({ done: added("97110") });
export const CrossingLine = story({ patient: "crossing", autoApplyKx: true, done: added("97110", "97140") });
export const Declined = story({
  autoApplyKx: true,
  done: [...added("97110"), ["kx-removed", { id: "line-1", modifiers: ["GP"], reason: "Medicare is not primary", because: "not-primary" }]],
});
export const AppliedByHand = story({ done: [...added("97110"), ["kx-applied", { id: "line-1" }]] });
export const BilledAsNotNecessary = story({
  autoApplyKx: true,
  done: [...added("97110"), ["kx-line-changed", { id: "line-1", change: { modifiers: "GP GA" } }]],
});
export const Blocked = story({
  autoApplyKx: true,
  done: [...added("97110"), ["kx-line-changed", { id: "line-1", change: { modifiers: "GP KX GA" } }]],
});
export const BlockedWithoutAPlace = story({
  autoApplyKx: true,
  done: [...added("97110"), ["kx-line-changed", { id: "line-1", change: { modifiers: "GP CQ 59 76" } }]],
});
export const KxTooEarly = story({ patient: "elsewhere", done: [...added("97110"), ["kx-line-changed", { id: "line-1", change: { modifiers: "GP KX" } }]] });
export const UnconfirmedCode = story({ autoApplyKx: true, done: added("97010") });
export const NotTherapy = story({ autoApplyKx: true, done: added("99213") });
export const NotMedicare = story({ patient: "not-medicare", autoApplyKx: true, done: added("97110") });
export const AnotherYearsTotals = story({ patient: "last-year", autoApplyKx: true, done: added("97110") });
export const MedicalReview = story({ patient: "review", autoApplyKx: true, done: added("92507") });
export const RefusedCode = story({ done: [...added("97110"), ...added("no code")] });
export const RefusedInTheLine = story({
  done: [
    ...added("97110"),
    ["kx-line-changed", { id: "line-1", change: { modifiers: "GP?" } }],
    ["kx-line-changed", { id: "line-1", change: { units: "two" } }],
    ["kx-line-changed", { id: "line-1", change: { allowed: "31,40" } }],
  ],
});
export const TypedAndRefused = {
  ...story({ done: added("97110") }),
  play: all(enter("[id^=units]", "0"), enter("[id^=allowed]", "1,20")),
};
export const DocumentationRequired = story({ autoApplyKx: true, documentation: "require", done: added("97110") });
export const WithoutAFee = story({ done: added("97039") });
export const TypedAmount = story({ done: [...added("97110"), ["kx-line-changed", { id: "line-1", change: { allowed: "31.40" } }]] });
export const Explained = { ...story({ autoApplyKx: true, done: added("97110") }), play: press(".why") };
export const ListOpen = { ...story({}), play: type("[role=combobox]", "gait") };
