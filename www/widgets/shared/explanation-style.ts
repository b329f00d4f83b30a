import { css } from "lit";

export const explanationStyle = css`
  .notices,
  .conditions {
    display: grid;
    gap: 8px;
  }
  .notices li,
  .conditions li {
    display: flex;
    align-items: baseline;
    gap: 12px;
    line-height: 1.45;
  }
  .notices li {
    padding: 8px 12px;
    border-radius: 8px;
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
    font-size: 0.875rem;
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
  .unmet .mark {
    color: var(--red);
  }
  .explanation {
    display: grid;
    gap: var(--gap);
    padding: var(--gap);
    border-radius: 8px;
    background: var(--ground);
  }
  .notices + .explanation {
    margin-block-start: 8px;
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
      gap: 0 12px;
    }
  }
  @media (forced-colors: active) {
    .notices li,
    .explanation {
      border: 1px solid CanvasText;
    }
  }
`;
