import { css } from "lit";

export const style = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .holder {
    position: relative;
    display: inline-flex;
  }
  .chip {
    display: inline-flex;
    align-items: stretch;
    min-height: var(--chip-size, var(--control));
    border: 2px solid var(--added);
    border-radius: var(--radius-pill);
    font-weight: 700;
    white-space: nowrap;
  }
  .chip button {
    min-height: calc(var(--chip-size, var(--control)) - 4px);
    border: 0;
    border-radius: var(--radius-pill);
    background: transparent;
    color: inherit;
    font-weight: inherit;
  }
  .chip .face {
    padding-inline: var(--space-4);
  }
  .sign {
    margin-inline-end: 2px;
  }
  .added {
    background: var(--added);
    color: var(--on-added);
  }
  .added .face {
    font-size: 1.125em;
    letter-spacing: 0.02em;
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
  .add {
    padding-inline: var(--chip-pad, var(--space-3));
  }
  .leave,
  .remove,
  .attest-it,
  .way {
    padding-inline: var(--way-pad, var(--space-3));
  }
  :is(:host, [data-lock], .holder) > .plain {
    padding-inline: var(--way-pad, var(--space-2));
  }
  /* Text with its sign: what there is to press stands beside it. */
  .check {
    border-color: transparent;
    font-weight: 600;
  }
  .check:not(.on) :is(.text, .face) {
    padding-inline: 0;
  }
  .check.on {
    border-color: var(--edge-of-state);
    border-width: 1px;
    background: var(--check-wash);
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
    padding-inline: var(--chip-pad, var(--space-4));
  }
  .none {
    display: flex;
    align-items: center;
    min-height: var(--chip-size, var(--control));
    color: var(--quiet);
  }
  .add,
  .leave,
  .attest-it,
  .way {
    min-height: var(--way-size, var(--control));
    border-color: var(--way-edge, var(--accent));
    color: var(--accent);
  }
  .remove,
  :is(:host, [data-lock], .holder) > .plain {
    min-height: var(--way-size, var(--control));
  }
  /* Left off and added are one question: neither answer is made to look lesser. */
  .leave {
    border-color: var(--accent);
  }
  .remove {
    border-color: transparent;
    background: transparent;
    color: var(--accent);
    font-weight: 500;
  }
  .add {
    min-height: var(--chip-size, var(--control));
    border-color: var(--accent);
    background: var(--add-ground, var(--accent));
    color: var(--add-ink, var(--on-accent));
  }
  .answers .add {
    background: var(--accent);
    color: var(--on-accent);
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
  .holder:has(> .tip) {
    anchor-name: --face;
  }
  .tip.floating {
    position-anchor: --face;
    position-try-fallbacks: --beside, --above, --below-it, --across, --in-view;
  }
  @position-try --beside {
    position-area: inline-start span-block-end;
  }
  @position-try --above {
    position-area: block-start span-inline-end;
  }
  @position-try --below-it {
    position-anchor: --chip;
    position-area: block-end span-inline-end;
  }
  /* Where the chip stands too far in for the whole width. */
  @position-try --across {
    position-area: block-start span-all;
  }
  @position-try --in-view {
    position-area: none;
    inset-block: auto 8px;
    inset-inline: auto 8px;
  }
  .tip {
    position: absolute;
    z-index: 10;
    /* Beside: above and below are the buttons of other lines. Where there is no room for it, above. */
    position-area: inline-start span-block-start;
    inset-block-end: 100%;
    inset-inline-start: 0;
    width: min(336px, calc(100vw - 32px));
    margin: 0;
    /* In place of a gap: the pointer can travel from the chip to the text without leaving either. */
    padding: var(--space-2);
    border: 0;
    background: none;
    font-weight: 400;
  }
  /* Opened by a key it lies over the fields before it: a press is meant for them. */
  .tip:not(.hovered) {
    pointer-events: none;
  }
  [role="tooltip"] {
    display: block;
    padding: var(--space-3) var(--space-4);
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
    gap: var(--space-2);
    width: min(352px, calc(100vw - 32px));
    margin: var(--space-2) 0;
    padding: var(--space-4);
    border: 1px solid var(--edge);
    border-radius: var(--radius-control);
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--shadow);
  }
  /* A question that is read before it is answered. */
  .attest {
    width: min(480px, calc(100vw - 32px));
  }
  .dialog:not([popover]),
  .dialog:popover-open {
    display: grid;
  }
  /* In one hand: at the foot of the screen, and the line that it asks about stays in sight above. */
  @media (max-width: 639.98px) {
    .dialog.floating[popover] {
      position-area: none;
      position-try-fallbacks: none;
      inset: auto 0 0 0;
      width: auto;
      max-width: none;
      max-height: 60dvh;
      margin: 0;
      padding-block-end: max(var(--space-4), env(safe-area-inset-bottom));
      border-width: 1px 0 0;
      border-radius: var(--radius) var(--radius) 0 0;
    }
  }
  #question,
  #ask {
    font-weight: 600;
  }
  #open {
    line-height: 1.4;
  }
  #open b {
    font-size: var(--text-small);
  }
  .dialog ul {
    display: grid;
    gap: var(--space-1);
  }
  .dialog li button {
    width: 100%;
    padding-block: var(--space-1);
    font-weight: 400;
    line-height: 1.4;
    text-align: start;
    white-space: normal;
  }
  .dialog:not(.attest) form {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--space-1) var(--space-2);
  }
  form label {
    grid-column: 1 / -1;
    color: var(--quiet);
    font-size: var(--text-small);
  }
  .attesting,
  .attesting fieldset {
    display: grid;
    gap: 4px;
  }
  .attesting fieldset {
    margin: 0 0 4px;
    padding: 0;
    border: 0;
  }
  .attesting legend {
    padding: 0;
    color: var(--quiet);
    font-size: var(--text-small);
  }
  .attesting .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 8px;
    align-items: center;
    min-height: 24px;
    color: inherit;
    line-height: 1.35;
  }
  .attesting [type="radio"] {
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--accent);
  }
  .attest .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
  }
  #shown {
    display: grid;
    gap: 6px;
    line-height: 1.45;
  }
  /* Where a line has no room, nobody is offered to attest to a record that is not complete. */
  .holder > .early[aria-expanded="false"] {
    display: var(--early-attest, inline-block);
  }
  .dialog > .plain {
    justify-self: start;
    margin-inline-start: -8px;
  }
  @media (hover: hover) {
    .chip button:hover {
      background: rgb(127 127 127 / 0.2);
    }
    .add:hover {
      text-decoration: underline;
    }
    .remove:hover {
      background: var(--accent-wash);
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
    .tip,
    .dialog,
    button.plain {
      display: none !important;
    }
    .chip {
      border-color: currentColor;
      background: none;
      color: inherit;
    }
  }
`;
