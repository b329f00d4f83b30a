import { css } from "lit";
import { outOfSight } from "../shared/tokens.js";

export const style = css`
  :is(.screen, section[part="card"]) {
    container-type: inline-size;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gap);
    padding: var(--pad);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    line-height: 1.45;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: var(--space-1) 24px;
  }
  .top + .hint {
    margin-block-start: calc(0px - var(--space-3));
  }
  h2 {
    font-size: var(--text-large);
  }
  h3 {
    margin-block-end: var(--space-2);
    font-size: var(--text);
  }
  h3 + .hint {
    margin-block: calc(0px - var(--space-2)) var(--space-2);
  }
  .due {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-2);
    font-size: var(--text-large);
  }
  .error,
  .status.missing {
    color: var(--red);
  }
  .warning,
  .status:is(.incomplete, .check),
  .late {
    color: var(--amber);
  }
  .done,
  .status.on-file {
    color: var(--accent);
  }
  .status.not-applicable {
    color: var(--quiet);
  }
  .missing:not(p, span) {
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-control);
    background: var(--red-wash);
  }
  .missing.none {
    background: var(--accent-wash) !important;
  }
  .missing ul {
    display: grid;
    gap: var(--space-1);
    margin-block-end: var(--space-2);
    padding-inline-start: var(--space-4);
    list-style: disc;
  }
  .summary {
    font-size: var(--text-small);
  }
  .as-it-is {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    width: fit-content;
    min-height: 24px;
    margin-block-start: var(--space-2);
  }
  .as-it-is input {
    flex: none;
    width: 18px;
    height: 18px;
  }
  section:not([part]) {
    min-width: 0;
    padding-block-start: var(--gap);
    border-block-start: 1px solid var(--line);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  :is(th, td) {
    padding: var(--space-2) var(--space-4) var(--space-2) 0;
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  thead th {
    padding-block: 0 var(--space-1);
    color: var(--quiet);
    font-size: var(--text-small);
  }
  tbody tr {
    border-block-start: 1px solid var(--line);
  }
  [data-item] th {
    position: relative;
    width: 32%;
    padding-inline-start: 2em;
    font-weight: 600;
  }
  .place {
    position: absolute;
    inset-inline-start: 0;
    color: var(--quiet);
    font-weight: 400;
  }
  .status {
    font-size: var(--text-small);
    font-weight: 600;
    white-space: nowrap;
  }
  .short {
    white-space: nowrap;
  }
  .claim {
    overflow-wrap: anywhere;
  }
  [data-item] .file {
    width: 46%;
  }
  .claim {
    min-width: 9.5em;
  }
  .file p + *,
  .file .status + * {
    margin-block-start: var(--space-1);
  }
  .documents {
    display: grid;
    gap: var(--space-1);
  }
  .documents b {
    font-weight: 600;
  }
  .documents span {
    color: var(--quiet);
  }
  .documents .late,
  .late span {
    color: var(--amber);
  }
  .none {
    color: var(--quiet);
  }
  summary {
    min-height: 24px;
    cursor: pointer;
  }
  .do {
    padding-inline-end: 0;
    text-align: end;
  }
  .do button {
    min-height: 24px;
    margin-inline-end: calc(0px - var(--space-2));
    white-space: nowrap;
  }
  .key {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr));
    gap: var(--space-1) var(--space-4);
  }
  .key div {
    display: flex;
    gap: var(--space-2);
  }
  .key dt {
    font-weight: 600;
  }
  .sending {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
    align-items: start;
    gap: var(--space-3) var(--space-4);
    margin-block-start: var(--space-3);
  }
  .sending label {
    display: block;
    color: var(--quiet);
    font-size: var(--text-small);
  }
  .sending select {
    width: 100%;
  }
  .sending .refusal {
    margin: var(--space-1) 0 0;
  }
  .sending .missing {
    grid-column: 1 / -1;
  }
  .buttons {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  #unsend {
    margin-inline-start: calc(0px - var(--space-2));
  }
  @container (max-width: 719.98px) {
    thead {
      ${outOfSight}
    }
    table,
    tbody,
    tbody tr,
    tbody :is(th, td) {
      display: block;
      width: auto !important;
    }
    tbody tr {
      padding-block: var(--space-2);
    }
    tbody :is(th, td) {
      padding-block: 2px;
      padding-inline-end: 0;
    }
    td:empty {
      display: none;
    }
    [data-item] td {
      padding-inline-start: 2em;
    }
    td[data-label]::before {
      content: attr(data-label) / "";
      display: block;
      color: var(--quiet);
      font-size: var(--text-small);
    }
    .do {
      text-align: start;
    }
    .do button {
      margin-inline: calc(0px - var(--space-2)) 0;
    }
  }
  @media print {
    /* Without a letter: whose page it is stands above. */
    section {
      padding: 0 !important;
      border: 0 !important;
    }
    section h2 {
      display: none;
    }
  }
`;
