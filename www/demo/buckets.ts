// The thresholds of a visit: a card each, or which amount is missing and where to add it.
import { html } from "lit";
import type { ServiceType } from "kx-modifier";
import type { Desk } from "kx-modifier/desk";
import { word } from "./words.js";

/** Whether the visit counts toward a threshold at all, known or not. */
export const hasThreshold = ({ answer }: Desk): boolean => answer.missingYear !== null || answer.benefits?.met === true;

/** The visit's own first. */
export const bucketsInOrder = ({ answer }: Desk): readonly ServiceType[] => (answer.serviceType === "OT" ? ["OT", "PT/SLP"] : ["PT/SLP", "OT"]);

/** What is not known of either for one reason is said once. */
export function inStrip(desk: Desk): readonly ServiceType[] {
  const { missingYear, thresholds } = desk.answer;
  const order = bucketsInOrder(desk);
  const isUnknown = missingYear !== null || order.every((bucket) => thresholds?.[bucket].notices.some(({ severity }) => severity === "error"));
  return isUnknown ? order.slice(0, 1) : order;
}

export const benefits = ({ answer }: Desk) => html`<p class="benefits">${answer.benefits?.explanation}</p>`;

const card = (bucket: ServiceType) => html`<kx-threshold data-bucket=${bucket}><kx-eligibility></kx-eligibility></kx-threshold>`;

/** What no line of the visit can touch, in a row that opens. */
const folded = (bucket: ServiceType) => html`
  <details class="other-bucket" data-bucket=${bucket}>
    <summary><kx-threshold slim data-bucket=${bucket}></kx-threshold> <span class="show">${word("show")}</span><span class="hide">${word("hide")}</span></summary>
    ${card(bucket)}
  </details>
`;

export const buckets = (desk: Desk) => {
  const { missingYear, thresholds } = desk.answer;
  if (missingYear !== null)
    return html`
      <div class="buckets">${bucketsInOrder(desk).map((bucket) => html`<kx-threshold data-bucket=${bucket}></kx-threshold>`)}</div>
      <p class="missing-year"><a href="#preferences">${word("add-year", { year: missingYear })}</a></p>
    `;
  if (thresholds === null || !hasThreshold(desk)) return benefits(desk);
  const [own = "PT/SLP", other = "OT"] = bucketsInOrder(desk);
  // A line with another plan of care counts toward the other one.
  const isTouched = thresholds[other].before !== null;
  return html`
    ${benefits(desk)}
    <div class="buckets ${isTouched ? "" : "one"}">${card(own)}${isTouched ? card(other) : folded(other)}</div>
  `;
};
