import { css } from "lit";
import { gridRows, lowRows } from "../line-table/style.js";
import { outOfSight } from "../shared/tokens.js";

export const style = css`
  .name {
    display: flex;
    gap: var(--space-2);
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
    padding-inline: var(--space-1);
    font-size: var(--text-small);
    text-overflow: ellipsis;
  }
  @container (min-width: 520px) and (max-width: 1199.98px) {
    .service select {
      padding-inline: 2px;
      font-size: calc(var(--text-small) * 12 / 14);
    }
  }
  .done {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
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
    button.why {
      position: static;
      min-height: var(--way-size);
    }
    .done {
      min-height: var(--control);
    }
    .name {
      margin-block-end: var(--space-1);
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
  @container (min-width: 820px) and (max-width: 1199.98px) {
    ${lowRows}
    .done-cell,
    .done-head {
      width: 40px;
    }
  }
  @container (min-width: 520px) and (max-width: 819.98px) {
    ${gridRows}
    ${lowRows}
    tr:not(.below) {
      grid-template:
        "service service service service done actions" auto
        "modifiers units allowed kx kx kx" auto / var(--modifiers) var(--units) var(--allowed) minmax(0, 1fr) 56px var(--actions);
    }
    .service {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      align-items: center;
      gap: var(--space-2);
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
`;
