// What a packet shows, and what a person says of it.
import type { PacketDocument, PacketSection, Review, ReviewPacket } from "kx-modifier";

export type { PacketDocument, PacketSection, ReviewPacket } from "kx-modifier";

/** Proof that the packet was sent. */
export type Sent = NonNullable<Review["sent"]>;

/** A color says nothing to many. */
export const STATUS: { readonly [S in PacketSection["status"]]: string } = {
  "on-file": "✓",
  incomplete: "◔",
  missing: "✕",
  check: "?",
  "not-applicable": "–",
};

export const HOW: readonly Sent["how"][] = ["portal", "esmd", "fax", "mail"];

/** The packet's own sections; all others are items of the contractor's checklist. */
const OWN: readonly string[] = ["letter", "lines", "progress", "signatures", "abbreviations", "others", "proof"];
export const isOwn = ({ id }: PacketSection): boolean => OWN.includes(id);
export const itemsOf = ({ sections }: ReviewPacket): PacketSection[] => sections.filter((section) => !isOwn(section));
export const sectionOf = ({ sections }: ReviewPacket, id: string): PacketSection | undefined => sections.find((section) => section.id === id);

export const documentsOf = ({ sections }: ReviewPacket): Map<string, PacketDocument> =>
  new Map(sections.flatMap(({ documents }) => documents).map((document) => [document.id, document]));

/** Whether a person may say that there is nothing to send: not where some of it is on file. */
export const isOpen = ({ status, documents }: PacketSection): boolean => (status === "missing" || status === "check") && documents.length === 0;

/** Why what is printed is a draft: items of the checklist that nobody has answered, and what is missing or incomplete unless a person
 *  `accepted` that these very items are sent so. Null where it is none. */
export function draftOf(packet: ReviewPacket, accepted: string | null): { toComplete: number; unanswered: number } | null {
  const unanswered = itemsOf(packet).filter((item) => isOpen(item) && item.text.length === 0).length;
  const toComplete = accepted === lackingIn(packet) ? 0 : packet.missing.length;
  return packet.due.status === "done" || unanswered + toComplete === 0 ? null : { toComplete, unanswered };
}

/** What is missing or incomplete, as one text: another item, or another reason, is accepted anew. */
export const lackingIn = ({ due, missing }: ReviewPacket): string => JSON.stringify([due.id, ...missing]);
