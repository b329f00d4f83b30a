import { css } from "lit";

export const style = css`
  section {
    display: grid;
    gap: 12px;
    padding: var(--pad);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  h2 {
    font-size: var(--text-code);
  }
  h3 {
    font-size: var(--text);
    overflow-wrap: anywhere;
  }
  .packs,
  .rows,
  .add {
    display: grid;
    gap: 8px;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  .rows li {
    display: grid;
    gap: 2px;
  }
  .rows span {
    overflow-wrap: anywhere;
  }
  [type="file"] {
    border-color: transparent;
    padding: 0;
    align-content: center;
  }
  textarea {
    width: 100%;
    min-width: 0;
    padding: 8px 12px;
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
    .add {
      display: none;
    }
  }
`;
