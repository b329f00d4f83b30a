// Whose appointment or account is shown.
import { html } from "lit";
import { live } from "lit/directives/live.js";
import type { Desk } from "../desk.js";
import { samples } from "../samples.js";

export const patientChoice = (desk: Desk) => html`
  <label for="patient">Patient</label>
  <select id="patient" .value=${live(desk.sample.id)} @change=${(event: Event) => desk.choosePatient((event.target as HTMLSelectElement).value)}>
    ${samples.map(({ id, patient, situation }) => html`<option value=${id} ?selected=${id === desk.sample.id}>${patient}: ${situation}</option>`)}
  </select>
`;
