// The appointment: who it is about and what remains, then the lines, then what stands behind them.
import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { Desk } from "kx-modifier/desk";
import { callout, pointed, situations } from "./guide.js";
import { buckets } from "./buckets.js";
import { factsInShort, patientChoice } from "./parts.js";
import { counted, word } from "./words.js";

/** Both tables of lines, by what the page needs of them. */
interface Lines extends HTMLElement {
  reveal: (id: string) => Promise<boolean>;
}

const goToLine = async (id: string): Promise<void> => {
  for (const table of document.querySelectorAll<Lines>("kx-treatment, kx-flowsheet")) if (await table.reveal(id)) return;
};

/** The field in which most of the work of a visit begins. */
export const toSearch = (): void => document.querySelector("kx-treatment")?.shadowRoot?.querySelector<HTMLElement>("[part=search]")?.focus();

/** Stays in sight: whose lines these are, what is left now, and what the claim waits for. */
const strip = (desk: Desk) => {
  const { held, benefits, thresholds } = desk.answer;
  const [first] = held;
  return html`
    <section class="strip" aria-label=${word("strip")}>
      ${patientChoice(desk)}
      ${benefits?.met && thresholds ? ["PT/SLP", "OT"].map((bucket) => html`<kx-threshold slim data-bucket=${bucket}></kx-threshold>`) : nothing}
      ${
        first === undefined
          ? nothing
          : html`<button type="button" class="hold" @click=${() => goToLine(first)}><b><span aria-hidden="true">!</span> ${word("hold")}</b> <span>${counted("waits", held.length)}</span></button>`
      }
    </section>
  `;
};

export const appointment = (desk: Desk) =>
  // By patient: what is half typed about one of them is nothing about the next.
  html`
    ${situations(desk)}
    <div class="visit-facts">
      <h1 tabindex="-1">${word("appointment")}</h1>
      ${factsInShort(desk)}
      <div class="beside">
        <button type="button" class="plain" @click=${() => window.print()}>${word("print")}</button>
        <button type="button" class="plain" @click=${() => desk.startOver()}>${word("start-over")}</button>
      </div>
    </div>
    ${strip(desk)}
    ${callout(desk, "treatment")}
    <kx-treatment class=${pointed(desk, "treatment")}></kx-treatment>
    <kx-flowsheet></kx-flowsheet>
    ${callout(desk, "thresholds")}
    <section class="thresholds ${pointed(desk, "thresholds")}" aria-labelledby="thresholds"><h2 id="thresholds">${word("thresholds")}</h2>${keyed(desk.chart.id, buckets(desk))}</section>
    ${keyed(desk.chart.id, html`<kx-documentation></kx-documentation>`)}
    <kx-traits data-evaluation></kx-traits>
    <kx-import></kx-import>
  `;
