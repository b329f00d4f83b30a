import { css } from "lit";
import { sheet } from "../shared/sheet.js";
import { outOfSight } from "../shared/tokens.js";

export const style = [
  sheet,
  css`
  .top,
  .fields,
  .kinds,
  .selection,
  .pair,
  .field,
  .done,
  .more,
  .none {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .top {
    justify-content: space-between;
    margin-block-end: 12px;
  }
  h2 {
    margin-block-end: 0;
  }
  .export {
    font-weight: 400;
  }
  .filters {
    display: grid;
    gap: 12px;
  }
  .fields {
    gap: 8px 16px;
  }
  .field label,
  .pair label:not(.unseen) {
    color: var(--quiet);
    font-size: var(--text-small);
  }
  .search input {
    width: 14rem;
  }
  .kind {
    min-height: 32px;
    border-radius: var(--radius-pill);
    font-size: var(--text-small);
    font-weight: 400;
  }
  .kind[aria-pressed="true"] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  /* It takes the place of the count, so that no row moves away below the pointer. */
  .bar {
    display: grid;
    align-items: center;
    min-height: 54px;
    margin-block: 4px;
  }
  .bar > * {
    grid-area: 1 / 1;
  }
  .bar:has(.selection) {
    position: sticky;
    inset-block-start: var(--kx-sticky-top, 0px);
    z-index: 2;
  }
  .bar:has(.selection) .count {
    visibility: hidden;
  }
  .selection {
    gap: 8px 16px;
    padding: 8px 12px;
    border: 1px solid var(--accent);
    border-radius: var(--radius-control);
    background: var(--accent-wash);
  }
  .how-many {
    white-space: nowrap;
  }
  .pair input {
    width: auto;
  }
  .primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  [disabled] {
    opacity: 0.5;
    cursor: default;
  }
  .keys {
    flex: 1 0 8rem;
    font-size: calc(var(--text-small) * 13 / 14);
    text-align: end;
  }
  .primary:hover {
    color: var(--accent);
  }
  .done {
    margin-block-start: 12px;
    padding: 4px 12px;
    border-radius: var(--radius-control);
    background: var(--accent-wash);
  }
  .none {
    justify-content: center;
    gap: 12px 16px;
    padding: 32px 16px;
    border: 1px dashed var(--line);
    border-radius: var(--radius-control);
    text-align: center;
  }
  .fields :is(input, select),
  .selection :is(button, input, select),
  .export {
    min-height: min(36px, var(--control));
    font-size: calc(var(--text) * 0.9375);
  }
  table {
    font-size: var(--text-small);
  }
  tbody :is(td, th) {
    padding-inline-end: 12px;
  }
  thead th {
    padding-block-end: 4px;
    white-space: nowrap;
  }
  thead button.plain {
    min-height: 24px;
    margin-inline-start: -8px;
    color: var(--quiet);
    font-size: calc(var(--text-small) * 13 / 14);
    font-weight: 600;
    white-space: nowrap;
  }
  .sign {
    display: inline-block;
    width: 1em;
    font-size: 0.625rem;
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
  .selected {
    background: var(--accent-wash);
  }
  :is(thead, tbody) .pick {
    width: 24px;
    padding-inline-end: 16px;
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
  .open,
  .item {
    min-height: 24px;
    margin-inline-start: -8px;
    text-align: start;
  }
  .open:hover,
  .item:hover {
    text-decoration: underline;
  }
  .who .hint,
  .visit .hint,
  .step .hint {
    display: block;
    font-size: calc(var(--text-small) * 13 / 14);
    font-weight: 400;
  }
  .assigned {
    color: var(--ink);
  }
  .balance {
    display: flex;
    flex-wrap: wrap;
    gap: 0 6px;
    white-space: nowrap;
  }
  .bucket {
    flex-basis: 100%;
    color: var(--quiet);
    font-size: calc(var(--text-small) * 13 / 14);
  }
  .balance:is(.reached, .medical-review) b {
    color: var(--red);
  }
  .balance.near b {
    color: var(--amber);
  }
  .visit,
  .due {
    white-space: nowrap;
  }
  .visit.free {
    white-space: normal;
  }
  .therapist {
    min-width: 5rem;
  }
  .step {
    width: 46%;
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
  .message,
  .next {
    display: block;
  }
  .next {
    color: var(--quiet);
    font-size: calc(var(--text-small) * 13 / 14);
  }
  .why {
    padding-block-start: 0;
  }
  .do {
    text-align: end;
    white-space: nowrap;
  }
  .do button {
    min-height: 24px;
    margin-inline-end: -8px;
    font-size: var(--text-small);
  }
  .more {
    margin-block-start: 16px;
  }
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
      grid-template-columns: 36px minmax(0, 1.3fr) minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr) 6.5rem 4rem;
      gap: 0 8px;
    }
    tbody tr {
      display: contents;
    }
    :is(tbody, thead) :is(td, th) {
      display: block;
      padding-inline-end: 0;
    }
    thead .urgency {
      ${outOfSight}
    }
    .bucket {
      flex-basis: auto;
    }
    tbody tr:not(:first-child) :is(.due, .do) {
      border: 0;
    }
    :is(.step, .why) {
      grid-column: 2 / 6;
      width: auto;
    }
    tbody .step {
      padding-block-start: 0;
    }
    tbody tr:not(:first-child) :is(.step, .due, .do) {
      padding-block-start: 8px;
    }
    .due {
      grid-column: 6;
    }
    .do {
      grid-column: 7;
    }
    tbody tr:first-child :is(.due, .do) {
      padding-block-start: 0;
    }
    td[data-label]::before {
      content: none;
    }
  }
  /* Too narrow for columns: each fact carries its name. */
  @media screen and (max-width: 639.98px) {
    thead tr {
      display: block;
    }
    thead th:not(.pick) {
      display: none;
    }
    thead .pick,
    thead .box {
      width: auto;
    }
    thead .box {
      grid-template-columns: 36px minmax(0, 1fr);
      place-items: center start;
    }
    .all {
      grid-area: 1 / 2;
      position: static;
      width: auto;
      height: auto;
      clip-path: none;
    }
    .keys {
      display: none;
    }
    .bar:has(.selection) {
      position: static;
    }
    .fields :is(input, select) {
      padding-inline: 8px;
      font-size: var(--text-small);
    }
    tbody {
      grid-template-columns: 36px repeat(2, minmax(0, 1fr));
      padding-block: 8px;
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
    }
    tbody :is(td, th) {
      padding-block: 4px;
    }
    tbody .step,
    tbody tr:not(:first-child) .step {
      margin-block-start: 4px;
      padding-block-start: 8px;
      border-block-start: 1px dotted var(--line);
    }
    td:is(.left, .visit, .therapist, .due)[data-label]::before {
      content: attr(data-label) / "";
    }
    .fields {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .search,
    .clear {
      grid-column: 1 / -1;
    }
    .pair {
      width: 100%;
    }
    .field {
      display: grid;
      gap: 4px;
    }
    .pair label:not(.unseen) {
      width: 100%;
    }
    .field :is(input, select) {
      width: 100%;
    }
    .pair :is(input, select) {
      flex: 1;
    }
  }
  @media print {
    :is(thead, tbody) .pick,
    .do,
    .filters,
    .selection,
    .done {
      display: none !important;
    }
    .bar {
      min-height: 0;
    }
    .bar .count {
      visibility: visible !important;
    }
    button:is(.open, .item),
    thead button.plain {
      display: inline !important;
      margin: 0;
      padding: 0;
      font-size: inherit;
    }
    .open,
    thead button.plain {
      color: inherit;
    }
    .sign {
      display: none;
    }
    .item {
      display: block !important;
    }
    table,
    :is(thead, tbody) :is(td, th, button),
    :is(.who, .visit, .step, .why) .hint,
    .why,
    .bucket,
    .next {
      font-size: 0.6875rem;
    }
    tbody {
      break-inside: avoid;
    }
    .selected {
      background: none;
    }
    tbody :is(td, th) {
      padding-block: 3px;
      padding-inline-end: 8px;
    }
    .visit {
      white-space: nowrap;
    }
  }
`,
];
