import { html } from "lit";
import { about } from "../code/write.ts";
import { api } from "../host/api.ts";
import { live } from "../host/live.ts";
import type { Chain, HistoryEntry } from "kx-modifier/widgets";

export default { title: "kx-history", parameters: about("history") };

const by = "Kim Lee, PT";
const entries: HistoryEntry[] = [
  { at: "2026-09-07T09:02:11-04:00", by: "Jo Park", kind: "other-used", serviceType: "PT/SLP", from: "", to: "390.00" },
  { at: "2026-09-07T09:40:00-04:00", by, kind: "attested", covers: "plan", day: "2026-10-31", enteredBy: "Jo Park" },
  { at: "2026-09-14T15:03:20-04:00", by, kind: "kx-left-off", code: "97140", reason: "Not medically necessary" },
  { at: "2026-09-14T15:03:50-04:00", by, kind: "kx-restored", code: "97140" },
  { at: "2026-09-14T15:04:05-04:00", by, kind: "left-off", covers: "line", code: "97140", reason: "Not medically necessary" },
  { at: "2026-09-14T15:06:00-04:00", by: "", kind: "asked", covers: "visit", day: "2026-09-14" },
  { at: "2026-09-15T08:30:00-04:00", by: "Jo Park", kind: "released", claim: "C-2043", code: "97110, 97140", reason: "Payer confirmed by phone" },
  { at: "2026-09-15T09:10:00-04:00", by: "Jo Park", kind: "held", claim: "C-2043", code: "97110, 97140" },
];
const whole: Chain = { whole: true, findings: [] };
const changed: Chain = {
  whole: false,
  findings: [
    { position: 1, code: "changed", severity: "error", message: "Entry 2 was changed after it was recorded." },
    { position: 3, code: "broken", severity: "error", message: "Entry 4 does not follow the entry before it: one is missing, added or moved." },
  ],
};
const truncated: Chain = {
  whole: false,
  findings: [{ position: 3, code: "truncated", severity: "error", message: "The end is missing: the record stops before the last entry you kept." }],
};

export const Live = live(
  "history",
  { patient: "Ana Ruiz" },
  ({ patient }) => html`<kx-history .entries=${entries} .chain=${whole} .patient=${patient}></kx-history>`,
  {},
);
export const Api = api("history");

const story = (chain: Chain | null, shown = entries) => ({
  render: () => html`<kx-history .entries=${shown} .chain=${chain} .patient=${"Ana Ruiz"}></kx-history>`,
});
export const Whole = story(whole);
export const Changed = story(changed);
export const Truncated = story(truncated);
export const Empty = story(null, []);
