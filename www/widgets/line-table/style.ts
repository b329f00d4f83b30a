import { css } from "lit";
import { outOfSight } from "../shared/tokens.js";
import { explanationStyle } from "../shared/explanation-style.js";

/** Rows as a grid, for a width that has no room for all columns side by side; which has which place is the table's to say. */
export const gridRows = css`
  table,
  thead,
  tbody,
  .below,
  td,
  .below td {
    display: block;
    width: auto;
  }
  tr:not(.below) {
    display: grid;
    column-gap: 8px;
  }
  tbody tr:not(.below) {
    padding-block: calc(var(--gap) / 3);
  }
  tr:not(.below) > :is(td, th),
  .below td:first-child {
    width: auto;
    padding-inline: 0;
  }
  tr:not(.below) > td {
    padding-block: 0;
  }
  .kx-cell {
    padding-block-start: 4px;
  }
  thead,
  tbody {
    padding-inline-start: 8px;
  }
  .service-head,
  .service,
  .intervention-head {
    grid-area: service;
  }
  .done-head,
  .done-cell {
    grid-area: done;
  }
  .modifiers-head,
  .modifiers-cell {
    grid-area: modifiers;
  }
  .units-head,
  .units-cell {
    grid-area: units;
  }
  .allowed-head,
  .allowed-cell {
    grid-area: allowed;
  }
  .kx-head,
  .kx-cell {
    grid-area: kx;
  }
  .actions-head,
  .actions-cell {
    grid-area: actions;
  }
`;

export const lineTable = [
  explanationStyle,
  css`
  /* How it lies goes by its own width: an EHR lives in half a window, and a host may give it a third. */
  :host {
    container-type: inline-size;
    --modifiers: 124px;
    --units: 60px;
    --allowed: 92px;
    --actions: 112px;
    --kx: 322px;
    padding: var(--pad);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 24px;
  }
  h2 {
    min-width: 7.5rem;
    font-size: var(--text-large);
    line-height: var(--control);
  }
  .search {
    flex: 1 1 18rem;
    min-width: 0;
  }
  .search::part(label) {
    margin-block-end: 3px;
    color: var(--quiet);
    font-size: calc(var(--text-small) * 13 / 14);
    font-weight: 400;
  }
  .empty {
    margin-block-start: 12px;
    color: var(--quiet);
  }
  /* The mark of a line that is on hold lies in the padding, so that no column moves for it. */
  table {
    width: calc(100% + 11px);
    margin-block-start: 12px;
    margin-inline-start: -11px;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th {
    padding-block: 0 4px;
    padding-inline: 0 8px;
    color: var(--quiet);
    font-size: calc(var(--text-small) * 13 / 14);
    font-weight: 400;
    line-height: 1.25;
    text-align: start;
    vertical-align: bottom;
  }
  /* Two rows of text in each: what is typed or pressed, and what there is to say of it. */
  td {
    padding-block: calc(var(--gap) / 3);
    padding-inline: 0 8px;
    vertical-align: top;
  }
  tbody {
    border-block-start: 1px solid var(--line);
  }
  thead,
  tbody {
    border-inline-start: 3px solid transparent;
  }
  tbody.waits {
    border-inline-start-color: var(--amber);
  }
  :is(th, td):first-child {
    padding-inline-start: 8px;
  }
  .code {
    display: block;
    font-weight: 700;
    font-size: calc(var(--text) * 1.0625);
    line-height: var(--control);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .held {
    flex: none;
    margin-inline-start: 4px;
    padding: 2px 8px;
    border-radius: var(--radius-pill);
    background: var(--amber-wash);
    color: var(--amber);
    font-size: calc(var(--text-small) * 6 / 7);
    font-weight: 700;
    line-height: 1;
    vertical-align: 1px;
    white-space: nowrap;
  }
  .description {
    display: block;
    overflow: hidden;
    color: var(--quiet);
    font-size: calc(var(--text-small) * 13 / 14);
    line-height: 16px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .description::first-letter {
    text-transform: uppercase;
  }
  td input:not([type="checkbox"]) {
    padding-inline: 6px;
  }
  .money input,
  .units-cell input {
    text-align: end;
  }
  td > .hint {
    font-size: calc(var(--text-small) * 13 / 14);
    line-height: 16px;
    white-space: nowrap;
  }
  .fees,
  .common {
    margin-block-start: 12px;
  }
  .modifiers-cell,
  .modifiers-head {
    width: var(--modifiers);
  }
  .units-cell,
  .units-head {
    width: var(--units);
  }
  .allowed-cell,
  .allowed-head {
    width: var(--allowed);
  }
  .kx-cell,
  .kx-head {
    width: var(--kx);
  }
  .actions-cell,
  .actions-head {
    width: var(--actions);
  }
  .actions-cell {
    padding-inline-end: 0;
    text-align: end;
    white-space: nowrap;
  }
  .actions-cell button {
    padding-inline: 4px;
  }
  .remove {
    min-width: 28px;
  }
  .kx-cell,
  .actions-cell {
    font-size: var(--text-small);
  }
  .kx-cell > * {
    gap: 4px;
  }
  .below td {
    padding-block: 0 8px;
    padding-inline-end: 0;
  }
  .below :is(.notices, .refusal):first-child {
    margin-block-start: 4px;
  }
  .below .notices {
    gap: 4px;
  }
  .below .notices li {
    padding-block: 4px;
  }
  /* The line has its tone already. */
  .below td > .notices .warning {
    padding: 0;
    background: none;
  }
  @container (min-width: 520px) {
    td .label {
      ${outOfSight}
      white-space: nowrap;
    }
  }
  @container (min-width: 1000px) {
    table {
      --modifiers: 128px;
      --units: 68px;
      --allowed: 116px;
      --actions: 128px;
      --kx: 424px;
    }
  }
  @container (max-width: 999.98px) {
    .held .word {
      ${outOfSight}
    }
    .kx-cell {
      --chip-pad: 5px;
    }
    .why::after {
      content: none;
    }
  }
  /* Too narrow for a table: each line becomes a block, its fields carry their labels. */
  @container (max-width: 519.98px) {
    thead {
      ${outOfSight}
    }
    table,
    tbody,
    tr,
    td {
      display: block;
      width: auto;
    }
    tbody {
      padding-block: 8px 12px;
      padding-inline-start: 8px;
    }
    tbody tr:not(.below) {
      display: grid;
      grid-template-columns: repeat(12, minmax(0, 1fr));
      gap: 4px 8px;
    }
    td:nth-child(n) {
      width: auto;
      padding: 0;
    }
    td > .hint {
      white-space: normal;
    }
    .description {
      white-space: normal;
    }
    .below td:first-child {
      padding-block-start: 8px;
    }
    .service {
      grid-column: 1 / 8;
    }
    .actions-cell {
      grid-area: 1 / 8 / 2 / 13;
    }
    .modifiers-cell {
      grid-column: span 5;
    }
    .units-cell {
      grid-column: span 3;
    }
    .allowed-cell {
      grid-column: span 4;
    }
    .kx-cell {
      grid-column: 1 / -1;
      padding-block-start: 4px;
    }
    .label {
      display: block;
      color: var(--quiet);
      font-size: calc(var(--text-small) * 13 / 14);
      white-space: nowrap;
    }
  }
  @container (max-width: 319.98px) {
    .modifiers-cell {
      grid-column: span 8;
    }
    .units-cell {
      grid-column: span 4;
    }
    .allowed-cell {
      grid-column: span 8;
    }
  }
  @media print {
    .search,
    .actions-cell,
    .actions-head,
    .held {
      display: none;
    }
    ::placeholder {
      color: transparent;
    }
  }
`,
];
