import { css } from "lit";

export const explanationStyle = css`
  .notices,
  .conditions {
    display: grid;
    gap: var(--space-2);
  }
  .notices li,
  .conditions li {
    display: flex;
    align-items: baseline;
    gap: var(--space-3);
    line-height: 1.45;
  }
  .notices li {
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-control);
  }
  .notices .error {
    background: var(--red-wash);
  }
  .notices .warning {
    background: var(--amber-wash);
  }
  .notices .info {
    background: var(--accent-wash);
  }
  .conclusion {
    font-weight: 600;
    line-height: 1.45;
  }
  .badge,
  .mark {
    flex: none;
    font-size: var(--text-small);
    font-weight: 700;
  }
  .error .badge {
    color: var(--red);
  }
  .warning .badge {
    color: var(--amber);
  }
  .info .badge {
    color: var(--accent);
  }
  .mark {
    min-width: 96px;
  }
  .met .mark {
    color: var(--accent);
  }
  /* Conditions for adding KX automatically: one that is not met is no fault. */
  .unmet .mark {
    color: var(--quiet);
  }
  .conditions-heading {
    margin-block-end: calc(var(--space-1) - var(--gap));
    color: var(--quiet);
    font-size: var(--text-small);
    font-weight: 600;
  }
  .explanation {
    display: grid;
    gap: var(--gap);
    padding: var(--gap);
    border-radius: var(--radius-control);
    background: var(--ground);
  }
  .notices + .explanation {
    margin-block-start: var(--space-2);
  }
  .why::after {
    content: " ▾" / "";
  }
  .why[aria-expanded="true"]::after {
    content: " ▴" / "";
  }
  @media (max-width: 639px) {
    .notices li,
    .conditions li {
      flex-wrap: wrap;
      gap: 0 var(--space-3);
    }
  }
  @media (forced-colors: active) {
    .notices li,
    .explanation {
      border: 1px solid CanvasText;
    }
  }
`;
