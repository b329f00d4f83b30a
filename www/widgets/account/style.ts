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
    gap: var(--space-1) var(--space-4);
    margin-block-end: var(--space-4);
  }
  .top h2 {
    margin: 0;
  }
  .on-paper {
    display: none;
  }
  .whose .hint {
    margin-inline-start: var(--space-2);
    font-variant-numeric: tabular-nums;
  }
  .notices {
    margin-block-end: var(--space-3);
  }
  .which {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    margin-block-end: var(--space-3);
  }
  .which button {
    min-height: 32px;
    border-radius: var(--radius-pill);
    font-size: var(--text-small);
    font-weight: 400;
  }
  .which [aria-pressed="true"] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .lines,
  .lines :is(.description, .badge) {
    font-size: var(--text-small);
  }
  .lines thead th {
    position: sticky;
    inset-block-start: var(--kx-sticky-top, 0px);
    z-index: 1;
    padding-block: var(--space-2);
    border-block-end: 1px solid var(--edge);
    background: var(--surface);
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
    padding-block: var(--space-2);
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
  .review-at {
    fill: var(--surface);
    stroke: var(--red);
    stroke-width: 2;
  }
  .reached-name {
    fill: var(--ink);
    font-weight: 600;
  }
  svg text {
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 5px;
    stroke-linejoin: round;
  }
  .dollars {
    font-variant-numeric: tabular-nums;
  }
  .legend {
    margin-block-start: var(--space-3);
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
  /* Half a window: what was left before a line stands on the line above. */
  @media screen and (min-width: 640px) and (max-width: 1023.98px) {
    .before {
      display: none;
    }
    :is(.lines, .totals) :is(td, th) {
      padding-inline-end: 10px;
    }
    .totals {
      font-size: var(--text-small);
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
    }
    .lines thead th {
      white-space: normal;
    }
  }
  /* In one hand two lines an item: what was billed and its amount, what remains and the verdict. */
  @media screen and (max-width: 639.98px) {
    .lines tbody tr:not(.findings) {
      grid-template-columns: auto auto minmax(0, 1fr) auto;
      gap: 0 var(--space-2);
      padding-block: var(--space-2);
    }
    .lines tbody td {
      padding-block: 0;
      line-height: 20px;
    }
    .lines tbody td[data-label]::before {
      content: none;
    }
    .lines tbody[data-month]::before {
      content: attr(data-month);
      display: block;
      padding-block: var(--space-3) var(--space-1);
      font-weight: 600;
    }
    .lines tbody[data-month] tr:first-child {
      border-block-start: 0;
    }
    .lines .description,
    .lines .before,
    .lines .processed:not(.pending) {
      display: none;
    }
    td.service {
      grid-area: 1 / 1;
      width: auto;
      min-width: 0;
      max-width: none;
    }
    td.modifiers {
      grid-area: 1 / 2;
    }
    td.date {
      grid-area: 1 / 3;
      color: var(--quiet);
    }
    td.date::before {
      content: "· " / "" !important;
      display: inline !important;
    }
    .lines tbody .amount,
    .lines tbody .verdict {
      grid-column: 4;
      text-align: end;
    }
    .lines tbody .after {
      grid-area: 2 / 1 / auto / 4;
      text-align: start;
    }
    /* Without a head above it the amount says what it is; it is heard with its head. */
    .lines .after[data-to] {
      font-size: 0;
    }
    .lines tbody .after[data-to]::before {
      content: attr(data-from) / "";
      display: inline-block;
      margin-inline-end: 2ch;
      color: var(--ink);
      font-size: var(--text-small);
      font-weight: 400;
    }
    .lines tbody .after.was-over[data-to]::before {
      color: var(--red);
    }
    .after[data-to]::after {
      content: attr(data-to) / "";
      display: inline-block;
      font-size: var(--text-small);
    }
    .lines tbody .verdict {
      grid-row: 2;
    }
    .lines tbody :is(.bucket, .pending) {
      grid-column: 1 / -1;
      grid-row: 3;
      color: var(--quiet);
    }
    .lines tbody .pending {
      text-align: end;
    }
    tfoot {
      display: block;
    }
    tfoot tr {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--space-2) var(--space-4);
      padding-block: var(--space-3);
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
    .lines tbody .findings {
      display: block;
      padding-block-start: 0;
    }
  }
  @media print {
    section:has(.lines) {
      break-inside: auto;
    }
    :host {
      gap: var(--space-4);
    }
    .top,
    h2 {
      margin-block-end: var(--space-2);
      break-after: avoid;
    }
    h2 + .hint {
      margin-block-start: 0;
    }
    .which,
    .top .whose {
      display: none;
    }
    h2 .on-paper {
      display: inline;
    }
    /* Whose lines these are, on each sheet. */
    tr.on-paper {
      display: table-row;
    }
    /* Said once, at the end, and not as a sum of each sheet. */
    .lines tfoot {
      display: table-row-group;
    }
    .lines tbody {
      break-inside: avoid;
    }
    /* No total without some of what it adds up. */
    .lines :is(tbody:nth-last-of-type(-n + 4), tfoot) tr {
      break-before: avoid;
    }
    .lines tfoot :is(td, th) {
      padding-inline-end: var(--space-2) !important;
    }
    .lines thead th {
      position: static;
      white-space: normal;
    }
    /* As wide as its text, which stands on one line; the service has what is left over. */
    .lines col {
      width: 1px;
    }
    .lines col.name {
      width: auto;
    }
    .lines col.said {
      width: 14.5%;
    }
    td.service {
      min-width: 0;
      max-width: none;
      white-space: normal;
    }
    td.service .description {
      overflow-wrap: anywhere;
    }
    tbody tr:focus {
      outline: 0;
      background: none;
    }
    .totals,
    thead th {
      font-size: 8.25pt;
    }
    .lines,
    .lines :is(.description, .badge, thead th) {
      font-size: 8pt;
    }
    .totals tbody :is(td, th),
    .lines :is(tbody, tfoot) :is(td, th) {
      padding-block: 3px;
    }
    .lines :is(td, th) {
      padding-inline-end: var(--space-2);
    }
    .lines :is(.service, .modifiers, th.short) {
      padding-inline-end: 6px;
    }
    .lines .amount + :not(.amount) {
      padding-inline-start: 2px;
    }
    .lines .findings td {
      padding-block-start: 0;
    }
    .lines :is(.date, .processed) {
      padding-inline-end: 10px;
      white-space: nowrap;
    }
    /* Words of another size or weight stand on one line with the rest of their row. */
    tbody :is(td, th) {
      vertical-align: baseline;
    }
    .lines td.verdict {
      white-space: normal;
    }
    .lines td.verdict > span {
      display: block;
    }
    /* On one line, unless it is longer than most. */
    .lines td.verdict > span:first-child {
      width: max-content;
      max-width: 94px;
    }
    .findings .notices {
      margin: 0;
    }
    .findings li {
      padding: 0 0 2px;
    }
    .findings .badge {
      width: 6.75rem;
      white-space: nowrap;
    }
    td .hint {
      font-size: inherit;
    }
  }
`,
];
