import { css } from "lit";
import { outOfSight } from "../shared/tokens.js";

export const style = css`
  section,
  .slim {
    --tone: var(--accent);
    --wash: var(--accent-wash);
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
    gap: 0 12px;
  }
  .slim {
    white-space: nowrap;
  }
  .bucket,
  .balance {
    display: block;
  }
  .bucket {
    color: var(--quiet);
    font-size: calc(var(--text-small) * 13 / 14);
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
  .after {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--space-3);
    margin-block-start: var(--space-3);
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-control);
    background: var(--wash);
  }
  .after.below {
    --tone: var(--accent);
    --wash: var(--accent-wash);
  }
  .after b {
    font-size: var(--text-large);
    font-variant-numeric: tabular-nums;
  }
  .after .tone {
    color: var(--tone);
    font-size: var(--text-small);
    font-weight: 600;
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
    flex: none;
    height: 8px;
    margin-block: var(--space-4) 24px;
    border-radius: var(--radius-bar);
    background: var(--line);
    overflow: hidden;
  }
  .fill {
    width: 100%;
    height: 100%;
    border-radius: var(--radius-bar);
    background: var(--tone);
    transform: scaleX(var(--fraction, 0));
    transform-origin: left;
    transition: transform 200ms ease-out;
  }
  :host(:dir(rtl)) .fill {
    transform-origin: right;
  }
  dl,
  .visits {
    margin-block-end: 24px;
  }
  dl:has(+ .visits) {
    margin-block-end: var(--space-4);
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
      ${outOfSight}
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
    .bar {
      border: 1px solid CanvasText;
    }
    .fill {
      forced-color-adjust: none;
      background: Highlight;
    }
    .status,
    .after {
      border: 1px solid CanvasText;
    }
  }
`;
