import { html } from "lit";
import { decide, thresholds, useWording, type Wording } from "kx-modifier";
import spanish from "kx-modifier/wording/es";
import { about } from "../code/write.ts";
import { host } from "../host/host.ts";
import { api } from "../host/api.ts";
import { live } from "../host/live.ts";

export default { title: "kx-wording", parameters: about("wording") };

export const Live = live(
  "wording",
  { locale: "en-US", "ui.threshold.threshold": "Yearly amount" },
  ({ locale, ...labels }) =>
    host({}, () => {
      const usage = { used: { "PT/SLP": "2512.30" } };
      return html`
        <kx-wording .wording=${{ locale, labels }}>
          <kx-threshold .display=${thresholds({ date: "2026-07-01", usage })["PT/SLP"]} .asOf=${"2026-07-01"}></kx-threshold>
        </kx-wording>
      `;
    }),
  { locale: { description: "How amounts and days are written", control: "select", options: ["en-US", "es-US", "de-DE", "fr-FR"] } },
);
export const Api = api("wording");

function story(wording: Wording | null) {
  return {
    render: () => {
      // The sentences are the core's, the labels are the elements'.
      useWording(wording);
      const usage = { used: { "PT/SLP": "2512.30" } };
      const decision = decide({
        line: { code: "97110", modifiers: ["GP"] },
        appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
        coverage: { program: "medicare-part-b" },
        usage,
      });
      return html`
        <kx-wording .wording=${wording}>
          <kx-threshold .display=${thresholds({ date: "2026-07-01", usage })["PT/SLP"]} .asOf=${"2026-07-01"}></kx-threshold>
          <p><kx-chip code="97110" .decision=${decision}></kx-chip></p>
        </kx-wording>
      `;
    },
  };
}

export const English = story(null);
export const Spanish = story(spanish);
export const WordsOfTheHost = story({
  locale: "en-US",
  texts: { "label.remaining": "{remaining} remaining for {bucket}" },
  labels: { "ui.threshold.threshold": "Yearly amount", "ui.chip.check": "KX?" },
});
/** Amounts and days as they are written in Germany, words still English. */
export const LocaleWithoutWords = story({ locale: "de-DE", texts: {} });
