import { html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Decision } from "kx-modifier";
import { send, type DeclineReason } from "../shared/events.js";
import { explanation } from "../shared/explanation.js";
import { explanationStyle } from "../shared/explanation-style.js";
import { float, floats } from "../shared/floating.js";
import { InputElement } from "../shared/input.js";
import { controls, tokens } from "../shared/tokens.js";
import { isByHand } from "../shared/ways.js";
import { reasonDialog } from "./reason.js";
import { style } from "./style.js";

const withoutKx = (modifiers: readonly string[]): string[] => modifiers.filter((modifier) => modifier !== "KX");

/** In its place of before, unless the other modifiers have changed since. */
const withKxAsBefore = (left: string[], before: readonly string[]): string[] => (withoutKx(before).join() === left.join() ? [...before] : [...left, "KX"]);

type WayOut = Decision["wayOut"][number];

/**
 * The KX modifier of one line, as the core says it stands: added, to be checked, blocked, declined or not needed. One action adds it, one
 * removes it and asks why, and where it is blocked the core's ways out are offered; each can be taken back.
 *
 * @element kx-chip
 * @fires {CustomEvent<{ id: string }>} kx-applied - The suggestion was accepted
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
  /** Leaves out the conditions, for a host that shows them elsewhere. */
  @property({ type: Boolean, attribute: "without-why" }) withoutWhy = false;

  @state() private hovered = false;
  @state() private focused = false;
  @state() private dismissed = false;
  @state() private asking = false;
  @state() private applied = false;
  @state() private explained = false;

  @query(".primary") private primary!: HTMLElement | null;
  @query("[role=dialog] button") private firstReason!: HTMLElement | null;
  @query(".tip") private tip!: HTMLElement | null;
  @query("[role=dialog]") private dialog!: HTMLElement | null;

  private hadFocus = false;
  /** The line's modifiers before KX was removed here. */
  private removedFrom: readonly string[] | null = null;
  /** The line's modifiers before and after the way out that was taken here. */
  private changed: { from: readonly string[]; to: readonly string[] } | null = null;

  /** Puts the focus on the first thing that can be pressed. */
  override focus(): void {
    (this.primary ?? this.renderRoot.querySelector("button"))?.focus();
  }

  private get face(): Decision["state"] {
    return this.decision?.state ?? "not-needed";
  }

  private get isOn(): boolean {
    return this.decision?.action === "apply" || this.decision?.action === "keep";
  }

  private get tipOpen(): boolean {
    return (this.hovered || this.focused) && !this.dismissed;
  }

  protected override render() {
    // A host that shows the conditions elsewhere shows the notice with the reason there too.
    const reason = this.face === "declined" && this.declined && !this.withoutWhy ? html`<p class="reason hint">${this.declined}</p>` : nothing;
    return html`${this.faceOf()}${this.face === "blocked" ? nothing : this.ways()}${this.undo()}${this.why()}${reason}${this.lockNote()}`;
  }

  private faceOf() {
    switch (this.face) {
      case "added":
        return this.chip("added", "✓", "ui.chip.added", this.removeIcon());
      case "check":
        return this.check();
      case "blocked":
        return html`
          ${this.chip("blocked", "✕", "ui.chip.blocked")}
          ${this.ways()}
          ${this.isOn ? nothing : this.leaveOffButton()}
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
        return html`<span class="none">${this.text("ui.chip.not-needed")}</span>`;
    }
  }

  private ways() {
    const preposition = (action: WayOut["action"]) =>
      action.startsWith("remove") ? "ui.chip.from" : action === "add-modifier" ? "ui.chip.to" : action === "refresh-usage" ? "ui.chip.for" : "ui.chip.on";
    return this.decision?.wayOut.map((way) => this.button("way", way.label, this.text(preposition(way.action), { code: this.code }), () => this.goOut(way)));
  }

  /** KX is on the line and questioned, or suggested, or nobody can say. */
  private check() {
    if (this.isOn) return html`${this.chip("check on", "!", "ui.chip.check-added")}${this.removeButton()}`;
    if (this.decision?.action !== "suggest")
      return html`<span class="chip check" part="chip"><span class="text"><span aria-hidden="true">?</span> ${this.text("ui.chip.check")}</span></span>`;
    return html`
      ${this.chip("check", "?", "ui.chip.check")}
      ${this.button("add", this.text("ui.chip.add"), this.text("ui.chip.to", { code: this.code }), () => this.apply())}
      ${this.leaveOffButton()}
    `;
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
          ${this.text("ui.chip.give-reason")}<span class="unseen"> ${this.code}</span>
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

  private chip(kind: string, sign: string, text: string, more: unknown = nothing) {
    return html`
      <span class="holder" @pointerenter=${this.enter} @pointerleave=${this.leave}>
        <span class="chip ${kind}" part="chip">
          <button
            type="button"
            class="face primary"
            aria-describedby="tip"
            @focus=${() => (this.focused = true)}
            @blur=${this.blurred}
            @click=${() => (this.dismissed = false)}
          >
            <span class="sign" aria-hidden="true">${sign}</span> ${this.text(text)}<span class="unseen"> ${this.text(this.isOn ? "ui.chip.on" : "ui.chip.for", { code: this.code })}</span>
          </button>
          ${more}
        </span>
        <span class="tip floating" popover=${floats()} ?hidden=${!this.tipOpen}><span id="tip" part="tooltip" role="tooltip">${this.decision?.tooltip}</span></span>
      </span>
    `;
  }

  private removeIcon() {
    const name = this.text("ui.chip.remove");
    return html`
      <button type="button" class="off" aria-label="${name} ${this.text("ui.chip.from", { code: this.code })}" title=${name} @click=${() => this.leaveOff("", null)}>
        <span aria-hidden="true">✕</span>
      </button>
    `;
  }

  private removeButton() {
    return this.button("remove", this.text("ui.chip.remove"), this.text("ui.chip.from", { code: this.code }), () => this.leaveOff("", null));
  }

  private leaveOffButton() {
    return this.button("plain", this.text("ui.chip.leave-off"), this.code, () => this.leaveOff("", null));
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

  private apply(): void {
    if (!send(this, "kx-applied", { id: this.line })) return;
    this.applied = true;
    this.changed = null;
  }

  private goOut({ action, modifiers: to }: WayOut): void {
    if (action === "keep-kx") {
      this.restore("removed", to);
      return;
    }
    const from = this.own;
    if (!send(this, "kx-way-out", { id: this.line, action, modifiers: to }) || isByHand(action)) return;
    this.changed = { from, to };
    if (action === "remove-kx") this.removedFrom = from;
  }

  private goBack(from: readonly string[]): void {
    if (send(this, "kx-way-out", { id: this.line, action: "undo", modifiers: [...from] })) this.changed = null;
  }

  private leaveOff(reason: string, because: DeclineReason | null): void {
    const modifiers = this.decision?.modifiers ?? [];
    if (!send(this, "kx-removed", { id: this.line, modifiers: withoutKx(modifiers), reason, because })) return;
    this.changed = null;
    if (modifiers.includes("KX")) this.removedFrom = modifiers;
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
    this.primary?.focus();
  }

  private enter(): void {
    this.hovered = true;
  }

  private leave(): void {
    this.hovered = false;
    if (!this.focused) this.dismissed = false;
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
    if (!event.composedPath().includes(this)) this.asking = false;
  };

  protected override willUpdate(changed: PropertyValues): void {
    this.hadFocus = this.shadowRoot?.activeElement != null;
    const { face } = this;
    // Another line in the same chip, as in a list that uses its rows again.
    if (changed.has("line")) {
      this.asking = this.applied = this.explained = false;
      this.removedFrom = this.changed = null;
    }
    if (!this.isOn && face !== "blocked" && this.decision?.action !== "suggest") this.hovered = this.focused = this.dismissed = false;
    if (!changed.has("decision") && !changed.has("declined")) return;
    // The host has answered: what belongs to another face is over.
    if (face !== "declined") {
      this.asking = false;
      if (this.declined === null && this.changed === null) this.removedFrom = null;
    }
    if (!this.isOn) this.applied = false;
    const own = this.own.join();
    if (own !== this.changed?.from.join() && own !== this.changed?.to.join()) this.changed = null;
  }

  protected override updated(changed: PropertyValues): void {
    float(this.tip, this.tipOpen);
    float(this.dialog, true);
    document.removeEventListener("keydown", this.escape);
    document.removeEventListener("pointerdown", this.elsewhere);
    if (this.tipOpen) document.addEventListener("keydown", this.escape);
    if (this.asking) document.addEventListener("pointerdown", this.elsewhere);
    if (this.asking && this.face === "declined" && (changed.has("asking") || changed.has("decision"))) void this.focusOn(this.firstReason);
    // The button that was pressed may be gone; whoever works by keyboard goes on from what took its place.
    else if (this.hadFocus && !this.shadowRoot?.activeElement) void this.focusOn(this.primary);
  }

  /** Once the update is over: the focus opens the tooltip, which is another one. */
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
