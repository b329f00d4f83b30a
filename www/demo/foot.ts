// The foot of every printed sheet: whose practice, which page of it, which patient and which day. A browser without margin boxes prints what
// heads the first sheet alone.
import type { Desk } from "kx-modifier/desk";
import { word, type WordId, written } from "./words.js";

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/** Text as CSS quotes it. */
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, "\\$&").replace(/\s+/g, " ")}"`;

/** Null: no foot. */
export function foot(desk: Desk | null, page: WordId, letterhead: string, isOfPatient: boolean): void {
  if (!desk) {
    sheet.replaceSync("");
    return;
  }
  const { chart, practice } = desk;
  const ofPatient = isOfPatient ? [chart.patient, chart.memberId] : [];
  const parts = [letterhead, word(page), ...ofPatient, `${word("printed")} ${written(practice.today ?? chart.date)}`];
  sheet.replaceSync(`@page { @bottom-left { content: ${quoted(parts.filter(Boolean).join(" · "))}; font: 8pt system-ui, sans-serif; } }`);
}
