import { css } from "lit";
import { gridRows } from "../line-table/style.js";
import { outOfSight } from "../shared/tokens.js";

export const style = css`
  .name {
    display: flex;
    gap: 8px;
    line-height: 18px;
    font-size: calc(var(--text) * 0.9375);
    font-weight: 600;
  }
  .held .word {
    ${outOfSight}
  }
  .name > :first-child {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .service select {
    width: 100%;
    min-height: calc(var(--control) - 2px);
    text-overflow: ellipsis;
  }
  .done {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: calc(var(--control) + 16px);
    min-width: 32px;
    font-weight: 600;
    cursor: pointer;
  }
  .done input {
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--accent);
  }
  .done-cell,
  .done-head {
    width: 56px;
  }
  @container (min-width: 520px) {
    .done .word {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @container (max-width: 519.98px) {
    .service {
      grid-column: 1 / -1;
    }
    .done-cell {
      grid-area: 2 / 1 / 3 / 8;
    }
    .actions-cell {
      grid-area: 2 / 8 / 3 / 13;
    }
    .done {
      min-height: var(--control);
    }
    .name {
      margin-block-end: 4px;
    }
  }
  @media print {
    .done input,
    .service select:has([value=""]:checked) {
      display: none;
    }
    .done:has(:checked)::before {
      content: "✓";
    }
  }
  /* The name and the code together are wide: what is typed about the line has a row of its own. */
  @container (min-width: 520px) and (max-width: 999.98px) {
    ${gridRows}
    tr:not(.below) {
      grid-template:
        "service service service service done actions" auto
        "modifiers units allowed kx kx kx" auto / var(--modifiers) var(--units) var(--allowed) minmax(0, 1fr) 56px var(--actions);
    }
    .service {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      align-items: center;
      gap: 8px;
    }
    .done {
      min-height: var(--control);
    }
    .name {
      align-items: center;
    }
    .name > :first-child {
      white-space: normal;
    }
  }
  @container (min-width: 520px) and (max-width: 759.98px) {
    tr:not(.below) {
      grid-template:
        "service service service service done actions" auto
        "modifiers units allowed . . ." auto
        "kx kx kx kx kx kx" auto / var(--modifiers) var(--units) var(--allowed) minmax(0, 1fr) 56px var(--actions);
    }
    .service {
      display: block;
    }
    .kx-head {
      display: none;
    }
  }
`;
