// What a screen says about something that was refused: by the code of the refusal and the kind of field, in the reader's language.
import { html, nothing } from "lit";
import { amountIn } from "./amounts.js";
import type { Voice } from "./explanation.js";
import type { Refusal, UnreadPatient } from "./model.js";

export type Kind = "amount" | "units" | "days" | "modifiers" | "code" | "date" | "name" | "file" | "peers" | "patient";

/** Where the code says more than that the text is none of its kind. */
const CLOSER: { readonly [kindAndCode: string]: string } = {
  "amount money-negative": "amount-negative",
  "amount money-too-large": "amount-too-large",
  "amount money-too-fine": "amount-decimals",
  "modifiers too-many-modifiers": "modifiers-too-many",
  "date date-late": "date-late",
  "file x12-invalid": "file-kind",
  "file date-invalid": "file-undated",
  "file not-readable": "file-unreadable",
};
/** Not of what was typed. */
const ELSEWHERE = /^(session|tag|duplicate|not-init)/;

const exampleOf = (kind: Kind, locale: string): string =>
  kind === "date"
    ? new Intl.DateTimeFormat(locale, { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" }).format(Date.UTC(2026, 8, 14))
    : amountIn(locale, "1200.50");

type Refused = Pick<Refusal, "code" | "message" | "help">;

/** A refusal without a code is said in its host's own words. `latest`: the last day that can be meant. */
export function refusedWords(kind: Kind, { code, message, help }: Refused, text: Voice["text"], locale: string, latest = ""): string {
  if (code === undefined && message) return help ? `${message}${/[.!?]$/.test(message) ? "" : ";"} ${help}` : message;
  const said = code === "unknown-year" ? "year" : ELSEWHERE.test(code ?? "") ? "value" : (CLOSER[`${kind} ${code}`] ?? kind);
  return text(`ui.refused.${said}`, { example: exampleOf(kind, locale), most: amountIn(locale, "999999999.99"), latest });
}

/** Why a patient could not be looked at. */
export const unreadWords = (error: UnreadPatient, text: Voice["text"], locale: string): string =>
  error.code === "unknown-year" && error.year ? text("ui.refused.year-known", { year: `${error.year}` }) : refusedWords("patient", error, text, locale);

/** `name`: of the field or the file, where that does not stand beside. `aloud`: nobody else says it. */
export const refusalText = (words: string | null, id: string, { name = "", aloud = false } = {}) =>
  words === null
    ? nothing
    : html`<p class="refusal" part="refusal" id=${id} role=${aloud ? "alert" : nothing}><span aria-hidden="true">✕ </span>${name ? html`<b>${name}:</b> ` : nothing}${words}</p>`;
