// The thresholds of a visit: a card each, or which amount is missing and where to add it.
import { html, nothing } from "lit";
import type { Desk } from "kx-modifier/desk";
import { word } from "./words.js";

export const buckets = ({ answer }: Desk) => html`
  <p class="benefits">${answer.benefits?.explanation}</p>
  ${
    answer.missingYear !== null
      ? html`
    <div class="buckets">${["PT/SLP", "OT"].map((bucket) => html`<kx-threshold data-bucket=${bucket}></kx-threshold>`)}</div>
    <p class="missing-year"><a href="#preferences">${word("add-year", { year: answer.missingYear })}</a></p>
  `
      : answer.benefits?.met && answer.thresholds
        ? html`
    <div class="buckets">${["PT/SLP", "OT"].map((bucket) => html`<kx-threshold data-bucket=${bucket}><kx-eligibility></kx-eligibility></kx-threshold>`)}</div>
  `
        : nothing
  }
`;
