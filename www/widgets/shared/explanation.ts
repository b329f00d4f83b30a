// Why a decision is as it is: notices, the conditions met and not met, and what it rests on.
import { html, nothing } from "lit";
import type { CivilDate, Decision, Money, Notice } from "kx-modifier";
import { SEVERITY } from "./severity.js";

/** How a widget speaks. */
export interface Voice {
  text: (id: string, args?: { readonly [name: string]: string | number }) => string;
  date: (day: CivilDate) => string;
  money: (amount: Money) => string;
  /** What remains. */
  remains: (amount: Money) => string;
}

export function noticeList(notices: readonly Pick<Notice, "severity" | "message">[], { text }: Voice) {
  return notices.length === 0
    ? nothing
    : html`
    <ul class="notices" part="notices">
      ${notices.map(
        ({ severity, message }) => html`
        <li class=${severity}><span class="badge"><span aria-hidden="true">${SEVERITY[severity].sign}</span> ${text(SEVERITY[severity].word)}</span> <span>${message}</span></li>
      `,
      )}
    </ul>
  `;
}

export function explanation({ conditions, notices, basis }: Decision, voice: Voice) {
  const { text, date } = voice;
  return html`
    <ul class="conditions" part="conditions">
      ${conditions.map(
        ({ met, explanation }) => html`
        <li class=${met ? "met" : "unmet"}><span class="mark"><span aria-hidden="true">${met ? "✓" : "✕"}</span> ${text(met ? "ui.why.met" : "ui.why.not-met")}</span> <span>${explanation}</span></li>
      `,
      )}
    </ul>
    ${noticeList(
      notices.filter(({ severity }) => severity === "info"),
      voice,
    )}
    <p class="hint">${text("ui.why.rules", { rules: basis.rules, year: String(basis.year) })}${basis.asOf ? text("ui.why.as-of", { date: date(basis.asOf) }) : nothing}</p>
  `;
}
