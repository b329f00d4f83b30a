import { css } from "lit";

export const style = css`
  section {
    display: grid;
    gap: var(--space-3);
    padding: var(--pad);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  h2 {
    font-size: var(--text-large);
  }
  h3 {
    font-size: var(--text);
    overflow-wrap: anywhere;
  }
  .packs,
  .rows,
  .add {
    display: grid;
    gap: var(--space-2);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-3);
  }
  .rows li {
    display: grid;
    gap: 2px;
  }
  .rows span {
    overflow-wrap: anywhere;
  }
  .file {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }
  textarea {
    width: 100%;
    min-width: 0;
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--edge);
    border-radius: var(--radius-control);
    background: var(--surface);
    color: inherit;
    font: 0.875rem / 1.4 ui-monospace, monospace;
    resize: vertical;
  }
  .add > button {
    justify-self: start;
  }
  .add > .refusal {
    margin: 0;
  }
  [role="status"] {
    color: var(--accent);
    font-size: var(--text-small);
  }
  [role="status"]:not(:empty)::before {
    content: "✓ " / "";
  }
  @media print {
    h2 + .hint,
    .add {
      display: none;
    }
  }
`;
