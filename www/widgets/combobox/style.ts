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
  input {
    anchor-name: --field;
  }
  ul {
    position: absolute;
    z-index: 20;
    inset-inline: 0;
    inset-block-start: calc(100% + 4px);
    max-height: 288px;
    overflow-y: auto;
    padding: 4px;
    color: var(--ink);
    border: 1px solid var(--edge);
    border-radius: var(--radius-control);
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  ul[popover] {
    position: fixed;
    position-anchor: --field;
    position-area: block-end;
    position-try-fallbacks: flip-block, --short;
    inset: auto;
    width: anchor-size(width);
    margin-block: 4px;
  }
  /* Room on neither side for all of it. */
  @position-try --short {
    max-height: calc(100% - 8px);
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
