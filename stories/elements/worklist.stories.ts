import { html } from "lit";
import type { Practice } from "kx-modifier/desk";
import { about } from "../code/write.ts";
import { all, choose, press, see, type } from "../host/act.ts";
import { atDesk, practice } from "../host/at-desk.ts";
import { api } from "../host/api.ts";
import { liveAtDesk } from "../host/live.ts";

export default { title: "kx-worklist", parameters: about("worklist") };

export const Live = liveAtDesk("worklist", html`<kx-worklist></kx-worklist>`, { look: true });
export const Api = api("worklist");

const story = (change: Partial<Practice> = {}, autoApplyKx = false) => ({
  render: () =>
    atDesk({ practice: { ...practice, ...change }, autoApplyKx, look: true, done: [["kx-line-added", { code: "97110" }]] }, html`<kx-worklist></kx-worklist>`),
  play: see("tbody tr"),
});
const last = practice.charts.at(-1);
if (!last) throw new Error("the made-up practice has no chart");
const quiet: Practice["charts"] = practice.charts.slice(0, 1).map((chart) => ({ ...chart, billed: [], entries: [], used: { "PT/SLP": "100.00" } }));

export const Many = story();
export const FewPatients = story({ others: [] });
export const FilteredByKind = { ...story(), play: all(see("tbody tr"), press("[data-kind=suggestion]")) };
export const FilteredByName = { ...story(), play: all(see("tbody tr"), type("[type=search]", "Patient B")) };
export const NothingFits = { ...story(), play: all(see("tbody tr"), type("[type=search]", "nobody")) };
export const SortedByName = { ...story(), play: all(see("tbody tr"), choose("#order", "name")) };
export const SortedByUse = { ...story(), play: all(see("tbody tr"), choose("#order", "used")) };
export const SortedByDueDay = { ...story(), play: all(see("tbody tr"), choose("#order", "due")) };
export const Selected = {
  ...story(),
  play: all(see("tbody tr"), press("tbody[data-patient=review] .pick input", "tbody[data-patient=last-year] .pick input")),
};
export const MarkedDone = { ...story(), play: all(see("tbody tr"), press(".do button.plain")) };
export const NothingSnoozed = { ...story(), play: all(see("tbody tr"), choose("#status", "snoozed")) };
export const NothingToDo = {
  render: () => atDesk({ practice: { ...practice, charts: quiet, others: [] }, look: true }, html`<kx-worklist></kx-worklist>`),
  play: see(".count"),
};
export const Unread = story({ charts: [...practice.charts, { ...last, id: "unread", patient: "Sample Patient Y", asOf: "2026-13-01" }], others: [] });
export const NobodyYet = { render: () => html`<kx-worklist></kx-worklist>` };
export const InProgress = { render: () => html`<kx-worklist .progress=${{ done: 200, total: 2000 }}></kx-worklist>` };
