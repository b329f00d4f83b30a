// Why a decision is as it is: notices, the conditions met and not met, and what it rests on.
import { html, nothing } from "lit";
import type { CivilDate, Condition, Decision, Money, Notice } from "kx-modifier";
import { SEVERITY } from "./severity.js";
import { STANDING } from "./standing.js";

/** How a widget speaks. */
export interface Voice {
  text: (id: string, args?: { readonly [name: string]: string | number }) => string;
  date: (day: CivilDate) => string;
  money: (amount: Money) => string;
  /** What remains. */
  remains: (amount: Money) => string;
}

/** `check`: what is still to be decided, which is no fault of its line. */
export function noticeList(notices: readonly (Pick<Notice, "severity" | "message"> & { code?: string; check?: boolean })[], { text }: Voice) {
  return notices.length === 0
    ? nothing
    : html`
    <ul class="notices" part="notices">
      ${notices.map(({ code, severity, message, check }) => {
        const { sign, words, tone } = check ? STANDING.check : { ...SEVERITY[severity], words: SEVERITY[severity].word, tone: severity };
        return html`<li class=${tone} data-code=${code ?? nothing}><span class="badge"><span aria-hidden="true">${sign}</span> ${text(words)}</span> <span>${message}</span></li>`;
      })}
    </ul>
  `;
}

/** In which order a condition that is not met tells why KX is not needed: the eight stand in the order of their source. */
const DECIDING: readonly Condition["id"][] = ["medicare-benefits", "marked-done", "threshold-reached", "code-qualifies"];
/** What says of a line without KX that none belongs on it. */
const SETTLED: readonly Notice["code"][] = ["not-therapy", "code-not-in-effect", "billed-as-not-necessary", "kx-declined", "other-year-usage", "usage-unknown"];

/** What it comes to, in the core's words: the sentence of the chip; without one the gravest that stands against KX, or the condition that decides. */
export function conclusion({ state, tooltip, notices, conditions }: Decision): string {
  const blocking = state === "blocked" ? notices.find(({ severity }) => severity === "error") : undefined;
  const settled = SETTLED.map((code) => notices.find((notice) => notice.code === code)).find(Boolean);
  const unmet = DECIDING.map((id) => conditions.find((condition) => condition.id === id)).find((condition) => condition && !condition.met);
  return blocking?.message ?? (tooltip || (settled?.message ?? unmet?.explanation ?? ""));
}

/** Whether KX would be added by itself, and whether it is on the line, is no question once a person has decided. */
const OF_ADDING: readonly Condition["id"][] = ["auto-apply-on", "kx-absent"];

/** `isSaid`: what it comes to stands above. */
export function explanation(decision: Decision, voice: Voice, isSaid = false) {
  const { action, state, notices, basis } = decision;
  const { text, date } = voice;
  const isDecided = action === "keep" || state === "declined";
  const conditions = decision.conditions.filter(({ id }) => !isDecided || !OF_ADDING.includes(id));
  const heading = text(isDecided ? "ui.why.conditions-decided" : "ui.why.conditions");
  return html`
    ${isSaid ? nothing : html`<p class="conclusion" part="conclusion">${conclusion(decision)}</p>`}
    <p class="conditions-heading">${heading}</p>
    <ul class="conditions" part="conditions" aria-label=${heading}>
      ${conditions.map(
        ({ met, explanation }) => html`
        <li class=${met ? "met" : "unmet"}><span class="mark"><span aria-hidden="true">${met ? "✓" : "–"}</span> ${text(met ? "ui.why.met" : "ui.why.not-met")}</span> <span>${explanation}</span></li>
      `,
      )}
    </ul>
    ${noticeList(
      notices.filter(({ severity, code }) => severity === "info" && !SETTLED.includes(code)),
      voice,
    )}
    <p class="hint">${text("ui.why.rules", { rules: basis.rules, year: String(basis.year) })}${basis.asOf ? text("ui.why.as-of", { date: date(basis.asOf) }) : nothing}</p>
  `;
}
