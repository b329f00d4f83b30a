import { html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { send } from "../shared/events.js";
import { float, floats } from "../shared/floating.js";
import { InputElement } from "../shared/input.js";
import type { Refusal } from "../shared/model.js";
import { refusalText, refusedWords } from "../shared/refusal.js";
import { controls, tokens } from "../shared/tokens.js";
import { always } from "../shared/typing.js";
import { meant, ranked, type Option } from "./ranking.js";
import { style } from "./style.js";

export type { Option };

/**
 * A search field with a list, after the ARIA pattern "editable combobox with list autocomplete".
 *
 * @element kx-combobox
 * @fires {CustomEvent<{ value: string }>} kx-picked - Something was chosen; where that is cancelled, what was typed stays
 * @csspart label - The label of the field
 * @csspart field - The field
 * @csspart list - The list
 * @csspart option - One choice
 * @csspart button - The button beside the field
 * @csspart refusal - What to type in place of what was refused
 */
export class KxCombobox extends InputElement {
  static override readonly widget = "combobox";
  static override styles = [tokens, controls, style];

  /** What the field is called. */
  @property() label = "";
  /** What stands in the empty field. */
  @property() placeholder = "";
  /** What there is to choose from. */
  @property({ attribute: false }) options: readonly Option[] = [];
  /** Text for which the list has nothing may be picked as well. */
  @property({ type: Boolean }) free = false;
  /** Why the last choice is refused. Its text comes back into the field, unless somebody is typing there again. */
  @property({ attribute: false, hasChanged: always }) refusal: Refusal | null | undefined = null;

  @state() private typedText = "";
  @state() private open = false;
  @state() private active = -1;
  /** Enter was pressed where several options are meant and none was chosen. */
  @state() private undecided = false;

  /** Since the last choice. */
  private isTyping = false;
  /** The last choice was canceled, and what was typed for it stands here still. */
  private isWaiting = false;

  @query("input") private input!: HTMLInputElement;
  @query("ul") private list!: HTMLElement | null;

  private get shown(): Option[] {
    const found = ranked(this.options, this.typedText);
    const typed = this.typedText.trim();
    return this.free && typed && found.length === 0 ? [{ value: typed, detail: this.text("ui.combobox.as-typed") }] : found;
  }

  /** Puts the focus into the field. */
  override focus(): void {
    this.input.focus();
  }

  /** Puts away what was typed, for a host that shows another patient in the same element. */
  forget(): void {
    this.close();
    this.typedText = "";
    this.isTyping = this.isWaiting = false;
  }

  /** @internal A choice that was canceled has come after all. */
  settle(): void {
    if (this.isWaiting) this.forget();
  }

  protected override render() {
    const shown = this.open ? this.shown : [];
    const expanded = this.open && shown.length > 0;
    return html`
      <div class="top">
        <label for="search" part="label">${this.label}</label>
        <span id="several" class="several" role="status">${this.undecided ? this.text("ui.combobox.several", { text: this.typedText.trim() }) : nothing}</span>
      </div>
      ${this.lockNote()}
      <div class="row">
        <div class="box">
          <input
            id="search"
            part="field"
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck="false"
            placeholder=${this.placeholder}
            aria-autocomplete="list"
            aria-expanded=${expanded ? "true" : "false"}
            aria-controls="list"
            aria-activedescendant=${expanded && this.active >= 0 ? `option-${this.active}` : nothing}
            aria-invalid=${this.isRefused ? "true" : "false"}
            aria-describedby=${this.isRefused ? "refusal" : this.undecided ? "several" : nothing}
            .value=${this.typedText}
            @input=${this.typed}
            @keydown=${this.key}
            @click=${() => this.show()}
            @blur=${this.left}
          />
          <ul id="list" popover=${floats()} part="list" role="listbox" aria-label=${this.label} ?hidden=${!expanded}>
            ${shown.map((option, index) => this.option(option, index))}
          </ul>
        </div>
        <button type="button" part="button" @click=${this.add}>${this.text("ui.combobox.add")}</button>
      </div>
      ${refusalText(this.isRefused && this.refusal ? refusedWords("code", this.refusal, this.voice.text, this.locale) : null, "refusal")}
      ${this.open && this.typedText.trim() && shown.length === 0 ? html`<p class="hint">${this.text("ui.combobox.nothing")}</p>` : nothing}
    `;
  }

  /** Whether what was refused stands in the field: one that was emptied has nothing to correct.
   *  @internal */
  get isRefused(): boolean {
    return this.refusal != null && !(this.isTyping && this.typedText.trim() === "");
  }

  private option({ value, detail }: Option, index: number) {
    return html`
      <li
        id="option-${index}"
        part="option"
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
    if (this.locked) return;
    this.open = true;
    this.active = active;
  }

  private typed(): void {
    this.typedText = this.input.value;
    this.isTyping = true;
    this.isWaiting = this.undecided = false;
    // Ready for Enter: a code that is known by heart is typed and entered, nothing else. One that is half typed is nobody's choice.
    this.show(meant(this.shown, this.typedText));
  }

  private key(event: KeyboardEvent): void {
    const count = this.shown.length;
    const keys: { [key: string]: () => void } = {
      ArrowDown: () => this.show(count ? (this.active + 1) % count : -1),
      ArrowUp: () => this.show(count ? (Math.max(this.active, 0) - 1 + count) % count : -1),
      Enter: () => this.add(),
      Escape: () => {
        if (!this.open) this.typedText = "";
        this.close();
      },
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  private add(): void {
    const { shown, typedText } = this;
    const option = shown[this.active] ?? shown[meant(shown, typedText)];
    if (option && (this.open || typedText.trim())) {
      this.pick(option.value);
      return;
    }
    this.focus();
    if (!typedText.trim()) return;
    this.show(-1);
    this.undecided = shown.length > 1;
  }

  private close(): void {
    this.open = this.undecided = false;
    this.active = -1;
  }

  private left(): void {
    this.open = this.undecided = false;
  }

  private pick(value: string): void {
    this.focus();
    this.isWaiting = !send(this, "kx-picked", { value });
    // Canceled or not, it was chosen: an open list would cover what the host has to say of it.
    if (this.isWaiting) this.close();
    else this.forget();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("refusal") && this.refusal && !this.isTyping) this.typedText = this.refusal.text;
  }

  protected override updated(): void {
    float(this.list, this.list?.hidden === false);
    // Nothing is scrolled where nothing is laid out.
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: "nearest" });
  }
}
