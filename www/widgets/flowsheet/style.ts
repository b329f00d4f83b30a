import { css } from "lit";

export const style = css`
  .service .code {
    font-size: var(--text);
  }
  .service select {
    width: 100%;
    margin-block-start: 8px;
  }
  .done {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: var(--control);
    font-weight: 600;
    cursor: pointer;
  }
  .done input {
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--accent);
  }
  @media (min-width: 961px) {
    .done-cell {
      width: 64px;
    }
    .done .word {
      position: absolute;
      clip-path: inset(50%);
    }
    .narrow {
      width: 120px;
    }
    .amount-cell {
      width: 136px;
    }
    .wide {
      width: 384px;
    }
  }
  @media (max-width: 960px) {
    .done-cell {
      grid-column: 1 / -1;
    }
  }
`;
