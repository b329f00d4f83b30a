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
    inset: 0 auto 0 12px;
    display: grid;
    align-items: center;
    color: var(--quiet);
  }
  .money input {
    padding-inline-start: 28px;
    text-align: end;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 8px 16px;
    margin-block-end: 16px;
  }
  dt {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  dd {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  dd .hint {
    display: block;
    font-weight: 400;
  }
  .notices {
    display: grid;
    gap: 8px;
    margin-block-end: 16px;
  }
  .notices li {
    display: flex;
    align-items: baseline;
    gap: 12px;
    padding: 8px 12px;
    border-radius: 8px;
    background: var(--amber-wash);
    line-height: 1.45;
  }
  .notices .error {
    background: var(--red-wash);
  }
  .badge {
    flex: none;
    color: var(--amber);
    font-size: 0.875rem;
    font-weight: 700;
  }
  .error .badge {
    color: var(--red);
  }
  @media (max-width: 480px) {
    .figure,
    dl {
      grid-template-columns: minmax(0, 1fr);
    }
    .notices li {
      flex-wrap: wrap;
      gap: 0 12px;
    }
  }
`;
