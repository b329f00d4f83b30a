// The appointment screen around its widgets.
import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { ServiceType } from "kx-modifier";
import { day } from "../../widgets/shared/format.js";
import type { Settings } from "../appointment.js";
import type { Desk } from "../desk.js";
import { FEES_SOURCE } from "../fees.js";
import { interventions } from "../interventions.js";
import { patientChoice } from "./patient.js";

const SERVICE_TYPES: readonly ServiceType[] = ["PT/SLP", "OT"];

export function appointment(desk: Desk) {
  return html`
    ${visit(desk)} ${thresholds(desk)} ${files(desk)}
    <section class="preference" aria-label="Preference">
      <kx-auto-apply .on=${desk.settings.autoApplyKx} .message=${desk.message}></kx-auto-apply>
      ${documentationSetting(desk)}
    </section>
    ${documentation(desk)}
    <kx-treatment .codes=${desk.codes} .lines=${desk.lines("treatment")} .feesSource=${FEES_SOURCE} .refusal=${desk.refusals.get("code") ?? null}></kx-treatment>
    <kx-flowsheet .interventions=${interventions} .lines=${desk.lines("flowsheet")} .feesSource=${FEES_SOURCE}></kx-flowsheet>
    ${unresolved(desk.answer.unresolved)}
  `;
}

function visit(desk: Desk) {
  const { sample } = desk;
  return html`
    <section class="visit" aria-label="Visit">
      <div class="patient">
        ${patientChoice(desk)}
        <button type="button" @click=${() => desk.startOver()}>Start over</button>
      </div>
      <dl>
        ${fact("Coverage", sample.coverage.name)}
        ${fact("Date of visit", day(sample.date))}
        ${fact("Rendering provider", `${sample.provider.name}, ${sample.provider.discipline}`)}
        ${fact("Appointment type", sample.appointmentType)}
      </dl>
    </section>
  `;
}

const fact = (term: string, value: string) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;

// By patient: what is half typed about one of them is nothing about the next.
const documentation = (desk: Desk) => keyed(desk.sample.id, html`
  <kx-documentation .checklist=${desk.answer.checklist} .record=${desk.visit.documentation} .date=${desk.sample.date} .refusals=${desk.refusedBelow("documentation")}></kx-documentation>
`);

const DOCUMENTATION: { [P in Settings["documentation"]]: string } = { warn: "Warn", require: "Require", ignore: "Ignore" };

function documentationSetting(desk: Desk) {
  const { documentation } = desk.settings;
  const choose = (event: Event) => void desk.set({ documentation: (event.target as HTMLSelectElement).value as Settings["documentation"] });
  return html`
    <div class="setting">
      <label for="documentation">Incomplete documentation</label>
      <select id="documentation" @change=${choose}>
        ${Object.entries(DOCUMENTATION).map(([value, words]) => html`<option value=${value} ?selected=${value === documentation}>${words}</option>`)}
      </select>
    </div>
  `;
}

function files(desk: Desk) {
  const { files, accepted, samples } = desk.files;
  const { patient, memberId } = desk.sample;
  return html`<kx-import .files=${files} .accepted=${accepted} .samples=${samples} .patient=${patient} .memberId=${memberId}></kx-import>`;
}

function thresholds({ answer, sample, visit, refusals, checks, usage }: Desk) {
  const both = answer.benefits?.met ? answer.thresholds : null;
  return html`
    <section class="thresholds" aria-labelledby="thresholds">
      <h2 id="thresholds">Medicare thresholds</h2>
      <p class="benefits">${answer.benefits?.explanation}</p>
      ${both && html`
        <div class="buckets">
          ${SERVICE_TYPES.map((serviceType) => html`
            <kx-threshold
              data-bucket=${serviceType}
              .display=${both[serviceType]}
              .asOf=${usage.asOf ?? sample.asOf}
              .otherUsed=${usage.otherUsed?.[serviceType] ?? visit.otherUsed[serviceType] ?? ""}
              .projection=${answer.projections[serviceType]}
              .refusal=${refusals.get(`other ${serviceType}`)}
            >
              ${keyed(sample.id, html`
                <kx-eligibility
                  .serviceType=${serviceType}
                  .day=${sample.asOf}
                  .check=${checks.get(serviceType) ?? null}
                  .accepted=${visit.checked[serviceType]?.asOf ?? null}
                ></kx-eligibility>
              `)}
            </kx-threshold>
          `)}
        </div>
      `}
    </section>
  `;
}

function unresolved(count: number) {
  if (count === 0) return nothing;
  const lines = count === 1 ? "1 line waits" : `${count} lines wait`;
  return html`<p class="unresolved"><span aria-hidden="true">?</span> ${lines} for an answer before the claim goes out</p>`;
}
