import { css } from "lit";
import { readStyle } from "./read-style.js";

export const style = [
  readStyle,
  css`
  section {
    padding: 8px var(--pad);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .over {
    outline: 3px dashed var(--accent);
    outline-offset: -3px;
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
    gap: 0 16px;
  }
  .top {
    flex-wrap: nowrap;
    min-height: var(--control);
  }
  h2 {
    min-width: 0;
    font-size: 1rem;
  }
  h3,
  h4 {
    margin: 0;
    font-size: 1rem;
  }
  h3 {
    overflow-wrap: anywhere;
  }
  h4 {
    margin-block-end: 4px;
    font-size: 0.875rem;
  }
  .summary {
    flex: none;
    color: var(--accent);
    font-size: 0.875rem;
    font-weight: 600;
  }
  .toggle {
    flex: none;
    margin-inline: auto -8px;
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
    gap: 16px;
    padding-block: 8px 16px;
  }
  .zone {
    display: grid;
    gap: 8px;
    padding: 16px;
    border: 1px dashed var(--edge);
    border-radius: 8px;
  }
  .samples .plain:first-of-type {
    margin-inline-start: -8px;
  }
  .choose {
    position: relative;
    display: inline-grid;
    margin-inline-start: 8px;
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
    padding-inline: 12px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    font-weight: 600;
  }
  .choose :focus-visible + label {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  article,
  .accepted {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--line);
  }
  article > .what {
    margin-block-start: -12px;
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
    gap: 8px;
  }
  .accept {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .preview,
  .accepted > ul > li {
    padding: 12px 16px;
    border-radius: 8px;
    background: var(--ground);
    line-height: 1.45;
  }
  .accepted > ul {
    display: grid;
    gap: 8px;
  }
  .accepted .changes,
  .buckets {
    margin-block-start: 8px;
  }
  .changes li {
    padding-inline-start: 16px;
  }
  .changes li::before {
    content: "•" / "";
    margin-inline: -16px 8px;
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
    padding-block: 4px;
    cursor: pointer;
    line-height: 1.45;
  }
  .line-count {
    display: block;
  }
  .others ul,
  .segments {
    display: grid;
    gap: 4px;
  }
  .others ul {
    max-height: 320px;
    padding: 4px;
    overflow-y: auto;
  }
  .others li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    padding-block: 4px;
  }
  code {
    overflow-wrap: anywhere;
    font-size: 0.8125rem;
  }
  .segments code {
    color: var(--quiet);
  }
  @media (max-width: 480px) {
    section {
      padding: 8px 16px;
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
      padding: 12px;
    }
    .choose {
      display: grid;
      width: fit-content;
      margin: 8px 0 0;
    }
    .samples {
      flex-direction: column;
      align-items: start;
    }
    .samples .plain {
      margin-inline-start: -8px;
    }
    .line .undo {
      margin-inline-start: -8px;
    }
  }
`,
];
