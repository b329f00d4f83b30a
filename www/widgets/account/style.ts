import { css } from "lit";
import { sheet } from "../shared/sheet.js";

export const style = [
  sheet,
  css`
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 16px;
    margin-block-end: 16px;
  }
  .top h2 {
    margin: 0;
  }
  .whose .hint {
    margin-inline-start: 8px;
    font-variant-numeric: tabular-nums;
  }
  .notices {
    margin-block-end: 12px;
  }
  .lines,
  .lines :is(.description, .badge) {
    font-size: var(--text-small);
  }
  .lines thead th {
    position: sticky;
    inset-block-start: var(--kx-sticky-top, 0px);
    z-index: 1;
    padding-block: 8px;
    border-block-end: 1px solid var(--edge);
    background: var(--surface);
    font-size: calc(var(--text-small) * 13 / 14);
  }
  .lines tbody:first-of-type tr:first-child {
    border-block-start: 0;
  }
  .lines tbody :is(td, th) {
    padding-block: 5px;
  }
  /* What is left over of the width; the whole name is told by the title. */
  td.service {
    width: 30%;
    min-width: 8rem;
    max-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  td.service .description {
    overflow-wrap: normal;
  }
  .over {
    color: var(--red);
  }
  tfoot {
    border-block-start: 2px solid var(--edge);
  }
  tfoot :is(td, th) {
    padding-block: 8px;
    padding-inline: 0 var(--gap);
    font-weight: 600;
  }
  tbody tr:focus {
    outline: var(--focus-width) solid var(--focus);
    outline-offset: -1px;
    background: var(--accent-wash);
  }
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
    margin-block-start: 12px;
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
  /* Half a window: what was left before a line stands on the line above. */
  @media screen and (min-width: 640px) and (max-width: 1023.98px) {
    .before {
      display: none;
    }
    :is(.lines, .totals) :is(td, th) {
      padding-inline-end: 10px;
    }
    .totals,
    .totals thead th {
      font-size: calc(var(--text-small) * 13 / 14);
    }
    .totals thead th {
      white-space: normal;
    }
  }
  @media screen and (min-width: 640px) and (max-width: 819.98px) {
    .lines td.amount {
      white-space: normal;
    }
    .totals :is(td, th) {
      padding-inline-end: 6px;
    }
    .processed,
    .lines .description {
      display: none;
    }
    td.service {
      width: auto;
      min-width: 0;
      max-width: none;
    }
    .lines :is(td, th) {
      padding-inline-end: 6px;
      font-size: calc(var(--text-small) * 13 / 14);
    }
    .lines thead th {
      white-space: normal;
    }
  }
  @media screen and (max-width: 639.98px) {
    td.service {
      width: auto;
      min-width: 0;
      max-width: none;
      white-space: normal;
    }
    tfoot {
      display: block;
    }
    tfoot tr {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 8px 16px;
      padding-block: 12px;
    }
    tfoot :is(td, th) {
      padding: 0;
    }
    tfoot :is(.before, .rest, .processed) {
      display: none;
    }
    .of {
      grid-column: 1 / -1;
    }
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
    .lines thead th {
      position: static;
      font-size: 0.6875rem;
      white-space: normal;
    }
    td.service {
      width: auto;
      min-width: 0;
      max-width: none;
      white-space: normal;
    }
    tbody tr:focus {
      outline: 0;
      background: none;
    }
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
    td .hint {
      font-size: inherit;
    }
  }
`,
];
