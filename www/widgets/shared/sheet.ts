// Sections, tables and findings of the pages that are read and printed.
import { css } from "lit";
import { outOfSight } from "./tokens.js";

export const sheet = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--pad);
  }
  section {
    min-width: 0;
    padding: var(--pad);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  h2 {
    margin-block-end: var(--space-4);
    font-size: var(--text-large);
  }
  h2 + .hint {
    margin-block: calc(0px - var(--space-3)) var(--space-4);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th {
    font-weight: 400;
    text-align: start;
  }
  thead th {
    padding-block: 0 var(--space-2);
    padding-inline: 0 var(--gap);
    color: var(--quiet);
    font-size: var(--text-small);
    line-height: 1.25;
    vertical-align: bottom;
    white-space: normal !important;
  }
  tbody td,
  tbody th {
    padding-block: var(--space-2);
    padding-inline: 0 var(--gap);
    vertical-align: top;
    line-height: 1.4;
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
    white-space: nowrap;
  }
  .amount + :not(.amount) {
    padding-inline-start: var(--space-4);
  }
  .description {
    color: var(--quiet);
    font-size: var(--text-small);
    overflow-wrap: anywhere;
  }
  .empty {
    color: var(--quiet);
  }
  /* A picture runs from January to December in every script. */
  svg {
    direction: ltr;
    display: block;
    width: 100%;
    height: auto;
    overflow: visible;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    font-size: var(--text-small);
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .swatch {
    flex: none;
    width: 28px;
    height: 14px;
  }
  text {
    fill: var(--quiet);
    font-size: 13px;
  }
  /* Half a window: still a table, closer together. */
  @media screen and (min-width: 640px) and (max-width: 959.98px) {
    :is(td, th):not(:last-child) {
      padding-inline-end: 8px;
    }
    table {
      font-size: var(--text-small);
    }
  }
  @media screen and (max-width: 639.98px) {
    section {
      padding: var(--space-4);
    }
    thead {
      ${outOfSight}
    }
    table,
    tbody {
      display: block;
    }
    tbody td,
    tbody th {
      display: block;
      padding: 0;
    }
    tbody tr {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--space-2) var(--space-4);
      padding-block: var(--space-3);
    }
    .amount + :not(.amount) {
      padding-inline-start: 0;
    }
    .amount {
      text-align: start;
    }
    td[data-label]::before {
      content: attr(data-label) / "";
      display: block;
      color: var(--quiet);
      font-size: var(--text-small);
      font-weight: 400;
    }
  }
  @media print {
    section {
      padding: 0;
      border: 0;
    }
    tr,
    svg {
      break-inside: avoid;
    }
    thead {
      display: table-header-group;
    }
    button,
    .choose {
      display: none !important;
    }
  }
`;
