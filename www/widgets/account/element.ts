import { html, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { CivilDate } from "kx-modifier";
import { reasonsHint } from "../shared/denial.js";
import { KxElement } from "../shared/element.js";
import { noticeList } from "../shared/explanation.js";
import { explanationStyle } from "../shared/explanation-style.js";
import { controls, tokens } from "../shared/tokens.js";
import { Width } from "../shared/width.js";
import { chart } from "./chart.js";
import type { AccountLine, AccountTotal } from "./model.js";
import { style } from "./style.js";

export type { AccountLine, AccountTotal } from "./model.js";

const VERDICT: { [V in AccountLine["kx"]]: { sign: string; words: string } } = {
  missing: { sign: "✕", words: "ui.account.missing" },
  early: { sign: "!", words: "ui.account.early" },
  crossing: { sign: "?", words: "ui.account.crossing" },
  correct: { sign: "✓", words: "ui.account.correct" },
  "not-applicable": { sign: "–", words: "ui.account.not-counted" },
};

/** A line that counts though its KX is not judged: it may be in the claim's note. */
const DENIED = { sign: "✕", words: "ui.import.denied" };
/** An entry that takes a payment back, and the payment. */
const REVERSAL = { sign: "−", words: "ui.account.reversal" };
const REVERSED = { sign: "–", words: "ui.import.taken-back" };
const NOT_KNOWN = { sign: "–", words: "ui.account.not-known" };

/**
 * A patient's year: totals, the balance as a picture, and every line with what the audit says of its KX.
 *
 * @element kx-account
 * @csspart card - Each section
 * @csspart heading - The headings
 * @csspart table - The tables
 * @csspart chart - The pictures
 * @csspart notices - What is not in order
 */
export class KxAccount extends KxElement {
  static override readonly widget = "account";
  static override styles = [tokens, controls, explanationStyle, style];

  /** The lines in running order, each with what the audit says. */
  @property({ attribute: false }) lines: readonly AccountLine[] = [];
  /** The sums of each bucket and year. */
  @property({ attribute: false }) totals: readonly AccountTotal[] = [];
  /** The day of the visit: where the pictures end. */
  @property({ attribute: false }) day: CivilDate | null = null;

  private readonly width = new Width(this);

  protected override render() {
    if (this.lines.length === 0) return html`<section part="card"><p class="empty">${this.text("ui.account.empty")}</p></section>`;
    return html`
      <section part="card" aria-labelledby="totals">
        <h2 id="totals" part="heading">${this.text("ui.account.totals")}</h2>
        ${this.totalsTable()}
      </section>
      ${this.totals.map((total) => this.balance(total))}
      <section part="card" aria-labelledby="lines">
        <h2 id="lines" part="heading">${this.text("ui.account.lines")}</h2>
        <p class="hint">${this.text("ui.account.lines-hint")}</p>
        ${this.linesTable()}
      </section>
    `;
  }

  private totalsTable() {
    return html`
      <table role="table" part="table" class="totals" aria-labelledby="totals">
        <thead role="rowgroup">
          <tr role="row">
            ${["year", "threshold", "amount", "allowed", "with-kx", "other-used", "remaining", "reached-on"].map((name, index) => html`<th role="columnheader" class=${index > 1 && index < 7 ? "amount" : ""}>${this.text(`ui.account.${name}`)}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${this.totals.map(
            (total) => html`
            <tr role="row">
              <th role="rowheader" scope="row">${total.year}</th>
              <td role="cell" data-label=${this.text("ui.account.threshold")}>${total.serviceType}</td>
              <td role="cell" class="amount" data-label=${this.text("ui.account.amount")}>${this.money(total.threshold)}</td>
              <td role="cell" class="amount" data-label=${this.text("ui.account.allowed")}>${this.money(total.allowed)}</td>
              <td role="cell" class="amount" data-label=${this.text("ui.account.with-kx")}>${this.money(total.withKx)}</td>
              <td role="cell" class="amount" data-label=${this.text("ui.account.other-used")}>${this.money(total.otherUsed ?? "0.00")}</td>
              <td role="cell" class="amount" data-label=${this.text("ui.account.remaining")}>${this.remains(total.remaining)}</td>
              <td role="cell" data-label=${this.text("ui.account.reached-on")}>${this.reached(total)}</td>
            </tr>
          `,
          )}
        </tbody>
      </table>
    `;
  }

  /** The day on which the line that reached it ran, as the picture has it; where that is another, the line's date of service; and what counts
   *  without a day. */
  private reached({ reachedOn, reachedAt, reachedNote }: AccountTotal) {
    if (reachedOn === null || reachedAt === null) return this.text("ui.account.not-reached");
    const visit = reachedOn === reachedAt ? nothing : html` <span class="hint">${this.text("ui.account.reached-visit", { date: this.date(reachedOn) })}</span>`;
    const note = reachedNote ? html` <span class="hint">${reachedNote}</span>` : nothing;
    return html`${this.date(reachedAt)}${visit}${note}`;
  }

  private balance(total: AccountTotal) {
    const own = this.lines.filter(({ serviceType, date }) => serviceType === total.serviceType && date.startsWith(`${total.year}`));
    // The padding and the border of the section on both sides.
    const width = Math.max(240, this.width.value - (this.width.value < 480 ? 34 : 50));
    return html`
      <section class="balance" part="card" aria-label="${total.serviceType} ${total.year}">
        <h2 part="heading">${this.text("ui.account.used-in", { bucket: total.serviceType, year: String(total.year) })}</h2>
        ${chart(total, own, this.day, width, { ...this.voice, dollars: (amount) => this.dollars(amount), months: this.months() })}
      </section>
    `;
  }

  private linesTable() {
    return html`
      <table role="table" part="table" class="lines" aria-labelledby="lines">
        <thead role="rowgroup">
          <tr role="row">
            ${["date", "processed", "code", "modifiers"].map((name) => html`<th role="columnheader" class="short">${this.text(`ui.account.${name}`)}</th>`)}
            ${["allowed", "left-before", "left-after"].map((name) => html`<th role="columnheader" class="amount">${this.text(`ui.account.${name}`)}</th>`)}
            <th role="columnheader">KX</th>
          </tr>
        </thead>
        ${this.lines.map((line) => this.line(line))}
      </table>
    `;
  }

  private line({ id, date, posted, status, code, description, modifiers, allowed, before, after, serviceType, kx, findings, denied, reasons }: AccountLine) {
    const isReversed = findings.some(({ code }) => code === "reversal");
    const verdict = isReversed
      ? allowed.startsWith("-")
        ? REVERSAL
        : REVERSED
      : denied
        ? DENIED
        : kx === "not-applicable" && before !== null
          ? NOT_KNOWN
          : VERDICT[kx];
    const left = (amount: string | null) => (amount === null ? "–" : this.remains(amount));
    return html`
      <tbody role="rowgroup" data-line=${id}>
        <tr role="row">
          <td role="cell" class="short" data-label=${this.text("ui.account.date")}>${this.date(date)}</td>
          <td role="cell" class="short" data-label=${this.text("ui.account.processed")}>${posted ? this.date(posted) : status ? this.text(`ui.status.${status}`) : ""}</td>
          <td role="cell" data-label=${this.text("ui.account.code")}><b>${code}</b> <span class="description">${description}</span></td>
          <td role="cell" class="short" data-label=${this.text("ui.account.modifiers")}>${modifiers?.join(" ")}</td>
          <td role="cell" class="amount" data-label=${this.text("ui.account.allowed")}>${this.money(allowed)}</td>
          <td role="cell" class="amount" data-label=${this.text("ui.account.left-before")}>${left(before)}</td>
          <td role="cell" class="amount" data-label=${this.text("ui.account.left-after")}>${left(after)}</td>
          <td role="cell" class="verdict ${kx}" data-label="KX"><span><span aria-hidden="true">${verdict.sign}</span> ${this.text(verdict.words)}<span class="unseen"> (${serviceType ?? this.text("ui.account.no-threshold")})</span></span>${denied ? reasonsHint(reasons, this.voice) : nothing}</td>
        </tr>
        ${
          findings.length === 0
            ? nothing
            : html`
          <tr role="row" class="findings">
            <td role="cell" colspan="8">
              ${noticeList(findings, this.voice)}
            </td>
          </tr>
        `
        }
      </tbody>
    `;
  }
}
