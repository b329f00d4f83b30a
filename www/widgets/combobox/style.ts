import { css } from "lit";

export const style = css`
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--space-3);
  }
  label {
    margin-block-end: var(--space-1);
    font-weight: 600;
  }
  .several {
    color: var(--amber);
    font-size: var(--text-small);
    font-weight: 600;
  }
  .row {
    display: flex;
    gap: var(--space-2);
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
    padding: var(--space-1);
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
    margin-block: var(--space-1);
  }
  /* Room on neither side for all of it. */
  @position-try --short {
    max-height: calc(100% - 8px);
  }
  li {
    display: flex;
    align-items: baseline;
    gap: var(--space-3);
    padding: var(--space-2);
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
    margin-block-start: var(--space-1);
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
