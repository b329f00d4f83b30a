import { html } from "lit";
import { property } from "lit/decorators.js";
import { KxElement } from "../shared/element.js";
import { send } from "../shared/events.js";
import { Passing } from "../shared/passing.js";
import { controls, tokens } from "../shared/tokens.js";
import { style } from "./style.js";

/**
 * The preference *Auto-Apply KX Modifier*.
 *
 * @element kx-auto-apply
 * @fires {CustomEvent<{ on: boolean }>} kx-auto-apply-changed - The switch was pressed; the host sets `on`
 * @csspart switch - The switch with its name
 * @csspart track - What the knob slides in
 * @csspart thumb - The knob
 */
export class KxAutoApply extends KxElement {
  static override readonly widget = "auto-apply";
  static override styles = [tokens, controls, style];

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
    `;
  }

  private toggle(): void {
    send(this, "kx-auto-apply-changed", { on: !this.on });
  }
}
