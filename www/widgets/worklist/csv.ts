// What is shown of a worklist, for a spreadsheet.
import { csvLines } from "../shared/csv.js";
import type { CivilDate } from "kx-modifier";
import type { Voice } from "../shared/explanation.js";
import { stakeCells, stakeHeads } from "../shared/stake.js";
import { unreadWords } from "../shared/refusal.js";
import { labelOf, type ShownRow } from "./model.js";

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
export function csvOf(rows: readonly ShownRow[], text: Voice["text"], locale: string, day: CivilDate | null): string {
  const heads = HEADS.map((name) => {
    const [, bucket] = name.split("remaining-in.");
    return bucket ? text("ui.worklist.remaining-in", { bucket }) : text(`ui.worklist.${name}`);
  });
  const lines = rows.flatMap(({ row, items }) => {
    const { atStake, clinic } = row;
    const { name, memberId, thresholds, notKnown, nextVisit, therapist, handling, error } = row;
    // A column has no room to say of which year an amount is.
    const isOfYear = (year: number): boolean => day === null || day.startsWith(`${year}`);
    const left = (["PT/SLP", "OT"] as const).map((bucket) =>
      thresholds && !notKnown && isOfYear(thresholds[bucket].year) ? thresholds[bucket].remaining : "",
    );
    const visit = nextVisit ? [nextVisit.date, nextVisit.time].filter(Boolean).join(" ") : "";
    const unread = error && ({ label: text("ui.worklist.kind.unread"), message: unreadWords(error, text, locale), nextStep: "", due: null } as const);
    return (unread ? [unread] : items.map((item) => ({ ...item, label: labelOf(item, text) }))).map(({ label, message, nextStep, due }, place) => [
      name,
      memberId ?? "",
      label,
      message,
      nextStep,
      due ?? "",
      ...left,
      visit,
      therapist ?? "",
      handling?.assignedTo ?? "",
      clinic ?? "",
      // Of the patient, so once: a sum over the column is right.
      ...stakeCells("lines", place === 0 ? atStake : undefined),
    ]);
  });
  return csvLines([[...heads, text("ui.stake.clinic"), ...stakeHeads("lines", text)], ...lines]);
}
