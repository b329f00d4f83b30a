// The claims in half a window, in one hand, and on paper.
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
      position: static;
      width: auto;
      height: auto;
      overflow: visible;
      clip-path: none;
    }
    thead tr,
    tbody {
      display: grid;
      grid-template-columns: 36px minmax(0, 1.4fr) minmax(0, 0.7fr) minmax(0, 1fr) minmax(0, 1.4fr) 6.5rem 5rem;
      gap: 0 var(--space-2);
    }
    :is(tbody, thead) :is(td, th) {
      display: block;
      padding-inline-end: 0;
    }
    tbody tr:not(:first-child) :is(.due, .do) {
      border: 0;
    }
    tbody .step {
      padding-block-start: 0;
    }
    tbody tr:not(:first-child) :is(.step, .due, .do) {
      padding-block-start: var(--space-2);
    }
    tbody tr:first-child :is(.due, .do) {
      padding-block-start: 0;
    }
    .why:has(.word) {
      grid-column: 2 / -1;
    }
  }
  /* Too narrow for columns: each fact carries its name. */
  @media screen and (max-width: 639.98px) {
    thead tr {
      display: block;
    }
    thead .box {
      grid-template-columns: 36px minmax(0, 1fr);
      place-items: center start;
    }
    tbody {
      grid-template-columns: 36px repeat(2, minmax(0, 1fr));
      padding-block: var(--space-2);
    }
    .field:has(#status) {
      grid-column: 1 / -1;
    }
    .who,
    .therapist,
    .why,
    .step {
      grid-column: 2 / -1;
    }
    .left,
    .due {
      grid-column: 2;
    }
    .visit,
    .do {
      grid-column: 3;
    }
    .do {
      align-self: end;
      white-space: normal;
    }
    tbody :is(td, th) {
      padding-block: var(--space-1);
    }
    tbody .step,
    tbody tr:not(:first-child) .step {
      margin-block-start: var(--space-1);
      padding-block-start: var(--space-2);
      border-block-start: 1px dotted var(--line);
    }
    td:is(.left, .visit, .therapist, .due)[data-label]::before {
      content: attr(data-label) / "";
    }
    .seek,
    .clear {
      grid-column: 1 / -1;
    }
    .word {
      grid-template-columns: minmax(0, 1fr);
    }
    .acts {
      padding-block-start: 0;
    }
  }
  @media print {
    :is(thead, tbody) .pick,
    .do,
    .filters,
    .bar,
    .pager,
    .done {
      display: none !important;
    }
    .visit,
    .who .hint {
      white-space: nowrap;
    }
    .word,
    .step:not(.unfolded) .next {
      display: none !important;
    }
  }
`,
];
