import { css } from "lit";
import { sheet } from "../shared/sheet.js";

export const style = [
  sheet,
  css`
  .choose {
    display: grid;
    gap: 12px;
  }
  h2 {
    line-height: 1.25;
  }
  .choose h2 {
    margin-block-end: 0;
  }
  a {
    color: var(--accent);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  input[type="file"] {
    flex: 0 1 360px;
    padding: 7px 12px;
  }
  input::file-selector-button {
    margin-inline-end: 12px;
    padding: 0;
    border: 0;
    background: transparent;
    color: var(--accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .source {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .refusal {
    margin: 0;
  }
  .comparison {
    display: block;
    color: var(--quiet);
    font-size: 0.875rem;
  }
  [data-comparison="Significantly Higher"] {
    color: var(--red);
    font-weight: 600;
  }
  [data-comparison="Higher"] {
    color: var(--amber);
    font-weight: 600;
  }
  th .description {
    font-weight: 400;
  }
  .code {
    fill: var(--ink);
    font-size: 15px;
    font-weight: 600;
  }
  .share {
    fill: var(--ink);
    font-weight: 600;
  }
  .track {
    fill: var(--ground);
  }
  .own {
    fill: var(--accent);
  }
  .peer {
    fill: var(--edge);
  }
  .tick {
    stroke: var(--line);
  }
  .axis-line {
    stroke: var(--edge);
  }
  @media screen and (max-width: 639px) {
    tbody th {
      grid-column: 1 / -1;
    }
  }
  @media (max-width: 480px) {
    input[type="file"] {
      flex-basis: 100%;
    }
  }
`,
];
