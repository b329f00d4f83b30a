// An 837: each therapy line before it goes out, with what there is to look at.
import { html, nothing } from "lit";
import { day } from "../shared/format.js";
import type { ReadFile, Scrub } from "./model.js";
import { notices } from "./parts.js";

export const scrubs = ({ scrubs: list }: ReadFile) => list.map((scrub) => html`
  <details class="scrub" ?open=${scrub.open || list.length === 1} data-member=${scrub.memberId ?? ""}>
    <summary><b>${scrub.patient || "No name"}</b> <span class="hint">${scrub.memberId === null ? "no member ID" : `member ID ${scrub.memberId}`}</span> <span class="line-count">${scrub.summary}</span></summary>
    ${notices(scrub.notices)}
    ${scrub.lines.length === 0 ? nothing : table(scrub)}
  </details>
`);

const table = ({ lines }: Scrub) => html`
  <table role="table" class="read">
    <thead role="rowgroup"><tr role="row">${["Date of service", "Code", "Modifiers", "Claim", "Findings"].map((name) => html`<th role="columnheader">${name}</th>`)}</tr></thead>
    <tbody role="rowgroup">
      ${lines.map(({ claim, id, date, code, modifiers, findings }) => html`
        <tr role="row" data-line="${claim} ${id}">
          <td role="cell" data-label="Date of service">${date === null ? "–" : day(date)}</td>
          <th role="rowheader" scope="row">${code}</th>
          <td role="cell" data-label="Modifiers">${modifiers.join(" ") || "–"}</td>
          <td role="cell" class="claim" data-label="Claim">${claim}, line ${id}</td>
          <td role="cell" data-label="Findings" class="findings">${findings.length === 0 ? html`<span class="clean"><span aria-hidden="true">✓</span> Clean</span>` : notices(findings)}</td>
        </tr>
      `)}
    </tbody>
  </table>
`;
