import { html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Decision } from "kx-modifier";
import { send, type DeclineReason } from "../shared/events.js";
import { explanation } from "../shared/explanation.js";
import { explanationStyle } from "../shared/explanation-style.js";
import { float, floats } from "../shared/floating.js";
import { InputElement } from "../shared/input.js";
import type { Attestation } from "../shared/model.js";
import { momentOf } from "../shared/moment.js";
import { controls, tokens } from "../shared/tokens.js";
import { isByHand } from "../shared/ways.js";
import { attestationDialog, openRecord, type Asked, type Given } from "./attestation.js";
import { reasonDialog } from "./reason.js";
import { style } from "./style.js";
import { blockedWords, checkWords, noneWords, openWords } from "./words.js";

const withoutKx = (modifiers: readonly string[]): string[] => modifiers.filter((modifier) => modifier !== "KX");

/** In its place of before, unless the other modifiers have changed since. */
const withKxAsBefore = (left: string[], before: readonly string[]): string[] => (withoutKx(before).join() === left.join() ? [...before] : [...left, "KX"]);

type WayOut = Decision["wayOut"][number];

/**
 * The KX modifier of one line, as the core says it stands: added, to be checked, blocked, declined or not needed. One action adds it, one
 * removes it and asks why, and where it is blocked the core's ways out are offered; each can be taken back.
 *
 * @element kx-chip
 * @slot - Behind the buttons, for what opens the conditions where the host shows them
 * @fires {CustomEvent<{ id: string }>} kx-applied - The suggestion was accepted
 * @fires {CustomEvent<{ id: string; by: string; covers: AttestationCover; lines?: string[] }>} kx-attested - A clinician attested to KX, where `attestation` is given; `lines`: those that the question was about, where they are several
 * @fires {CustomEvent<{ id: string; modifiers: string[]; reason: string; because: DeclineReason | null }>} kx-removed - KX was taken off or left off; again with the reason
 * @fires {CustomEvent<{ id: string; modifiers: string[]; undone: "removed" | "applied" }>} kx-restored - The last of both was taken back, or KX is kept though it was declined
 * @fires {CustomEvent<{ id: string; action: WayOutAction; modifiers: string[] }>} kx-way-out - A way out of what blocks KX was taken: the line gets these modifiers; "move-modifier", "check-note" and "refresh-usage" are done by hand, "undo" takes the last one back
 * @csspart chip - The chip itself
 * @csspart tooltip - Why KX is there or suggested
 * @csspart button - The buttons beside the chip
 * @csspart dialog - The list of reasons
 * @csspart explanation - The conditions
 * @csspart field - The fields
 * @csspart notices - What is not in order
 * @csspart conclusion - What the conditions come to
 * @csspart conditions - The conditions, met and not met
 */
export class KxChip extends InputElement {
  static override readonly widget = "chip";
  static override styles = [tokens, controls, explanationStyle, style];

  /** The line's id, given back in each event. */
  @property() line = "";
  /** The line's code, for those who hear the buttons' names. */
  @property() code = "";
  /** The core's answer for the line. */
  @property({ attribute: false }) decision: Decision | null = null;
  /** `kxDeclined` of the line: empty where no reason was given, null where KX was not left off. */
  @property({ attribute: false }) declined: string | null = null;
  /** What the record of attestations says of the line. Where it asks, a clinician is asked before KX is added, and who answered is shown; null: no record. */
  @property({ attribute: false }) attestation: Attestation | null = null;
  /** Leaves out the conditions, for a host that shows them elsewhere. */
  @property({ type: Boolean, attribute: "without-why" }) withoutWhy = false;

  @state() private hovered = false;
  @state() private focused = false;
  @state() private dismissed = false;
  /** The question why is open; a host may style the line around it by this. */
  @property({ type: Boolean, reflect: true }) asking = false;
  /** The question whether KX belongs on the line is open. */
  @property({ type: Boolean, reflect: true }) attesting = false;
  @state() private nameless = false;
  /** The answer that is asked about once more. */
  @state() private given: Given | null = null;
  /** The lines that the open question is about, where they are several, and who is told of the answer. */
  private asked: { lines: readonly Asked[]; attested: () => void } = { lines: [], attested: () => {} };
  @state() private applied = false;
  @state() private explained = false;

  @query(".primary") private primary!: HTMLElement | null;
  @query(".attesting #by") private signature!: HTMLInputElement | null;
  @query("[role=dialog] button") private firstReason!: HTMLElement | null;
  @query(".tip") private tip!: HTMLElement | null;
  @query(".dialog") private dialog!: HTMLElement | null;

  private hadFocus = false;
  /** The reason that a host canceled: the question stays until it says so too. */
  private told: string | null = null;
  /** The line's modifiers before KX was removed here. */
  private removedFrom: readonly string[] | null = null;
  /** The line's modifiers before and after the way out that was taken here. */
  private changed: { from: readonly string[]; to: readonly string[] } | null = null;

  /** Puts the focus on the first thing that can be pressed. */
  override focus(): void {
    (this.primary ?? this.renderRoot.querySelector("button"))?.focus();
  }

  /** Puts away an open question and what could be taken back here, for a host that shows another patient in the same element. */
  forget(): void {
    this.asking = this.attesting = this.applied = this.explained = false;
    this.removedFrom = this.changed = this.told = null;
  }

  /** Adds KX where that is suggested, as its button does. Says whether it is done: a clinician may have to be asked first, and is; about the
   *  `lines` in one, where they are several. `attested`: once that is answered. */
  accept(lines: readonly Asked[] = [], attested: () => void = () => {}): boolean {
    if (this.face !== "check" || this.decision?.action !== "suggest" || this.locked) return false;
    const { attestation } = this;
    if (!attestation?.asks || attestation.standing?.answer === "add-kx") return this.apply();
    void this.question(lines, attested);
    return false;
  }

  private get face(): Decision["state"] {
    return this.decision?.state ?? "not-needed";
  }

  private get isOn(): boolean {
    return this.decision?.action === "apply" || this.decision?.action === "keep";
  }

  /** Whether KX is in question although something is in its way: where only room is lacking. Nobody has left it off where it may be in the
   *  note, or before what contradicts it is put right. */
  private get isAsked(): boolean {
    return this.decision?.action === "suggest" && this.decision.wayOut.every(({ action }) => action === "move-modifier");
  }

  private get tipOpen(): boolean {
    return (this.hovered || this.focused) && !this.dismissed;
  }

  protected override render() {
    // A host that shows the conditions elsewhere shows the notice with the reason there too.
    const isSaid = this.withoutWhy && this.decision?.notices.some(({ code }) => code === "kx-declined");
    const reason =
      this.face === "declined" && this.declined && !isSaid
        ? html`<p class="reason hint">${this.text("ui.chip.reason", { reason: this.declined })}</p>`
        : nothing;
    return html`${this.faceOf()}${this.face === "blocked" ? nothing : this.ways()}${this.undo()}${this.why()}<slot></slot>${reason}${this.attested()}${this.lockNote()}`;
  }

  private faceOf() {
    switch (this.face) {
      case "added":
        return html`${this.chip("added", "✓", this.text("ui.chip.added"))}${this.attestOn()}${this.removeButton()}`;
      case "check":
        return this.check();
      case "blocked":
        return html`
          ${this.chip("blocked", "✕", blockedWords(this.decision, this.voice))}
          ${this.ways()}
          ${this.isAsked ? this.leaveOffButton() : nothing}
        `;
      case "declined":
        return html`
          <span class="holder" @focusout=${this.left}>
            <span class="chip declined" part="chip"><span class="text"><span aria-hidden="true">–</span> ${this.text("ui.chip.declined")}</span></span>
            ${
              this.asking
                ? reasonDialog(
                    this.code,
                    this.voice,
                    (reason, because) => this.leaveOff(reason, because),
                    () => this.answered(),
                  )
                : nothing
            }
          </span>
        `;
      default:
        return html`<span class="none">${noneWords(this.decision, this.voice)}</span>`;
    }
  }

  private ways() {
    const preposition = (action: WayOut["action"]) =>
      action.startsWith("remove") ? "ui.chip.from" : action === "add-modifier" ? "ui.chip.to" : action === "refresh-usage" ? "ui.chip.for" : "ui.chip.on";
    // By hand the field of the modifiers is where a person goes on, whatever has to be done there.
    const words = ({ action, label }: WayOut) => (isByHand(action) && action !== "refresh-usage" ? this.text("ui.chip.edit-modifiers") : label);
    return this.decision?.wayOut.map(
      (way) => html`
        ${way.action === "check-note" ? html`<span class="hint in-note">${way.label}</span>` : nothing}
        ${this.button("way", words(way), this.text(preposition(way.action), { code: this.code }), () => this.goOut(way))}
      `,
    );
  }

  /** KX is on the line and questioned, or suggested, or nobody can say. */
  private check() {
    if (this.decision && this.isOn) return html`${this.chip("check on", "!", checkWords(this.decision, this.voice))}${this.attestOn()}${this.removeButton()}`;
    if (this.decision?.action !== "suggest") {
      const { sign, words } = openWords(this.decision, this.voice);
      return html`<span class="chip check" part="chip"><span class="text"><span aria-hidden="true">${sign}</span> ${words}</span></span>`;
    }
    return html`
      ${this.withoutWhy ? this.said() : this.chip("check", "?", this.text("ui.chip.check"))}
      ${!this.attestation?.asks ? this.button(this.withoutWhy ? "add primary" : "add", this.text("ui.chip.add"), this.text("ui.chip.to", { code: this.code }), () => this.apply()) : this.attestButton("ui.chip.add")}
      ${this.leaveOffButton()}
    `;
  }

  /** Where the host says why beside it there is nothing to open. */
  private said() {
    return html`<span class="chip check" part="chip"><span class="text"><span aria-hidden="true">?</span> ${this.text("ui.chip.check")}<span class="unseen"> ${this.text("ui.chip.for", { code: this.code })}</span></span></span>`;
  }

  /** Where KX is on the line and no clinician's answer covers it. Where none is required the offer is a quiet one. */
  private attestOn() {
    const { attestation } = this;
    if (!attestation || attestation.standing?.answer === "add-kx" || !(this.attesting || this.isDue)) return nothing;
    // Who has attested to the whole record is not asked for each line.
    if (!attestation.asks && this.decision?.documentation?.attestation) return nothing;
    return this.attestButton("ui.attest.attest", attestation.asks ? "add" : this.face === "check" ? "plain early" : "attest-it");
  }

  /** Nobody is asked to attest to a KX that does not belong on the line, or that nothing can be said of. */
  private get isDue(): boolean {
    const { standing, notices = [] } = this.decision ?? {};
    return (standing === "reached" || standing === "crosses") && !notices.some(({ severity }) => severity === "error");
  }

  /** Asks a clinician; where one has answered for KX already, nobody is asked again. */
  private attestButton(words: string, kind = this.withoutWhy ? "add primary" : "add") {
    const { attestation, decision } = this;
    if (attestation?.standing?.answer === "add-kx")
      return this.button("add", this.text(words), this.text("ui.chip.to", { code: this.code }), () => this.apply());
    return html`
      <span class="holder">
        <button type="button" class=${kind} part="button" aria-haspopup="dialog" aria-expanded=${this.attesting ? "true" : "false"} @click=${() => void this.question()}>
          ${this.text(words)}<span class="unseen"> ${this.text("ui.chip.to", { code: this.code })}</span>
        </button>
        ${
          this.attesting && attestation && decision
            ? attestationDialog(
                this.asked.lines.length > 1 ? this.asked.lines : [{ id: this.line, code: this.code, decision }],
                attestation,
                this.voice,
                { nameless: this.nameless, isOn: this.isOn, given: this.given },
                (given) => this.attest(given),
                () => this.unasked(),
              )
            : nothing
        }
      </span>
    `;
  }

  /** Who answered, and when. */
  private attested() {
    const standing = this.attestation?.standing;
    const counts = standing && (standing.answer === "add-kx" ? this.isOn : this.face === "declined");
    if (!counts) return nothing;
    const values = { name: standing.by, moment: momentOf(standing.at, this.voice, (time) => this.time(time)) };
    return html`<p class="reason hint">${this.text(`ui.attest.${standing.answer === "add-kx" ? "attested" : "left-off"}`, values)}</p>`;
  }

  /** What was done last can be taken back, and a declined KX at any time. */
  private undo() {
    const asked = this.face === "declined";
    if (asked || (this.face === "not-needed" && this.declined !== null))
      return html`
        ${this.button("plain primary", this.text("ui.chip.undo"), this.text("ui.chip.undo-declined", { code: this.code }), () => this.restore("removed"))}
        ${
          asked
            ? html`
        <button type="button" class="plain" part="button" aria-haspopup="dialog" aria-expanded=${this.asking ? "true" : "false"} @click=${() => (this.asking = true)}>
          ${this.text(this.declined ? "ui.chip.change-reason" : "ui.chip.give-reason")}<span class="unseen"> ${this.code}</span>
        </button>`
            : nothing
        }
      `;
    if (this.isOn && this.applied)
      return this.button("plain", this.text("ui.chip.undo"), this.text("ui.chip.undo-added", { code: this.code }), () => this.restore("applied"));
    const { changed } = this;
    if (changed && changed.to.join() === this.own.join())
      return this.button("plain primary", this.text("ui.chip.undo"), this.text("ui.chip.undo-changed", { code: this.code }), () => this.goBack(changed.from));
    return nothing;
  }

  /** The line's modifiers without what the core adds. */
  private get own(): readonly string[] {
    const { action, modifiers = [] } = this.decision ?? {};
    return action === "apply" ? modifiers.slice(0, -1) : modifiers;
  }

  private chip(kind: string, sign: string, words: string) {
    return html`
      <span class="holder" @pointerenter=${this.enter} @pointerleave=${this.leave}>
        <span class="chip ${kind}" part="chip">
          <button
            type="button"
            class="face primary"
            aria-describedby="tip"
            @keyup=${this.reached}
            @blur=${this.blurred}
            @click=${this.opened}
          >
            <span class="sign" aria-hidden="true">${sign}</span> ${words}<span class="unseen"> ${this.text(this.isOn ? "ui.chip.on" : "ui.chip.for", { code: this.code })}</span>
          </button>
        </span>
        <span class="tip floating ${this.hovered ? "hovered" : ""}" popover=${floats()} ?hidden=${!this.tipOpen} @click=${this.pressed}><span id="tip" part="tooltip" role="tooltip">${this.decision?.tooltip}</span></span>
      </span>
    `;
  }

  private removeButton() {
    return this.button("remove", this.text("ui.chip.remove"), this.text("ui.chip.from", { code: this.code }), () => this.leaveOff("", null));
  }

  private leaveOffButton() {
    return this.button("leave", this.text("ui.chip.leave-off"), this.code, () => this.leaveOff("", null));
  }

  private button(kind: string, words: string, which: string, act: () => void) {
    return html`<button type="button" class=${kind} part="button" @click=${act}>${words}<span class="unseen"> ${which}</span></button>`;
  }

  private why() {
    if (this.withoutWhy || this.decision === null) return nothing;
    return html`
      <button type="button" class="plain why" part="button" aria-expanded=${this.explained ? "true" : "false"} aria-controls="why" @click=${() => (this.explained = !this.explained)}>
        ${this.text("ui.why.button")}<span class="unseen"> ${this.code}</span>
      </button>
      <div class="explanation" part="explanation" id="why" ?hidden=${!this.explained}>${explanation(this.decision, this.voice)}</div>
    `;
  }

  private apply(): boolean {
    if (!send(this, "kx-applied", { id: this.line })) return false;
    this.applied = true;
    this.changed = null;
    // The chip takes the place of the button that was pressed: a pointer that lies there asks for nothing.
    this.dismissed = true;
    return true;
  }

  private async question(lines: readonly Asked[] = [], attested = () => {}): Promise<void> {
    this.attesting = true;
    this.asked = { lines, attested };
    this.nameless = false;
    this.given = null;
    await this.updateComplete;
    this.signature?.focus();
  }

  private attest(given: Given): void {
    const { by, covers } = given;
    if (by === "") {
      this.nameless = true;
      this.signature?.focus();
      return;
    }
    const { lines } = this.asked;
    if (given !== this.given && openRecord(lines.length > 1 ? lines : this.decision ? [{ decision: this.decision }] : [])) {
      this.given = given;
      return;
    }
    if (!send(this, "kx-attested", { id: this.line, by, covers, ...(lines.length > 1 && { lines: lines.map(({ id }) => id) }) })) return;
    this.changed = null;
    this.unasked();
    this.asked.attested();
  }

  /** The question is put away, answered or not. */
  private unasked(): void {
    this.attesting = false;
    this.primary?.focus();
  }

  private goOut({ action, modifiers: to }: WayOut): void {
    if (action === "keep-kx") {
      this.restore("removed", to);
      return;
    }
    const from = this.own;
    if (action === "remove-kx") this.removedFrom = from;
    if (!send(this, "kx-way-out", { id: this.line, action, modifiers: to }) || isByHand(action)) return;
    this.changed = { from, to };
  }

  private goBack(from: readonly string[]): void {
    if (send(this, "kx-way-out", { id: this.line, action: "undo", modifiers: [...from] })) this.changed = null;
  }

  private leaveOff(reason: string, because: DeclineReason | null): void {
    const modifiers = this.decision?.modifiers ?? [];
    // A host that cancels takes it off later.
    if (modifiers.includes("KX")) this.removedFrom = modifiers;
    this.told = because === null ? null : reason;
    if (!send(this, "kx-removed", { id: this.line, modifiers: withoutKx(modifiers), reason, because })) return;
    this.changed = null;
    if (because === null) this.asking = true;
    else this.answered();
  }

  private restore(undone: "removed" | "applied", kept?: string[]): void {
    const left = withoutKx(this.decision?.modifiers ?? []);
    const modifiers = kept ?? (undone === "applied" || this.removedFrom === null ? left : withKxAsBefore(left, this.removedFrom));
    if (!send(this, "kx-restored", { id: this.line, modifiers, undone })) return;
    this.applied = this.asking = false;
    this.removedFrom = this.changed = null;
  }

  /** The question is closed, with an answer or without. */
  private answered(): void {
    this.asking = false;
    this.told = null;
    this.primary?.focus();
  }

  private enter(): void {
    this.hovered = true;
  }

  private leave(): void {
    this.hovered = false;
    if (!this.focused) this.dismissed = false;
  }

  /** By Tab: a focus that the page put there asks for nothing. */
  private reached({ key }: KeyboardEvent): void {
    if (key === "Tab") this.focused = true;
  }

  private opened(): void {
    this.focused = true;
    this.dismissed = false;
  }

  /** What lies below the tooltip is wanted, unless its words were selected. */
  private pressed(): void {
    if (globalThis.getSelection()?.isCollapsed !== false) this.dismissed = true;
  }

  private blurred(): void {
    this.focused = false;
    this.dismissed = false;
  }

  private left({ relatedTarget, currentTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && !(currentTarget as Element).contains(relatedTarget)) this.asking = false;
  }

  // On the document: the pointer alone opens the tooltip too, and Escape has to close it then as well.
  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.dismissed = true;
  };
  private readonly elsewhere = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.asking = this.attesting = false;
  };

  protected override willUpdate(changed: PropertyValues): void {
    this.hadFocus = this.shadowRoot?.activeElement != null;
    const { face } = this;
    // Another line in the same chip, as in a list that uses its rows again.
    if (changed.has("line")) this.forget();
    if (!this.isOn && face !== "blocked" && this.decision?.action !== "suggest") this.hovered = this.focused = this.dismissed = false;
    if (!changed.has("decision") && !changed.has("declined")) return;
    // The host has answered: what belongs to another face is over, and so is the question whose answer it has.
    if (this.told !== null && this.declined === this.told) {
      this.asking = false;
      this.told = null;
    }
    if (face !== "declined") {
      this.asking = false;
      if (this.declined === null && this.changed === null) this.removedFrom = null;
    }
    if (!this.isOn) this.applied = false;
    if (face !== "check" && face !== "added") this.attesting = false;
    const own = this.own.join();
    if (own !== this.changed?.from.join() && own !== this.changed?.to.join()) this.changed = null;
  }

  protected override updated(changed: PropertyValues): void {
    float(this.tip, this.tipOpen);
    float(this.dialog, true);
    this.keepInSight(changed);
    document.removeEventListener("keydown", this.escape);
    document.removeEventListener("pointerdown", this.elsewhere);
    if (this.tipOpen) document.addEventListener("keydown", this.escape);
    if (this.asking || this.attesting) document.addEventListener("pointerdown", this.elsewhere);
    if (this.asking && this.face === "declined" && (changed.has("asking") || changed.has("decision"))) void this.focusOn(this.firstReason);
    else if (this.given && changed.has("given")) void this.focusOn(this.dialog?.querySelector("button") ?? null);
    // The button that was pressed may be gone; whoever works by keyboard goes on from what took its place.
    else if (this.hadFocus && !this.shadowRoot?.activeElement) void this.focusOn(this.primary);
  }

  /** On a phone the question lies at the foot of the screen: what it is about is scrolled clear of it. */
  private keepInSight(changed: PropertyValues): void {
    if (!this.dialog || !(changed.has("asking") || changed.has("attesting") || changed.has("decision"))) return;
    if (!globalThis.matchMedia?.("(max-width: 639.98px)").matches) return;
    // Once what the answer changes around the line has been drawn too.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const over = this.dialog ? this.getBoundingClientRect().bottom + 8 - this.dialog.getBoundingClientRect().top : 0;
        if (over > 0) window.scrollBy({ top: over, behavior: "instant" });
      }),
    );
  }

  /** Once the update is over. */
  private async focusOn(target: HTMLElement | null): Promise<void> {
    await this.updateComplete;
    target?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.escape);
    document.removeEventListener("pointerdown", this.elsewhere);
  }
}
