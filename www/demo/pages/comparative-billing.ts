// The page of comparative billing.
import { html } from "lit";
import { SAMPLE_PEERS } from "../comparison.js";
import type { Desk } from "../desk.js";

export const comparativeBilling = (desk: Desk) => html`
  <kx-comparative-billing .rows=${desk.comparison.rows} .source=${desk.comparison.source} .sample=${SAMPLE_PEERS} .refusal=${desk.comparison.refusal}></kx-comparative-billing>
`;
