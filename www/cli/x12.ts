// read-271 and read-835: what a payer sends.
import { readEligibility271, readRemittance835 } from "kx-modifier";
import type { FileCommand } from "./run.js";
import type { View } from "./sink.js";

type Segments = { segment: string; reason: string }[];
export type Eligibility = ReturnType<typeof readEligibility271>;
export type Remittance = ReturnType<typeof readRemittance835>;

/** What was left, with the reason; `head` says what became of it. */
export const left = (head: string, list: Segments): ReturnType<NonNullable<View<unknown>["below"]>> => ({
  columns: [{ head }, { head: "reason" }],
  rows: list.map(({ segment, reason }) => [segment, reason]),
});

export const eligibility: FileCommand<Eligibility> = {
  read: readEligibility271,
  isFinding: ({ unread }) => unread.length > 0,
  view: {
    columns: [{ head: "threshold" }, { head: "reported as" }, { head: "amount", right: true }, { head: "from" }, { head: "to" }],
    rows: ({ amounts }) => amounts.map((one) => [one.serviceType, one.kind, one.amount, one.from ?? "", one.to ?? ""]),
    below: ({ unread }) => left("not read", unread),
  },
};

export const remittance: FileCommand<Remittance> = {
  read: readRemittance835,
  isFinding: ({ skipped }) => skipped.length > 0,
  view: {
    columns: [
      { head: "claim" },
      { head: "date" },
      { head: "code" },
      { head: "modifiers" },
      { head: "threshold" },
      { head: "allowed", right: true },
      { head: "processed" },
      { head: "denied" },
    ],
    rows: ({ entries }) =>
      entries.map((one) => [one.claim, one.date, one.code, one.modifiers.join(" "), one.serviceType, one.allowed, one.posted ?? "", one.denied ? "yes" : "no"]),
    below: ({ skipped }) => left("skipped", skipped),
  },
};
