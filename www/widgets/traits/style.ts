import { css } from "lit";
import { sheet } from "../shared/sheet.js";

export const style = [
  sheet,
  css`
  .field {
    margin-block-end: 12px;
  }
  .field label {
    display: block;
    margin-block-end: 4px;
    color: var(--quiet);
    font-size: var(--text-small);
  }
  textarea {
    width: 100%;
    min-height: 64px;
    padding: 8px 12px;
    border: 1px solid var(--edge);
    border-radius: var(--radius-control);
    background: var(--surface);
    color: inherit;
    font: inherit;
    resize: vertical;
  }
  fieldset {
    min-width: 0;
    margin: 0 0 16px;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius-control);
  }
  legend {
    padding: 0 8px;
    margin-inline-start: -8px;
    font-weight: 600;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .trait {
    margin-block-end: 16px;
    padding-inline-start: 16px;
    border-inline-start: 3px solid var(--accent);
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
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
    gap: 4px 8px;
  }
  .trait .actions {
    margin-inline-start: -8px;
  }
  [aria-disabled="true"] {
    opacity: 0.5;
    cursor: default;
  }
  .passing {
    margin-block-start: 8px;
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
    margin-block-start: 8px;
  }
  .evaluation {
    display: grid;
    gap: 12px;
  }
  .evaluation li {
    display: grid;
    grid-template-columns: 8rem minmax(0, 1fr);
    gap: 4px 12px;
  }
  .badge {
    color: var(--quiet);
    font-size: var(--text-small);
    font-weight: 700;
  }
  .on .badge {
    color: var(--accent);
  }
  .prompt {
    display: block;
    color: var(--quiet);
    overflow-wrap: anywhere;
  }
  .evaluation label {
    display: block;
    margin-block: 8px 4px;
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
    margin-block-start: 4px;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--line);
  }
  .written,
  .kept {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  /* A field shows on paper what has room in it. */
  @media print {
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
