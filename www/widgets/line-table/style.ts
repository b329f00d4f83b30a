import { css } from "lit";
import { outOfSight } from "../shared/tokens.js";
import { explanationStyle } from "../shared/explanation-style.js";

/** Rows as a grid, for a width that has no room for all columns side by side; which has which place is the table's to say. */
export const gridRows = css`
  table,
  thead,
  tbody,
  .below,
  td,
  .below td {
    display: block;
    width: auto;
  }
  tr:not(.below) {
    display: grid;
    column-gap: var(--space-2);
  }
  tbody tr:not(.below) {
    padding-block: calc(var(--gap) / 3);
  }
  tr:not(.below) > :is(td, th),
  .below td:first-child {
    width: auto;
    padding-inline: 0;
  }
  tr:not(.below) > td {
    padding-block: 0;
  }
  thead,
  tbody {
    padding-inline-start: var(--space-2);
  }
  .service-head,
  .service,
  .intervention-head {
    grid-area: service;
  }
  .done-head,
  .done-cell {
    grid-area: done;
  }
  .modifiers-head,
  .modifiers-cell {
    grid-area: modifiers;
  }
  .units-head,
  .units-cell {
    grid-area: units;
  }
  .allowed-head,
  .allowed-cell {
    grid-area: allowed;
  }
  .kx-head,
  .kx-cell {
    grid-area: kx;
  }
  .actions-head,
  .actions-cell {
    grid-area: actions;
  }
`;

/** For a width that has room for one low row a line, but not for all that can be pressed side by side. */
export const lowRows = css`
  .kx-cell {
    --chip-size: calc(var(--control) - 4px);
    --way-size: max(24px, calc(var(--control) - 8px));
    --way-edge: transparent;
    --chip-pad: var(--space-2);
    --way-pad: var(--space-1);
    font-size: var(--text-small);
  }
  tr:not(.below) > :is(.kx-cell, .service) {
    padding-block: 2px;
  }
  .kx-cell > * {
    gap: 0 var(--space-1);
  }
  .code {
    line-height: 20px;
  }
  .description {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  tr:not(.below) .hint {
    font-size: calc(var(--text-small) * 12 / 14);
    white-space: nowrap;
  }
  th {
    font-size: calc(var(--text-small) * 12 / 14);
  }
  .expected:has(.basis) .word {
    ${outOfSight}
  }
  .not-checked {
    padding-block: var(--space-1);
  }
`;

export const lineTable = [
  explanationStyle,
  css`
  /* How it lies goes by its own width: an EHR lives in half a window, and a host may give it a third. */
  :host {
    container-type: inline-size;
    --modifiers: 124px;
    --units: 60px;
    --allowed: 92px;
    --actions: 36px;
    --kx: 240px;
    padding: var(--pad);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-2) 24px;
  }
  h2 {
    min-width: 8.5rem;
    font-size: var(--text-large);
    line-height: var(--control);
  }
  .search {
    flex: 1 1 18rem;
    min-width: 0;
  }
  /* On one line with the field, below its label: what may stand beneath the field moves no heading. */
  @container (min-width: 520px) {
    h2 {
      align-self: start;
      margin-block-start: calc(var(--text-small) * 1.5 + 3px);
    }
  }
  .search::part(label) {
    margin-block-end: 3px;
    color: var(--quiet);
    font-size: var(--text-small);
    font-weight: 400;
  }
  .empty {
    margin-block-start: var(--space-3);
    color: var(--quiet);
  }
  /* Below the field that it speaks of. */
  @container (min-width: 520px) {
    .empty {
      margin-block-start: var(--space-2);
      margin-inline-start: calc(8.5rem + 24px);
    }
  }
  /* The mark of a line that is on hold lies in the padding, so that no column moves for it. */
  table {
    width: calc(100% + 11px);
    margin-block-start: var(--space-3);
    margin-inline-start: -11px;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th {
    padding-block: 0 var(--space-1);
    padding-inline: 0 var(--space-2);
    color: var(--quiet);
    font-size: var(--text-small);
    font-weight: 400;
    line-height: 1.25;
    text-align: start;
    vertical-align: bottom;
  }
  /* Two rows of text in each: what is typed or pressed, and what there is to say of it. */
  td {
    padding-block: calc(var(--gap) / 3);
    padding-inline: 0 var(--space-2);
    vertical-align: top;
  }
  tbody {
    border-block-start: 1px solid var(--line);
  }
  thead,
  tbody {
    border-inline-start: 3px solid transparent;
  }
  tbody.waits {
    border-inline-start-color: var(--amber);
  }
  :is(th, td):first-child {
    padding-inline-start: var(--space-2);
  }
  .code {
    display: block;
    font-weight: 700;
    font-size: var(--text-large);
    line-height: var(--control);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .not-checked {
    color: var(--amber);
    font-size: var(--text-small);
    line-height: 1.3;
  }
  .not-checked a {
    color: var(--accent);
  }
  .together {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
    margin-block-start: var(--space-3);
    color: var(--quiet);
    font-size: var(--text-small);
  }
  .add-all {
    min-height: min(36px, var(--control));
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .add-all:hover {
    background: var(--accent);
    text-decoration: underline;
  }
  .one-field {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--space-3);
  }
  /* One button is the main one. */
  .add-all.quiet {
    background: var(--surface);
    color: var(--accent);
  }
  [part~="chip"].quiet,
  .together ~ * [part~="chip"] {
    --add-ground: var(--surface);
    --add-ink: var(--accent);
  }
  .held {
    flex: none;
    margin-inline-start: var(--space-1);
    padding: 2px var(--space-2);
    border-radius: var(--radius-pill);
    background: var(--amber-wash);
    color: var(--amber);
    font-size: calc(var(--text-small) * 6 / 7);
    font-weight: 700;
    line-height: 1;
    vertical-align: 1px;
    white-space: nowrap;
  }
  .description {
    display: block;
    overflow: hidden;
    color: var(--quiet);
    font-size: var(--text-small);
    line-height: 16px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .description::first-letter {
    text-transform: uppercase;
  }
  td input:not([type="checkbox"]) {
    padding-inline: 6px;
  }
  .money input,
  .units-cell input {
    text-align: end;
  }
  tr:not(.below) .hint {
    line-height: 16px;
    white-space: nowrap;
  }
  /* What it is expected by comes below the amount where both have no room side by side. */
  tr:not(.below) .expected {
    text-align: end;
    white-space: normal;
  }
  .expected > span {
    display: inline-block;
  }
  .fees,
  .common {
    margin-block-start: var(--space-3);
  }
  .modifiers-cell,
  .modifiers-head {
    width: var(--modifiers);
  }
  .units-cell,
  .units-head {
    width: var(--units);
  }
  .allowed-cell,
  .allowed-head {
    width: var(--allowed);
  }
  .kx-cell,
  .kx-head {
    width: var(--kx);
  }
  .actions-cell,
  .actions-head {
    width: var(--actions);
  }
  .actions-cell {
    padding-inline-end: 0;
    text-align: end;
    white-space: nowrap;
  }
  .remove {
    min-width: 28px;
  }
  .remove svg {
    width: 1.125em;
    height: 1.125em;
    fill: currentColor;
    vertical-align: -0.1875em;
  }
  .kx-cell,
  .actions-cell {
    font-size: var(--text-small);
  }
  .kx-cell > * {
    gap: var(--space-1);
  }
  :is(td, th):is(.kx-cell, .kx-head) {
    padding-inline-start: var(--space-2);
  }
  button.why {
    min-height: var(--way-size, var(--control));
    padding-inline: var(--way-pad, var(--space-1));
  }
  .below td {
    padding-block: 0 var(--space-2);
    padding-inline-end: 0;
  }
  .below :is(.note, .notices, .refusal):first-child {
    margin-block-start: var(--space-1);
  }
  .below :is(.note, .hint) + .notices {
    margin-block-start: var(--space-1);
  }
  .below td > .hint {
    margin-block: var(--space-1) var(--space-2);
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--space-3);
    line-height: 1.45;
  }
  .missing,
  .documented {
    flex: none;
    color: var(--amber);
    font-size: var(--text-small);
    font-weight: 700;
  }
  .note .reason {
    flex: 1 1 20rem;
    min-width: 0;
  }
  .below .notices {
    gap: var(--space-1);
  }
  .below .notices li {
    padding-block: var(--space-1);
  }
  /* The line has its tone already. */
  .below td > .notices .warning {
    padding: 0;
    background: none;
  }
  @container (min-width: 520px) {
    td .label {
      ${outOfSight}
      white-space: nowrap;
    }
  }
  @container (min-width: 620px) {
    table {
      --modifiers: 120px;
      --units: 56px;
      --allowed: 120px;
      --actions: 32px;
      --kx: 232px;
      --early-attest: none;
    }
  }
  @container (min-width: 960px) {
    table {
      --kx: 400px;
      --early-attest: initial;
    }
  }
  @container (min-width: 1200px) {
    table {
      --modifiers: 128px;
      --units: 68px;
      --allowed: 136px;
      --actions: 36px;
      --kx: 536px;
    }
    .expected:has(.basis) .word {
      ${outOfSight}
    }
  }
  /* Two low rows in the place of one: the chip and what adds KX, and below them what is pressed less. */
  @container (max-width: 1199.98px) {
    .why::after {
      content: none;
    }
  }
  @container (max-width: 759.98px) {
    .held .word {
      ${outOfSight}
    }
  }
  /* The question why stands below what there is to say of its line, and begins where its chip does. */
  tbody:has([part~="chip"]:is([asking], [attesting])) {
    anchor-name: --line;
  }
  .kx-cell:has([asking], [attesting]) {
    anchor-name: --kx-cell;
  }
  @media (min-width: 640px) {
    [part~="chip"]::part(dialog) {
      position-anchor: --line;
      position-area: none;
      inset-block: anchor(--line end) auto;
      inset-inline: anchor(--kx-cell start) auto;
    }
    /* Else it would reach beyond the window, and turn to where it covers the line. */
    @container (max-width: 1199.98px) {
      [part~="chip"]::part(dialog) {
        inset-inline: auto anchor(--line end);
      }
    }
  }
  /* Too narrow for a table: each line becomes a block, its fields carry their labels. */
  @container (max-width: 519.98px) {
    thead {
      ${outOfSight}
    }
    table,
    tbody,
    tr,
    td {
      display: block;
      width: auto;
    }
    tbody {
      padding-block: var(--space-2) var(--space-3);
      padding-inline-start: var(--space-2);
    }
    tbody tr:not(.below) {
      display: grid;
      position: relative;
      grid-template-columns: repeat(12, minmax(0, 1fr));
      gap: var(--space-1) var(--space-2);
    }
    /* Beside what takes the line away: below there is no room in the chip's row. */
    button.why {
      position: absolute;
      inset-block-start: 0;
      inset-inline-end: 36px;
      min-height: var(--control);
    }
    td:nth-child(n) {
      width: auto;
      padding: 0;
    }
    tr:not(.below) .hint {
      white-space: normal;
    }
    .description {
      white-space: normal;
    }
    .below td:first-child {
      padding-block-start: var(--space-2);
    }
    .service {
      grid-column: 1 / 8;
    }
    .actions-cell {
      grid-area: 1 / 8 / 2 / 13;
    }
    .modifiers-cell {
      grid-column: span 5;
    }
    .units-cell {
      grid-column: span 3;
    }
    .allowed-cell {
      grid-column: span 4;
    }
    td.kx-cell:nth-child(n) {
      --way-size: max(28px, calc(var(--control) - 4px));
      --way-edge: transparent;
      --way-pad: var(--space-1);
      grid-column: 1 / -1;
      padding-block-start: var(--space-2);
    }
    .expected:has(.basis) .word {
      ${outOfSight}
    }
    .label {
      display: block;
      color: var(--quiet);
      font-size: var(--text-small);
      white-space: nowrap;
    }
  }
  @container (max-width: 319.98px) {
    .modifiers-cell {
      grid-column: span 8;
    }
    .units-cell {
      grid-column: span 4;
    }
    .allowed-cell {
      grid-column: span 8;
    }
  }
  @media print {
    .search,
    .actions-cell,
    .actions-head,
    .held,
    .together {
      display: none;
    }
    ::placeholder {
      color: transparent;
    }
  }
`,
];
