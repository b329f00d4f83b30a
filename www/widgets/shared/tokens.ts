// One palette, one measure and one set of controls for every widget. A host restyles them by setting the `--kx-…` properties further up;
// they are listed at `KxElement`.
import { css, unsafeCSS } from "lit";

/** Each colour in light and in dark. */
const palette: { readonly [name: string]: readonly [light: string, dark: string] } = {
  ink: ["#17232d", "#e8eef2"],
  quiet: ["#4d5c68", "#a9b7c2"],
  surface: ["#ffffff", "#182129"],
  ground: ["#f3f6f7", "#10171c"],
  line: ["#dbe2e6", "#2e3b45"],
  edge: ["#778792", "#7b8b97"],
  accent: ["#0b5a66", "#5cc2cf"],
  "on-accent": ["#ffffff", "#06262b"],
  "accent-wash": ["#e6f2f3", "#16323a"],
  amber: ["#7a4b00", "#f0bd68"],
  "amber-wash": ["#fdf3e0", "#33291a"],
  red: ["#a02020", "#ff9d94"],
  "red-wash": ["#fcebea", "#3a2022"],
  tip: ["#17232d", "#e8eef2"],
  "on-tip": ["#ffffff", "#17232d"],
};
const colors = (written: (light: string, dark: string) => string) =>
  unsafeCSS(
    Object.entries(palette)
      .map(([name, [light, dark]]) => `--${name}: var(--kx-${name}, ${written(light, dark)});`)
      .join("\n"),
  );
const LIGHT_DARK = unsafeCSS("(color: light-dark(#000, #fff))");

export const tokens = css`
  :root,
  :host {
    ${colors((light) => light)}
    --below: var(--kx-below, var(--ink));
    --below-wash: var(--kx-below-wash, var(--ground));
    --added: var(--kx-added, var(--accent));
    --on-added: var(--kx-on-added, var(--on-accent));
    --check: var(--kx-check, var(--amber));
    --check-wash: var(--kx-check-wash, var(--amber-wash));
    --blocked: var(--kx-blocked, var(--red));
    --blocked-wash: var(--kx-blocked-wash, var(--red-wash));
    --declined: var(--kx-declined, var(--quiet));
    --declined-edge: var(--kx-declined-edge, var(--line));
    --focus: var(--kx-focus, var(--accent));
    --focus-width: var(--kx-focus-width, 3px);
    --focus-offset: var(--kx-focus-offset, 2px);
    --shadow: var(--kx-shadow, 0 8px 24px rgb(0 0 0 / 0.2));
    --text: var(--kx-text, 1rem);
    --text-small: var(--kx-text-small, 0.875rem);
    --text-code: var(--kx-text-code, 1.125rem);
    --text-large: var(--kx-text-large, 1.125rem);
    --text-figure: var(--kx-text-figure, 2rem);
    --control: var(--kx-control-size, 40px);
    --pad: var(--kx-pad, 24px);
    --gap: var(--kx-gap, 16px);
    --space-1: var(--kx-space-1, 4px);
    --space-2: var(--kx-space-2, 8px);
    --space-3: var(--kx-space-3, 12px);
    --space-4: var(--kx-space-4, 16px);
    --radius: var(--kx-radius, 12px);
    --radius-control: var(--kx-radius-control, 8px);
    --radius-bar: var(--kx-radius-bar, 4px);
    --radius-pill: var(--kx-radius-pill, 999px);
  }
  @supports ${LIGHT_DARK} {
    :root,
    :host {
      ${colors((light, dark) => `light-dark(${light}, ${dark})`)}
    }
  }
  /* Older browsers: light, on a dark page too. */
  @supports not ${LIGHT_DARK} {
    :host {
      background: var(--surface);
      color-scheme: light;
    }
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
  /* What a page sets for its own text around a widget stays outside; its typeface and size come in. */
  :host {
    display: block;
    color: var(--ink);
    font-style: normal;
    font-weight: 400;
    letter-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-spacing: normal;
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
  h2,
  h3 {
    font-weight: 600;
    line-height: 1.25;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  button,
  input:not([type="checkbox"], [type="radio"]),
  select {
    min-height: var(--control);
    border: 1px solid var(--edge);
    border-radius: var(--radius-control);
    background: var(--surface);
    padding: 0 var(--space-3);
  }
  input:not([type="checkbox"], [type="radio"]) {
    width: 100%;
    min-width: 0;
    font-variant-numeric: tabular-nums;
  }
  /* What is not chosen is filled and edged as any other field is; the browser's own is gray on every surface. */
  :is([type="checkbox"], [type="radio"]):not(:checked, :indeterminate) {
    appearance: none;
    border: 1px solid var(--edge);
    border-radius: 4px;
    background: var(--surface);
  }
  [type="radio"]:not(:checked, :indeterminate) {
    border-radius: 50%;
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
    font-weight: 500;
    padding: 0 var(--space-2);
  }
  @media (hover: hover) {
    /* A button that is filled keeps its ground: its words are of a colour for that one. */
    :where(button):hover,
    button.plain:hover {
      background: var(--accent-wash);
    }
  }
  /* A fieldset around all, for what it disables. */
  [data-lock] {
    display: contents;
  }
  [data-lock="readonly"] :is(button:not([aria-controls], .face, .reads, [role="switch"]), .search, .zone) {
    display: none !important;
  }
  [data-lock="readonly"] :is(input, select, textarea):not(.reads) {
    border-color: transparent;
    background: none;
    cursor: auto;
  }
  [data-lock="readonly"] :is(input:not([type="checkbox"]), select, textarea):not(.reads) {
    padding-inline: 0;
    resize: none;
    appearance: none;
  }
  [data-lock="readonly"] [role="switch"],
  :disabled {
    cursor: auto;
  }
  [data-lock="disabled"] :is(button, input, select, textarea):disabled {
    opacity: 0.6;
  }
  .lock {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    margin-block: var(--space-1);
    color: var(--quiet);
    font-size: var(--text-small);
  }
  .lock svg {
    flex: none;
    width: 1em;
    height: 1em;
    fill: currentColor;
  }
  :focus-visible {
    outline: var(--focus-width) solid var(--focus);
    outline-offset: var(--focus-offset);
  }
  [aria-invalid="true"] {
    border-color: var(--red) !important;
    box-shadow: inset 0 0 0 1px var(--red);
  }
  .refusal {
    color: var(--red);
    font-size: var(--text-small);
    line-height: 1.4;
    margin-block-start: var(--space-2);
    overflow-wrap: break-word;
  }
  .doubt {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    margin-block: var(--space-2);
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--amber);
    border-radius: var(--radius-control);
    background: var(--amber-wash);
  }
  .doubt p {
    flex: 1 0 100%;
    color: var(--amber);
  }
  .hint {
    color: var(--quiet);
    font-size: var(--text-small);
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
    /* What may be typed is no value. */
    ::placeholder {
      color: transparent;
    }
    input:not([type="checkbox"], [type="radio"]),
    select {
      border-color: transparent !important;
      padding: 0 !important;
      appearance: none;
    }
  }
`;
