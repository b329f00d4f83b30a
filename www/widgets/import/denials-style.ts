import { css } from "lit";

export const denialsStyle = css`
  .denials > ul {
    display: grid;
    gap: var(--space-3);
  }
  .denial {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius-control);
    background: var(--surface);
    line-height: 1.45;
  }
  .verdict {
    color: var(--quiet);
  }
  .kx-missing .verdict {
    color: var(--red);
  }
  :is(.below-threshold, .has-kx) .verdict {
    color: var(--amber);
  }
  .terms {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) 32px;
  }
  .terms dt,
  .attesting label,
  .request .label {
    color: var(--quiet);
    font-size: var(--text-small);
  }
  .terms dd {
    font-variant-numeric: tabular-nums;
  }
  .attesting {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }
  .attesting :is(.hint, .refusal) {
    flex-basis: 100%;
    margin: 0;
  }
  .leaving {
    display: grid;
    gap: var(--space-2);
    padding-inline-start: var(--space-3);
    border-inline-start: 2px solid var(--line);
  }
  .leaving .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .attesting input {
    flex: 0 1 16rem;
  }
  pre {
    margin: var(--space-1) 0 var(--space-2);
    padding: var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius-control);
    background: var(--ground);
    font: inherit;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
