// The appointment: who it is about and what remains, then the lines, then what stands behind them.
import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { Desk } from "kx-modifier/desk";
import { callout, guidesButton, pointed, situations } from "./guide.js";
import { benefits, buckets, hasThreshold } from "./buckets.js";
import { paper } from "./paper.js";
import { factsInShort } from "./parts.js";
import { printButton } from "./printing.js";
import { signOff } from "./sign-off.js";
import { strip } from "./strip.js";
import { word } from "./words.js";

/** What several lines wait for, once, with the way to change it. */
const whyAsked = ({ settings }: Desk) => (settings.autoApplyKx ? nothing : html`<a slot="bar" href="#preferences">${word("auto-apply.is-off")}</a>`);

export const appointment = (desk: Desk) =>
  // By patient: what is half typed about one of them is nothing about the next.
  html`
    ${situations(desk)}
    <div class="visit-facts">
      <h1 tabindex="-1">${word("appointment")}</h1>
      ${factsInShort(desk)}
      <div class="beside">
        ${guidesButton(desk)}
        <button type="button" class="plain" @click=${() => desk.startOver()}>${word("start-over")}</button>
        ${printButton()}
      </div>
    </div>
    ${strip(desk)}
    ${
      desk.canComeBack
        ? html`<p class="cleared"><span>${word("started-over")}</span> <button type="button" class="plain" @click=${() => desk.comeBack()}>${word("undo")}</button></p>`
        : ""
    }
    ${callout(desk, "treatment")}
    <kx-treatment class=${pointed(desk, "treatment")}>${whyAsked(desk)}</kx-treatment>
    <kx-flowsheet>${whyAsked(desk)}</kx-flowsheet>
    ${signOff(desk)}
    ${callout(desk, "thresholds")}
    ${
      hasThreshold(desk)
        ? html`
    <section class="thresholds ${pointed(desk, "thresholds")}" aria-labelledby="thresholds"><h2 id="thresholds">${word("thresholds")}</h2>${keyed(desk.chart.id, buckets(desk))}</section>
    ${keyed(desk.chart.id, html`<kx-documentation></kx-documentation>`)}
    `
        : benefits(desk)
    }
    <kx-traits data-evaluation></kx-traits>
    <kx-import></kx-import>
    ${paper(desk)}
  `;
