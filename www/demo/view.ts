// The page around the widgets.
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { versions, type ServiceType } from "kx-modifier";
import { day } from "../widgets/shared/format.js";
import type { Desk } from "./desk.js";
import { interventions } from "./interventions.js";
import { samples } from "./samples.js";

const SERVICE_TYPES: readonly ServiceType[] = ["PT/SLP", "OT"];

export function page(desk: Desk) {
  return html`
    <header>
      <h1>Appointment</h1>
      <p>Medicare KX modifier, sample data</p>
    </header>
    <main>
      ${visit(desk)} ${thresholds(desk)}
      <section class="preference" aria-label="Preference">
        <kx-auto-apply .on=${desk.autoApplyKx} .message=${desk.message}></kx-auto-apply>
      </section>
      <kx-treatment .codes=${desk.codes} .lines=${desk.lines("treatment")} .refusal=${desk.refusals.get("code") ?? null}></kx-treatment>
      <kx-flowsheet .interventions=${interventions} .lines=${desk.lines("flowsheet")}></kx-flowsheet>
      ${unresolved(desk.answer.unresolved)}
    </main>
    ${footer(desk)}
  `;
}

function visit(desk: Desk) {
  const { sample } = desk;
  return html`
    <section class="visit" aria-label="Visit">
      <div class="patient">
        <label for="patient">Patient</label>
        <select id="patient" .value=${live(sample.id)} @change=${(event: Event) => desk.choosePatient((event.target as HTMLSelectElement).value)}>
          ${samples.map(({ id, patient, situation }) => html`<option value=${id} ?selected=${id === sample.id}>${patient}: ${situation}</option>`)}
        </select>
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

function thresholds({ answer, sample, visit, refusals }: Desk) {
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
              .asOf=${sample.asOf}
              .otherUsed=${visit.otherUsed[serviceType] ?? ""}
              .refusal=${refusals.get(`other ${serviceType}`)}
            ></kx-threshold>
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

function footer({ stored }: Desk) {
  const { package: version, revision, rules } = versions();
  const where = { yes: "What you enter is kept in this browser.", no: "This browser keeps nothing: a reload starts over.", pending: "What you enter is kept in this browser." }[stored];
  return html`
    <footer>
      <p>This is no legal or billing advice. Nothing is sent anywhere. <span data-stored=${stored}>${where}</span></p>
      <p>kx-modifier ${version} (${revision}), rules ${rules}</p>
    </footer>
  `;
}
