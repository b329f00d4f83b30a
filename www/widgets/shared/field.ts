// Fields with their labels and, where a text was refused, what to type. What is no amount or no whole number is told at once and goes to
// nobody; the rest is the host's to take or to refuse.
import { html, nothing, type TemplateResult } from "lit";
import type { CivilDate } from "kx-modifier";
import { amountIn, readAmount } from "./amounts.js";
import { FormElement, type Fault } from "./form.js";
import type { Refusal } from "./model.js";
import { refusalText, refusedWords, type Kind } from "./refusal.js";
import { controlled, onTyped, type TextField } from "./typing.js";

export interface Field {
  id: string;
  kind: Exclude<Kind, "code" | "name" | "file" | "peers" | "patient">;
  label: string;
  /** Says more than the label where the same label stands on every line. */
  name?: string;
  /** What counts. */
  value: string;
  /** What was typed and is asked about, before it counts. */
  asked?: string | null;
  refusal: Refusal | null | undefined;
  placeholder?: string;
  /** What counts where there is no value. */
  otherwise?: string;
  /** Id of what else there is to say about it. */
  described?: string | undefined;
  /** The last day that can be meant: that of something that has happened. */
  latest?: CivilDate | undefined;
  /** Whether the host took it. An amount comes as exact text. */
  typed: (text: string) => boolean;
  /** What was asked about is no longer what stands in the field: something else was typed there, and refused. */
  replaced?: () => void;
}

/** A text that this element refused, and what the property said then. */
interface Own extends Refusal {
  code: string;
  value: string;
}

const MODES: { readonly [kind: string]: string } = { amount: "decimal", units: "numeric", days: "numeric" };

/** A widget with fields. */
export abstract class FieldElement extends FormElement {
  private readonly own = new Map<string, Own>();
  /** What the fields say now, by their ids. */
  private readonly faults = new Map<string, string>();

  constructor() {
    super();
    this.addController({ hostUpdate: () => this.faults.clear() });
  }

  /** Puts away what was typed and refused, for a host that shows another patient in the same element. */
  override forget(): void {
    this.own.clear();
    super.forget();
  }

  protected override findFault(): Fault | null {
    for (const [id, message] of this.faults) return { message, anchor: this.byId(id) };
    return null;
  }

  protected field(field: Field): TemplateResult {
    return html`${this.input(field)}${this.refused(field)}`;
  }

  /** Without what was refused, which stands elsewhere. */
  protected input(field: Field): TemplateResult {
    const { id, kind, label, name, placeholder = "", described } = field;
    const value = field.asked ?? field.value;
    const refusal = this.refusalOf(field);
    const say = onTyped((text, input) => this.take(field, text, input));
    const about = [refusal ? `${id}-refusal` : "", described ?? ""].filter(Boolean).join(" ");
    return html`
      <label for=${id} class="label" part="label">${label}${name ? html`<span class="unseen"> ${name}</span>` : nothing}</label>
      <span class=${kind === "amount" ? "money" : ""}>
        <input
          part="field"
          id=${id}
          type=${kind === "date" ? "date" : "text"}
          autocomplete="off"
          autocapitalize=${kind === "modifiers" ? "characters" : "off"}
          spellcheck="false"
          inputmode=${MODES[kind] ?? nothing}
          placeholder=${placeholder}
          .value=${controlled(refusal?.text ?? this.written(kind, value))}
          aria-invalid=${refusal ? "true" : "false"}
          aria-describedby=${about || nothing}
          @input=${say}
          @change=${say}
          @keydown=${say}
          @blur=${say}
        />
      </span>
    `;
  }

  /** `name`: where it does not stand beside its field. */
  protected refused(field: Field, name = "") {
    const refusal = this.refusalOf(field);
    const words = refusal ? refusedWords(field.kind, refusal, this.voice.text, this.locale, field.latest && this.date(field.latest)) : null;
    if (words !== null) this.faults.set(field.id, words);
    return refusalText(words, `${field.id}-refusal`, { name, aloud: this.own.has(field.id) });
  }

  /** What counts in place of what was refused; nothing is said where nothing does. */
  protected still({ kind, value, otherwise = "" }: Field) {
    const counts = value || otherwise;
    if (counts === "") return nothing;
    return html`<p class="hint">${this.text("ui.refused.still", { value: kind === "amount" ? this.money(counts) : counts })}</p>`;
  }

  protected refusalOf({ id, value, asked = null, refusal }: Field): Refusal | undefined {
    const own = this.own.get(id);
    if (own?.value === value) return own;
    // The host has said something else since.
    this.own.delete(id);
    // Of what is asked about the host has not heard: its refusal is of an earlier text.
    return asked === null ? (refusal ?? undefined) : undefined;
  }

  private take(field: Field, text: string, input: TextField): string | null {
    const { id, kind, value, typed, replaced } = field;
    const read = this.read(field, text, input);
    if ("code" in read) {
      replaced?.();
      if (this.own.get(id)?.text !== text) this.requestUpdate();
      this.own.set(id, { text, code: read.code, value });
      return null;
    }
    if (this.own.delete(id)) this.requestUpdate();
    if (typed(read.value)) return this.written(kind, read.value);
    // What stood there before, as long as its words stand below.
    return this.refusalOf(field)?.text ?? this.written(kind, value);
  }

  private read({ kind, latest }: Field, text: string, { validity }: TextField): { value: string } | { code: string } {
    const typed = text.trim();
    if (validity.badInput) return { code: "date-invalid" };
    if (latest && typed > latest) return { code: "date-late" };
    if (kind === "amount") return readAmount(this.locale, text);
    if (
      (kind === "units" && typed === "") ||
      (typed !== "" && ((kind === "units" && !/^0*[1-9]\d*$/.test(typed)) || (kind === "days" && !/^\d+$/.test(typed))))
    )
      return { code: "unknown-value" };
    return { value: kind === "modifiers" ? text : typed };
  }

  private written(kind: Kind, value: string): string {
    return kind === "amount" ? amountIn(this.locale, value) : value;
  }
}
