import { html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import { day, dollars } from "../shared/format.js";
import { SEVERITY } from "../shared/severity.js";
import { controls, tokens } from "../shared/tokens.js";
import { Width } from "../shared/width.js";
import { chart } from "./chart.js";
import type { AccountLine, AccountTotal } from "./model.js";
import { style } from "./style.js";

const VERDICT: { [V in AccountLine["kx"]]: { sign: string; words: string } } = {
  missing: { sign: "✕", words: "KX missing" },
  early: { sign: "!", words: "Early KX" },
  crossing: { sign: "?", words: "Crosses" },
  correct: { sign: "✓", words: "Correct" },
  "not-applicable": { sign: "–", words: "Not counted" },
};

/** A patient's year: totals, the balance as a picture, and every line with what the audit says of its KX. */
export class KxAccount extends LitElement {
  static override styles = [tokens, controls, style];

  @property({ attribute: false }) patient = "";
  @property({ attribute: false }) lines: readonly AccountLine[] = [];
  @property({ attribute: false }) totals: readonly AccountTotal[] = [];

  private readonly width = new Width(this);

  override render() {
    if (this.lines.length === 0) return html`<section><p class="empty">No lines under Medicare are on this account.</p></section>`;
    return html`
      <section aria-labelledby="totals">
        <h2 id="totals">Totals</h2>
        ${this.totalsTable()}
      </section>
      ${this.totals.map((total) => this.balance(total))}
      <section aria-labelledby="lines">
        <h2 id="lines">Lines</h2>
        <p class="hint">In the order in which they were processed. Left is what is left of the line's own threshold.</p>
        ${this.linesTable()}
      </section>
    `;
  }

  private totalsTable() {
    return html`
      <table role="table" class="totals" aria-labelledby="totals">
        <thead role="rowgroup">
          <tr role="row">
            ${["Year", "Threshold", "Amount", "Allowed", "Of it with KX", "Other used", "Reached on"].map((name, index) => html`<th role="columnheader" class=${index > 1 && index < 6 ? "amount" : ""}>${name}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${this.totals.map((total) => html`
            <tr role="row">
              <th role="rowheader" scope="row">${total.year}</th>
              <td role="cell" data-label="Threshold">${total.serviceType}</td>
              <td role="cell" class="amount" data-label="Amount">${dollars(total.threshold)}</td>
              <td role="cell" class="amount" data-label="Allowed">${dollars(total.allowed)}</td>
              <td role="cell" class="amount" data-label="Of it with KX">${dollars(total.withKx)}</td>
              <td role="cell" class="amount" data-label="Other used">${total.otherUsed === null ? "–" : dollars(total.otherUsed)}</td>
              <td role="cell" data-label="Reached on">${total.reachedOn === null ? "Not reached" : day(total.reachedOn)}</td>
            </tr>
          `)}
        </tbody>
      </table>
    `;
  }

  private balance(total: AccountTotal) {
    const own = this.lines.filter(({ serviceType, date }) => serviceType === total.serviceType && date.startsWith(`${total.year}`));
    // The padding and the border of the section on both sides.
    const width = Math.max(240, this.width.value - (this.width.value < 480 ? 34 : 50));
    return html`
      <section class="balance" aria-label="${total.serviceType} ${total.year}">
        <h2>${total.serviceType} used in ${total.year}</h2>
        ${chart(total, own, width)}
      </section>
    `;
  }

  private linesTable() {
    return html`
      <table role="table" class="lines" aria-labelledby="lines">
        <thead role="rowgroup">
          <tr role="row">
            ${["Date of service", "Processed", "Code", "Modifiers"].map((name) => html`<th role="columnheader" class="short">${name}</th>`)}
            ${["Allowed", "Left before", "Left after"].map((name) => html`<th role="columnheader" class="amount">${name}</th>`)}
            <th role="columnheader">KX</th>
          </tr>
        </thead>
        ${this.lines.map((line) => this.line(line))}
      </table>
    `;
  }

  private line({ id, date, posted, status, code, description, modifiers, allowed, before, after, serviceType, kx, findings }: AccountLine) {
    const left = (amount: string | null) => (amount === null ? "–" : dollars(amount));
    return html`
      <tbody role="rowgroup" data-line=${id}>
        <tr role="row">
          <td role="cell" class="short" data-label="Date of service">${day(date)}</td>
          <td role="cell" class="short" data-label="Processed">${posted ? day(posted) : (status ?? "")}</td>
          <td role="cell" data-label="Code"><b>${code}</b> <span class="description">${description}</span></td>
          <td role="cell" class="short" data-label="Modifiers">${modifiers?.join(" ")}</td>
          <td role="cell" class="amount" data-label="Allowed">${dollars(allowed)}</td>
          <td role="cell" class="amount" data-label="Left before">${left(before)}</td>
          <td role="cell" class="amount" data-label="Left after">${left(after)}</td>
          <td role="cell" class="verdict ${kx}" data-label="KX"><span><span aria-hidden="true">${VERDICT[kx].sign}</span> ${VERDICT[kx].words}<span class="unseen"> (${serviceType ?? "no threshold"})</span></span></td>
        </tr>
        ${findings.length === 0 ? nothing : html`
          <tr role="row" class="findings">
            <td role="cell" colspan="8">
              <ul>
                ${findings.map(({ severity, message }) => html`
                  <li class=${severity}><span class="badge"><span aria-hidden="true">${SEVERITY[severity].sign}</span> ${SEVERITY[severity].word}</span> <span>${message}</span></li>
                `)}
              </ul>
            </td>
          </tr>
        `}
      </tbody>
    `;
  }
}
