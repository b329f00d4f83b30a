// What the screen and the printed packet are both made of: a document, a line under review, what was answered about it.
import { html, nothing } from "lit";
import type { Voice } from "../shared/explanation.js";
import { momentOf } from "../shared/moment.js";
import { documentsOf, type PacketDocument, type ReviewPacket } from "./model.js";

export type Words = Voice & { time: (time: string) => string };

export const daysOf = ({ day, through }: PacketDocument, { text, date }: Words): string =>
  through === null || through === day ? date(day) : text("ui.review.days", { from: date(day), to: date(through) });

export function pagesOf({ pages }: Pick<PacketDocument, "pages">, { text }: Words): string {
  if (pages === null) return "";
  return pages.from === pages.to ? text("ui.review.page", { page: pages.from }) : text("ui.review.pages", pages);
}

/** "Label: value.", each value heavier than what it is called: a reader tells one from the other. */
export function labelled(text: string) {
  const parts = text.split(/(^|\. )([^.:]+: )/);
  return parts.length === 1 ? text : parts.map((part, place) => (place % 3 === 0 && part ? html`<b>${part}</b>` : part));
}

/** Its pages without words, below a head that says what they are. */
export const pageNumbers = ({ pages }: PacketDocument): string =>
  pages === null ? "–" : pages.from === pages.to ? `${pages.from}` : `${pages.from}–${pages.to}`;

/** What the host says of a person's credentials, and where they are among the documents. */
export const credentialsOf = ({ name, credentials }: ReviewPacket["signatureLog"][number], packet: ReviewPacket, words: Words): string =>
  [
    credentials,
    ...[...documentsOf(packet).values()].filter(({ kind, author }) => kind === "credentials" && author === name).map((one) => pagesOf(one, words) || one.title),
  ]
    .filter(Boolean)
    .join(" · ") || "–";

export const document = (one: PacketDocument, words: Words) => html`
  <b>${one.title}</b> <span>${[daysOf(one, words), one.author].filter(Boolean).join(" · ")}${one.pages ? html` · <span class="short">${pagesOf(one, words)}</span>` : nothing}</span>${one.late ? html` <span class="late"><span aria-hidden="true">!</span> ${one.late}</span>` : nothing}
`;

type Line = ReviewPacket["lines"][number];

export const codeOf = ({ code, modifiers }: Line) => html`<b>${code}</b> ${modifiers.join(" ")}`;

export function answerOf({ attestation, date, modifiers }: Line, words: Words) {
  const { text } = words;
  // Nobody is asked about a line without KX.
  if (!attestation) return modifiers.includes("KX") ? html`<span class="none">${text("ui.documentation.not-attested")}</span>` : "–";
  const { answer, covers, by, at, reason } = attestation;
  const said = text(answer === "add-kx" ? "ui.attest.attested" : "ui.attest.left-off", { name: by, moment: momentOf(at, words, words.time) });
  const reach =
    covers === "plan-of-care" ? text("ui.history.covers.plan") : covers === "visit" ? text("ui.history.covers.visit", { date: words.date(date) }) : "";
  return html`${said}${[reach, reason].filter(Boolean).map((more) => html` <span class="hint">${more}</span>`)}`;
}
