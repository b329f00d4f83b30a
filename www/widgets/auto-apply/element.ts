import { html } from "lit";
import { property } from "lit/decorators.js";
import { send, type KxEventName } from "../shared/events.js";
import { FormElement } from "../shared/form.js";
import { Passing } from "../shared/passing.js";
import { controls, tokens } from "../shared/tokens.js";
import { style } from "./style.js";

/**
 * The preference *Auto-Apply KX Modifier*.
 *
 * @element kx-auto-apply
 * @fires {CustomEvent<{ on: boolean }>} kx-auto-apply-changed - The switch was pressed; the host sets `on`
 * @fires {CustomEvent<{ value: unknown; because: "reset" | "restored" }>} kx-form-restored - A form was reset or restored: the host takes `value` as its own
 * @csspart switch - The switch with its name
 * @csspart track - What the knob slides in
 * @csspart thumb - The knob
 */
export class KxAutoApply extends FormElement {
  static override readonly widget = "auto-apply";
  static override styles = [tokens, controls, style];
  protected static override readonly changes: readonly KxEventName[] = ["kx-auto-apply-changed"];

  /** Whether KX is applied without asking. */
  @property({ type: Boolean, reflect: true }) on = false;
  /** What the host has to say once the setting is kept. It goes after a few seconds, and is not printed. */
  @property({ attribute: false }) message = "";

  private readonly passing = new Passing(this);

  protected override render() {
    return html`
      <button type="button" part="switch" role="switch" aria-checked=${this.on ? "true" : "false"} @click=${this.toggle}>
        <span class="track" part="track" aria-hidden="true"><span class="thumb" part="thumb"></span></span>
        <span class="name">${this.text("ui.auto-apply.name")}</span>
        <span class="state" aria-hidden="true">${this.text(this.on ? "ui.auto-apply.on" : "ui.auto-apply.off")}</span>
      </button>
      ${this.passing.template()}
      ${this.lockNote()}
    `;
  }

  protected override get content(): boolean {
    return this.on;
  }

  protected override restore(on: unknown): void {
    this.on = on === true;
  }

  protected override findFault(): null {
    return null;
  }

  private toggle(): void {
    send(this, "kx-auto-apply-changed", { on: !this.on });
  }
}
