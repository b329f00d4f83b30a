// The packet as it is sent: a section a page, each a table whose head the browser repeats where a section takes several.
import { html, nothing } from "lit";
import { documentsOf, isOwn, itemsOf, type PacketSection, type ReviewPacket } from "./model.js";
import { answerOf, codeOf, decisionOf, document, pagesOf, type Words } from "./parts.js";

const row = (content: unknown) => html`<tr><td colspan="4">${content}</td></tr>`;

/** What is not there has no page, and neither has an item that another section answers; the contents name it. */
const hasPage = (section: PacketSection, packet: ReviewPacket): boolean =>
  section.documents.length > 0 || isFacts(section, packet) || (isOwn(section) && section.text.length > 0);

/** The checklist in its order, each with where it is. */
const contents = (packet: ReviewPacket, words: Words) =>
  itemsOf(packet).map((item, place) => html`<tr><td colspan="3">${place + 1}. ${item.title}</td><td>${whereOf(item, words)}</td></tr>`);

function whereOf({ status, documents, text }: PacketSection, words: Words) {
  if (status === "not-applicable") return words.text("ui.review.status.not-applicable");
  const all = documents.map((one) => pagesOf(one, words)).filter(Boolean);
  return all.length > 0 ? all.join(", ") : documents.length + text.length > 0 ? words.text("ui.review.status.on-file") : "–";
}

/** What a section has beyond its sentences and its documents. */
function facts({ id }: PacketSection, packet: ReviewPacket, words: Words) {
  const { text, date } = words;
  switch (id) {
    case "lines":
      return packet.lines.map(
        (line) => html`
        <tr><td>${date(line.date)}${line.claim ? html`<br />${line.claim}` : nothing}</td><td>${codeOf(line)}</td><td>${decisionOf(line, words)}</td><td>${answerOf(line, words)}</td></tr>
      `,
      );
    case "progress": {
      const files = documentsOf(packet);
      return packet.progressReports.map(
        ({ day, reports }) => html`
        <tr><td>${date(day)}</td><td colspan="3">
          ${reports.map((report) => {
            const one = files.get(report);
            return one ? html`<p>${document(one, words)}</p>` : nothing;
          })}
        </td></tr>
      `,
      );
    }
    case "signatures":
      return packet.signatureLog.map(
        ({ name, credentials, signature, documents }) => html`
        <tr><td>${name}</td><td>${credentials ?? ""}</td><td>${signature ?? ""}</td><td>${text("ui.review.documents", { count: documents })}</td></tr>
      `,
      );
    case "abbreviations":
      return packet.abbreviations.map(({ short, meaning }) => html`<tr><td>${short}</td><td colspan="3">${meaning}</td></tr>`);
    default:
      return nothing;
  }
}

/** What says the same as the sentences of its section, and more. */
const FACTS: { readonly [section: string]: (packet: ReviewPacket) => readonly unknown[] } = {
  lines: ({ lines }) => lines,
  progress: ({ progressReports }) => progressReports,
  signatures: ({ signatureLog }) => signatureLog,
  abbreviations: ({ abbreviations }) => abbreviations,
};
/** What their columns are called; the last takes what is left over. */
const HEADS: { readonly [section: string]: readonly string[] } = {
  lines: ["date", "code", "decision", "attestation"],
  progress: ["date", "reports"],
  signatures: ["name", "credentials", "signature", "documents-count"],
};

const isFacts = ({ id }: PacketSection, packet: ReviewPacket): boolean => (FACTS[id]?.(packet).length ?? 0) > 0;

const columns = (section: PacketSection, packet: ReviewPacket, { text }: Words) =>
  isFacts(section, packet) && HEADS[section.id]
    ? html`<tr class="columns">${HEADS[section.id]?.map((name, place, all) => html`<th colspan=${place === all.length - 1 ? 5 - all.length : 1}>${text(`ui.review.${name}`)}</th>`)}</tr>`
    : nothing;

export const paper = (packet: ReviewPacket, words: Words) => html`
  <div class="paper">
    ${packet.sections
      .filter((section) => hasPage(section, packet))
      .map(
        (section) => html`
      <table class="page" data-page=${section.id}>
        <colgroup><col class="first" /><col class="second" /><col /><col /></colgroup>
        <thead>
          <tr><th colspan="4">${packet.header}</th></tr>
          <tr class="name"><th colspan="4"><b class="title">${section.title}</b></th></tr>
          ${columns(section, packet, words)}
        </thead>
        <tbody>
          ${isFacts(section, packet) ? nothing : section.text.map((sentence) => row(sentence))}
          ${facts(section, packet, words)}
          ${section.documents.map((one) => row(document(one, words)))}
          ${section.id === "letter" ? contents(packet, words) : nothing}
        </tbody>
      </table>
    `,
      )}
  </div>
`;
