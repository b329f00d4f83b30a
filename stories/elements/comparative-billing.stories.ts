import { html } from "lit";
import { about } from "../code/write.ts";
import { see } from "../host/act.ts";
import { atDesk, fileText, practice } from "../host/at-desk.ts";
import { api } from "../host/api.ts";
import { liveAtDesk } from "../host/live.ts";

export default { title: "kx-comparative-billing", parameters: about("comparative-billing") };

export const Live = liveAtDesk("comparative-billing", html`<kx-comparative-billing></kx-comparative-billing>`);
export const Api = api("comparative-billing");

type Situation = Parameters<typeof atDesk>[0];

const story = (situation: Situation) => ({ render: () => atDesk(situation, html`<kx-comparative-billing></kx-comparative-billing>`) });
const chosen = (name: string, text: string) => ["kx-peer-file-chosen", { file: new File([text], name, { type: "application/json" }) }] as const;

export const WithoutPeers = story({});
export const WithPeers = { ...story({ done: [chosen("peers.json", fileText("sample-peers.json"))] }), play: see("[data-comparison]") };
export const ProportionsOnly = {
  ...story({
    done: [
      chosen("peers.json", JSON.stringify([{ scope: "nation", label: "The nation", codes: { 97110: { proportion: 0.002 }, 97112: { proportion: 0.2 } } }])),
    ],
  }),
  play: see("[data-comparison]"),
};
export const RefusedFile = {
  ...story({ done: [chosen("peers.json", JSON.stringify([{ scope: "town", label: "Ours", codes: {} }]))] }),
  play: see("[role=alert]"),
};
export const NotJson = { ...story({ done: [chosen("peers.json", "{")] }), play: see("[role=alert]") };
export const WithoutOwnLines = {
  ...story({
    practice: { ...practice, charts: practice.charts.map((chart) => ({ ...chart, billed: [] })) },
    done: [chosen("peers.json", fileText("sample-peers.json"))],
  }),
  play: see("[data-comparison]"),
};
