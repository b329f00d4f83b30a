import { css } from "lit";

export const lineTable = css`
  :host {
    padding: 24px;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--surface);
  }
  h2 {
    margin-block-end: 16px;
    font-size: 1.25rem;
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
    padding: 0 16px 8px 0;
    color: var(--quiet);
    font-size: 0.875rem;
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
  }
  td {
    padding: 16px 16px 16px 0;
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
    font-size: 1.125rem;
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
  .why::after {
    content: " ▾" / "";
  }
  .why[aria-expanded="true"]::after {
    content: " ▴" / "";
  }
  .below td {
    padding-block-start: 0;
  }
  .notices,
  .conditions {
    display: grid;
    gap: 8px;
  }
  .notices li,
  .conditions li {
    display: flex;
    align-items: baseline;
    gap: 12px;
    line-height: 1.45;
  }
  .notices li {
    padding: 8px 12px;
    border-radius: 8px;
  }
  .notices .error {
    background: var(--red-wash);
  }
  .notices .warning {
    background: var(--amber-wash);
  }
  .notices .info {
    background: var(--accent-wash);
  }
  .badge,
  .mark {
    flex: none;
    font-size: 0.875rem;
    font-weight: 700;
  }
  .error .badge {
    color: var(--red);
  }
  .warning .badge {
    color: var(--amber);
  }
  .info .badge {
    color: var(--accent);
  }
  .mark {
    width: 96px;
  }
  .met .mark {
    color: var(--accent);
  }
  .unmet .mark {
    color: var(--red);
  }
  .explanation {
    display: grid;
    gap: 16px;
    padding: 16px;
    border-radius: 8px;
    background: var(--ground);
  }
  .notices + .explanation {
    margin-block-start: 8px;
  }
  @media (min-width: 961px) {
    tbody:last-child td {
      padding-block-end: 0;
    }
    tr:has(+ .below:not([hidden])) td {
      padding-block-end: 16px;
    }
    td .label {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
  /* Too narrow for columns: each line becomes a block, its fields carry their labels. */
  @media (max-width: 960px) {
    :host {
      padding: 16px;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    table,
    tbody,
    tr,
    td {
      display: block;
      width: auto;
    }
    tbody {
      padding-block: 16px;
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
      font-size: 0.875rem;
    }
    .notices li,
    .conditions li {
      flex-wrap: wrap;
      gap: 0 12px;
    }
  }
`;
