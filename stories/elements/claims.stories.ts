import { html } from "lit";
import type { Practice } from "kx-modifier/desk";
import { about } from "../code/write.ts";
import { all, choose, press, see, type } from "../host/act.ts";
import { atDesk, practice } from "../host/at-desk.ts";
import { api } from "../host/api.ts";
import { liveAtDesk } from "../host/live.ts";

export default { title: "kx-claims", parameters: about("claims") };

const waiting: Practice = { ...practice, others: (practice.others ?? []).filter(({ unsent = [] }, place) => unsent.length > 0 || place < 20) };
const claims = html`<kx-claims></kx-claims>`;

export const Live = liveAtDesk("claims", claims, { look: true });
export const Api = api("claims");

const story = (change: Partial<Practice> = {}, template = claims) => ({
  render: () => atDesk({ practice: { ...waiting, ...change }, look: true, done: [["kx-line-added", { code: "97110" }]] }, template),
  play: see("tbody tr"),
});
const last = practice.charts.at(-1);
if (!last) throw new Error("the made-up practice has no chart");
const wait = "2026-09-11";

export const Many = story();
export const TodayAlone = story({ others: [] });
export const FilteredByReason = { ...story(), play: all(see("tbody tr"), press("[data-code=suggestion]")) };
export const FilteredByWho = { ...story(), play: all(see("tbody tr"), choose("#who", "biller")) };
export const NothingFits = { ...story(), play: all(see("tbody tr"), type("[type=search]", "nobody")) };
export const SortedByAmount = { ...story(), play: all(see("tbody tr"), choose("#order", "expected")) };
export const SortedBySince = { ...story(), play: all(see("tbody tr"), choose("#order", "since")) };
export const ReleaseAsked = { ...story(), play: all(see("tbody tr"), press(".do button")) };
export const ReleaseRefused = { ...story(), play: all(see("tbody tr"), press(".do button"), press(".word .primary")) };
export const Selected = { ...story(), play: all(see("tbody tr"), press("thead .pick input")) };
export const SeveralAsked = { ...story(), play: all(see("tbody tr"), press("thead .pick input"), press(".selection .act")) };
export const Released = {
  ...story(),
  play: all(see("tbody tr"), press(".do button"), type("#reason", "The therapist checked the record."), press(".word .primary")),
};
export const ReleasedList = {
  ...story(),
  play: all(see("tbody tr"), press(".do button"), type("#reason", "The therapist checked the record."), press(".word .primary"), choose("#status", "released")),
};
export const NothingReleased = { ...story(), play: all(see("tbody tr"), choose("#status", "released")) };
export const NothingOnHold = { render: () => atDesk({ practice: { ...practice, others: [] }, look: true }, claims), play: see(".none") };
export const Unread = story({
  charts: [...practice.charts, { ...last, id: "unread", patient: "Sample Patient Y", unsent: [{ claim: "unread-1", since: wait }], asOf: "2026-13-01" }],
  others: [],
});
export const ReadOnly = story({}, html`<kx-claims readonly></kx-claims>`);
export const Disabled = story({}, html`<kx-claims disabled></kx-claims>`);
export const NobodyYet = { render: () => html`<kx-claims></kx-claims>` };
export const InProgress = { render: () => html`<kx-claims .progress=${{ done: 200, total: 2000 }}></kx-claims>` };
