import { css } from "lit";
import { sheet } from "../shared/sheet.js";

export const style = [
  sheet,
  css`
  [data-lock="readonly"] .row :is(label, input) {
    display: none;
  }
  .choose {
    display: grid;
    gap: var(--space-3);
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
    gap: var(--space-2) var(--space-3);
  }
  input[type="file"] {
    flex: 0 1 360px;
    padding: 7px var(--space-3);
  }
  input::file-selector-button {
    margin-inline-end: var(--space-3);
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
    font-size: var(--text-small);
  }
  .refusal {
    margin: 0;
  }
  .comparison {
    display: block;
    color: var(--quiet);
    font-size: var(--text-small);
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
  .code,
  .above {
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 6px;
  }
  .share {
    fill: var(--ink);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .own {
    fill: var(--accent);
  }
  .peer {
    fill: var(--edge);
  }
  .other {
    fill: url("#peer-other");
    stroke: var(--edge);
  }
  .third {
    fill: var(--surface);
    stroke: var(--edge);
  }
  .hatch-ground {
    fill: var(--surface);
  }
  .hatch {
    stroke: var(--edge);
    stroke-width: 4;
  }
  .verdict {
    fill: var(--quiet);
  }
  tspan[data-comparison="Significantly Higher"] {
    fill: var(--red);
  }
  tspan[data-comparison="Higher"] {
    fill: var(--amber);
  }
  .tick {
    stroke: var(--line);
  }
  .axis-line {
    stroke: var(--edge);
  }
  .tick-name {
    fill: var(--ink);
    font-variant-numeric: tabular-nums;
  }
  .legend {
    margin-block: 4px 12px;
  }
  @media screen and (max-width: 639.98px) {
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
