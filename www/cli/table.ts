// Columns for people. Widths are those of the terminal: a letter may take two places, or none.
import stringWidth from "string-width";
import { plain } from "./complaint.js";

export interface Column {
  head: string;
  right?: true;
}
/** A cell is one text, or several lines below each other. */
export type Row = (string | string[])[];

const GAP = "  ";
const NARROWEST = 24;

const pad = (text: string, width: number, right: boolean): string => {
  const space = " ".repeat(Math.max(0, width - stringWidth(text)));
  return right ? space + text : text + space;
};

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && stringWidth(`${line} ${word}`) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return [...lines, line];
}

/** `width`: of the terminal, to which the last column is wrapped; without one nothing is wrapped. */
export function table(columns: Column[], rows: Row[], width?: number): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === "string" ? [cell] : cell).map(plain)));
  const all = [columns.map((column) => [column.head]), ...cells];
  const widths = columns.map(() => 0);
  for (const row of all) {
    row.forEach((cell, index) => {
      for (const line of cell) widths[index] = Math.max(widths[index] ?? 0, stringWidth(line));
    });
  }
  const last = columns.length - 1;
  const left = widths.slice(0, last).reduce((sum, one) => sum + one + GAP.length, 0);
  const lines: string[] = [];
  for (const row of all) {
    if (width !== undefined) row[last] = (row[last] ?? []).flatMap((line) => wrap(line, Math.max(NARROWEST, width - left)));
    const height = Math.max(1, ...row.map((cell) => cell.length));
    for (let line = 0; line < height; line++) {
      lines.push(
        columns
          .map((column, index) => pad(row[index]?.[line] ?? "", widths[index] ?? 0, column.right === true))
          .join(GAP)
          .trimEnd(),
      );
    }
  }
  return `${lines.join("\n")}\n`;
}
