import { css } from "lit";
import { sheet } from "../shared/sheet.js";

export const style = [
  sheet,
  css`
  .choose {
    display: grid;
    gap: var(--space-3);
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
  .summary {
    margin-block-end: var(--space-1);
    font-weight: 600;
  }
  .summary:empty {
    display: none;
  }
  #table {
    margin-block-start: var(--space-3);
  }
  /* Paper has both. */
  @media screen {
    .folded {
      display: none;
    }
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
    white-space: normal;
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
  .on-paper {
    display: none;
  }
  @media print {
    section {
      break-inside: auto;
    }
    .on-paper {
      display: block;
      width: 100%;
    }
    /* Said on the screen by what the file is chosen with. */
    p.on-paper {
      margin-block: 0;
    }
    p.on-paper::before {
      content: attr(data-text);
    }
    .summary {
      margin-block: 0 var(--space-1);
    }
    table :is(th, td) {
      padding-block: 2px !important;
    }
    .on-screen {
      display: none;
    }
    .other {
      fill: url("#peer-other-on-paper");
    }
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
    margin-block: var(--space-1) var(--space-3);
  }
  @media screen and (max-width: 639.98px) {
    tbody th {
      grid-column: 1 / -1;
    }
  }
`,
];
