// What is at stake: the sentence in the head of a queue, and the same by clinic and therapist.
import { css, html, nothing } from "lit";
import type { AtStake, totalAtStake } from "kx-modifier";
import type { Voice } from "./explanation.js";

export type Stake = ReturnType<typeof totalAtStake>;

type Kinds = readonly (readonly [kind: keyof AtStake, label: string])[];

/** What each list counts, by a name of its own: the amounts of one are not those of the other. */
const KINDS: { readonly lines: Kinds; readonly claims: Kinds } = {
  lines: [
    ["onHold", "ui.stake.lines.on-hold"],
    ["denied", "ui.stake.denied"],
    ["atRisk", "ui.stake.lines.at-risk"],
  ],
  claims: [
    ["onHold", "ui.stake.claims.on-hold"],
    ["atRisk", "ui.stake.claims.at-risk"],
  ],
};

const isNothing = (amount: string): boolean => /^0*(\.0*)?$/.test(amount);

/** Nothing where nothing is at stake. `of`: what this list counts, lines or whole claims. Its lines are kept free while it is `awaited`, so
 *  that nothing below them moves. */
export function stakes(stake: Stake | null, of: "lines" | "claims", { text, money }: Voice, awaited: boolean) {
  if (!stake && awaited) return html`<div class="stake awaited" aria-hidden="true"><p>&nbsp;</p><div class="summary"></div></div>`;
  // A column of nothing reads as if something had been counted.
  const kinds = stake ? KINDS[of].filter(([kind]) => !isNothing(stake.total[kind])) : [];
  if (!stake || kinds.length === 0) return nothing;
  const rows = stake.rows.filter((row) => !kinds.every(([kind]) => isNothing(row[kind])));
  const named = (name: string | null): string => name ?? text("ui.stake.none");
  const cell = (words: string, role: "cell" | "columnheader" | "rowheader", amount = false) =>
    html`<span role=${role} class=${amount ? "amount" : ""}>${words}</span>`;
  const amounts = (row: AtStake) => kinds.map(([kind]) => cell(money(row[kind]), "cell", true));
  // Of a host that names nobody the table would say the sums once more.
  const isNamed = rows.some(({ clinic, therapist }) => clinic !== null || therapist !== null);
  // No table element: a queue styles and folds its own.
  return html`
    <div class="stake" part="stake">
      <p><span class="hint">${text("ui.stake.heading")}</span> ${kinds.map(([kind, label]) => html`<span class="sum">${text(label)}: <b>${money(stake.total[kind])}</b></span>`)}</p>
      ${
        isNamed
          ? html`<details>
        <summary>${text("ui.stake.show")}</summary>
        <div role="table" class="stakes" aria-label=${text("ui.stake.show")}>
          <div role="row" class="names">${cell(text("ui.stake.clinic"), "columnheader")}${cell(text("ui.worklist.therapist"), "columnheader")}${kinds.map(([, label]) => cell(text(label), "columnheader", true))}</div>
          ${rows.map((row) => html`<div role="row">${cell(named(row.clinic), "cell")}${cell(named(row.therapist), "rowheader")}${amounts(row)}</div>`)}
          <div role="row" class="total">${cell(text("ui.stake.total"), "rowheader")}${cell("", "cell")}${amounts(stake.total)}</div>
        </div>
      </details>`
          : nothing
      }
    </div>
  `;
}

/** What a file has of it: headings, and the amounts of one patient or claim. */
export const stakeHeads = (of: "lines" | "claims", text: Voice["text"]): string[] => KINDS[of].map(([, label]) => text(label));
export const stakeCells = (of: "lines" | "claims", stake: AtStake | undefined): string[] => KINDS[of].map(([kind]) => stake?.[kind] ?? "");

export const stakeStyle = css`
  .stake {
    display: grid;
    gap: var(--space-1);
    margin-block: var(--space-2);
  }
  .stake p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
    align-items: baseline;
  }
  .stake :is(summary, .summary) {
    width: fit-content;
    min-height: 24px;
    color: var(--accent);
    font-size: var(--text-small);
    cursor: pointer;
  }
  .stakes {
    display: table;
    max-width: 100%;
    font-size: var(--text-small);
    line-height: 1.4;
  }
  .stakes > div {
    display: table-row;
  }
  .stakes span {
    display: table-cell;
    padding-block: var(--space-1);
    padding-inline-end: var(--space-4);
    border-block-start: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .stakes .amount {
    font-variant-numeric: tabular-nums;
    overflow-wrap: normal;
    text-align: end;
    white-space: nowrap;
  }
  .stakes .names span {
    border: 0;
    color: var(--quiet);
  }
  .stakes .total span {
    font-weight: 600;
  }
  /* Paper unfolds nothing, and has what was. */
  @media print {
    .stake.awaited,
    .stake details:not([open]) {
      display: none;
    }
    .stake summary {
      list-style: none;
    }
  }
  @media (max-width: 639.98px) {
    .stakes span {
      padding-inline-end: 6px;
    }
    .names .amount {
      white-space: normal;
    }
  }
`;
