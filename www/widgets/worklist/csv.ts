// What is shown of a worklist, for a spreadsheet.
import type { Voice } from "../shared/explanation.js";
import type { ShownRow } from "./model.js";

/** A spreadsheet takes a text that begins like this for a formula, whatever stands around it; a plain amount is none. */
const FORMULA = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20\t\r]/;
const AMOUNT = /^-?\d+(\.\d+)?$/;

export function cell(text: string): string {
  const safe = FORMULA.test(text) && !AMOUNT.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const HEADS = [
  "patient",
  "member-id",
  "waits",
  "message",
  "next-step",
  "due",
  "remaining-in.PT/SLP",
  "remaining-in.OT",
  "visit",
  "therapist",
  "assigned",
] as const;

/** RFC 4180. Amounts and days are written as data, so that the spreadsheet can reckon with them. */
export function csvOf(rows: readonly ShownRow[], text: Voice["text"]): string {
  const heads = HEADS.map((name) => {
    const [, bucket] = name.split("remaining-in.");
    return bucket ? text("ui.worklist.remaining-in", { bucket }) : text(`ui.worklist.${name}`);
  });
  const lines = rows.flatMap(({ row, items }) => {
    const { name, memberId, thresholds, notKnown, nextVisit, therapist, handling } = row;
    const left = (["PT/SLP", "OT"] as const).map((bucket) => (thresholds && !notKnown ? thresholds[bucket].remaining : ""));
    const visit = nextVisit ? [nextVisit.date, nextVisit.time].filter(Boolean).join(" ") : "";
    return items.map(({ kind, message, nextStep, due }) => [
      name,
      memberId ?? "",
      text(`ui.worklist.kind.${kind}`),
      message,
      nextStep,
      due ?? "",
      ...left,
      visit,
      therapist ?? "",
      handling?.assignedTo ?? "",
    ]);
  });
  return [heads, ...lines].map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}

/** Excel takes a file for its own country's letters unless it begins with this mark. */
export function download(name: string, csv: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", csv], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
