// The list in columns: one line an item, the rest of its text on demand.
import { css } from "lit";
import { queueTable } from "../shared/queue-table.js";
import { sheet } from "../shared/sheet.js";

export const style = [
  sheet,
  queueTable,
  css`
  h2 {
    margin-block-end: var(--space-3);
  }
  /* Below the bar, where there is one. */
  thead th {
    position: sticky;
    inset-block-start: calc(var(--kx-sticky-top, 0px) + var(--bar, 0px));
    z-index: 2;
    padding-block: var(--space-1);
    border-block-end: 1px solid var(--edge);
    background: var(--surface);
    vertical-align: middle;
    white-space: nowrap !important;
  }
  tbody :is(td, th) {
    padding-block: var(--space-1);
    padding-inline-end: var(--space-3);
    line-height: 24px;
  }
  :is(td, th):last-child {
    padding-inline-end: var(--space-3);
  }
  :is(thead, tbody) .pick {
    width: 24px;
    padding-inline: var(--space-3);
  }
  [data-lock="readonly"] .pick > *,
  [data-lock="readonly"] .do > * {
    display: none;
  }
  .who .hint,
  .step .hint {
    display: block;
    font-weight: 400;
    line-height: 1.4;
  }
  .visit .hint,
  .bucket {
    color: var(--quiet);
  }
  .assigned {
    color: var(--ink);
  }
  .balance {
    display: block;
    white-space: nowrap;
  }
  .balance:is(.reached, .medical-review) > :not(.bucket) {
    color: var(--red);
  }
  .balance.near > :not(.bucket) {
    color: var(--amber);
  }
  :is(.left, .visit, .therapist, .due) {
    white-space: nowrap;
  }
  .time,
  .late {
    display: block;
    line-height: 1.4;
  }
  .late {
    color: var(--red);
    font-weight: 600;
  }
  @media screen and (min-width: 1024px) {
    .left,
    thead .used {
      text-align: end;
    }
    thead .used button {
      margin-inline: 0 calc(0px - var(--space-2));
    }
    td.left,
    thead .used {
      padding-inline-end: calc(2 * var(--space-3));
    }
  }
  /* What the other columns leave over. */
  td.step {
    width: 100%;
  }
  .step :is(.item, .badge, .message, .hint) {
    display: block;
  }
  .unfolded {
    padding-block-end: var(--space-2) !important;
    white-space: normal;
  }
  /* Two lines of each: the rest is on demand. */
  @media screen {
    .step:not(.unfolded) .message {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
    .step:not(.unfolded) .hint {
      display: none;
    }
  }
  .why {
    padding-block-start: 0 !important;
    line-height: 1.4 !important;
  }
`,
];
