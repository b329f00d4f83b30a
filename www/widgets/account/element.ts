import { html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import type { AuditLine, CivilDate } from "kx-modifier";
import { reasonsHint } from "../shared/denial.js";
import { noticeList } from "../shared/explanation.js";
import { explanationStyle } from "../shared/explanation-style.js";
import { InputElement } from "../shared/input.js";
import { Printing, unlabelled } from "../shared/queue.js";
import { controls, tokens } from "../shared/tokens.js";
import { STANDING } from "../shared/standing.js";
import { Width } from "../shared/width.js";
import { chart } from "./chart.js";
import { isDated, isException, joined, lacking, usedElsewhere, type AccountFinding, type AccountLine, type AccountTotal, type OnFile } from "./model.js";
import { style } from "./style.js";

export type { AccountFinding, AccountLine, AccountTotal, OnFile } from "./model.js";

const VERDICT: { [V in AccountLine["kx"]]: { sign: string; words: string } } = {
  missing: { sign: "✕", words: "ui.account.missing" },
  early: { sign: "!", words: "ui.account.early" },
  crossing: { sign: "!", words: "ui.account.crossing" },
  correct: { sign: "✓", words: "ui.account.correct" },
  "not-applicable": { sign: "–", words: "ui.account.not-counted" },
};

/** As wide as a sheet between its margins, so that the picture's text is as large as the rest. */
const ON_PAPER = 700;

/** A line that counts though its KX is not judged: it may be in the claim's note. */
const DENIED = { sign: "✕", words: "ui.import.denied" };
/** An entry that takes a payment back, and the payment. */
const REVERSAL = { sign: "–", words: "ui.account.reversal" };
const REVERSED = { sign: "–", words: "ui.import.taken-back" };
const UNDECIDED = STANDING.check;
const NO_PLACE = { sign: "✕", words: "ui.claims.code.no-modifier-place" };
const NOT_KNOWN = { sign: "–", words: "ui.account.not-known" };

/**
 * A patient's year: totals, the balance as a picture, and every line with what the audit says of its KX. It takes the answer of `audit` as it
 * is, with the lines that were audited as `billed`.
 *
 * @element kx-account
 * @cssprop [--kx-sticky-top] How far from the top the heads of the tables stay (0px)
 * @csspart card - Each section
 * @csspart heading - The headings
 * @csspart table - The tables
 * @csspart chart - The pictures
 * @csspart button - The buttons that leave lines out
 * @csspart notices - What is not in order
 */
export class KxAccount extends InputElement {
  static override readonly widget = "account";
  static override styles = [tokens, controls, explanationStyle, style];

  /** The lines in running order, as `audit` gives them, or each with what was billed. */
  @property({ attribute: false }) lines: readonly AccountLine[] = [];
  /** The lines that were audited: dates, codes and amounts of `lines` that do not have them. */
  @property({ attribute: false }) billed: readonly AuditLine[] = [];
  /** What `audit` found, by line; besides what the lines have of it. */
  @property({ attribute: false }) findings: readonly AccountFinding[] = [];
  /** The sums of each bucket and year. */
  @property({ attribute: false }) totals: readonly AccountTotal[] = [];
  /** What is on file as totals alone; where there are lines too, it ran before them. */
  @property({ attribute: false }) onFile: OnFile | null = null;
  /** The day of the visit: where the pictures end. */
  @property({ attribute: false }) day: CivilDate | null = null;
  /** Whose account it is, as screens and paper name them. */
  @property() patient = "";
  /** By what the payer knows the patient. */
  @property({ attribute: "member-id" }) memberId: string | null = null;

  private readonly width = new Width(this);

  private readonly printing = new Printing(this, () => this.performUpdate());
  /** Whether only lines to look at are shown, as a person chose it; without a choice they are where there are some. */
  @state() private chosen: boolean | null = null;

  private entries: readonly AccountLine[] = [];

  /** Puts the focus on a line. Says whether it is here. */
  async reveal(id: string): Promise<boolean> {
    await this.updateComplete;
    // It may be left out.
    if (this.narrowed && this.entries.some((line) => line.id === id && !isException(line))) this.chosen = false;
    await this.updateComplete;
    const row = this.byData("line", id)?.querySelector<HTMLElement>("tr") ?? null;
    row?.focus();
    row?.scrollIntoView?.({ block: "center" });
    return row !== null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.entries = joined(this.lines, this.billed, this.findings);
    // What was chosen of one patient is nothing of the next.
    if (changed.get("patient")) this.chosen = null;
  }

  /** On paper what adds up to the balance is whole, unless a person chose otherwise. */
  private get narrowed(): boolean {
    return this.chosen ?? (!this.printing.on && this.entries.some(isException));
  }

  protected override render() {
    const missing = lacking(this.entries).map((name) => this.text(`ui.account.${name}`));
    if (this.entries.length === 0) return this.withoutLines();
    const { words, buttons } = this.which();
    return html`
      <section part="card" aria-labelledby="totals">
        <div class="top"><h2 id="totals" part="heading">${this.text("ui.account.totals")}</h2>${this.whose()}</div>
        ${this.totals.length === 0 ? html`<p class="empty">${this.text("ui.account.no-totals")}</p>` : this.totalsTable()}
        ${this.onFile === null ? nothing : html`<p class="hint">${this.text("ui.account.with-totals", { date: this.date(this.onFile.asOf) })}</p>`}
      </section>
      ${this.totals.map((total) => this.balance(total))}
      <section part="card" aria-labelledby="lines">
        <h2 id="lines" part="heading">${this.text("ui.account.lines")}<span class="on-paper">: ${words}</span></h2>
        <p class="hint">${this.text("ui.account.lines-hint")}</p>
        ${missing.length === 0 ? nothing : noticeList([{ severity: "warning", message: this.text("ui.account.not-given", { names: missing.join(", ") }) }], this.voice)}
        ${buttons}
        ${this.linesTable()}
      </section>
    `;
  }

  /** What there is all the same, and what brings lines. */
  private withoutLines() {
    const { onFile } = this;
    if (!onFile || onFile.thresholds.length === 0)
      return html`<section part="card">${this.whose()}<p class="empty">${this.text("ui.account.empty")}</p><p class="hint">${this.text("ui.account.empty-next")}</p></section>`;
    return html`
      <section part="card" aria-labelledby="totals">
        <div class="top"><h2 id="totals" part="heading">${this.text("ui.account.totals")}</h2>${this.whose()}</div>
        <p class="empty">${this.text("ui.account.on-file", { date: this.date(onFile.asOf) })}</p>
        ${this.table(
          ["year", "threshold", "amount", "used-here", "other-used", "remaining"],
          onFile.thresholds.map(({ year, serviceType, threshold, used, otherUsed, remaining }) => [
            `${year}`,
            serviceType,
            threshold === null ? "–" : this.money(threshold),
            this.money(used),
            this.money(otherUsed),
            html`<b class=${isOver(remaining)}>${remaining === null ? "–" : this.remains(remaining)}</b>`,
          ]),
        )}
        <p class="hint">${this.text("ui.account.on-file-next")}</p>
      </section>
    `;
  }

  /** The first two columns are words, all others amounts. */
  private table(names: readonly string[], rows: readonly (readonly unknown[])[]) {
    const head = (name: string, place: number) =>
      html`<th role="columnheader" scope="col" class=${place > 1 ? "amount" : ""}>${this.text(`ui.account.${name}`)}</th>`;
    return html`
      <table role="table" part="table" class="totals" aria-labelledby="totals">
        <thead role="rowgroup"><tr role="row">${names.map(head)}</tr></thead>
        <tbody role="rowgroup">
          ${rows.map(
            ([first, ...rest]) => html`
            <tr role="row">
              <th role="rowheader" scope="row">${first}</th>
              ${rest.map((cell, place) => html`<td role="cell" class=${place > 0 ? "amount" : ""} data-label=${this.text(`ui.account.${names[place + 1] ?? ""}`)}>${cell}</td>`)}
            </tr>
          `,
          )}
        </tbody>
      </table>
    `;
  }

  private which() {
    const exceptions = this.entries.filter(isException).length;
    const button = (words: string, narrowed: boolean) =>
      html`<button type="button" part="button" class="reads" aria-pressed=${this.narrowed === narrowed ? "true" : "false"} @click=${() => {
        this.chosen = narrowed;
      }}>${words}</button>`;
    const [some, all] = [this.text("ui.account.exceptions", { number: exceptions }), this.text("ui.account.all-lines", { number: this.entries.length })];
    const shown = this.text("ui.account.shown", { shown: exceptions, count: this.entries.length });
    const buttons = html`
      <div class="which" role="group" aria-labelledby="lines">
        ${button(some, true)} ${button(all, false)}
        <span class="hint" role="status">${this.narrowed ? shown : nothing}</span>
      </div>
    `;
    // Paper says what it leaves out.
    return { buttons, words: this.narrowed ? `${some}, ${shown}` : all };
  }

  /** The month of a day, with its year. */
  private month(day: CivilDate): string {
    return new Intl.DateTimeFormat(this.locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
  }

  private whose() {
    return this.patient
      ? html`<p class="whose"><b>${this.patient}</b> ${this.memberId ? html`<span class="hint">${this.text("ui.account.member-id", { id: this.memberId })}</span>` : nothing}</p>`
      : nothing;
  }

  private totalsTable() {
    return html`
      <table role="table" part="table" class="totals" aria-labelledby="totals">
        <thead role="rowgroup">
          <tr role="row">
            ${["year", "threshold", "amount", "used-here", "with-kx", "other-used", "remaining", "reached-on"].map((name, index) => html`<th role="columnheader" scope="col" class=${index > 1 && index < 7 ? "amount" : ""}>${this.text(`ui.account.${name}`)}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${this.totals.map(
            (total) => html`
            <tr role="row">
              <th role="rowheader" scope="row">${total.year}</th>
              <td role="cell" data-label=${this.text("ui.account.threshold")}>${total.serviceType}</td>
              <td role="cell" class="amount" data-label=${this.text("ui.account.amount")}>${this.money(total.threshold)}</td>
              <td role="cell" class="amount" data-label=${this.text("ui.account.used-here")}>${this.money(total.allowed)}</td>
              <td role="cell" class="amount" data-label=${this.text("ui.account.with-kx")}>${this.money(total.withKx)}</td>
              <td role="cell" class="amount" data-label=${this.text("ui.account.other-used")}>${this.money(usedElsewhere(total))}</td>
              <td role="cell" class="amount ${isOver(total.remaining)}" data-label=${this.text("ui.account.remaining")}><b>${this.remains(total.remaining)}</b></td>
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
    // Elsewhere may have been used later than here, and then the threshold was reached later.
    const day = reachedNote ? this.text("ui.account.reached-earliest", { date: this.date(reachedAt) }) : this.date(reachedAt);
    return html`${day}${visit}${note}`;
  }

  private balance(total: AccountTotal) {
    const own = this.entries.filter(isDated).filter(({ serviceType, date }) => serviceType === total.serviceType && date.startsWith(`${total.year}`));
    if (own.length === 0) return nothing;
    // The padding and the border of the section on both sides.
    const width = this.printing.on ? ON_PAPER : Math.max(240, this.width.value - (this.width.value < 480 ? 34 : 50));
    return html`
      <section class="balance" part="card" aria-label="${total.serviceType} ${total.year}">
        <h2 part="heading">${this.text("ui.account.used-in", { bucket: total.serviceType, year: String(total.year) })}</h2>
        ${chart(total, own, this.day, width, { ...this.voice, dollars: (amount) => this.dollars(amount), months: this.months() })}
      </section>
    `;
  }

  private linesTable() {
    const lines = this.narrowed ? this.entries.filter(isException) : this.entries;
    const head = (name: string, look: string) => html`<th role="columnheader" scope="col" class=${look}>${this.text(`ui.account.${name}`)}</th>`;
    // One threshold on all lines is named above.
    const several = new Set(this.entries.map(({ serviceType }) => serviceType)).size > 1;
    // A sheet is as wide as half a window, where what was left before a line stands on the line above.
    const isPaper = this.printing.on;
    const span = 8 + Number(several) - Number(isPaper);
    return html`
      <table role="table" part="table" class="lines" aria-labelledby="lines">
        <colgroup><col /><col /><col class="name" /><col />${several ? html`<col />` : nothing}<col />${isPaper ? nothing : html`<col />`}<col /><col class=${lines.some(({ denied }) => denied) ? "said" : nothing} /></colgroup>
        <thead role="rowgroup">
          ${this.patient ? html`<tr role="row" class="on-paper"><th role="columnheader" colspan=${span}>${this.whose()}</th></tr>` : nothing}
          <tr role="row">
            ${head("date", "short")}${head("processed", "short processed")}${head("code", "service")}${head("modifiers", "short")}${several ? head("threshold", "short") : nothing}
            ${head("allowed", "amount")}${isPaper ? nothing : head("left-before", "amount before")}${head("left-after", "amount")}
            <th role="columnheader" scope="col">KX</th>
          </tr>
        </thead>
        ${lines.map((line, place) => this.line(line, lines[place - 1], several, span))}
        ${this.totals.length === 0 || this.narrowed ? nothing : html`<tfoot role="rowgroup">${this.totals.map((total) => this.sum(total, several))}</tfoot>`}
      </table>
    `;
  }

  private verdict({ findings = [], allowed, denied, kx, before, status }: AccountLine): (typeof VERDICT)[AccountLine["kx"]] {
    const says = (wanted: string): boolean => findings.some(({ code }) => code === wanted);
    if (says("reversal")) return allowed?.startsWith("-") ? REVERSAL : REVERSED;
    if (denied) return DENIED;
    // Of a claim that has not gone out nothing is missing yet.
    if (status === "pending" && (kx === "missing" || says("crossing-without-kx"))) return says("no-modifier-place") ? NO_PLACE : UNDECIDED;
    return kx === "not-applicable" && before !== null ? NOT_KNOWN : VERDICT[kx];
  }

  private line(line: AccountLine, previous: AccountLine | undefined, several: boolean, span: number) {
    const { id, date, posted, status, code, description, modifiers, allowed, before, after, serviceType, kx, findings = [], denied, reasons } = line;
    const verdict = this.verdict(line);
    const left = (given: string | null) => (given === null ? "–" : this.remains(given));
    // A heading where columns have no room.
    const month = date && date.slice(0, 7) !== previous?.date?.slice(0, 7) ? this.month(date) : nothing;
    return html`
      <tbody role="rowgroup" data-line=${id} data-code=${code ?? ""} data-month=${month}>
        <tr role="row" tabindex="-1">
          <td role="cell" class="short date" data-label=${this.text("ui.account.date")}>${date ? this.date(date) : "–"}</td>
          <td role="cell" class="short processed ${posted || !status ? "" : "pending"}" data-label=${this.text("ui.account.processed")}>${posted ? this.date(posted) : status ? this.text(`ui.status.${status}`) : ""}</td>
          <td role="cell" class="service" data-label=${this.text("ui.account.code")} title=${description || nothing}><b>${code ?? "–"}</b> <span class="description">${breaking(description)}</span></td>
          <td role="cell" class="short modifiers" data-label=${this.text("ui.account.modifiers")}>${modifiers?.join(" ")}</td>
          ${several ? html`<td role="cell" class="short bucket" data-label=${this.text("ui.account.threshold")}>${serviceType ?? "–"}</td>` : nothing}
          <td role="cell" class="amount" data-label=${this.text("ui.account.allowed")}>${allowed === undefined ? "–" : this.money(allowed)}</td>
          ${this.printing.on ? nothing : html`<td role="cell" class="amount before ${isOver(before)}" data-label=${this.text("ui.account.left-before")}>${left(before)}</td>`}
          <td role="cell" class="amount after ${isOver(after)} ${isOver(before) && "was-over"}" data-label=${this.text("ui.account.left-after")} data-from=${after === null ? nothing : this.text("ui.account.left-from", { amount: left(before) })} data-to=${after === null ? nothing : this.text("ui.account.left-to", { amount: left(after) })}>${left(after)}</td>
          <td role="cell" class="verdict ${kx}" data-label="KX"><span><span aria-hidden="true">${verdict.sign}</span> ${this.text(verdict.words)}<span class="unseen"> (${serviceType ?? this.text("ui.account.no-threshold")})</span></span>${denied ? reasonsHint(reasons, this.voice) : nothing}</td>
        </tr>
        ${
          findings.length === 0
            ? nothing
            : html`
          <tr role="row" class="findings">
            <td role="cell" colspan=${span}>
              ${noticeList(this.found(line, verdict === UNDECIDED), this.voice)}
            </td>
          </tr>
        `
        }
      </tbody>
    `;
  }

  /** What is still to be decided is so in the notice too, and its label is not said twice. */
  private found({ findings = [] }: AccountLine, isUndecided: boolean) {
    if (!isUndecided) return findings;
    const label = this.text(UNDECIDED.words);
    const isOfKx = (code?: string): boolean => code === "missing-kx" || code === "crossing-without-kx";
    return findings.map((one) => (isOfKx(one.code) ? { ...one, check: true, message: unlabelled(one.message, label) } : one));
  }

  private sum({ year, serviceType, allowed, remaining }: AccountTotal, several: boolean) {
    return html`
      <tr role="row">
        <th role="rowheader" scope="row" class="of" colspan=${several ? 4 : 3}>${this.text("ui.account.total-of", { bucket: serviceType, year: String(year) })}</th>
        <td role="cell" class="processed"></td>
        <td role="cell" class="amount" data-label=${this.text("ui.account.used-here")}>${this.money(allowed)}</td>
        ${this.printing.on ? nothing : html`<td role="cell" class="before"></td>`}
        <td role="cell" class="amount ${isOver(remaining)}" data-label=${this.text("ui.account.remaining")}>${this.remains(remaining)}</td>
        <td role="cell" class="rest"></td>
      </tr>
    `;
  }
}

/** "speech/voice/communication" is no word that a line has room for. */
const breaking = (words: string | null | undefined) => words?.split("/").map((part, place) => (place > 0 ? html`/<wbr />${part}` : part));

/** Amounts below zero are told apart by more than their sign. */
const isOver = (amount: string | null): string => (amount?.startsWith("-") ? "over" : "");
