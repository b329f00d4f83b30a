import { css } from "lit";

export const style = css`
  :host {
    padding: var(--space-2) var(--pad);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-4);
    min-height: var(--control);
  }
  h2 {
    font-size: var(--text-large);
  }
  .toggle {
    margin-inline: auto calc(0px - var(--space-2));
  }
  .toggle::after {
    content: " ▾" / "";
  }
  .toggle[aria-expanded="true"]::after {
    content: " ▴" / "";
  }
  .summary,
  .status {
    font-size: var(--text-small);
    font-weight: 600;
    white-space: nowrap;
  }
  .met {
    color: var(--accent);
  }
  .status:is(.due, .unknown),
  .summary:is(.due, .unknown),
  .unattested,
  .open {
    color: var(--amber);
  }
  .unattested {
    font-size: var(--text-small);
    font-weight: 600;
  }
  .missing,
  .error {
    color: var(--red);
  }
  .warning {
    color: var(--amber);
  }
  .status.quiet {
    color: var(--quiet);
  }
  .status.done {
    color: var(--accent);
  }
  .urgent {
    font-weight: 600;
  }
  .due-left {
    font-weight: 600;
  }
  .due-left.quiet {
    font-weight: 400;
  }
  .when .due-left {
    display: block;
    font-size: var(--text-small);
  }
  .clocks {
    padding-block: var(--gap);
    border-block-start: 1px solid var(--line);
  }
  .clocks h3 {
    font-size: var(--text);
    margin-block-end: var(--space-2);
  }
  .summary.none {
    color: var(--quiet);
    font-weight: 400;
    white-space: normal;
  }
  :is(.facts, .urgent) {
    display: flex;
    flex-wrap: wrap;
    gap: 0 24px;
    padding-block-end: var(--space-2);
    color: var(--quiet);
    font-size: var(--text-small);
  }
  #body {
    padding-block: var(--space-2) var(--space-4);
  }
  #body li {
    display: grid;
    grid-template-columns: 112px minmax(0, 1fr) fit-content(53%);
    align-items: baseline;
    gap: 0 var(--space-4);
    padding-block: var(--space-1);
    border-block-start: 1px solid var(--line);
    line-height: 1.45;
  }
  .text .plain {
    min-height: 24px;
    font-size: var(--text-small);
    font-weight: 400;
  }
  .text > p:first-child {
    display: inline;
  }
  .extra .text {
    grid-column: 2;
  }
  /* The last of several stands below the one of every other item. */
  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--space-1) var(--space-4);
  }
  .answers > * {
    width: 204px;
  }
  .label,
  .attest label {
    display: block;
    color: var(--quiet);
    font-size: var(--text-small);
  }
  .typed > span {
    display: block;
    max-width: 184px;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  .choices {
    display: flex;
    width: fit-content;
    border: 1px solid var(--edge);
    border-radius: var(--radius-control);
    overflow: clip;
    overflow-clip-margin: 6px;
  }
  .choices label {
    position: relative;
    display: grid;
    min-height: calc(var(--control) - 2px);
    cursor: pointer;
  }
  .choices label + label {
    border-inline-start: 1px solid var(--edge);
  }
  [data-lock="readonly"] .choices {
    border-color: transparent;
  }
  [data-lock="readonly"] .choices label {
    border: 0;
  }
  [data-lock="readonly"] .choices label:not(:has(:checked)) {
    display: none;
  }
  .choices input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    min-height: 0;
    margin: 0;
    padding: 0;
    opacity: 0;
    cursor: pointer;
  }
  .choices span {
    display: grid;
    align-items: center;
    padding-inline: 14px;
    border-radius: calc(var(--radius-control) - 2px);
    white-space: nowrap;
  }
  .choices :checked + span {
    background: var(--accent-wash);
    color: var(--accent);
    font-weight: 600;
  }
  .choices .no :checked + span {
    background: var(--amber-wash);
    color: var(--amber);
  }
  /* Nobody has chosen anything. */
  .choices .unknown :checked + span {
    background: var(--ground);
    color: var(--quiet);
    font-weight: 400;
  }
  .note {
    margin-block-start: var(--space-1);
    color: var(--amber);
    font-size: var(--text-small);
  }
  .choices :focus-visible + span {
    outline: var(--focus-width) solid var(--focus);
    outline-offset: calc(0px - var(--focus-width));
  }
  .attest {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
    padding-block-start: var(--space-4);
    border-block-start: 1px solid var(--line);
  }
  .statement {
    flex-basis: 100%;
  }
  .dialog {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    flex-basis: 100%;
    padding: var(--space-4);
    border: 2px solid var(--amber);
    border-radius: var(--radius-control);
  }
  .dialog p {
    flex-basis: 100%;
    font-weight: 600;
  }
  .dialog ul {
    flex-basis: 100%;
    display: grid;
    gap: var(--space-1);
    padding-block-end: var(--space-2);
  }
  #body .dialog li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    padding: 0;
    border: 0;
  }
  .dialog b {
    flex: 0 0 112px;
    white-space: nowrap;
    font-size: var(--text-small);
  }
  .dialog li > span {
    flex: 1 1 160px;
    min-width: 0;
  }
  .by {
    flex: 0 1 280px;
    min-width: 0;
  }
  button:disabled {
    border-color: var(--line);
    color: var(--quiet);
    cursor: default;
  }
  @media (max-width: 639px) {
    #body li {
      grid-template-columns: minmax(0, 1fr);
    }
    .answers {
      justify-content: start;
    }
    .extra .text {
      grid-column: auto;
    }
  }
  @media (max-width: 480px) {
    :host {
      padding: var(--space-2) var(--space-4);
    }
    .by {
      flex-basis: 100%;
    }
    .choices span {
      padding-inline: 10px;
    }
  }
  @media print {
    .choices {
      border: 0;
    }
    .choices input,
    .choices label:not(:has(:checked)),
    .attest:has(input) {
      display: none;
    }
    .choices label {
      min-height: 0;
      border: 0 !important;
    }
    .choices span {
      padding: 0;
    }
    #body button {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .choices :checked + span {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
