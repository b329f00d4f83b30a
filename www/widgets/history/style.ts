import { css } from "lit";

export const style = css`
  section {
    container-type: inline-size;
    padding: var(--pad);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 4px 24px;
  }
  h2 {
    font-size: var(--text-code);
  }
  .whose {
    color: var(--quiet);
    font-weight: 400;
  }
  .chain {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: baseline;
  }
  .chain.whole b {
    color: var(--accent);
  }
  .chain.broken b,
  .chain.truncated b {
    color: var(--red);
  }
  .filter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    margin-block: 16px 8px;
  }
  .filter select {
    max-width: 100%;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  :is(th, td) {
    padding: 8px 12px 8px 0;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  tr {
    border-block-end: 1px solid var(--line);
  }
  thead th {
    color: var(--quiet);
    font-size: var(--text-small);
    font-weight: 400;
  }
  tbody th {
    font-weight: 600;
  }
  .when {
    font-variant-numeric: tabular-nums;
  }
  .empty {
    margin-block-start: 12px;
    color: var(--quiet);
  }
  @container (max-width: 639.98px) {
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    table,
    tbody,
    tbody tr,
    tbody :is(th, td) {
      display: block;
    }
    tbody tr {
      padding-block: 8px;
    }
    tbody :is(th, td) {
      padding: 0;
    }
    .when {
      color: var(--quiet);
      font-size: var(--text-small);
    }
  }
  @media print {
    table,
    thead th,
    td .hint {
      font-size: 8.25pt;
    }
    .filter select,
    .filter label {
      display: none;
    }
    section {
      margin-block-start: var(--space-4);
      border: 0;
      padding: 0;
    }
    tr {
      break-inside: avoid;
    }
  }
`;
