import { css } from "lit";

export const style = css`
  label {
    display: block;
    margin-block-end: 4px;
    font-weight: 600;
  }
  .row {
    display: flex;
    gap: 8px;
    max-width: 560px;
  }
  .box {
    position: relative;
    flex: 1;
    min-width: 0;
  }
  ul {
    position: absolute;
    z-index: 20;
    inset-inline: 0;
    inset-block-start: calc(100% + 4px);
    max-height: 288px;
    overflow-y: auto;
    padding: 4px;
    border: 1px solid var(--edge);
    border-radius: var(--radius-control);
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  li {
    display: flex;
    align-items: baseline;
    gap: 12px;
    padding: 8px;
    border-radius: var(--radius-bar);
    cursor: pointer;
  }
  li:hover {
    background: var(--ground);
  }
  li[aria-selected="true"] {
    background: var(--accent);
    color: var(--on-accent);
  }
  .value {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .detail {
    color: var(--quiet);
    font-size: var(--text-small);
  }
  [aria-selected="true"] .detail {
    color: inherit;
  }
  .hint {
    margin-block-start: 4px;
  }
  @media print {
    :host {
      display: none;
    }
  }
  @media (forced-colors: active) {
    li[aria-selected="true"] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
