// The question whether KX belongs on the line, put to a clinician: what it shows of the line is what its host records.
import { html, nothing } from "lit";
import type { Decision } from "kx-modifier";
import type { AttestationCover } from "../shared/events.js";
import type { Voice } from "../shared/explanation.js";
import { floats } from "../shared/floating.js";
import type { Attestation } from "../shared/model.js";
import { askAllTheSame } from "../shared/record.js";

export interface Given {
  by: string;
  covers: AttestationCover;
}

/** A line that the question is about, and what the core says of KX on it. */
export interface Asked {
  id: string;
  code: string;
  decision: Decision;
}

/** `answer` gets who attests and for what: of several lines "line" is each of them. `isOn`: KX is on the line. `given`: the answer
 *  that is asked about once more, since the record is incomplete. */
export function attestationDialog(
  lines: readonly Asked[],
  { by, plan }: Attestation,
  { text, date }: Voice,
  { nameless, isOn, given }: { nameless: boolean; isOn: boolean; given: Given | null },
  answer: (given: Given) => void,
  close: () => void,
) {
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
  const submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    answer({ by: String(form.get("by")).trim(), covers: String(form.get("covers")) as AttestationCover });
  };
  const open = openRecord(lines);
  if (given && open)
    return html`
      <div class="dialog floating attest" popover=${floats()} part="dialog" role="alertdialog" aria-labelledby="ask" aria-describedby="open" @keydown=${leave}>
        ${askAllTheSame(open, text)}
        <div class="answers">
          <button type="button" class="add" part="button" @click=${close}>${text("ui.documentation.go-back")}</button>
          <button type="button" class="plain" part="button" @click=${() => answer(given)}>${text("ui.documentation.attest-anyway")}</button>
        </div>
      </div>
    `;
  const choice = (covers: AttestationCover, words: string, checked: boolean) => html`
    <label class="choice"><input type="radio" name="covers" value=${covers} ?checked=${checked} /><span>${words}</span></label>
  `;
  const planText = ({ discipline, until }: NonNullable<Attestation["plan"]>): string =>
    until === null ? text("ui.attest.plan", { discipline }) : text("ui.attest.plan-until", { discipline, date: date(until) });
  // An incomplete record speaks for no later visit.
  const ofPlan = plan && (open ? html`<p>${text("ui.attest.plan-incomplete")}</p>` : choice("plan", planText(plan), false));
  return html`
    <div class="dialog floating attest" popover=${floats()} part="dialog" role="dialog" aria-labelledby="question" aria-describedby="shown" @keydown=${leave}>
      <p id="question">${text("ui.attest.question", { code: lines.map(({ code }) => code).join(", ") })}</p>
      <div id="shown">${said(lines, isOn, text)}</div>
      <form class="attesting" novalidate @submit=${submitted}>
        <label for="by">${text("ui.attest.by")}</label>
        <input id="by" name="by" type="text" part="field" autocomplete="off" maxlength="200" .value=${by} aria-invalid=${nameless ? "true" : "false"} aria-describedby=${nameless ? "nameless" : nothing} />
        ${nameless ? html`<p class="refusal" id="nameless" role="alert"><span aria-hidden="true">✕ </span>${text("ui.attest.nameless")}</p>` : nothing}
        <fieldset>
          <legend>${text("ui.attest.covers")}</legend>
          ${choice("line", text(lines.length > 1 ? "ui.attest.lines" : "ui.attest.line"), true)} ${choice("visit", text("ui.attest.visit"), false)} ${ofPlan}
        </fieldset>
        <div class="answers">
          <button type="submit" class="add" part="button">${text(isOn ? "ui.attest.attest" : "ui.attest.answer")}</button>
          <button type="button" class="plain" part="button" @click=${close}>${text("ui.attest.cancel")}</button>
        </div>
      </form>
    </div>
  `;
}

/** The record of the lines that has something open, where one has. */
export const openRecord = (lines: readonly Pick<Asked, "decision">[]): Decision["documentation"] =>
  lines.map(({ decision }) => decision.documentation).find((record) => record?.ready === false) ?? null;

/** What goes on record with the answer: the sentence of each line, and its notices by their codes. Where KX is on the line its sentence says
 *  how far the record is. */
function said(lines: readonly Asked[], isOn: boolean, text: Voice["text"]) {
  const tooltips = lines.map(({ code, decision }) => html`<p>${lines.length > 1 ? html`<b>${code}</b>: ` : nothing}${decision.tooltip}</p>`);
  const isSaid = (code: string): boolean => code === "attestation-missing" || (isOn && code === "documentation-incomplete");
  const messages = new Set(lines.flatMap(({ decision }) => decision.notices.filter(({ code }) => !isSaid(code)).map(({ message }) => message)));
  return html`
    ${tooltips} ${[...messages].map((message) => html`<p><span aria-hidden="true">!</span> ${message}</p>`)}
    <p>${text("ui.attest.statement")}</p>
  `;
}
