// The foot of every printed sheet: whose practice, which page of it, which patient and which day. A browser without margin boxes prints what
// heads the first sheet alone.
import type { Desk } from "kx-modifier/desk";
import { inEnglish, word, type WordId, written } from "./words.js";

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);
/** What stands in it: a sheet that is written anew has the whole page styled anew. */
let last = "";

/** Text as CSS quotes it. */
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, "\\$&").replace(/\s+/g, " ")}"`;

/** The head of a packet's sheets says all but the day, in its reviewer's language. */
export function foot({ chart, practice }: Desk, page: WordId, letterhead: string, isOfPatient: boolean, isPacket: boolean): void {
  const ofPatient = isOfPatient ? [chart.patient, chart.memberId] : [];
  const day = practice.today ?? chart.date;
  const parts = isPacket ? [`${inEnglish("printed")} ${written(day, "en")}`] : [letterhead, word(page), ...ofPatient, `${word("printed")} ${written(day)}`];
  const text = quoted(parts.filter(Boolean).join(" · "));
  if (text !== last) sheet.replaceSync(`@page { @bottom-left { content: ${text}; font: 8pt system-ui, sans-serif; } }`);
  last = text;
}
