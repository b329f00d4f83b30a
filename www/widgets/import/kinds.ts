// What an imported file is called, with its day.
import type { AcceptedImport } from "./model.js";

export const OF: { readonly [K in AcceptedImport["kind"]]: string } = {
  "271": "ui.import.eligibility-of",
  pverify: "ui.import.eligibility-of",
  "835": "ui.import.paid-on",
  eob: "ui.import.feed-of",
};
