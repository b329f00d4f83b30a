// The list of claims in columns: each reason in a row of its own, its next step on demand.
import { css } from "lit";
import { queueTable } from "../shared/queue-table.js";
import { sheet } from "../shared/sheet.js";

export const style = [
  sheet,
  queueTable,
  css`
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    justify-content: space-between;
    margin-block-end: var(--space-3);
  }
  h2 {
    margin-block-end: 0;
  }
  tbody :is(td, th) {
    padding-block: var(--space-1);
    padding-inline-end: var(--space-3);
    line-height: 20px;
  }
  .open {
    line-height: 20px;
  }
  thead th {
    padding-block-end: var(--space-1);
    white-space: nowrap;
  }
  :is(thead, tbody) .pick {
    width: 24px;
    padding-inline-end: var(--space-4);
  }
  .who .hint,
  .visit .hint,
  .step .hint {
    display: block;
    font-weight: 400;
  }
  .visit,
  .due {
    white-space: nowrap;
  }
  /* What the other columns leave over. */
  td.step {
    width: 100%;
  }
  .why {
    padding-block-start: 0;
  }
  thead .due {
    font-weight: 600;
    line-height: 24px;
    white-space: nowrap !important;
  }
  .left {
    white-space: nowrap;
  }
  :is(.left, .name) {
    font-weight: 600;
  }
  .due .hint {
    display: block;
    white-space: normal;
  }
  /* Nothing is selected where nothing can be done with it. */
  [data-lock="readonly"] .pick > * {
    visibility: hidden;
  }
  .answered :is(.item, .badge, .message) {
    color: var(--quiet);
  }
  button.note {
    min-height: 24px;
    margin: 0;
  }
  .released {
    overflow-wrap: anywhere;
  }
  .word {
    display: grid;
    grid-template-columns: minmax(11rem, 1fr) minmax(11rem, 1.5fr) auto;
    align-items: start;
    gap: 8px 16px;
    margin-block: 4px 8px;
    padding: 12px;
    border: 1px solid var(--accent);
    border-radius: var(--radius-control);
    background: var(--accent-wash);
  }
  .word > :is(.about, .then, .hint) {
    grid-column: 1 / -1;
  }
  .then {
    font-size: var(--text-small);
    line-height: 1.5;
  }
  .said label {
    display: block;
    margin-block-end: 2px;
    color: var(--quiet);
    font-size: var(--text-small);
  }
  .said input {
    width: 100%;
    min-height: min(36px, var(--control));
  }
  .said .refusal {
    margin-block-start: 4px;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    /* Beside the fields, below their labels. */
    padding-block-start: calc(var(--text-small) * 1.5);
  }
  .acts button {
    min-height: min(36px, var(--control));
  }
  /* They keep their widths when a word is asked for. */
  @media screen and (min-width: 1024px) {
    .left,
    thead .expected {
      text-align: end;
      font-variant-numeric: tabular-nums;
    }
    thead .expected button {
      margin-inline: 0 calc(0px - var(--space-2));
    }
    td.left,
    thead .expected {
      padding-inline-end: calc(2 * var(--space-3));
    }
    .therapist {
      min-width: 7.5rem;
    }
    .due {
      min-width: 7.5rem;
    }
    .do {
      min-width: 4.5rem;
    }
  }
`,
];
