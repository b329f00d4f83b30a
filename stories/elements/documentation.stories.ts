import { html } from "lit";
import type { KxEventDetails } from "kx-modifier/widgets";
import { about } from "../code/write.ts";
import { all, press, type } from "../host/act.ts";
import { atDesk } from "../host/at-desk.ts";
import { api } from "../host/api.ts";
import { liveAtDesk } from "../host/live.ts";

export default { title: "kx-documentation", parameters: about("documentation") };

export const Live = liveAtDesk("documentation", html`<kx-documentation></kx-documentation>`);
export const Api = api("documentation");

type Record = { [field in KxEventDetails["kx-documentation-changed"]["field"]]?: string | boolean };
type Done = NonNullable<Parameters<typeof atDesk>[0]["done"]>;

const entered = (record: Record): Done => Object.entries(record).map(([field, value]) => ["kx-documentation-changed", { field: field as keyof Record, value }]);
const story = (record: Record, more: Done = []) => ({
  render: () => atDesk({ done: [...more, ...entered(record)] }, html`<kx-documentation></kx-documentation>`),
});
const attest = all(press(".toggle"), type("#by", "Sample Therapist"), press(".attest > button"));
const open = press(".toggle");

const complete: Record = {
  certifiedThrough: "2026-10-31",
  treatmentDaysSinceProgressReport: "4",
  lastReevaluation: "2026-08-20",
  treatmentNote: true,
  historyAndPhysical: true,
  medicalNecessityRationale: true,
  functionalProgress: true,
  complexity: true,
};

export const Unknown = story({});
export const UnknownOpen = { ...story({}), play: open };
export const Complete = { ...story(complete), play: open };
export const Attested = { ...story(complete, [["kx-attestation-changed", { by: "Sample Therapist" }]]), play: open };
export const Due = { ...story({ ...complete, treatmentDaysSinceProgressReport: "10", lastReevaluation: "2026-05-01" }), play: open };
export const Missing = { ...story({ ...complete, certifiedThrough: "2026-08-31", treatmentDaysSinceProgressReport: "12", treatmentNote: false }), play: open };
export const OrderOnFile = { ...story({ ...complete, certifiedThrough: "2026-08-31", orderOnFileAndPlanSent: true }), play: open };
export const GroupCode = { ...story(complete, [["kx-line-added", { code: "97150" }]]), play: open };
export const MoreExtensive = { ...story({ ...complete, moreExtensiveThanTypical: true }), play: open };
export const Refused = { ...story({ treatmentDaysSinceProgressReport: "-1" }), play: open };
export const SourceShown = { ...story({}), play: all(open, press("[aria-controls=source-progress-report]")) };
export const NotAsked = { render: () => atDesk({ patient: "not-medicare" }, html`<kx-documentation></kx-documentation>`) };
export const AttestIncomplete = { ...story({}), play: attest };
export const AttestedIncomplete = { ...story({}), play: all(attest, press(".dialog .plain")) };
