// The packet as it is sent: a section a page, which says what follows it, so that it is the sheet before the documents of that section, each a table whose head the browser repeats where a section takes several.
import { html, nothing } from "lit";
import type { CivilDate } from "kx-modifier";
import { documentsOf, type draftOf, isOwn, itemsOf, type PacketSection, type ReviewPacket } from "./model.js";
import { codeOf, credentialsOf, daysOf, document, labelled, pageNumbers, pagesOf, type Words } from "./parts.js";

const row = (content: unknown) => html`<tr><td colspan="4">${content}</td></tr>`;

/** What is not there has no page, and neither has an item that another section answers; the contents name it. */
const hasPage = (section: PacketSection, packet: ReviewPacket): boolean =>
  section.documents.length > 0 || isFacts(section, packet) || (isOwn(section) && section.text.length > 0);

/** Of the record, behind the sheets; none where that is not known of each document. */
function pagesIn({ sections }: ReviewPacket): number {
  const documents = sections.flatMap((section) => section.documents);
  return documents.every(({ pages }) => pages !== null) ? Math.max(0, ...documents.map(({ pages }) => pages?.to ?? 0)) : 0;
}

/** The list of abbreviations is what answers an item that asks for it, and has its place in the contents there. */
const askedAs = ({ id }: PacketSection, packet: ReviewPacket): PacketSection | undefined =>
  id === "abbreviations" ? itemsOf(packet).find(({ status, documents, text }) => status === "on-file" && documents.length === 0 && text.length > 0) : undefined;

/** What is printed in a section's place: of an item that a list of the packet answers, that list. */
const printedAs = (section: PacketSection, packet: ReviewPacket): PacketSection => packet.sections.find((one) => askedAs(one, packet) === section) ?? section;

/** What the packet has beside the checklist. */
const ownOf = (packet: ReviewPacket): PacketSection[] =>
  packet.sections.filter((section) => isOwn(section) && section.id !== "letter" && hasPage(section, packet) && !askedAs(section, packet));

/** When the answer is due, and what the packet has in the order of its sheets, each with where it is. */
const contents = (packet: ReviewPacket, open: ReturnType<typeof draftOf>, words: Words, sheets: Sheets) => html`
  ${packet.due.day === null || packet.due.status === "done" ? nothing : row(html`<b>${words.text("ui.review.due", { date: words.date(packet.due.day) })}</b>`)}
  ${pagesIn(packet) === 0 ? nothing : row(labelled(words.text("ui.review.record-total", { count: pagesIn(packet) })))}
  ${
    open === null || open.toComplete === 0
      ? nothing
      : html`${row(html`<b class="title">${words.text("ui.review.missing", { count: open.toComplete })}</b>`)}${packet.missing.map((sentence) => row(sentence))}`
  }
  ${row(html`<b class="title">${words.text("ui.review.contents")}</b>`)}
  ${packet.sections
    .filter((section) => !isOwn(section) || ownOf(packet).includes(section))
    .map(
      (section) =>
        html`<tr><td colspan="3">${titleOf(section, packet)}</td><td>${whereOf(section, words, sheets.get(printedAs(section, packet).id))}</td></tr>`,
    )}
`;

/** The documents of a section are one behind the other. */
function spanOf(documents: PacketSection["documents"]) {
  const [first, last] = [documents[0]?.pages, documents.at(-1)?.pages];
  return first && last ? { from: first.from, to: last.to } : null;
}

function whereOf({ id, status, documents, text }: PacketSection, words: Words, sheet: number | undefined) {
  if (status === "not-applicable") return words.text("ui.review.status.not-applicable");
  const span = spanOf(documents);
  const pages = span ? pagesOf({ pages: span }, words) : "";
  if (sheet !== undefined) return html`<span class="sheet">${words.text("ui.review.sheet", { number: sheet })}</span> ${pages}`;
  if (pages) return pages;
  if (LISTS.includes(id)) return words.text("ui.review.at-end");
  // What nobody has decided yet is no statement that there is none.
  return words.text(documents.length + text.length > 0 ? "ui.review.included" : "ui.review.not-answered");
}

/** What a section has beyond its sentences and its documents. */
function facts({ id }: PacketSection, packet: ReviewPacket, open: ReturnType<typeof draftOf>, words: Words) {
  const { text, date } = words;
  switch (id) {
    case "lines":
      return packet.lines.map(
        (line) => html`
        <tr><td>${date(line.date)}${line.claim ? html`<br />${line.claim}` : nothing}</td><td>${codeOf(line)}</td><td>${billedOf(line, words)}</td><td>${behind(line, packet, words)}${open?.toComplete ? line.missing.map((what) => html`<p class="lacking">✕ ${text("ui.review.status.missing")}: ${what}</p>`) : nothing}</td></tr>
      `,
      );
    case "progress": {
      const files = documentsOf(packet);
      return sameReports(packet).map(
        ({ days, reports }) => html`
        <tr><td colspan="4">
          <p class="days">${days.map((day, place) => html`${place > 0 ? " · " : ""}<span>${date(day)}</span>`)}</p>
          <p>${text("ui.review.reports-of", { count: days.length })}</p>
          ${reports.map((report) => {
            const one = files.get(report);
            return one ? html`<p class="report">${document(one, words)}</p>` : nothing;
          })}
        </td></tr>
      `,
      );
    }
    case "signatures":
      // Room to sign by hand where no signature is given.
      return packet.signatureLog.map(
        (row) => html`
        <tr class="signing"><td>${row.name}</td><td>${credentialsOf(row, packet, words)}</td><td>${row.signature ?? html`<span class="by-hand"><span></span><span>${text("ui.review.day")}</span></span>`}</td><td>${text("ui.review.documents", { count: row.documents })}</td></tr>
      `,
      );
    case "abbreviations":
      return packet.abbreviations.map(({ short, meaning }) => html`<tr><td>${short}</td><td colspan="3">${meaning}</td></tr>`);
    default:
      return nothing;
  }
}

/** Units and charge, as they were billed. */
function billedOf({ units, charge }: ReviewPacket["lines"][number], { text, money }: Words): string {
  const said = [units === null ? "" : text("ui.review.units", { count: units }), charge === null ? "" : money(charge)];
  return said.filter(Boolean).join(" · ") || "–";
}

/** Where a line is documented. What was decided on it, and who attested, is the clinic's own. */
function behind({ documents }: ReviewPacket["lines"][number], packet: ReviewPacket, words: Words) {
  const files = documentsOf(packet);
  const found = documents.flatMap((id) => files.get(id) ?? []);
  return found.length === 0
    ? "–"
    : found.map((one) => html`<p>${one.title}${one.pages ? html` · <span class="short">${pagesOf(one, words)}</span>` : nothing}</p>`);
}

/** The days that have the same reports in one row. */
function sameReports({ progressReports }: ReviewPacket): { days: CivilDate[]; reports: string[] }[] {
  const rows = new Map<string, { days: CivilDate[]; reports: string[] }>();
  for (const { day, reports } of progressReports) {
    const row = rows.get(reports.join()) ?? { days: [], reports };
    row.days.push(day);
    rows.set(reports.join(), row);
  }
  return [...rows.values()];
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
  lines: ["date-claim", "code", "billed", "behind"],
  signatures: ["name", "credentials", "signature", "documents-count"],
};

const isFacts = ({ id }: PacketSection, packet: ReviewPacket): boolean => (FACTS[id]?.(packet).length ?? 0) > 0;

const OF_DOCUMENTS = ["document", "day", "author", "record-pages"];

function columns(section: PacketSection, packet: ReviewPacket, { text }: Words) {
  const names = isFacts(section, packet) ? HEADS[section.id] : section.documents.length > 0 ? OF_DOCUMENTS : undefined;
  return names
    ? html`<tr class="columns">${names.map((name, place, all) => html`<th colspan=${place === all.length - 1 ? 5 - all.length : 1}>${text(`ui.review.${name}`)}</th>`)}</tr>`
    : nothing;
}

const documentRow = (one: PacketSection["documents"][number], words: Words) => html`
  <tr><td><b>${one.title}</b>${one.late ? html`<p class="late">${one.late}</p>` : nothing}</td><td>${daysOf(one, words)}</td><td>${one.author ?? "–"}${one.written ? html`<p>${words.date(one.written)}</p>` : nothing}</td><td>${pageNumbers(one)}</td></tr>
`;

/** Which pages of the record are behind this sheet. */
function follows({ documents }: PacketSection, words: Words) {
  const pages = spanOf(documents);
  return pages ? row(html`<p class="follows">${words.text("ui.review.follows", { pages: pagesOf({ pages }, words) })}</p>`) : nothing;
}

/** An item of the checklist has its number there, what is the packet's own a letter: browsers can't say on which sheet it begins. */
function titleOf(section: PacketSection, packet: ReviewPacket): string {
  if (section.id === "letter") return packet.title;
  const item = askedAs(section, packet) ?? section;
  const place = itemsOf(packet).indexOf(item);
  return `${place < 0 ? String.fromCharCode(65 + ownOf(packet).indexOf(section)) : place + 1}. ${item.title}`;
}

function draftWords({ toComplete, unanswered }: NonNullable<ReturnType<typeof draftOf>>, { text }: Words): string {
  const what = [
    ...(toComplete > 0 ? [text("ui.review.missing", { count: toComplete })] : []),
    ...(unanswered > 0 ? [text("ui.review.unanswered", { count: unanswered })] : []),
  ];
  return text("ui.review.draft", { what: what.join(" · ") });
}

/** A section as rows, below what it is and what its columns are called. */
const body = (section: PacketSection, packet: ReviewPacket, open: ReturnType<typeof draftOf>, words: Words, sheets: Sheets) => html`
  ${isFacts(section, packet) || section.documents.length > 0 ? nothing : section.text.map((sentence) => row(labelled(sentence)))}
  ${facts(section, packet, open, words)}
  ${section.documents.map((one) => documentRow(one, words))}
  ${follows(section, words)}
  ${section.id === "letter" ? contents(packet, open, words, sheets) : nothing}
`;

const name = (section: PacketSection, packet: ReviewPacket) =>
  html`<tr class="name"><th colspan="4"><b class="title">${titleOf(section, packet)}</b></th></tr>`;

/** On which sheet each section begins, as far as that is known. */
type Sheets = ReadonlyMap<string, number>;

/** Short lists of the whole packet, which have nothing behind them: one below the other. */
const LISTS: readonly string[] = ["progress", "signatures", "abbreviations"];

/** Rows of two sections that stand on one sheet whatever its height. */
const FEW = 12;

/** A few abbreviations that answer an item have nothing behind them, and no sheet alone: they stand above the section that follows. */
function keyAbove(printed: readonly PacketSection[], packet: ReviewPacket) {
  const place = printed.findIndex((section) => askedAs(section, packet));
  const [key, section] = [printed[place], printed[place + 1]];
  if (!key || !section || LISTS.includes(section.id) || section.documents.length === 0) return null;
  return packet.abbreviations.length + section.documents.length > FEW ? null : { key, section };
}

export function paper(
  packet: ReviewPacket,
  letterhead: string,
  open: ReturnType<typeof draftOf>,
  words: Words,
  language: string | typeof nothing,
  sheets: Sheets,
) {
  const head = html`<tr><th colspan="4">${open ? html`<p class="draft">${draftWords(open, words)}</p>` : nothing}${letterhead}<p class="whose">${labelled(packet.header)}</p></th></tr>`;
  const columnWidths = html`<colgroup><col class="first" /><col class="second" /><col /><col /></colgroup>`;
  const printed = packet.sections
    .filter((section) => !askedAs(section, packet))
    .map((section) => printedAs(section, packet))
    .filter((section) => hasPage(section, packet));
  const lists = printed.filter((section) => LISTS.includes(section.id) && !askedAs(section, packet));
  const key = keyAbove(printed, packet);
  const part = (section: PacketSection) =>
    html`<tbody data-page=${section.id}>${name(section, packet)}${columns(section, packet, words)}${body(section, packet, open, words, sheets)}</tbody>`;
  return html`
  <div class="paper" lang=${language}>
    ${printed
      .filter((section) => !lists.includes(section) && section !== key?.key)
      .map((section) =>
        section === key?.section
          ? html`<table class="page of-documents" data-page="with-key">${columnWidths}<thead>${head}</thead>${part(key.key)}${part(section)}</table>`
          : html`
      <table class="page ${!isFacts(section, packet) && section.documents.length > 0 ? "of-documents" : ""}" data-page=${section.id}>
        ${columnWidths}
        <thead>${head}${name(section, packet)}${columns(section, packet, words)}</thead>
        <tbody>${body(section, packet, open, words, sheets)}</tbody>
      </table>
    `,
      )}
    ${
      lists.length === 0
        ? nothing
        : html`
      <table class="page" data-page="lists">
        ${columnWidths}
        <thead>${head}</thead>
        ${lists.map(part)}
      </table>
    `
    }
  </div>
`;
}
