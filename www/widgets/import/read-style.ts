// What was read: figures, tables and notices.
import { css } from "lit";
import { outOfSight } from "../shared/tokens.js";

export const readStyle = css`
  table {
    width: 100%;
    margin-block-start: var(--space-1);
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th {
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
  }
  thead th {
    padding: 0 var(--space-4) var(--space-1) 0;
    color: var(--quiet);
    font-size: var(--text-small);
  }
  tbody :is(td, th) {
    padding: var(--space-2) var(--space-4) var(--space-2) 0;
    vertical-align: top;
    line-height: 1.45;
    white-space: nowrap;
  }
  tbody td:last-child {
    white-space: normal;
  }
  tbody th {
    font-weight: 600;
  }
  tbody tr {
    border-block-start: 1px solid var(--line);
  }
  :is(td, th):last-child {
    padding-inline-end: 0;
  }
  .amount {
    text-align: end;
  }
  .claim {
    overflow-wrap: anywhere;
  }
  .message {
    display: block;
    white-space: normal;
  }
  @media (max-width: 639px) {
    thead {
      ${outOfSight}
    }
    table,
    tbody {
      display: block;
    }
    tbody tr {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--space-2) var(--space-4);
      padding-block: var(--space-3);
    }
    tbody tr > :is(td, th) {
      display: block;
      padding: 0;
      text-align: start;
      white-space: normal;
    }
    tbody th {
      order: -1;
    }
    tbody tr > :is(th, .findings, :has(.message)) {
      grid-column: 1 / -1;
    }
    .amount {
      text-align: start;
    }
    td[data-label]::before {
      content: attr(data-label) / "";
      display: block;
      color: var(--quiet);
      font-size: var(--text-small);
    }
    .findings::before {
      content: none !important;
    }
  }
  @media (max-width: 480px) {
  }
`;
