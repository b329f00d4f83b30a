import { html } from "lit";
import { about } from "../code/write.ts";
import { all, press, type } from "../host/act.ts";
import { api } from "../host/api.ts";
import { atDesk } from "../host/at-desk.ts";
import { liveAtDesk } from "../host/live.ts";

export default { title: "kx-review-packet", parameters: about("review-packet") };

const packet = html`<kx-review-packet></kx-review-packet>`;
/** The made-up patient who has a letter. */
const patient = "last-year";

export const Live = liveAtDesk("review-packet", packet, { patient });
export const Api = api("review-packet");

type Situation = Parameters<typeof atDesk>[0];
const story = (situation: Situation = {}, template = packet) => ({ render: () => atDesk({ patient, ...situation }, template) });
const marked = (...items: string[]): NonNullable<Situation["done"]> =>
  items.map((item) => ["kx-review-item-marked", { review: "adr-1", item, notApplicable: true }]);
const sent: NonNullable<Situation["done"]>[number] = [
  "kx-review-sent",
  { review: "adr-1", sent: { on: "2026-09-14", how: "portal", by: "Jo Park", confirmation: "SAMPLE-7731" } },
];

export const Missing = story();
export const NotApplicable = story({ done: marked("diagnostic-tests", "patient-notices", "supervision", "other-services") });
export const Sent = story({ done: [sent] });
export const SentWithoutADay = { ...story(), play: all(type("#on", ""), press(".sending .primary")) };
export const ReadOnly = story({}, html`<kx-review-packet readonly></kx-review-packet>`);
export const Disabled = story({}, html`<kx-review-packet disabled></kx-review-packet>`);
export const NoLetter = story({ patient: "used-up" });
