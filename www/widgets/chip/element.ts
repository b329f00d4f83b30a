import { html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Decision } from "kx-modifier";
import { KxElement } from "../shared/element.js";
import { send, type DeclineReason } from "../shared/events.js";
import { explanation } from "../shared/explanation.js";
import { explanationStyle } from "../shared/explanation-style.js";
import { controls, tokens } from "../shared/tokens.js";
import { reasonDialog } from "./reason.js";
import { style } from "./style.js";

const withoutKx = (modifiers: readonly string[]): string[] => modifiers.filter((modifier) => modifier !== "KX");

/** In its place of before, unless the other modifiers have changed since. */
const withKxAsBefore = (left: string[], before: readonly string[]): string[] => (withoutKx(before).join() === left.join() ? [...before] : [...left, "KX"]);

type Face = "on" | "suggested" | "left-off" | "none";

/**
 * The KX modifier of one line: on it, suggested, left off, or not there. One action applies it, one takes it off and asks why, and both
 * can be taken back.
 *
 * @element kx-chip
 * @fires {CustomEvent<{ id: string }>} kx-applied - The suggestion was accepted
 * @fires {CustomEvent<{ id: string; modifiers: string[]; reason: string; because: DeclineReason | null }>} kx-removed - KX was taken off or left off; again with the reason
 * @fires {CustomEvent<{ id: string; modifiers: string[]; undone: "removed" | "applied" }>} kx-restored - The last of both was taken back
 * @csspart chip - The chip itself
 * @csspart tooltip - Why KX is there or suggested
 * @csspart button - The buttons beside the chip
 * @csspart dialog - The list of reasons
 * @csspart explanation - The conditions
 * @csspart field - The fields
 * @csspart notices - What is not in order
 * @csspart conditions - The conditions, met and not met
 */
export class KxChip extends KxElement {
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

  private hadFocus = false;
  /** The line's modifiers before KX was taken off here. */
  private removedFrom: readonly string[] | null = null;

  private get face(): Face {
    const action = this.decision?.action ?? "none";
    if (action === "apply" || action === "keep") return "on";
    if (action === "suggest") return "suggested";
    return this.declined === null ? "none" : "left-off";
  }

  private get tipOpen(): boolean {
    return (this.hovered || this.focused) && !this.dismissed;
  }

  protected override render() {
    const reason = this.face === "left-off" && this.declined ? html`<p class="reason hint">${this.declined}</p>` : nothing;
    return html`${this.faceOf()}${this.why()}${reason}`;
  }

  private faceOf() {
    switch (this.face) {
      case "on":
        return html`
          ${this.chip("on", this.needsALook ? "!" : "✓", "ui.chip.on", this.removeButton())}
          ${this.applied ? this.button("plain", "ui.chip.undo", "ui.chip.undo-applied", () => this.restore("applied")) : nothing}
        `;
      case "suggested":
        return html`
          ${this.chip("suggested", "?", "ui.chip.suggested")}
          ${this.button("apply", "ui.chip.apply", "ui.chip.apply-which", () => this.apply())}
          ${this.button("plain", "ui.chip.leave-off", "ui.chip.leave-off-which", () => this.leaveOff("", null))}
        `;
      case "left-off":
        return html`
          <span class="holder" @focusout=${this.left}>
            <span class="chip left" part="chip"><span class="text"><span aria-hidden="true">–</span> ${this.text("ui.chip.left-off")}</span></span>
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
          ${this.button("plain primary", "ui.chip.undo", "ui.chip.undo-removed", () => this.restore("removed"))}
          <button type="button" class="plain" part="button" aria-haspopup="dialog" aria-expanded=${this.asking ? "true" : "false"} @click=${() => (this.asking = true)}>
            ${this.text("ui.chip.give-reason")}<span class="unseen"> ${this.code}</span>
          </button>
        `;
      default:
        return html`<span class="none">${this.text("ui.chip.none")}</span>`;
    }
  }

  /** Something about the line is not in order, and the words for it stand below: a tick would contradict them. */
  private get needsALook(): boolean {
    return this.decision?.notices.some(({ severity }) => severity !== "info") ?? false;
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
            <span class="sign" aria-hidden="true">${sign}</span> ${this.text(text)}<span class="unseen"> ${this.text("ui.chip.which", { code: this.code })}</span>
          </button>
          ${more}
        </span>
        <span class="tip" ?hidden=${!this.tipOpen}><span id="tip" part="tooltip" role="tooltip">${this.decision?.tooltip}</span></span>
      </span>
    `;
  }

  private removeButton() {
    return html`
      <button type="button" class="off" aria-label=${this.text("ui.chip.remove", { code: this.code })} title=${this.text("ui.chip.remove-short")} @click=${() => this.leaveOff("", null)}>
        <span aria-hidden="true">✕</span>
      </button>
    `;
  }

  private button(kind: string, word: string, which: string, act: () => void) {
    return html`<button type="button" class=${kind} part="button" @click=${act}>${this.text(word)}<span class="unseen"> ${this.text(which, { code: this.code })}</span></button>`;
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
    if (send(this, "kx-applied", { id: this.line })) this.applied = true;
  }

  private leaveOff(reason: string, because: DeclineReason | null): void {
    const modifiers = this.decision?.modifiers ?? [];
    if (!send(this, "kx-removed", { id: this.line, modifiers: withoutKx(modifiers), reason, because })) return;
    if (modifiers.includes("KX")) this.removedFrom = modifiers;
    if (because === null) this.asking = true;
    else this.answered();
  }

  private restore(undone: "removed" | "applied"): void {
    const left = withoutKx(this.decision?.modifiers ?? []);
    const modifiers = undone === "applied" || this.removedFrom === null ? left : withKxAsBefore(left, this.removedFrom);
    if (!send(this, "kx-restored", { id: this.line, modifiers, undone })) return;
    this.applied = this.asking = false;
    this.removedFrom = null;
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
      this.removedFrom = null;
    }
    if (face === "none" || face === "left-off") this.hovered = this.focused = this.dismissed = false;
    if (!changed.has("decision") && !changed.has("declined")) return;
    // The host has answered: what belongs to another face is over.
    if (face !== "left-off") {
      this.asking = false;
      this.removedFrom = null;
    }
    if (face !== "on") this.applied = false;
  }

  protected override updated(changed: PropertyValues): void {
    document.removeEventListener("keydown", this.escape);
    document.removeEventListener("pointerdown", this.elsewhere);
    if (this.tipOpen) document.addEventListener("keydown", this.escape);
    if (this.asking) document.addEventListener("pointerdown", this.elsewhere);
    if (this.asking && this.face === "left-off" && (changed.has("asking") || changed.has("decision"))) this.firstReason?.focus();
    // The button that was pressed may be gone; whoever works by keyboard goes on from what took its place.
    else if (this.hadFocus && !this.shadowRoot?.activeElement) this.primary?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.escape);
    document.removeEventListener("pointerdown", this.elsewhere);
  }
}
