import { html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { CivilDate } from "kx-modifier";
import { due, review } from "#made/ui-labels.js";
import { DUE, leftOf } from "../shared/due.js";
import { send } from "../shared/events.js";
import { dateIn, moneyIn, timeIn } from "../shared/format.js";
import { InputElement } from "../shared/input.js";
import { Printing } from "../shared/queue.js";
import { controls, tokens } from "../shared/tokens.js";
import { phrase } from "../shared/wording.js";
import { draftOf, lackingIn, sectionOf, type PacketSection, type Sent as PacketSent, type ReviewPacket } from "./model.js";
import { paper } from "./paper.js";
import { paperStyle } from "./paper-style.js";
import type { Words } from "./parts.js";
import { abbreviations, checklist, lateEntries, lines, others, progress, proof, signatures } from "./screen.js";
import { type Lacks, sending } from "./sending.js";
import { sheetsOf } from "./sheets.js";
import { style } from "./style.js";

export type { Sent as PacketSent } from "./model.js";

/**
 * What answers a reviewer's letter: the day it is due, what is missing, the contractor's checklist with what is on file, the lines under review,
 * and the proof that it was sent. On paper each section has a page of its own, and every page says whose it is.
 *
 * @element kx-review-packet
 * @fires {CustomEvent<{ review: string; item: string; notApplicable: boolean }>} kx-review-item-marked - There is nothing to send of an item, or there is after all; the host keeps it and asks `reviewPacket` with it
 * @fires {CustomEvent<{ review: string; sent: PacketSent | null }>} kx-review-sent - The packet was sent, or was not after all (null)
 * @csspart card - The whole panel
 * @csspart heading - The heading
 * @csspart due - The day it is due
 * @csspart missing - What is missing
 * @csspart table - The checklist
 * @csspart item - An item of it
 * @csspart status - How an item stands
 * @csspart field - The fields of the proof
 * @csspart button - The buttons
 */
export class KxReviewPacket extends InputElement {
  static override readonly widget = "review-packet";
  static override styles = [tokens, controls, style, paperStyle];
  protected static override readonly labels = { ...review, ...due };

  /** What `reviewPacket` answers; null: there is no letter. */
  @property({ attribute: false }) packet: ReviewPacket | null = null;
  /** The same packet as `reviewPacket` answers it in English: what is printed where the screen speaks another language, since a contractor's
   *  reviewer reads it. Null: `packet` is printed, in the words of the screen. */
  @property({ attribute: false }) onPaper: ReviewPacket | null = null;
  /** Today, by the host's clock: offered as the day on which the packet was sent. */
  @property() day: CivilDate = "";
  /** Who works here: offered as the one who sent it. */
  @property() by = "";

  /** The clinic's name, NPI and phone in a line, as it is to be on every sheet; empty: the sheets say the beneficiary alone. */
  @property() letterhead = "";

  /** What the proof lacks, said once a person has given it. */
  @state() private lacks: Lacks | null = null;
  /** What is incomplete was shown, and is sent once it is asked again. */
  @state() private isWarned = false;

  /** What is missing or incomplete and is sent so, by a person's word; as `lackingIn` says it. */
  @state() private accepted: string | null = null;

  @query("#title") private heading!: HTMLElement | null;
  @query(".paper") private sheets!: HTMLElement | null;

  private readonly printing = new Printing(this, () => this.performUpdate());

  /** Puts away what was typed about another packet. */
  forget(): void {
    this.lacks = this.accepted = null;
    this.isWarned = false;
    this.renderRoot.querySelector("form")?.reset();
  }

  private get said(): Words {
    return { ...this.voice, time: (time) => this.time(time) };
  }

  /** English, whatever the screen speaks. */
  private readonly english: Words = {
    text: (id, args) => phrase(null, id, args, KxReviewPacket.labels),
    date: (day) => dateIn("en-US", day),
    money: (amount) => moneyIn("en-US", amount),
    remains: (amount) => moneyIn("en-US", amount),
    time: (time) => timeIn("en-US", time),
  };

  protected override render() {
    const { packet, said } = this;
    if (!packet)
      return html`<section part="card" aria-labelledby="title"><h2 id="title" part="heading">${this.text("ui.review.heading")}</h2><p class="hint">${this.text("ui.review.none")}</p></section>`;
    return html`
      <div class="screen" part="card" role="region" aria-labelledby="title">
        <div class="top">
          <h2 id="title" part="heading" tabindex="-1">${packet.title}</h2>
          ${this.due(packet)}
        </div>
        <p class="hint">${packet.header}</p>
        ${this.lockNote()}
        ${this.missing(packet)}
        ${this.letter(packet)}
        ${checklist(packet, said, (item, off) => void this.mark(packet, item, off))}
        ${lines(packet, said)} ${progress(packet, said)} ${lateEntries(packet, said)} ${signatures(packet, said)} ${abbreviations(packet)} ${others(packet, said)}
        ${proof(packet, this.form(packet))}
      </div>
      ${paper(this.onPaper ?? packet, this.letterhead, draftOf(packet, this.accepted), this.onPaper ? this.english : said, this.onPaper ? "en" : nothing, this.printing.on && this.sheets ? sheetsOf(this.sheets) : new Map())}
    `;
  }

  private due({ due }: ReviewPacket) {
    const { sign, tone } = DUE[due.status];
    const day =
      due.day === null ? this.text("ui.due.unknown") : this.text(due.status === "done" ? "ui.review.was-due" : "ui.review.due", { date: this.date(due.day) });
    const left = due.status === "done" ? this.text("ui.review.sent") : leftOf(due, this.voice.text);
    return html`<p class="due ${tone}" part="due"><b><span aria-hidden="true">${sign}</span> ${day}</b>${left ? html` <span>${left}</span>` : nothing}</p>`;
  }

  /** The day is said above. */
  private letter(packet: ReviewPacket) {
    const { message } = packet.due;
    const { text = [], notes = [] } = sectionOf(packet, "letter") ?? {};
    return html`<p>${[...text, ...notes].filter((sentence) => sentence !== message).join(" ")}</p>`;
  }

  private missing(packet: ReviewPacket) {
    const { due, missing, summary } = packet;
    const lacking = lackingIn(packet);
    const accept = (event: Event): void => {
      this.accepted = (event.target as HTMLInputElement).checked ? lacking : null;
    };
    return html`
      <div class="missing ${missing.length === 0 ? "none" : ""}" part="missing" role="group" aria-labelledby="missing">
        <h3 id="missing">${this.text(missing.length === 0 ? "ui.review.nothing-missing" : "ui.review.missing", { count: missing.length })}</h3>
        ${missing.length === 0 ? nothing : html`<ul>${missing.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}
        <p class="summary">${summary}</p>
        ${
          missing.length === 0 || due.status === "done" || this.locked
            ? nothing
            : html`<label class="as-it-is"><input type="checkbox" id="accepted" .checked=${this.accepted === lacking} @change=${accept} /><span>${this.text("ui.review.as-it-is")}</span></label>`
        }
      </div>
    `;
  }

  private form({ due, missing }: ReviewPacket) {
    if (due.status === "done")
      return html`<button type="button" class="plain" part="button" id="unsend" @click=${() => void this.sent(null)}>${this.text("ui.review.unsend")}</button>`;
    if (this.locked) return nothing;
    const { day, by, lacks } = this;
    const back = (): void => {
      this.isWarned = false;
      this.byId("on")?.focus();
    };
    return sending({ day, by, lacks, warned: this.isWarned ? missing : [], answer: (sent) => void this.sent(sent), back }, this.voice);
  }

  private async mark({ due }: ReviewPacket, { id: item }: PacketSection, notApplicable: boolean): Promise<void> {
    if (!send(this, "kx-review-item-marked", { review: due.id ?? "", item, notApplicable })) return;
    await this.updateComplete;
    // The pressed button is gone, and the one that takes it back stands in its place.
    const row = [...this.renderRoot.querySelectorAll<HTMLElement>("[data-item]")].find(({ dataset }) => dataset.item === item);
    (row?.querySelector("button") ?? this.heading)?.focus();
  }

  private async sent(sent: PacketSent | null): Promise<void> {
    this.lacks = sent?.on === "" ? "on" : sent?.by === "" ? "who" : null;
    if (this.lacks) {
      this.byId(this.lacks)?.focus();
      return;
    }
    if (sent && !this.isWarned && (this.packet?.missing.length ?? 0) > 0) {
      this.isWarned = true;
      await this.updateComplete;
      this.byId("warned")?.focus();
      return;
    }
    this.isWarned = false;
    if (!this.packet || !send(this, "kx-review-sent", { review: this.packet.due.id ?? "", sent })) return;
    await this.updateComplete;
    (this.byId(sent === null ? "on" : "unsend") ?? this.heading)?.focus();
  }
}
