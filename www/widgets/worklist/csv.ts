// What is shown of a worklist, for a spreadsheet.
import { csvLines } from "../shared/csv.js";
import type { Voice } from "../shared/explanation.js";
import { stakeCells, stakeHeads } from "../shared/stake.js";
import { reasonOf, type ShownRow } from "./model.js";

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
export function csvOf(rows: readonly ShownRow[], text: Voice["text"], locale: string): string {
  const heads = HEADS.map((name) => {
    const [, bucket] = name.split("remaining-in.");
    return bucket ? text("ui.worklist.remaining-in", { bucket }) : text(`ui.worklist.${name}`);
  });
  const lines = rows.flatMap(({ row, items }) => {
    const { atStake, clinic } = row;
    const { name, memberId, thresholds, notKnown, nextVisit, therapist, handling, error } = row;
    const left = (["PT/SLP", "OT"] as const).map((bucket) => (thresholds && !notKnown ? thresholds[bucket].remaining : ""));
    const visit = nextVisit ? [nextVisit.date, nextVisit.time].filter(Boolean).join(" ") : "";
    const unread = error && ({ kind: "unread", message: reasonOf(error, text, locale), nextStep: "", due: null } as const);
    return (unread ? [unread] : items).map(({ kind, message, nextStep, due }, place) => [
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
      clinic ?? "",
      // Of the patient, so once: a sum over the column is right.
      ...stakeCells("lines", place === 0 ? atStake : undefined),
    ]);
  });
  return csvLines([[...heads, text("ui.stake.clinic"), ...stakeHeads("lines", text)], ...lines]);
}
