import { css } from "lit";

export const style = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .holder {
    position: relative;
    display: inline-flex;
  }
  .chip {
    display: inline-flex;
    align-items: stretch;
    min-height: var(--control);
    border: 2px solid var(--added);
    border-radius: var(--radius-pill);
    font-weight: 700;
    white-space: nowrap;
  }
  .chip button {
    min-height: calc(var(--control) - 4px);
    border: 0;
    border-radius: var(--radius-pill);
    background: transparent;
    color: inherit;
    font-weight: inherit;
  }
  .chip .face {
    padding-inline: 16px;
  }
  .sign {
    margin-inline-end: 2px;
  }
  .added {
    background: var(--added);
    color: var(--on-added);
  }
  .added .face {
    padding-inline-end: 4px;
    font-size: 1.125em;
    letter-spacing: 0.02em;
  }
  .added .off {
    min-width: 36px;
    padding: 0 6px;
    font-size: var(--text-small);
  }
  .added button:focus-visible {
    outline-color: var(--on-added);
    outline-offset: calc(0px - var(--focus-width));
  }
  .check,
  .blocked {
    --edge-of-state: var(--check);
    border-color: var(--edge-of-state);
    color: var(--edge-of-state);
  }
  .check .face,
  .blocked .face,
  .add,
  .remove,
  .way {
    padding-inline: var(--chip-pad, 12px);
  }
  :host > .plain {
    padding-inline: var(--chip-pad, 8px);
  }
  .check {
    border-style: dashed;
    background: var(--check-wash);
  }
  .check.on {
    border-style: solid;
  }
  .blocked {
    --edge-of-state: var(--blocked);
    border-width: 2px;
    border-radius: var(--radius-control);
    outline: 1px solid var(--blocked);
    outline-offset: 1px;
    background: var(--blocked-wash);
  }
  .declined {
    border-color: var(--declined-edge);
    color: var(--declined);
    font-weight: 600;
  }
  .text {
    align-self: center;
    padding-inline: 16px;
  }
  .none {
    display: flex;
    align-items: center;
    min-height: var(--control);
    color: var(--quiet);
  }
  .add,
  .remove,
  .way {
    border-color: var(--accent);
    color: var(--accent);
  }
  .reason,
  .explanation {
    flex-basis: 100%;
  }
  /* By the whole chip, so that neither covers its buttons: those are what comes next. */
  :host {
    anchor-name: --chip;
  }
  .floating {
    position-anchor: --chip;
    position-try-fallbacks: flip-block, --in-view;
    position-visibility: anchors-visible;
  }
  .floating[popover] {
    position: fixed;
    inset: auto;
    overflow: auto;
    max-height: calc(100dvh - 16px);
  }
  @position-try --in-view {
    position-area: none;
    inset-block: auto 8px;
    inset-inline: auto 8px;
  }
  .tip {
    position: absolute;
    z-index: 10;
    /* Above: below are the buttons and what there is to say of the line. */
    position-area: block-start span-inline-end;
    inset-block-end: 100%;
    inset-inline-start: 0;
    width: min(336px, calc(100vw - 32px));
    margin: 0;
    /* In place of a gap: the pointer can travel from the chip to the text without leaving either. */
    padding: 8px 0;
    border: 0;
    background: none;
    font-weight: 400;
  }
  [role="tooltip"] {
    display: block;
    padding: 12px 16px;
    border: 1px solid var(--edge);
    border-radius: var(--radius-control);
    background: var(--tip);
    color: var(--on-tip);
    font-size: calc(var(--text) * 0.9375);
    line-height: 1.45;
    white-space: normal;
    box-shadow: var(--shadow);
  }
  .dialog {
    position: absolute;
    z-index: 10;
    position-area: block-end span-inline-end;
    inset-block-start: calc(100% + 8px);
    inset-inline-start: 0;
    gap: 8px;
    width: min(352px, calc(100vw - 32px));
    margin: 8px 0;
    padding: 16px;
    border: 1px solid var(--edge);
    border-radius: var(--radius-control);
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--shadow);
  }
  .dialog:not([popover]),
  .dialog:popover-open {
    display: grid;
  }
  #question {
    font-weight: 600;
  }
  .dialog ul {
    display: grid;
    gap: 4px;
  }
  .dialog li button {
    width: 100%;
    padding-block: 4px;
    font-weight: 400;
    line-height: 1.4;
    text-align: start;
    white-space: normal;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 8px;
  }
  form label {
    grid-column: 1 / -1;
    color: var(--quiet);
    font-size: var(--text-small);
  }
  .dialog > .plain {
    justify-self: start;
    margin-inline-start: -8px;
  }
  @media (hover: hover) {
    .chip button:hover {
      background: rgb(127 127 127 / 0.2);
    }
  }
  @media (forced-colors: active) {
    .chip.added {
      border-style: double;
      border-width: 4px;
    }
    .chip.blocked {
      border-width: 4px;
    }
  }
  @media print {
    fieldset > button,
    .off,
    .tip,
    .dialog,
    button.plain {
      display: none !important;
    }
    .added .face {
      padding-inline-end: 16px;
    }
    .chip {
      border-color: currentColor;
      background: none;
      color: inherit;
    }
  }
`;
