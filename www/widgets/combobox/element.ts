import { html, LitElement, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { refusalText } from "../shared/field.js";
import type { Refusal } from "../shared/model.js";
import { controls, tokens } from "../shared/tokens.js";
import { style } from "./style.js";

export interface Option {
  value: string;
  detail: string;
}

/** A search field with a list, after the ARIA pattern "editable combobox with list autocomplete". Sends `pick`, to its parent only. */
export class KxCombobox extends LitElement {
  static override styles = [tokens, controls, style];

  @property({ attribute: false }) label = "";
  @property({ attribute: false }) placeholder = "";
  @property({ attribute: false }) options: readonly Option[] = [];
  /** Text for which the list has nothing may be picked as well. */
  @property({ type: Boolean }) free = false;
  @property({ attribute: false }) refusal: Refusal | null = null;

  @state() private text = "";
  @state() private open = false;
  @state() private active = -1;

  @query("input") private input!: HTMLInputElement;

  private get shown(): Option[] {
    const words = this.text.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.options.filter(({ value, detail }) => {
      const haystack = `${value} ${detail}`.toLowerCase();
      return words.every((word) => haystack.includes(word));
    });
    const typed = this.text.trim();
    return this.free && typed && found.length === 0 ? [{ value: typed, detail: "as typed, not on the list" }] : found;
  }

  override focus(): void {
    this.input.focus();
  }

  override render() {
    const shown = this.open ? this.shown : [];
    const expanded = this.open && shown.length > 0;
    return html`
      <label for="search">${this.label}</label>
      <div class="row">
        <div class="box">
          <input
            id="search"
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck="false"
            placeholder=${this.placeholder}
            aria-autocomplete="list"
            aria-expanded=${expanded ? "true" : "false"}
            aria-controls="list"
            aria-activedescendant=${expanded && this.active >= 0 ? `option-${this.active}` : nothing}
            aria-invalid=${this.refusal ? "true" : "false"}
            aria-describedby=${this.refusal ? "refusal" : nothing}
            .value=${this.text}
            @input=${this.typed}
            @keydown=${this.key}
            @click=${() => this.show()}
            @blur=${() => (this.open = false)}
          />
          <ul id="list" role="listbox" aria-label=${this.label} ?hidden=${!expanded}>
            ${shown.map((option, index) => this.option(option, index))}
          </ul>
        </div>
        <button type="button" @click=${this.add}>Add</button>
      </div>
      ${refusalText(this.refusal, "refusal")}
      ${this.open && this.text.trim() && shown.length === 0 ? html`<p class="hint">Nothing found</p>` : nothing}
    `;
  }

  private option({ value, detail }: Option, index: number) {
    return html`
      <li
        id="option-${index}"
        role="option"
        aria-selected=${index === this.active ? "true" : "false"}
        @pointerdown=${(event: Event) => event.preventDefault()}
        @click=${() => this.pick(value)}
      >
        <span class="value">${value}</span> <span class="detail">${detail}</span>
      </li>
    `;
  }

  private show(active = this.active): void {
    this.open = true;
    this.active = active;
  }

  private typed(): void {
    this.text = this.input.value;
    // The first hit is ready for Enter: a code that is known by heart is typed and entered, nothing else.
    this.show(this.text.trim() ? 0 : -1);
  }

  private key(event: KeyboardEvent): void {
    const count = this.shown.length;
    const keys: { [key: string]: () => void } = {
      ArrowDown: () => this.show(count ? (this.active + 1) % count : -1),
      ArrowUp: () => this.show(count ? (Math.max(this.active, 0) - 1 + count) % count : -1),
      Enter: () => this.add(),
      Escape: () => {
        if (!this.open) this.text = "";
        this.open = false;
        this.active = -1;
      },
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  private add(): void {
    const option = this.shown[this.active];
    if (option && (this.open || this.text.trim())) this.pick(option.value);
    else {
      this.focus();
      if (this.text.trim()) this.show(0);
    }
  }

  private pick(value: string): void {
    this.open = false;
    this.active = -1;
    this.text = "";
    this.focus();
    this.dispatchEvent(new CustomEvent("pick", { detail: { value } }));
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has("refusal") && this.refusal) this.text = this.refusal.text;
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }
}
