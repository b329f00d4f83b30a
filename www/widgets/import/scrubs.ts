// An 837: each therapy line before it goes out, with what there is to look at.
import { html, nothing } from "lit";
import { noticeList, type Voice } from "../shared/explanation.js";
import type { ReadFile, Scrub } from "./model.js";
import { member, named } from "./parts.js";

export const scrubs = ({ scrubs: list }: ReadFile, voice: Voice) =>
  list.map(
    (scrub) => html`
  <details class="scrub" ?open=${scrub.open || list.length === 1} data-member=${scrub.memberId ?? ""}>
    <summary><b>${named(scrub.patient, voice)}</b> <span class="hint">${member(scrub.memberId, voice)}</span> <span class="line-count">${scrub.summary}</span></summary>
    ${noticeList(scrub.notices, voice)}
    ${scrub.lines.length === 0 ? nothing : table(scrub, voice)}
  </details>
`,
  );

const table = ({ lines }: Scrub, voice: Voice) => html`
  <table role="table" class="read">
    <thead role="rowgroup"><tr role="row">${["date", "code", "modifiers", "claim", "findings"].map((name) => html`<th role="columnheader">${voice.text(`ui.import.${name}`)}</th>`)}</tr></thead>
    <tbody role="rowgroup">
      ${lines.map(
        ({ claim, id, date, code, modifiers, findings }) => html`
        <tr role="row" data-line="${claim} ${id}">
          <td role="cell" data-label=${voice.text("ui.import.date")}>${date === null ? "–" : voice.date(date)}</td>
          <th role="rowheader" scope="row">${code}</th>
          <td role="cell" data-label=${voice.text("ui.import.modifiers")}>${modifiers.join(" ") || "–"}</td>
          <td role="cell" class="claim" data-label=${voice.text("ui.import.claim")}>${voice.text("ui.import.claim-line", { claim, line: id })}</td>
          <td role="cell" data-label=${voice.text("ui.import.findings")} class="findings">${findings.length === 0 ? html`<span class="clean"><span aria-hidden="true">✓</span> ${voice.text("ui.import.clean")}</span>` : noticeList(findings, voice)}</td>
        </tr>
      `,
      )}
    </tbody>
  </table>
`;
