import { html, LitElement } from "lit";
import { property } from "lit/decorators.js";
import { send } from "../shared/events.js";
import { controls, tokens } from "../shared/tokens.js";
import { style } from "./style.js";

/** The preference *Auto-Apply KX Modifier*. */
export class KxAutoApply extends LitElement {
  static override styles = [tokens, controls, style];

  @property({ type: Boolean, reflect: true }) on = false;
  /** What the host has to say once the setting is kept. */
  @property({ attribute: false }) message = "";

  override render() {
    return html`
      <button type="button" role="switch" aria-checked=${this.on ? "true" : "false"} @click=${this.toggle}>
        <span class="track" aria-hidden="true"><span class="thumb"></span></span>
        <span class="name">Auto-Apply KX Modifier</span>
        <span class="state" aria-hidden="true">${this.on ? "On" : "Off"}</span>
      </button>
      <p role="status">${this.message}</p>
    `;
  }

  private toggle(): void {
    send(this, "kx-auto-apply-changed", { on: !this.on });
  }
}
