// What is shown of the claims, for a spreadsheet.
import { csvLines } from "../shared/csv.js";
import type { Voice } from "../shared/explanation.js";
import { stakeCells, stakeHeads } from "../shared/stake.js";
import type { ShownClaim } from "./model.js";

const HEADS = [
  "ui.worklist.patient",
  "ui.worklist.member-id",
  "ui.claims.claim",
  "ui.claims.from",
  "ui.claims.to",
  "ui.claims.amount",
  "ui.claims.since",
  "ui.claims.why",
  "ui.worklist.message",
  "ui.worklist.next-step",
  "ui.claims.who",
  "ui.claims.answered",
  "ui.claims.reason",
] as const;

/** Amounts and days are csvLines as data, so that the spreadsheet can reckon with them. */
export function csvOf(claims: readonly ShownClaim[], text: Voice["text"]): string {
  const lines = claims.flatMap(({ row: { name, memberId, claim, days, since }, shown }) =>
    shown.map(({ code, message, nextStep, who, released }, place) => [
      name,
      memberId ?? "",
      claim?.id ?? "",
      days?.from ?? "",
      days?.to ?? "",
      claim?.amount ?? "",
      since ?? "",
      text(`ui.claims.code.${code}`),
      message,
      nextStep,
      text(`ui.claims.who.${who}`),
      released?.by ?? "",
      released?.reason ?? "",
      claim?.clinic ?? "",
      claim?.therapist ?? "",
      // Of the claim, so once: a sum over the column is right.
      ...stakeCells("claims", place === 0 ? claim?.atStake : undefined),
    ]),
  );
  return csvLines([[...HEADS.map((head) => text(head)), text("ui.stake.clinic"), text("ui.worklist.therapist"), ...stakeHeads("claims", text)], ...lines]);
}
