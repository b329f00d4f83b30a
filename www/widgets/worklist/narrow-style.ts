// The list in half a window, in one hand, and on paper.
import { css } from "lit";
import { queueNarrow } from "../shared/queue-table.js";

export const narrowStyle = [
  queueNarrow,
  css`
  /* Half a window: what is known of a patient stands above their items, which take the whole width. */
  @media screen and (max-width: 1023.98px) {
    table,
    thead,
    tbody {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      width: auto;
      height: auto;
      overflow: visible;
      clip-path: none;
    }
    table {
      position: static;
    }
    thead {
      position: sticky;
      inset-block-start: calc(var(--kx-sticky-top, 0px) + var(--bar, 0px));
      z-index: 2;
      background: var(--surface);
    }
    thead tr,
    tbody {
      display: grid;
      grid-template-columns: 40px minmax(0, 1.2fr) minmax(0, 1.3fr) minmax(0, 1.3fr) minmax(0, 1fr) 7.5rem 6.5rem;
      gap: 0 var(--space-2);
    }
    thead tr {
      border-block-end: 1px solid var(--edge);
    }
    :is(tbody, thead) :is(td, th) {
      display: block;
      position: static;
      padding-inline-end: 0;
      border-block-end: 0;
    }
    :is(tbody, thead) .pick {
      padding-inline: var(--space-3) 0;
    }
    tbody tr:not(:first-child) :is(.step, .due, .do) {
      border: 0;
    }
    .do:last-child {
      padding-inline-end: 0;
    }
    .left {
      white-space: normal;
    }
    .balance,
    .bucket {
      display: inline-block;
      white-space: nowrap;
    }
    .balance {
      white-space: normal;
    }
    .seek input {
      width: 11rem;
    }
  }
  /* In one hand: the patient and the balance, the visit, then two lines an item. */
  @media screen and (max-width: 639.98px) {
    thead tr {
      display: block;
    }
    thead {
      position: static;
    }
    thead .box {
      grid-template-columns: 28px minmax(0, 1fr);
      place-items: center start;
    }
    :is(tbody, thead) .pick {
      padding-inline-start: var(--space-1);
    }
    tbody {
      grid-template-columns: 32px minmax(0, 1fr) auto;
      gap: 0 var(--space-2);
      padding-block: var(--space-1);
    }
    .open {
      white-space: normal;
    }
    :is(.pick, .who, .therapist) {
      grid-row: 1;
    }
    :is(.left, .visit) {
      grid-row: 2;
    }
    :is(.who, .left, .visit, .therapist) {
      grid-column: 2 / -1;
    }
    /* The therapist stands at the other end of the name's row, the visit of the balance's. */
    .who {
      min-width: 0;
      max-width: calc(100% - 7.5rem);
      overflow-wrap: anywhere;
    }
    :is(.visit, .therapist) {
      justify-self: end;
    }
    .left {
      max-width: calc(100% - 6.5rem);
    }
    :is(.visit, .therapist) {
      color: var(--quiet);
      line-height: 1.4 !important;
    }
    .why {
      grid-column: 2 / -1;
    }
    .step {
      grid-column: 2 / -1;
    }
    .step {
      padding-block-end: 0 !important;
    }
    .due {
      grid-column: 2;
      color: var(--quiet);
      line-height: 1.4 !important;
    }
    .do {
      grid-column: 3;
    }
    tbody .due[data-label]::before {
      content: attr(data-label) " " / "";
      display: inline;
    }
    .seek,
    .clear,
    .export {
      grid-column: 1 / -1;
    }
    .export {
      margin: 0;
    }
    /* Where the thumb is, whatever is scrolled. */
    .bar:has(.selection) .count {
      visibility: visible;
    }
    .selection {
      position: fixed;
      inset: auto 0 0 0;
      z-index: 30;
      padding: var(--space-2) var(--space-3) max(var(--space-2), env(safe-area-inset-bottom));
      border-width: 1px 0 0;
      border-radius: 0;
      box-shadow: var(--shadow);
    }
    section:has(.selection) {
      padding-block-end: 10rem;
    }
    .pair {
      order: 1;
      flex-wrap: nowrap;
      width: 100%;
    }
  }
  @media print {
    :is(thead, tbody) .pick,
    .do,
    .filters,
    .note,
    .bar,
    .pager,
    .done {
      display: none !important;
    }
    thead th {
      position: static;
    }
    .step {
      white-space: normal;
    }
    /* What is to do seldom takes more than two lines: so may what stands beside it. */
    .bucket {
      display: block;
    }
    .step :is(.badge, .message, .next, .hint) {
      display: inline !important;
    }
    .step:not(.unfolded) :is(.next, .hint) {
      display: none !important;
    }
  }
`,
];
