import { css } from "lit";

export const style = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 16px;
    min-height: var(--control);
  }
  button {
    display: inline-flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0 12px;
    max-width: calc(100% + 16px);
    margin-inline-start: -8px;
    padding: 0 8px;
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
    border-radius: 12px;
    background: var(--edge);
  }
  .thumb {
    display: block;
    width: 16px;
    height: 16px;
    border-radius: 50%;
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
    color: var(--quiet);
    font-weight: 400;
  }
  [role="status"] {
    color: var(--accent);
    font-size: 0.875rem;
  }
  [role="status"]:not(:empty)::before {
    content: "✓ " / "";
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
