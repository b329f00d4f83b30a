// The packet as it is worked on: the checklist with what is on file, then what the packet has beside it.
import { html, nothing } from "lit";
import { documentsOf, isOpen, itemsOf, sectionOf, STATUS, type PacketSection, type ReviewPacket } from "./model.js";
import { answerOf, codeOf, credentialsOf, document, type Words } from "./parts.js";

/** So many stand open; more are folded. */
const FEW = 4;

const badge = (status: PacketSection["status"], { text }: Words) =>
  html`<span class="status ${status}" part="status"><span aria-hidden="true">${STATUS[status]}</span> ${text(`ui.review.status.${status}`)}</span>`;

function documents({ documents: all, title }: PacketSection, words: Words) {
  const { text } = words;
  if (all.length === 0) return nothing;
  const list = html`<ul class="documents">${all.map((one) => html`<li>${document(one, words)}</li>`)}</ul>`;
  return all.length <= FEW
    ? list
    : html`<details><summary>${text("ui.review.documents", { count: all.length })}<span class="unseen">, ${title}</span></summary>${list}</details>`;
}

/** That documents are on file is seen where they stand. */
function sentencesOf({ status, text, notes, documents }: PacketSection) {
  const all = status === "on-file" && documents.length > 0 ? notes : [...text, ...notes];
  return all.length > 0 ? html`<p>${all.join(" ")}</p>` : nothing;
}

const head = (names: readonly string[], { text }: Words) => html`
  <thead role="rowgroup"><tr role="row">${names.map((name) => html`<th role="columnheader" scope="col">${text(`ui.review.${name}`)}</th>`)}</tr></thead>
`;

/** `mark` says of an item that nothing is sent of it, or takes that back. */
export function checklist(packet: ReviewPacket, words: Words, mark: (item: PacketSection, off: boolean) => void) {
  const { text } = words;
  return html`
    <section aria-labelledby="checklist">
      <h3 id="checklist">${text("ui.review.checklist")}</h3>
      <p class="hint">${packet.checklist.source}</p>
      <table role="table" part="table" aria-labelledby="checklist">
        <thead role="rowgroup"><tr role="row">${["item", "status", "on-file"].map((name) => html`<th role="columnheader" scope="col">${text(`ui.review.${name}`)}</th>`)}<th role="columnheader" class="do"><span class="unseen">${text("ui.line.actions")}</span></th></tr></thead>
        <tbody role="rowgroup">
          ${itemsOf(packet).map(
            (item, place) => html`
            <tr role="row" part="item" data-item=${item.id}>
              <th role="rowheader" scope="row"><span class="place">${place + 1}</span>${item.title}</th>
              <td role="cell">${badge(item.status, words)}</td>
              <td role="cell" class="file">${sentencesOf(item)}${documents(item, words)}</td>
              <td role="cell" class="do">${action(item, words, mark)}</td>
            </tr>
          `,
          )}
        </tbody>
      </table>
    </section>
  `;
}

function action(item: PacketSection, { text }: Words, mark: (item: PacketSection, off: boolean) => void) {
  if (item.status === "not-applicable")
    return html`<button type="button" class="plain" part="button" @click=${() => mark(item, false)}>${text("ui.review.unmark")}<span class="unseen">: ${item.title}</span></button>`;
  return isOpen(item)
    ? html`<button type="button" class="plain" part="button" @click=${() => mark(item, true)}>${text("ui.review.mark")}<span class="unseen">: ${item.title}</span></button>`
    : nothing;
}

/** A section of the packet's own, with the title that it has on paper. */
function own(packet: ReviewPacket, id: string, body: unknown) {
  const section = sectionOf(packet, id);
  const notes = section?.notes.map((note) => html`<p class="note"><span aria-hidden="true">${STATUS.check}</span> ${note}</p>`);
  return section ? html`<section aria-labelledby="own-${id}" data-section=${id}><h3 id="own-${id}">${section.title}</h3>${notes}${body}</section>` : nothing;
}

export function lines(packet: ReviewPacket, words: Words) {
  const { text, date } = words;
  return own(
    packet,
    "lines",
    html`
      <table role="table" aria-labelledby="own-lines">
        ${head(["date", "code", "claim", "decision", "attestation"], words)}
        <tbody role="rowgroup">
          ${packet.lines.map(
            (line) => html`
            <tr role="row" data-line=${line.id}>
              <td role="cell" class="short" data-label=${text("ui.review.date")}>${date(line.date)}</td>
              <th role="rowheader" scope="row" class="short">${codeOf(line)}</th>
              <td role="cell" class="claim" data-label=${text("ui.review.claim")}>${line.claim ?? "–"}</td>
              <td role="cell" data-label=${text("ui.review.decision")}>${line.decision?.tooltip || text("ui.review.not-recorded")}</td>
              <td role="cell" data-label=${text("ui.review.attestation")}>${answerOf(line, words)}</td>
            </tr>
          `,
          )}
        </tbody>
      </table>
    `,
  );
}

export function progress(packet: ReviewPacket, words: Words) {
  const { text, date } = words;
  const files = documentsOf(packet);
  return own(
    packet,
    "progress",
    html`
      <table role="table" aria-labelledby="own-progress">
        ${head(["date", "reports"], words)}
        <tbody role="rowgroup">
          ${packet.progressReports.map(
            ({ day, reports, missing }) => html`
            <tr role="row">
              <th role="rowheader" scope="row" class="short">${date(day)}</th>
              <td role="cell" class="file" data-label=${text("ui.review.reports")}>
                ${missing > 0 ? html`<p class="status missing"><span aria-hidden="true">${STATUS.missing}</span> ${text("ui.review.reports-missing", { count: missing })}</p>` : nothing}
                <ul class="documents">${reports.map((id) => {
                  const one = files.get(id);
                  return one ? html`<li>${document(one, words)}</li>` : html`<li>${id}</li>`;
                })}</ul>
              </td>
            </tr>
          `,
          )}
        </tbody>
      </table>
    `,
  );
}

export function signatures(packet: ReviewPacket, words: Words) {
  const { text } = words;
  return own(
    packet,
    "signatures",
    packet.signatureLog.length === 0
      ? nothing
      : html`
      <table role="table" aria-labelledby="own-signatures">
        ${head(["name", "credentials", "signature", "documents-count"], words)}
        <tbody role="rowgroup">
          ${packet.signatureLog.map((row) => {
            const { name, signature, documents } = row;
            return html`
            <tr role="row">
              <th role="rowheader" scope="row">${name}</th>
              <td role="cell" data-label=${text("ui.review.credentials")}>${credentialsOf(row, packet, words)}</td>
              <td role="cell" data-label=${text("ui.review.signature")}>${signature ?? "–"}</td>
              <td role="cell" data-label=${text("ui.review.documents-count")}>${documents}</td>
            </tr>
          `;
          })}
        </tbody>
      </table>
    `,
  );
}

export const abbreviations = (packet: ReviewPacket) =>
  packet.abbreviations.length === 0
    ? nothing
    : own(
        packet,
        "abbreviations",
        html`<dl class="key">${packet.abbreviations.map(({ short, meaning }) => html`<div><dt>${short}</dt><dd>${meaning}</dd></div>`)}</dl>`,
      );

export function others(packet: ReviewPacket, words: Words) {
  const section = sectionOf(packet, "others");
  return section && own(packet, "others", documents(section, words));
}

export function lateEntries(packet: ReviewPacket, words: Words) {
  const files = documentsOf(packet);
  const late = packet.lateEntries.flatMap((id) => files.get(id) ?? []);
  return late.length === 0
    ? nothing
    : html`
    <section aria-labelledby="late" data-section="late">
      <h3 id="late">${words.text("ui.review.late")}</h3>
      <ul class="documents">${late.map((one) => html`<li>${document(one, words)}</li>`)}</ul>
    </section>
  `;
}

const said = (packet: ReviewPacket, id: string) => sectionOf(packet, id)?.text.map((sentence) => html`<p>${sentence}</p>`);
export const proof = (packet: ReviewPacket, form: unknown) => own(packet, "proof", html`${said(packet, "proof")}${form}`);
