import { css } from "lit";
import { sheet } from "../shared/sheet.js";

export const style = [
  sheet,
  css`
  .field {
    margin-block-end: var(--space-3);
  }
  .field label {
    display: block;
    margin-block-end: var(--space-1);
    color: var(--quiet);
    font-size: var(--text-small);
  }
  textarea {
    width: 100%;
    min-height: 64px;
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--edge);
    border-radius: var(--radius-control);
    background: var(--surface);
    color: inherit;
    font: inherit;
    resize: vertical;
  }
  fieldset {
    min-width: 0;
    margin: 0 0 var(--space-4);
    padding: var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius-control);
  }
  legend {
    padding: 0 var(--space-2);
    margin-inline-start: -8px;
    font-weight: 600;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .trait {
    margin-block-end: var(--space-4);
    padding-inline-start: var(--space-4);
    border-inline-start: 3px solid var(--accent);
  }
  .check {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 32px;
  }
  .check input {
    width: 20px;
    height: 20px;
    margin: 2px;
    accent-color: var(--accent);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-2);
  }
  .trait .actions {
    margin-inline-start: -8px;
  }
  [aria-disabled="true"] {
    opacity: 0.5;
    cursor: default;
  }
  .passing {
    margin-block-start: var(--space-2);
    color: var(--accent);
    font-size: var(--text-small);
  }
  .passing:empty {
    margin: 0;
  }
  .passing:not(:empty)::before {
    content: "✓ " / "";
  }
  .types {
    margin-block-start: var(--space-2);
  }
  .evaluation {
    display: grid;
    gap: var(--space-3);
  }
  .evaluation li {
    display: grid;
    grid-template-columns: 8rem minmax(0, 1fr);
    gap: var(--space-1) var(--space-3);
  }
  .badge {
    color: var(--quiet);
    font-size: var(--text-small);
    font-weight: 700;
  }
  .on .badge {
    color: var(--accent);
  }
  .open .badge {
    color: var(--amber);
  }
  .prompt {
    display: block;
    color: var(--quiet);
    overflow-wrap: anywhere;
  }
  .evaluation label {
    display: block;
    margin-block: var(--space-2) var(--space-1);
    color: var(--quiet);
    font-size: var(--text-small);
  }
  .evaluation textarea {
    max-height: 50vh;
    field-sizing: content;
    line-height: 1.45;
  }
  .written {
    display: none;
  }
  .kept {
    margin-block-start: var(--space-1);
    padding-inline-start: var(--space-3);
    border-inline-start: 3px solid var(--line);
  }
  .written,
  .kept {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  /* A field shows on paper what has room in it. */
  @media print {
    /* What is written and ticked, as text beside its name. */
    .question {
      border: 0;
      padding: 0;
    }
    .trait {
      padding: 0;
      border: 0;
      break-inside: avoid;
    }
    legend {
      margin: var(--space-4) 0 var(--space-1);
      padding: 0;
    }
    fieldset {
      margin: 0;
    }
    :is(input, textarea) {
      font-weight: 600;
    }
    .field {
      display: grid;
      grid-template-columns: 11rem minmax(0, 1fr);
      align-items: baseline;
      margin-block-end: var(--space-1);
    }
    .field label {
      margin: 0;
    }
    :is(input, textarea) {
      border: 0;
      padding: 0;
      min-height: 0 !important;
      resize: none;
      field-sizing: content;
    }
    .field[data-none] > :is(input, textarea) {
      display: none;
    }
    .field[data-none]::after {
      content: attr(data-none);
    }
    .check {
      min-height: 24px;
    }
    .check input {
      appearance: none;
      width: 12px;
      height: 12px;
      border: 1px solid !important;
      border-radius: 0 !important;
      background: none;
      font-size: 10px;
      line-height: 10px;
      text-align: center;
    }
    .check :checked::before {
      content: "✓";
    }
    .evaluation textarea {
      display: none;
    }
    .written {
      display: block;
      min-height: 3rem;
    }
  }
  @media (max-width: 480px) {
    .evaluation li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`,
];
