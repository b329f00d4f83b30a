// Amounts that are added and taken away, as a column that a person can follow with a pencil.
import { css, html, nothing } from "lit";
import type { CivilDate, Money } from "kx-modifier";
import type { Voice } from "./explanation.js";

export interface Step {
  /** Id of the label. */
  label: string;
  args?: { readonly [name: string]: string };
  amount: Money;
  sign: "" | "−" | "=";
  /** The day of the amount. */
  on?: CivilDate;
  /** What is part of it, in words. */
  note?: string;
}

const SPOKEN = { "": "", "−": "ui.sum.less", "=": "ui.sum.equals" };

export function sum(steps: readonly Step[], { text, date, money, remains }: Voice) {
  return html`
    <dl class="sum" part="split">
      ${steps.map(
        ({ label, args, amount, sign, on, note }) => html`
        <div class=${sign === "=" ? "result" : ""}>
          <dt>${sign ? html`<span class="sign" aria-hidden="true">${sign}</span><span class="unseen">${text(SPOKEN[sign])} </span>` : nothing}${text(label, args)}${on || note ? html` <span class="hint">${[on ? date(on) : "", note ?? ""].filter(Boolean).join(" · ")}</span>` : nothing}</dt>
          <dd>${sign === "=" ? remains(amount) : money(amount)}</dd>
        </div>
      `,
      )}
    </dl>
  `;
}

export const sumStyle = css`
  .sums {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
    gap: var(--space-4) 32px;
  }
  .sums .name {
    margin-block-end: var(--space-1);
    font-size: var(--text-small);
    font-weight: 600;
  }
  .sum {
    display: grid;
    grid-template-columns: minmax(0, 32rem);
    gap: 0;
  }
  .sum > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--space-4);
    align-items: baseline;
    padding-block: 6px;
  }
  .sum dt {
    position: relative;
    padding-inline-start: 20px;
    color: var(--ink);
    font-size: var(--text);
  }
  .sum .sign {
    position: absolute;
    inset-inline-start: 0;
    font-weight: 600;
  }
  .sum dt .hint {
    display: block;
  }
  .sum dd {
    font-variant-numeric: tabular-nums;
    font-weight: 400;
    text-align: end;
    white-space: nowrap;
  }
  .sum .result {
    border-block-start: 1px solid var(--edge);
  }
  .sum .result :is(dt, dd) {
    font-weight: 600;
  }
  .sum .result dt .hint {
    font-weight: 400;
  }
`;
