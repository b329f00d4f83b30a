// What was read: figures, tables and notices.
import { css } from "lit";
import { outOfSight } from "../shared/tokens.js";

export const readStyle = css`
  table {
    width: 100%;
    margin-block-start: 4px;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th {
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
  }
  thead th {
    padding: 0 16px 4px 0;
    color: var(--quiet);
    font-size: 0.875rem;
  }
  tbody :is(td, th) {
    padding: 8px 16px 8px 0;
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
      gap: 8px 16px;
      padding-block: 12px;
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
      font-size: 0.875rem;
    }
    .findings::before {
      content: none !important;
    }
  }
  @media (max-width: 480px) {
  }
`;
