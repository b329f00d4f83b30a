import { html, LitElement, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Decision } from "kx-modifier";
import { send } from "../shared/events.js";
import { controls, tokens } from "../shared/tokens.js";
import { style } from "./style.js";

type Face = "on" | "suggested" | "left-off" | "none";

const REASONS = ["Not medically necessary above the threshold", "ABN given, GA in its place", "Documentation is not complete", "Another reason"];

/** The KX modifier of one line: on it, suggested, left off, or not there. */
export class KxChip extends LitElement {
  static override styles = [tokens, controls, style];

  @property({ attribute: false }) line = "";
  @property({ attribute: false }) code = "";
  @property({ attribute: false }) decision: Decision | null = null;
  /** The reason why KX was left off, empty where none was given; null where it was not. */
  @property({ attribute: false }) declined: string | null = null;

  @state() private hovered = false;
  @state() private focused = false;
  @state() private dismissed = false;

  @query(".primary") private primary!: HTMLElement | null;

  private hadFocus = false;

  private get face(): Face {
    const action = this.decision?.action ?? "none";
    if (action === "apply" || action === "keep") return "on";
    if (action === "suggest") return "suggested";
    return this.declined === null ? "none" : "left-off";
  }

  private get tipOpen(): boolean {
    return (this.hovered || this.focused) && !this.dismissed;
  }

  override render() {
    switch (this.face) {
      case "on":
        return html`${this.chip("on", this.needsALook ? "!" : "✓", "KX", this.removeButton())}`;
      case "suggested":
        return html`
          ${this.chip("suggested", "?", "KX suggested")}
          <button type="button" class="apply" @click=${() => send(this, "kx-applied", { id: this.line })}>Apply<span class="unseen"> KX to ${this.code}</span></button>
          <button type="button" class="plain" @click=${() => this.leaveOff("")}>Leave off<span class="unseen"> ${this.code}</span></button>
        `;
      case "left-off":
        return html`
          <span class="chip left"><span class="text"><span aria-hidden="true">–</span> KX left off</span></span>
          <button type="button" class="plain primary" @click=${() => send(this, "kx-restored", { id: this.line })}>Undo<span class="unseen"> leaving KX off ${this.code}</span></button>
          ${this.reasons()}
        `;
      default:
        return html`<span class="none">No KX</span>`;
    }
  }

  /** Something about the line is not in order, and the words for it stand below: a tick would contradict them. */
  private get needsALook(): boolean {
    return this.decision?.notices.some(({ severity }) => severity !== "info") ?? false;
  }

  private chip(kind: string, sign: string, text: string, more: unknown = nothing) {
    return html`
      <span class="holder" @pointerenter=${this.enter} @pointerleave=${this.leave}>
        <span class="chip ${kind}">
          <button
            type="button"
            class="face primary"
            aria-describedby="tip"
            @focus=${() => (this.focused = true)}
            @blur=${this.blurred}
            @click=${() => (this.dismissed = false)}
          >
            <span class="sign" aria-hidden="true">${sign}</span> ${text}<span class="unseen"> on ${this.code}</span>
          </button>
          ${more}
        </span>
        <span class="tip" ?hidden=${!this.tipOpen}><span id="tip" role="tooltip">${this.decision?.tooltip}</span></span>
      </span>
    `;
  }

  private removeButton() {
    return html`<button type="button" class="off" aria-label="Remove KX from ${this.code}" title="Remove KX" @click=${() => this.leaveOff("")}>
      <span aria-hidden="true">✕</span>
    </button>`;
  }

  private reasons() {
    const given = this.declined ?? "";
    const listed = REASONS.includes(given) || given === "" ? REASONS : [given, ...REASONS];
    return html`
      <select aria-label="Why KX was left off ${this.code}" @change=${(event: Event) => this.leaveOff((event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${given === ""}>Reason (optional)</option>
        ${listed.map((reason) => html`<option value=${reason} ?selected=${reason === given}>${reason}</option>`)}
      </select>
    `;
  }

  private leaveOff(reason: string): void {
    send(this, "kx-removed", { id: this.line, reason });
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

  // On the document: the pointer alone opens the tooltip too, and Escape has to close it then as well.
  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.dismissed = true;
  };

  override willUpdate(): void {
    this.hadFocus = this.shadowRoot?.activeElement != null;
    if (this.face === "none" || this.face === "left-off") this.hovered = this.focused = this.dismissed = false;
  }

  override updated(): void {
    document.removeEventListener("keydown", this.escape);
    if (this.tipOpen) document.addEventListener("keydown", this.escape);
    // The button that was pressed may be gone; whoever works by keyboard goes on from what took its place.
    if (this.hadFocus && !this.shadowRoot?.activeElement) this.primary?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.escape);
  }
}
