import { css } from "lit";
import { outOfSight } from "../shared/tokens.js";
import { explanationStyle } from "../shared/explanation-style.js";

export const lineTable = [
  explanationStyle,
  css`
  :host {
    padding: var(--pad);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  h2 {
    margin-block-end: 16px;
    font-size: var(--text-large);
  }
  .empty {
    margin-block-start: 16px;
    color: var(--quiet);
  }
  table {
    width: 100%;
    margin-block-start: 24px;
    border-collapse: collapse;
  }
  th {
    padding-block: 0 8px;
    padding-inline: 0 var(--gap);
    color: var(--quiet);
    font-size: var(--text-small);
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
  }
  td {
    padding-block: var(--gap);
    padding-inline: 0 var(--gap);
    vertical-align: top;
  }
  td:last-child,
  th:last-child {
    padding-inline-end: 0;
  }
  tbody {
    border-block-start: 1px solid var(--line);
  }
  .service {
    line-height: 1.4;
  }
  .code {
    display: block;
    font-size: var(--text-code);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .description {
    display: block;
  }
  .description::first-letter {
    text-transform: uppercase;
  }
  .money input {
    text-align: end;
  }
  .hint {
    margin-block-start: 4px;
  }
  .fees {
    margin-block-start: 16px;
  }
  .units-cell {
    width: 72px;
  }
  .units-cell input {
    text-align: end;
  }
  .actions-cell {
    width: 168px;
    text-align: end;
    white-space: nowrap;
  }
  .below td {
    padding-block-start: 0;
  }
  @media (min-width: 961px) {
    tbody:last-child td {
      padding-block-end: 0;
    }
    tr:has(+ .below:not([hidden])) td {
      padding-block-end: 16px;
    }
    td .label {
      ${outOfSight}
      white-space: nowrap;
    }
  }
  /* Too narrow for columns: each line becomes a block, its fields carry their labels. */
  @media (max-width: 960px) {
    :host {
      padding: 16px;
    }
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
      padding-block: var(--gap);
    }
    tbody tr:not(.below) {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 12px 16px;
    }
    td {
      padding: 0;
    }
    .below td {
      padding-block-start: 12px;
    }
    .service,
    .kx-cell {
      grid-column: 1 / -1;
    }
    .actions-cell {
      grid-column: 1 / -1;
      margin-block-start: -8px;
      margin-inline-start: -8px;
      text-align: start;
    }
    .label {
      display: block;
      color: var(--quiet);
      font-size: var(--text-small);
    }
  }
`,
];
