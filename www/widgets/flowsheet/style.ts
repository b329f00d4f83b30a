import { css } from "lit";
import { gridRows } from "../line-table/style.js";

export const style = css`
  .name {
    display: flex;
    gap: 8px;
    line-height: 18px;
    font-weight: 600;
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
    .done-cell {
      grid-column: 1 / 9;
    }
    .done {
      min-height: var(--control);
    }
    .service {
      grid-column: 1 / -1;
    }
    .name {
      margin-block-end: 4px;
    }
  }
  /* The name and the code together are wide: what is typed about the line has a row of its own. */
  @container (min-width: 520px) and (max-width: 999.98px) {
    ${gridRows}
    tr:not(.below) {
      grid-template:
        "done service service service service actions" auto
        ". modifiers units allowed kx kx" auto / 56px var(--modifiers) var(--units) var(--allowed) minmax(0, 1fr) var(--actions);
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
        "done service service service service actions" auto
        ". modifiers units allowed . ." auto
        ". kx kx kx kx kx" auto / 56px var(--modifiers) var(--units) var(--allowed) minmax(0, 1fr) var(--actions);
    }
    .service {
      display: block;
    }
    .kx-head {
      display: none;
    }
  }
`;
