// One palette, one measure and one set of controls for every widget. A host restyles them by setting the `--kx-…` properties further up;
// they are listed at `KxElement`.
import { css } from "lit";

export const tokens = css`
  :root,
  :host {
    --ink: var(--kx-ink, light-dark(#17232d, #e8eef2));
    --quiet: var(--kx-quiet, light-dark(#4d5c68, #a9b7c2));
    --surface: var(--kx-surface, light-dark(#ffffff, #182129));
    --ground: var(--kx-ground, light-dark(#f3f6f7, #10171c));
    --line: var(--kx-line, light-dark(#dbe2e6, #2e3b45));
    --edge: var(--kx-edge, light-dark(#778792, #7b8b97));
    --accent: var(--kx-accent, light-dark(#0b5a66, #5cc2cf));
    --on-accent: var(--kx-on-accent, light-dark(#ffffff, #06262b));
    --accent-wash: var(--kx-accent-wash, light-dark(#e6f2f3, #16323a));
    --amber: var(--kx-amber, light-dark(#7a4b00, #f0bd68));
    --amber-wash: var(--kx-amber-wash, light-dark(#fdf3e0, #33291a));
    --red: var(--kx-red, light-dark(#a02020, #ff9d94));
    --red-wash: var(--kx-red-wash, light-dark(#fcebea, #3a2022));
    --control: var(--kx-control-size, 40px);
    --pad: var(--kx-pad, 24px);
    --gap: var(--kx-gap, 16px);
    --radius: var(--kx-radius, 12px);
  }
  /* The --kx-… of the measure, so that what is inside follows. */
  :host([density="compact"]) {
    --kx-control-size: 32px;
    --kx-pad: 16px;
    --kx-gap: 12px;
    font-size: 0.9375rem;
  }
  :host([density="comfortable"]) {
    --kx-control-size: 40px;
    --kx-pad: 24px;
    --kx-gap: 16px;
  }
`;

/** For assistive technology only. */
export const outOfSight = css`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
`;

export const controls = css`
  :host {
    display: block;
    color: var(--ink);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  button,
  input:not([type="checkbox"]),
  select {
    min-height: var(--control);
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--surface);
    padding: 0 12px;
  }
  input:not([type="checkbox"]) {
    width: 100%;
    min-width: 0;
    font-variant-numeric: tabular-nums;
  }
  ::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
  select {
    min-width: 0;
    max-width: 100%;
  }
  button {
    cursor: pointer;
    font-weight: 600;
  }
  button.plain {
    border-color: transparent;
    background: transparent;
    color: var(--accent);
    padding: 0 8px;
  }
  @media (hover: hover) {
    button:hover {
      background: var(--accent-wash);
    }
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  [aria-invalid="true"] {
    border-color: var(--red) !important;
    box-shadow: inset 0 0 0 1px var(--red);
  }
  .refusal {
    color: var(--red);
    font-size: 0.875rem;
    line-height: 1.4;
    margin-block-start: 8px;
    overflow-wrap: break-word;
  }
  .doubt {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block: 8px;
    padding: 8px 12px;
    border: 1px solid var(--amber);
    border-radius: 8px;
    background: var(--amber-wash);
  }
  .doubt p {
    flex: 1 0 100%;
    color: var(--amber);
  }
  .hint {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .unseen {
    ${outOfSight}
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
  @media print {
    :host {
      --ink: #000;
      --quiet: #333;
      --surface: #fff;
      --ground: #fff;
      --line: #bbb;
      --edge: #777;
      color-scheme: light;
    }
    section,
    tr {
      break-inside: avoid;
    }
    button.plain,
    .passing {
      display: none !important;
    }
    input,
    select {
      border-color: transparent !important;
      padding: 0 !important;
      appearance: none;
    }
  }
`;
