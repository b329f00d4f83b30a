// The question whether KX belongs on the line, put to a clinician: what it shows is what its host records.
import { html, nothing } from "lit";
import type { Decision } from "kx-modifier";
import type { AttestationCover } from "../shared/events.js";
import type { Voice } from "../shared/explanation.js";
import { floats } from "../shared/floating.js";
import type { Attestation } from "../shared/model.js";

export interface Given {
  by: string;
  covers: AttestationCover;
}

/** `answer` gets who attests and for what. Of several codes the answer covers the visit, or more. */
export function attestationDialog(
  codes: readonly string[],
  { tooltip, documentation }: Decision,
  { by, plan }: Attestation,
  { text, date }: Voice,
  nameless: boolean,
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
  const planText =
    plan &&
    (plan.until === null
      ? text("ui.attest.plan", { discipline: plan.discipline })
      : text("ui.attest.plan-until", { discipline: plan.discipline, date: date(plan.until) }));
  const choice = (covers: AttestationCover, words: string, checked: boolean) => html`
    <label class="choice"><input type="radio" name="covers" value=${covers} ?checked=${checked} /><span>${words}</span></label>
  `;
  return html`
    <div class="dialog floating attest" popover=${floats()} part="dialog" role="dialog" aria-labelledby="question" aria-describedby="shown" @keydown=${leave}>
      <p id="question">${text("ui.attest.question", { code: codes.join(", ") })}</p>
      <p id="shown">${tooltip}</p>
      <p>${text("ui.documentation.statement")}${documentation && !documentation.ready ? html` <b>${documentation.summary}.</b>` : nothing}</p>
      <form class="attesting" novalidate @submit=${submitted}>
        <label for="by">${text("ui.attest.by")}</label>
        <input id="by" name="by" type="text" part="field" autocomplete="off" maxlength="200" .value=${by} aria-invalid=${nameless ? "true" : "false"} aria-describedby=${nameless ? "nameless" : nothing} />
        ${nameless ? html`<p class="refusal" id="nameless" role="alert"><span aria-hidden="true">✕ </span>${text("ui.attest.nameless")}</p>` : nothing}
        <fieldset>
          <legend>${text("ui.attest.covers")}</legend>
          ${codes.length > 1 ? nothing : choice("line", text("ui.attest.line"), true)} ${choice("visit", text("ui.attest.visit"), codes.length > 1)} ${planText ? choice("plan", planText, false) : nothing}
        </fieldset>
        <div class="answers">
          <button type="submit" class="add" part="button">${text("ui.attest.answer")}</button>
          <button type="button" class="plain" part="button" @click=${close}>${text("ui.attest.cancel")}</button>
        </div>
      </form>
    </div>
  `;
}
