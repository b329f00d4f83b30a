import { html } from "lit";
import { audit } from "kx-modifier";
import { about } from "../code/write.ts";
import { atDesk, practice } from "../host/at-desk.ts";
import { api } from "../host/api.ts";
import { liveAtDesk } from "../host/live.ts";

export default { title: "kx-account", parameters: about("account") };

export const Live = liveAtDesk("account", html`<kx-account></kx-account>`, { patient: "review" });
export const Api = api("account");

const story = (patient: string, change: Partial<(typeof practice.charts)[number]> = {}) => ({
  render: () =>
    atDesk(
      { patient, practice: { ...practice, charts: practice.charts.map((chart) => (chart.id === patient ? { ...chart, ...change } : chart)) } },
      html`<kx-account></kx-account>`,
    ),
});

export const EarlyKx = story("used-up");
export const TwoThresholds = story("crossing");
export const OccupationalTherapy = story("ot-only");
export const OtherProviders = story("elsewhere");
export const MedicalReview = story("review");
export const Empty = story("last-year", { billed: [] });
export const MissingAndOdd = story("used-up", {
  otherUsed: { "PT/SLP": "2400.00" },
  billed: [
    { id: "1", date: "2026-02-03", posted: "2026-02-12", code: "97110", modifiers: ["GP"], allowed: "53.81" },
    { id: "2", date: "2026-02-10", posted: "2026-02-19", code: "97140", modifiers: ["GP"], allowed: "44.10" },
    { id: "3", date: "2026-02-17", posted: "2026-02-26", code: "97110", modifiers: ["GP"], allowed: "53.81" },
    { id: "4", date: "2026-02-24", status: "pending", code: "97110", modifiers: ["GP", "KX"], allowed: "53.81" },
    { id: "5", date: "2026-02-24", status: "void", code: "97112", modifiers: ["GP"], allowed: "34.65" },
    { id: "6", date: "2026-03-03", code: "97530", modifiers: [], allowed: "38.43" },
    { id: "7", date: "2026-03-03", code: "97110", modifiers: ["GP", "KX", "GA"], allowed: "53.81" },
    { id: "9", date: "2026-03-05", code: "97110", modifiers: ["GP", "99"], allowed: "53.81" },
    { id: "10", date: "2026-03-06", code: "97110", modifiers: ["GP", "GA"], allowed: "53.81" },
    { id: "8", date: "2026-03-10", code: "97110", modifiers: ["GP", "CQ", "59", "76", "KX"], allowed: "53.81" },
  ],
  used: {},
});
const year = practice.charts.find(({ id }) => id === "review")?.billed ?? [];
export const AnswerOfAudit = {
  render: () => {
    const { lines, findings, totals } = audit({ lines: [...year] });
    return html`<kx-account .lines=${lines} .findings=${findings} .totals=${totals} .billed=${year}></kx-account>`;
  },
};
export const WithoutBilledLines = { render: () => html`<kx-account .lines=${audit({ lines: [...year] }).lines}></kx-account>` };
