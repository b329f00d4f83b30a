// Files for a spreadsheet or another program, made in the page.

/** A spreadsheet takes a text that begins like this for a formula, whatever stands around it; a plain amount is none. */
const FORMULA = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20\t\r]/;
const AMOUNT = /^-?\d+(\.\d+)?$/;

/** A cell as RFC 4180 has it. */
export function cell(text: string): string {
  const safe = FORMULA.test(text) && !AMOUNT.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvLines = (lines: readonly (readonly string[])[]): string => lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("");

/** Excel takes a file for its own country's letters unless it begins with a mark. */
export function download(name: string, text: string): void {
  const isCsv = name.endsWith(".csv");
  const type = isCsv ? "text/csv;charset=utf-8" : name.endsWith(".ics") ? "text/calendar;charset=utf-8" : "application/json";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(isCsv ? ["\ufeff", text] : [text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
