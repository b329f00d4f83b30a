// A text field with its label and, where the core refused the text, what is wrong and what to do.
import { html, nothing, type TemplateResult } from "lit";
import type { Refusal } from "./model.js";
import { onTyped } from "./typing.js";

interface Field {
  id: string;
  label: string;
  /** Says more than the label where the same label stands on every line. */
  name?: string;
  value: string;
  refusal: Refusal | undefined;
  money?: boolean;
  /** A whole number. */
  whole?: boolean;
  placeholder?: string;
  /** Whether the host took it. */
  typed: (text: string) => boolean;
}

export function field({ id, label, name, value, refusal, money = false, whole = false, placeholder = "", typed }: Field): TemplateResult {
  const shown = refusal?.text ?? value;
  const say = onTyped(shown, typed);
  return html`
    <label for=${id} class="label" part="label">${label}${name ? html`<span class="unseen"> ${name}</span>` : nothing}</label>
    <span class=${money ? "money" : ""}>
      <input
        part="field"
        id=${id}
        type="text"
        autocomplete="off"
        autocapitalize=${money || whole ? "off" : "characters"}
        spellcheck="false"
        inputmode=${money ? "decimal" : whole ? "numeric" : "text"}
        placeholder=${placeholder}
        .value=${shown}
        aria-invalid=${refusal ? "true" : "false"}
        aria-describedby=${refusal ? `${id}-refusal` : nothing}
        @input=${say}
        @change=${say}
        @keydown=${say}
      />
    </span>
    ${refusalText(refusal, `${id}-refusal`)}
  `;
}

export const refusalText = (refusal: Refusal | undefined | null, id: string) =>
  refusal ? html`<p class="refusal" part="refusal" id=${id}><b><span aria-hidden="true">✕ </span>${refusal.message}</b>; ${refusal.help}</p>` : nothing;
