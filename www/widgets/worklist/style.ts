import { css } from "lit";
import { sheet } from "../shared/sheet.js";

export const style = [
  sheet,
  css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .kind {
    min-height: 32px;
    border-radius: var(--radius-pill);
    font-weight: 400;
  }
  .kind[aria-pressed="true"] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .fields {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-width: fit-content;
  }
  .fields label {
    color: var(--quiet);
    font-size: var(--text-small);
  }
  .fields input[type="search"] {
    width: 12rem;
  }
  .count {
    margin-block: 16px 8px;
  }
  thead button.plain {
    min-height: 24px;
    margin-inline-start: -8px;
    color: var(--quiet);
    font-weight: 400;
    white-space: nowrap;
  }
  .sign {
    display: inline-block;
    width: 1em;
    font-size: 0.625rem;
  }
  .open {
    min-height: 24px;
    margin-inline-start: -8px;
    text-align: start;
  }
  .left {
    white-space: nowrap;
  }
  .left span {
    display: block;
  }
  .left :is(.reached, .medical-review) b {
    color: var(--red);
  }
  .left .near b {
    color: var(--amber);
  }
  .steps ul {
    display: grid;
    gap: 8px;
  }
  .steps li {
    display: grid;
    grid-template-columns: 9rem minmax(0, 1fr);
    gap: 4px 12px;
  }
  .badge {
    font-size: var(--text-small);
    font-weight: 700;
    color: var(--accent);
  }
  .warning .badge {
    color: var(--amber);
  }
  .error .badge {
    color: var(--red);
  }
  .next {
    display: block;
    color: var(--quiet);
    font-size: var(--text-small);
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 16px;
  }
  @media screen and (max-width: 960px) {
    tbody tr {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 480px) {
    .fields {
      display: grid;
      width: 100%;
      gap: 4px;
    }
    .fields :is(input[type="search"], select) {
      width: 100%;
    }
    .steps li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    .filters {
      display: none;
    }
    th button.plain {
      display: inline !important;
      padding: 0;
      color: inherit;
    }
  }
`,
];
