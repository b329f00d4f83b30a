import { css } from "lit";
import { readStyle } from "./read-style.js";

export const style = [
  readStyle,
  css`
  section {
    padding: var(--space-2) var(--pad);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .over {
    outline: var(--focus-width) dashed var(--focus);
    outline-offset: calc(0px - var(--focus-width));
    background: var(--accent-wash);
  }
  .top,
  .line,
  .actions,
  .samples,
  .counts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-4);
  }
  .top {
    flex-wrap: nowrap;
    min-height: var(--control);
  }
  h2 {
    min-width: 0;
    font-size: var(--text-large);
  }
  h3,
  h4 {
    margin: 0;
    font-size: var(--text);
  }
  h3 {
    overflow-wrap: anywhere;
  }
  h4 {
    margin-block-end: var(--space-1);
    font-size: var(--text-small);
  }
  .summary {
    flex: none;
    color: var(--accent);
    font-size: var(--text-small);
    font-weight: 600;
  }
  .toggle {
    flex: none;
    margin-inline: auto calc(0px - var(--space-2));
  }
  .toggle::after {
    content: " ▾" / "";
  }
  .toggle[aria-expanded="true"]::after {
    content: " ▴" / "";
  }
  #body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
    padding-block: var(--space-2) var(--space-4);
  }
  .zone {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-4);
    border: 1px dashed var(--edge);
    border-radius: var(--radius-control);
  }
  .samples .plain:first-of-type {
    margin-inline-start: calc(0px - var(--space-2));
  }
  .choose {
    position: relative;
    display: inline-grid;
    margin-inline-start: var(--space-2);
  }
  .choose input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    min-height: 0;
    padding: 0;
    opacity: 0;
    cursor: pointer;
  }
  .choose label {
    display: grid;
    align-items: center;
    min-height: 38px;
    padding-inline: var(--space-3);
    border: 1px solid var(--edge);
    border-radius: var(--radius-control);
    font-weight: 600;
  }
  .choose :focus-visible + label {
    outline: var(--focus-width) solid var(--focus);
    outline-offset: var(--focus-offset);
  }
  article,
  .accepted {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
    padding-block-start: var(--space-4);
    border-block-start: 1px solid var(--line);
  }
  .folded {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-3);
    padding-block: var(--space-2) 0;
  }
  .folded .actions {
    margin-inline-start: auto;
  }
  .split summary {
    width: fit-content;
    min-height: 24px;
    color: var(--accent);
    font-size: var(--text-small);
    cursor: pointer;
  }
  article > .what {
    margin-block-start: calc(0px - var(--space-3));
  }
  .mark,
  .clean {
    color: var(--accent);
  }
  .clean {
    font-weight: 600;
    white-space: nowrap;
  }
  .denied {
    color: var(--red);
  }
  .actions {
    gap: var(--space-2);
  }
  .reason {
    display: inline-block;
  }
  .reason::first-letter {
    text-transform: uppercase;
  }
  .accept {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .preview,
  .accepted > ul > li {
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-control);
    background: var(--ground);
    line-height: 1.45;
  }
  .accepted > ul {
    display: grid;
    gap: var(--space-2);
  }
  .accepted .changes,
  .buckets {
    margin-block-start: var(--space-2);
  }
  .changes li {
    padding-inline-start: var(--space-4);
  }
  .changes li::before {
    content: "•" / "";
    margin-inline: calc(0px - var(--space-4)) var(--space-2);
    color: var(--quiet);
  }
  .same {
    color: var(--quiet);
  }
  .line .undo {
    margin-inline-start: auto;
  }
  summary {
    min-height: 32px;
    padding-block: var(--space-1);
    cursor: pointer;
    line-height: 1.45;
  }
  .line-count {
    display: block;
  }
  .others ul,
  .segments {
    display: grid;
    gap: var(--space-1);
  }
  .others ul {
    max-height: 320px;
    padding: var(--space-1);
    overflow-y: auto;
  }
  .others li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-1) var(--space-4);
    padding-block: var(--space-1);
  }
  code {
    overflow-wrap: anywhere;
    font-size: var(--text-small);
  }
  .segments code {
    color: var(--quiet);
  }
  @media (max-width: 480px) {
    section {
      padding: var(--space-2) var(--space-4);
    }
    .top {
      flex-wrap: wrap;
    }
    h2 {
      flex: 1;
    }
    .summary {
      order: 1;
      flex-basis: 100%;
    }
    .zone {
      padding: var(--space-3);
    }
    .choose {
      display: grid;
      width: fit-content;
      margin: var(--space-2) 0 0;
    }
    .samples {
      flex-direction: column;
      align-items: start;
    }
    .samples .plain {
      margin-inline-start: calc(0px - var(--space-2));
    }
    .line .undo {
      margin-inline-start: calc(0px - var(--space-2));
    }
  }
`,
];
