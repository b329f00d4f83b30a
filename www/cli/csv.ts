// CSV for a spreadsheet, by RFC 4180.
import { plain } from "./complaint.js";

/** A spreadsheet takes a text that begins like this for a formula. */
const FORMULA = /^\s*[=+\-@\t\r]/;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The fields of each row in the order of the heads; what is null is empty. */
export const csv = <Row extends object>(heads: readonly (keyof Row & string)[], rows: readonly Row[]): string =>
  [heads, ...rows.map((row) => heads.map((head) => plain(String(row[head] ?? ""))))].map((line) => `${line.map(cell).join(",")}\r\n`).join("");
