import { css } from "lit";
import { gridRows } from "../line-table/style.js";

export const style = css`
  @container (min-width: 520px) and (max-width: 759.98px) {
    ${gridRows}
    tr:not(.below) {
      grid-template:
        "service modifiers units allowed actions" auto
        "kx kx kx kx kx" auto / minmax(0, 1fr) var(--modifiers) var(--units) var(--allowed) var(--actions);
    }
    .kx-head {
      display: none;
    }
  }
`;
