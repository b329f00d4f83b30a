import { css } from "lit";
import { sheet } from "../shared/sheet.js";

export const style = [
  sheet,
  css`
  .short,
  .verdict {
    white-space: nowrap;
  }
  .verdict {
    font-weight: 600;
  }
  .correct,
  .not-applicable {
    color: var(--quiet);
    font-weight: 400;
  }
  .missing {
    color: var(--red);
  }
  .early,
  .crossing {
    color: var(--amber);
  }
  .findings {
    border: 0;
  }
  .findings td {
    padding-block-start: 0;
  }
  .grid {
    stroke: var(--line);
  }
  .ground {
    stroke: var(--edge);
  }
  .area {
    fill: var(--accent-wash);
  }
  .used {
    fill: none;
    stroke: var(--accent);
    stroke-width: 2;
  }
  .hatch-ground {
    fill: var(--surface);
  }
  .hatch {
    stroke: var(--quiet);
    stroke-width: 3;
  }
  .others {
    stroke: var(--quiet);
  }
  .all {
    fill: none;
    stroke: var(--quiet);
    stroke-width: 1.5;
    stroke-dasharray: 2 3;
  }
  .last {
    fill: var(--ink);
  }
  .reached,
  .edge {
    stroke: var(--quiet);
  }
  .edge {
    stroke-dasharray: 1 3;
  }
  .reached,
  .reached-at {
    stroke: var(--ink);
  }
  .reached-at {
    fill: var(--surface);
    stroke-width: 2;
  }
  .reached-name {
    fill: var(--ink);
    font-weight: 600;
  }
  svg text {
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 3px;
    stroke-linejoin: round;
  }
  .dollars {
    font-variant-numeric: tabular-nums;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    margin-block-start: 12px;
    font-size: 0.875rem;
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
  td .hint {
    display: block;
  }
  .threshold,
  .review {
    stroke-width: 1.5;
  }
  .threshold {
    stroke: var(--amber);
    stroke-dasharray: 8 4;
  }
  .review {
    stroke: var(--red);
    stroke-dasharray: 2 4;
  }
  .threshold-name {
    fill: var(--amber);
    font-weight: 600;
  }
  .review-name {
    fill: var(--red);
    font-weight: 600;
  }
  .narrow .threshold-name,
  .narrow .review-name {
    font-size: 11px;
  }
  @media screen and (max-width: 960px) {
    .verdict,
    .amount {
      white-space: normal;
    }
    .findings {
      display: block;
      padding-block-start: 0;
    }
  }
  @media print {
    .totals,
    .lines,
    .lines :is(.description, .badge),
    thead th {
      font-size: 0.6875rem;
    }
    .lines :is(td, th) {
      padding-block: 2px;
      padding-inline-end: 8px;
    }
    .findings li {
      padding-block: 2px;
    }
  }
`,
];
