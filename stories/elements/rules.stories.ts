import { html } from "lit";
import { about } from "../code/write.ts";
import { all, press, type } from "../host/act.ts";
import { api } from "../host/api.ts";
import { atDesk, practice } from "../host/at-desk.ts";
import { liveAtDesk } from "../host/live.ts";

export default { title: "kx-rules", parameters: about("rules") };

export const Live = liveAtDesk("rules", html`<kx-rules></kx-rules>`);
export const Api = api("rules");

const source = "made up for this story";
const year = {
  id: "2027.1",
  published: "2026-11-20",
  thresholds: [{ year: 2027, ptSlp: "2540.00", ot: "2550.50", medicalReview: "3000.00", source, replaces: true }],
};
const code = {
  code: "97999",
  description: "made-up service",
  class: "always",
  pt: true,
  ot: false,
  slp: false,
  timed: true,
  evaluation: false,
  confirmed: true,
  source,
} as const;
const codes = { id: "2027.2", published: "2027-06-15", codes: [code] };
const double = { ...year, id: "2027.3" };

export const None = { render: () => atDesk({}, html`<kx-rules></kx-rules>`) };
export const Added = { render: () => atDesk({ packs: [year, codes] }, html`<kx-rules></kx-rules>`) };
export const OfThePractice = { render: () => atDesk({ practice: { ...practice, packs: [year] } }, html`<kx-rules></kx-rules>`) };
export const NotInForce = { render: () => atDesk({ packs: [year, double] }, html`<kx-rules></kx-rules>`) };
export const Refused = {
  render: () => atDesk({}, html`<kx-rules></kx-rules>`),
  play: all(type("textarea", '{"id":"2027.1","published":"2026-11-20","thresholds":[{"year":2027}]}'), press(".add > button")),
};
