// Lists that stand in more than one place of a file.
import { html, nothing } from "lit";
import type { Notice } from "kx-modifier";
import { SEVERITY } from "../shared/severity.js";

export const notices = (list: readonly Notice[]) => list.length === 0 ? nothing : html`
  <ul class="notices">
    ${list.map(({ severity, message }) => html`
      <li class=${severity}><span class="badge"><span aria-hidden="true">${SEVERITY[severity].sign}</span> ${SEVERITY[severity].word}</span> <span>${message}</span></li>
    `)}
  </ul>
`;

export const changes = (said: readonly string[]) => (said.length === 0 ? nothing : html`<ul class="changes">${said.map((sentence) => html`<li>${sentence}</li>`)}</ul>`);

/** A list for people ends somewhere; the rest is counted. */
export const MOST = 50;
export const more = (count: number) => (count <= MOST ? nothing : html`<p class="hint">and ${count - MOST} more</p>`);
