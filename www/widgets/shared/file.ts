// A file that is chosen by a button in the reader's language: the browser's own speaks the browser's.
import { css, html, nothing } from "lit";
import type { Voice } from "./explanation.js";
import { outOfSight } from "./tokens.js";

/** `label`: what the file is. */
export const fileChoice = (label: string, { text }: Voice, chosen: () => void, refused = false) => html`
  <span id="file-name" class="file-name">${label}</span>
  <span class="file-button"><input id="file" type="file" accept=".json,application/json" aria-labelledby="file-name file-choose" aria-invalid=${refused ? "true" : "false"} aria-describedby=${refused ? "refusal" : nothing} @change=${chosen} /><label id="file-choose" for="file">${text("ui.import.choose")}</label></span>
`;

export const fileStyle = css`
  .file-button input {
    ${outOfSight}
    min-height: 0;
    padding: 0;
  }
  .file-button {
    position: relative;
  }
  .file-button label {
    display: grid;
    align-content: center;
    min-height: var(--control);
    padding-inline: var(--space-3);
    border: 1px solid var(--edge);
    border-radius: var(--radius-control);
    background: var(--surface);
    font-weight: 600;
    cursor: pointer;
  }
  .file-button label:hover {
    background: var(--accent-wash);
  }
  .file-button :focus-visible + label {
    outline: var(--focus-width) solid var(--focus);
    outline-offset: var(--focus-offset);
  }
  .file-button [aria-invalid="true"] + label {
    border-color: var(--red);
  }
  [data-lock="readonly"] :is(.file-button, .file-name) {
    display: none;
  }
  [data-lock="disabled"] .file-button label {
    opacity: 0.6;
    cursor: auto;
  }
`;
