// The foot of every printed sheet: whose practice, which page of it, which patient and which day. A browser without margin boxes prints what
// heads the first sheet alone.
import type { Desk } from "kx-modifier/desk";
import { word, type WordId, written } from "./words.js";

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/** Text as CSS quotes it. */
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, "\\$&").replace(/\s+/g, " ")}"`;

/** A packet has its own heads, which say what its reader looks for. */
export function foot(desk: Desk, page: WordId, letterhead: string, isOfPatient: boolean): void {
  const { chart, practice } = desk;
  const { patient, memberId, date } = chart;
  const parts = [letterhead, word(page), ...(isOfPatient ? [patient, memberId ?? ""] : []), `${word("printed")} ${written(practice.today ?? date)}`];
  const content = page === "review" && desk.packet() ? "none" : quoted(parts.filter(Boolean).join(" · "));
  sheet.replaceSync(`@page { @bottom-left { content: ${content}; font: 8pt system-ui, sans-serif; } }`);
}
