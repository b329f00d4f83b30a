import { css } from "lit";

export const style = css`
  :host {
    margin-block-start: 8px;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
  }
  .toggle {
    margin-inline-start: -8px;
  }
  .figure {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    align-items: start;
    gap: 8px 16px;
    margin-block: 8px 16px;
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
    font-size: 0.875rem;
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
    margin-block-end: 16px;
  }
  .notices {
    margin-block-end: 16px;
  }
  @media (max-width: 480px) {
    .figure {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
