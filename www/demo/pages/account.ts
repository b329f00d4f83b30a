// The account page.
import { html } from "lit";
import type { Desk } from "../desk.js";
import { patientChoice } from "./patient.js";

export function account(desk: Desk) {
  const { lines, totals } = desk.account;
  return html`
    <section class="visit" aria-label="Account">
      <div class="patient">${patientChoice(desk)} <button type="button" @click=${() => window.print()}>Print</button></div>
    </section>
    <kx-account .lines=${lines} .totals=${totals}></kx-account>
  `;
}
