import { css } from "lit";

export const style = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-4);
    min-height: var(--control);
  }
  button {
    display: inline-flex;
    align-items: center;
    gap: 0 var(--space-3);
    max-width: calc(100% + 16px);
    margin-inline-start: calc(0px - var(--space-2));
    padding: 0 var(--space-2);
    border-color: transparent;
    background: transparent;
    text-align: start;
  }
  .track {
    flex: none;
    width: 40px;
    height: 24px;
    padding: 3px;
    border: 1px solid var(--edge);
    border-radius: var(--radius-pill);
    background: var(--edge);
  }
  .thumb {
    display: block;
    width: 16px;
    height: 16px;
    border-radius: var(--radius-pill);
    background: var(--surface);
    transition: transform 120ms ease-out;
  }
  :host([on]) .track {
    border-color: var(--accent);
    background: var(--accent);
  }
  :host([on]) .thumb {
    transform: translateX(16px);
  }
  :host([on]:dir(rtl)) .thumb {
    transform: translateX(-16px);
  }
  .name {
    flex: 1 1 0;
    min-width: min-content;
  }
  .state {
    min-width: 2em;
    white-space: nowrap;
    color: var(--quiet);
    font-weight: 400;
  }
  [role="status"] {
    color: var(--accent);
    font-size: var(--text-small);
  }
  [role="status"]:not(:empty)::before {
    content: "✓ " / "";
  }
  @media print {
    button {
      font-weight: 400;
    }
    .state {
      color: inherit;
      font-weight: 600;
    }
  }
  @media (forced-colors: active) {
    .track,
    .thumb {
      forced-color-adjust: none;
      border: 1px solid ButtonText;
      background: ButtonFace;
    }
    .thumb {
      background: ButtonText;
    }
    :host([on]) .track {
      background: Highlight;
    }
  }
`;
