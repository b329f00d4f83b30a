// A queue as a table: a row or more for each, whose own cells stand beside all that waits.
import { css } from "lit";
import { outOfSight } from "./tokens.js";

export const queueTable = css`
  table {
    font-size: var(--text-small);
  }
  .sign {
    display: inline-block;
    width: 1em;
    font-size: 0.625rem;
  }
  /* Over figures the heading ends where they do, and its sign stands behind that. */
  thead :is(.used, .expected) .sign {
    margin-inline-end: -14px;
  }
  tbody tr {
    border-block-start: 0;
  }
  tbody {
    border-block-start: 1px solid var(--line);
  }
  tbody tr:not(:first-child) :is(.step, .due, .do) {
    border-block-start: 1px dotted var(--line);
  }
  /* What gets the focus is covered neither by the bar nor by the heads. */
  tbody :is(button, input) {
    scroll-margin-block-start: calc(var(--kx-sticky-top, 0px) + var(--bar, 0px) + 48px);
  }
  .selected {
    background: var(--accent-wash);
  }
  thead button.plain {
    min-height: 24px;
    margin-inline-start: calc(0px - var(--space-2));
    color: var(--quiet);
    font-weight: 600;
    white-space: nowrap;
  }
  .open,
  .item {
    min-height: 24px;
    margin-inline-start: calc(0px - var(--space-2));
    text-align: start;
  }
  .do button {
    min-height: 24px;
    margin-inline-end: calc(0px - var(--space-2));
  }
  .box {
    display: grid;
    place-items: center;
    width: 24px;
    height: 24px;
    cursor: pointer;
  }
  .all {
    ${outOfSight}
  }
  .box input {
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--accent);
  }
  .open {
    white-space: nowrap;
  }
  /* An id or a range of days goes to the next line before it is broken. */
  .whole {
    display: inline-block;
    max-width: 100%;
  }
  .open:hover,
  .item:hover {
    text-decoration: underline;
  }
  .item {
    color: var(--accent);
  }
  .warning .item {
    color: var(--amber);
  }
  .error .item,
  .error .badge {
    color: var(--red);
  }
  .badge {
    font-weight: 700;
  }
  .do {
    text-align: end;
    white-space: nowrap;
  }
  /* What shows the rest stands before the text, whose lines begin below each other. */
  td.step {
    position: relative;
    padding-inline-start: calc(24px + var(--space-1));
    line-height: 20px;
  }
  .step .unfold {
    position: absolute;
    inset-block-start: var(--space-1);
    inset-inline-start: 0;
    min-width: 24px;
    min-height: 24px;
    margin: 0;
    padding: 0;
  }
  .step .item {
    margin: 0;
    padding-inline: 0;
    border-inline: 0;
    line-height: 20px;
    white-space: normal;
  }
  .next {
    color: var(--quiet);
  }
  .step .next {
    display: block;
    line-height: 1.4;
  }
  @media screen {
    .step:not(.unfolded) .next,
    .again {
      display: none !important;
    }
  }
`;

/** After the queue's own columns: in half a window, in one hand, and on paper. */
export const queueNarrow = css`
  @media screen and (max-width: 1023.98px) {
    tbody tr {
      display: contents;
    }
    thead .urgency {
      ${outOfSight}
    }
    :is(.step, .why) {
      grid-column: 2 / 6;
      width: auto;
    }
    .due {
      grid-column: 6;
    }
    .do {
      grid-column: 7;
    }
    td[data-label]::before {
      content: none;
    }
  }
  @media screen and (max-width: 639.98px) {
    thead th:not(.pick) {
      display: none;
    }
    thead .pick,
    thead .box {
      width: auto;
    }
    .all {
      grid-area: 1 / 2;
      position: static;
      width: auto;
      height: auto;
      clip-path: none;
    }
    .bar:has(.selection) {
      position: static;
    }
    .fields :is(input, select) {
      padding-inline: var(--space-2);
      font-size: var(--text-small);
    }
    .fields {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .field {
      display: grid;
      gap: var(--space-1);
    }
    .fields .field :is(input, select) {
      width: 100%;
    }
    .pair :is(input, select) {
      flex: 1;
    }
  }
  @media print {
    section {
      break-inside: auto;
    }
    h2,
    .show-tools {
      display: none !important;
    }
    tr.on-paper {
      display: table-row !important;
    }
    .on-paper th {
      padding-block-end: var(--space-2);
    }
    .marks {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-4);
      font-weight: 400;
    }
    .paper {
      display: block;
      margin-block-end: var(--space-2);
      font-weight: 600;
    }
    /* Their words alone: a browser repeats the words of a head on each sheet, and no button. */
    button:is(.open, .item),
    thead button.plain {
      display: contents !important;
      font-size: inherit;
      line-height: inherit !important;
    }
    button.open,
    thead :is(th, button.plain) {
      color: inherit;
    }
    table,
    :is(thead, tbody) :is(td, th, button),
    :is(.who, .visit, .step, .due) :is(.hint, .late),
    .why,
    .bucket,
    .next {
      font-size: 8pt;
      line-height: 1.2 !important;
    }
    thead th {
      font-weight: 600;
      white-space: nowrap !important;
    }
    tbody :is(td, th) {
      padding-block: 3px;
      padding-inline-end: var(--space-3);
    }
    .who :is(.open, .name) {
      font-weight: 600;
    }
    .who .hint {
      display: block;
      font-weight: 400;
    }
    /* A row of its own and what is said beside it begin on one line; no sheet has the last of them alone. */
    tbody :is(td, th) {
      vertical-align: baseline;
    }
    tbody:nth-last-of-type(-n + 4) tr {
      break-before: avoid;
    }
    .sign {
      display: none;
    }
    tbody {
      break-inside: avoid;
    }
    .selected {
      background: none;
    }
    td.step {
      padding-inline-start: 0;
    }
    .unfold {
      display: none !important;
    }
    /* To be ticked by hand. */
    .todo .step {
      padding-inline-start: 16px;
    }
    .todo .step:not(.answered)::before {
      content: "";
      position: absolute;
      inset: 5px auto auto 0;
      width: 7px;
      height: 7px;
      border: 1px solid;
      color: var(--ink);
    }
  }
`;
