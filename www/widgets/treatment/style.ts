import { css } from "lit";
import { gridRows, lowRows } from "../line-table/style.js";

export const style = css`
  @container (min-width: 620px) and (max-width: 1199.98px) {
    ${lowRows}
  }
  @container (min-width: 520px) and (max-width: 619.98px) {
    ${gridRows}
    tr:not(.below) {
      grid-template:
        "service modifiers units allowed actions" auto
        "kx kx kx kx kx" auto / minmax(0, 1fr) var(--modifiers) var(--units) var(--allowed) var(--actions);
    }
    tr:not(.below) > .kx-cell {
      padding-block-start: var(--space-2);
    }
    .kx-head {
      display: none;
    }
  }
`;
