import { css } from "lit";

export const style = css`
  section {
    padding: var(--pad);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  h2 {
    font-size: var(--text-code);
  }
  h3 {
    margin-block: 16px 4px;
    font-size: var(--text);
  }
  dl {
    margin: 12px 0 0;
  }
  dl div {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    gap: 0 16px;
    padding-block: 6px;
    border-block-end: 1px solid var(--line);
  }
  dt {
    color: var(--quiet);
    font-size: var(--text-small);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 8px;
  }
  @media print {
    .files {
      display: none;
    }
  }
`;
