// Of a queue: the filters, what can be done with a selection, and what shows more.
import { css } from "lit";

export const barsStyle = css`
  .paper,
  .on-paper {
    display: none;
  }
  .fields,
  .kinds,
  .selection,
  .pair,
  .field,
  .done,
  .pager,
  .none {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .filters {
    display: grid;
    gap: var(--space-3);
  }
  .fields {
    gap: var(--space-2) var(--space-4);
  }
  .field label,
  .pair label:not(.unseen) {
    color: var(--quiet);
    font-size: var(--text-small);
  }
  .seek input {
    width: 14rem;
  }
  .fields :is(input, select),
  .selection :is(button, input, select),
  .pager button,
  .export {
    min-height: min(36px, var(--control));
    font-size: calc(var(--text) * 0.9375);
  }
  .show-tools {
    display: none;
    margin-block-start: var(--space-2);
  }
  @media screen and (max-width: 639.98px) {
    .show-tools {
      display: block;
    }
    #tools:not(.shown),
    section:not(:has(#tools.shown)) .export {
      display: none;
    }
  }
  .export {
    margin-inline-start: auto;
    font-weight: 400;
  }
  .kind {
    min-height: 32px;
    border-radius: var(--radius-pill);
    font-size: var(--text-small);
    font-weight: 400;
  }
  .kind[aria-pressed="true"] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .note {
    margin-block-start: var(--space-2);
  }
  /* It takes the place of the count, so that no row moves away below the pointer. */
  .bar {
    display: grid;
    align-items: center;
    min-height: 46px;
    margin-block-start: var(--space-1);
  }
  .bar > * {
    grid-area: 1 / 1;
  }
  .bar:has(.selection) {
    position: sticky;
    inset-block-start: var(--kx-sticky-top, 0px);
    z-index: 3;
    background: var(--surface);
  }
  .bar:has(.selection) .count {
    visibility: hidden;
  }
  .selection {
    gap: var(--space-1) var(--space-3);
    padding: var(--space-1) var(--space-3);
    border: 1px solid var(--accent);
    border-radius: var(--radius-control);
    background: var(--accent-wash);
  }
  .how-many {
    white-space: nowrap;
  }
  .pair input {
    width: auto;
  }
  .primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  [disabled] {
    opacity: 0.5;
    cursor: default;
  }
  .done {
    margin-block-start: var(--space-3);
    padding: var(--space-1) var(--space-3);
    border-radius: var(--radius-control);
    background: var(--accent-wash);
  }
  .none {
    justify-content: center;
    gap: var(--space-3) var(--space-4);
    padding: calc(2 * var(--space-4)) var(--space-4);
    border: 1px dashed var(--line);
    border-radius: var(--radius-control);
    text-align: center;
  }
  .pager {
    margin-block-start: var(--space-4);
  }
  .pager .hint {
    margin-inline: var(--space-2);
    font-variant-numeric: tabular-nums;
  }
`;
