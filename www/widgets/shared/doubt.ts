// An amount that is hardly meant is asked about before it counts.
import { html } from "lit";
import type { Money } from "kx-modifier";
import { dollarsIn } from "./amounts.js";
import type { Voice } from "./explanation.js";

export const DOUBT = "doubt";

export const doubtText = (amount: Money, threshold: Money, { text, money }: Voice, locale: string): string =>
  text("ui.doubt.question", { amount: money(amount), threshold: dollarsIn(locale, threshold, money) });

/** `counts`: what belongs into the field. `id`: where several may be asked about. */
export const doubt = (
  amount: Money,
  threshold: Money,
  voice: Voice,
  locale: string,
  keep: () => void,
  change: () => void,
  { counts = "", id = DOUBT } = {},
) => html`
  <div class="doubt" part="question" role="group" aria-labelledby=${id}>
    <p id=${id} role="alert">${doubtText(amount, threshold, voice, locale)} ${counts}</p>
    <button type="button" part="button" @click=${keep}>${voice.text("ui.doubt.keep")}</button>
    <button type="button" part="button" @click=${change}>${voice.text("ui.doubt.change")}</button>
  </div>
`;
