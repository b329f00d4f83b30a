import { css } from "lit";

export const style = css`
  [data-lock="readonly"] .toggle {
    display: none;
  }
  :host {
    margin-block-start: var(--space-2);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-3);
  }
  .toggle {
    margin-inline-start: calc(0px - var(--space-2));
  }
  .toggle::after {
    content: " ▾" / "";
  }
  .toggle[aria-expanded="true"]::after {
    content: " ▴" / "";
  }
  .figure {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    align-items: start;
    gap: var(--space-2) var(--space-4);
    margin-block: var(--space-2) var(--space-4);
  }
  .refused {
    grid-column: 1 / -1;
  }
  .refused .refusal {
    margin: 0;
  }
  .label {
    display: block;
    color: var(--quiet);
    font-size: var(--text-small);
  }
  select {
    width: 100%;
  }
  .money {
    position: relative;
    display: block;
  }
  .money::before {
    content: "$";
    position: absolute;
    inset-block: 0;
    inset-inline-start: 12px;
    display: grid;
    align-items: center;
    color: var(--quiet);
  }
  .money input {
    padding-inline-start: 28px;
    text-align: end;
  }
  .sums {
    margin-block-end: var(--space-4);
  }
  .notices {
    margin-block-end: var(--space-4);
  }
  @media (max-width: 480px) {
    .figure {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
