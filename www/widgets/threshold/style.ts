import { css } from "lit";

export const style = css`
  section,
  .slim {
    --tone: var(--below);
    --wash: var(--below-wash);
  }
  section {
    display: flex;
    flex-direction: column;
    height: 100%;
    padding: var(--pad);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .near {
    --tone: var(--amber);
    --wash: var(--amber-wash);
  }
  .reached,
  .medical-review {
    --tone: var(--red);
    --wash: var(--red-wash);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0 var(--space-3);
  }
  .slim {
    white-space: nowrap;
  }
  .unsure {
    white-space: normal;
  }
  .bucket,
  .balance {
    display: block;
  }
  .bucket {
    color: var(--quiet);
    font-size: var(--text-small);
  }
  .balance {
    color: var(--tone);
    font-variant-numeric: tabular-nums;
  }
  h3 {
    font-size: var(--text);
    font-weight: 400;
    line-height: 1.25;
  }
  .amount {
    display: block;
    font-size: var(--text-figure);
    font-weight: 700;
    letter-spacing: -0.01em;
    font-variant-numeric: tabular-nums;
  }
  .words {
    color: var(--quiet);
  }
  .status {
    padding: 2px var(--space-3);
    border-radius: var(--radius-pill);
    background: var(--wash);
    color: var(--tone);
    font-size: var(--text-small);
    font-weight: 600;
    white-space: nowrap;
  }
  .top .moment {
    flex: 1 0 100%;
    order: 1;
    color: var(--quiet);
    font-size: var(--text-small);
  }
  .before {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-2);
    margin-block-start: var(--space-2);
    font-variant-numeric: tabular-nums;
  }
  .before span {
    color: var(--quiet);
  }
  .unknown h3 {
    font-size: var(--text-large);
    font-weight: 600;
  }
  .notices {
    margin-block-end: var(--space-4);
  }
  h3 + .notices {
    margin-block-start: var(--space-4);
  }
  .bar {
    position: relative;
    flex: none;
    height: 8px;
    margin-block: var(--space-4) 28px;
  }
  .track {
    position: relative;
    height: 100%;
    border-radius: var(--radius-bar);
    background: var(--line);
    opacity: 0.75;
    overflow: hidden;
  }
  .fill,
  .today {
    position: absolute;
    inset: 0;
    background: var(--tone);
    transform: scaleX(var(--fraction, 0));
    transform-origin: left;
    transition: transform 200ms ease-out;
  }
  /* Hatched: not only a paler tint tells it from what was used before. */
  .today {
    background: repeating-linear-gradient(135deg, var(--tone) 0 3px, var(--line) 3px 6px);
    transform: scaleX(var(--now, 0));
  }
  .tick {
    position: absolute;
    inset-block: -4px;
    inset-inline-start: calc(100% * var(--threshold, 1) - 1px);
    width: 2px;
    background: var(--ink);
  }
  .tick.review {
    inset-inline-start: calc(100% * var(--review, 1) - 1px);
    background: var(--quiet);
  }
  .tick span {
    position: absolute;
    inset-block-start: calc(100% + 2px);
    inset-inline-end: -2px;
    color: var(--quiet);
    font-size: calc(var(--text-small) * 6 / 7);
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
    white-space: nowrap;
  }
  .kx-off {
    margin-block-end: var(--space-2);
  }
  :host(:dir(rtl)) :is(.fill, .today) {
    transform-origin: right;
  }
  dl,
  .visits {
    margin-block-end: 24px;
  }
  dl:has(+ .visits) {
    margin-block-end: var(--space-4);
  }
  /* Not of a slim one: what is contained has no width of its own. */
  :host(:not([slim])) {
    container-type: inline-size;
  }
  @container (min-width: 800px) {
    dl {
      grid-template-columns: repeat(6, minmax(0, 1fr)) !important;
    }
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(max(7.5rem, 30%), 1fr));
    gap: var(--gap);
  }
  dt {
    color: var(--quiet);
    font-size: var(--text-small);
  }
  dd {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  .visits {
    line-height: 1.45;
  }
  .other {
    display: grid;
    grid-template-columns: 1fr 136px;
    align-items: center;
    gap: 0 var(--space-4);
    padding-block-start: var(--space-4);
    border-block-start: 1px solid var(--line);
  }
  .refusal,
  .doubt {
    grid-column: 1 / -1;
  }
  .money {
    position: relative;
    display: block;
  }
  .money::before {
    content: "$";
    position: absolute;
    inset-block: 0;
    inset-inline-start: 12px;
    display: grid;
    align-items: center;
    color: var(--quiet);
  }
  .money input {
    padding-inline-start: 28px;
    text-align: end;
  }
  @media (max-width: 1199px) {
    .slim .moment {
      display: block;
      font-size: var(--text-small);
      line-height: 1.2;
    }
  }
  @media (max-width: 639.98px) {
    .slim .moment {
      font-size: calc(var(--text-small) * 0.85);
      line-height: 1;
    }
    .slim :is(.bucket, .balance) {
      line-height: 1.2;
    }
  }
  @media (max-width: 480px) {
    section {
      padding: var(--space-4);
    }
    .status {
      white-space: normal;
    }
    .other {
      grid-template-columns: 1fr;
      gap: var(--space-1);
    }
  }
  @media print {
    .other:has(:placeholder-shown) {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .track {
      border: 1px solid CanvasText;
    }
    .fill,
    .today {
      forced-color-adjust: none;
      background: Highlight;
    }
    .tick {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .status {
      border: 1px solid CanvasText;
    }
  }
`;
